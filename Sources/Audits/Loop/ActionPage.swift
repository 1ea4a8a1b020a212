import Kernel
import Markup
import Site
import Storage

/// One action from an audit: what is to be done, by whom, what was done and who saw it. A look at one that names a case
/// is in the journal.
extension AuditsFeature {
    func auditAction(_ visit: Visit) async throws -> Reply {
        .page(try await action(try visit.id("finding"), nil, visit))
    }

    func action(
        _ id: ID<FindingRecord>, _ refused: StepRefused?, _ visit: Visit
    ) async throws -> Page {
        let officer = try visit.signedInOfficer
        let shown = try await database.write(for: officer.authority) { connection in
            let (finding, scope) = try FindingSQL.found(connection, officer, id, on: visit.today)
            let tool = try ToolSQL.tool(
                connection, officer.authority, finding.tool, version: finding.toolVersion)
            let reference = try FindingSQL.reference(connection, officer.authority, finding)
            if reference != nil {
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "case.seen", subject: "audit action", subjectID: id,
                        to: ["says": "Looked at an action from an audit with its case reference"]))
            }
            return ActionPage.Shown(
                finding: finding, scope: scope, reference: reference,
                standard: tool?.standards.first { $0.number == finding.standard }
                    .map { "\($0.number) \($0.title)" },
                facts: try FindingSQL.facts(connection, officer.authority, id))
        }
        try await noteSeen([shown.finding.round], officer, at: visit.now)
        return ActionPage.page(shown, refused, visit)
    }
}

enum ActionPage {
    struct Shown {
        var finding: Finding
        var scope: FindingScope
        var reference: Sensitive<String>?
        var standard: String?
        var facts: [FindingSQL.Fact]
    }

    static func page(_ shown: Shown, _ refused: StepRefused?, _ visit: Visit) -> Page {
        let finding = shown.finding
        let errors = refused.map { [FieldError($0.field, $0.sentence)] } ?? []
        let (symbol, state) = finding.tag(on: visit.today)
        return Page(
            "\(finding.kind.words): \(finding.place)", section: .audits, breadcrumbs: LoopCrumbs.list,
            facts: [
                Markup(shown.scope.ladders.name(finding.owner)), "Due \(finding.dueOn.long)",
            ], errors: errors
        ) { m in
            m.honestSentence(sentence(shown, visit.today))
            m.p { $0.boxedTag(symbol, state) }
            m.columns { m in
                m.summaryList(rows(shown))
                forms(shown, refused == nil ? Entry() : visit.entry(errors), visit, &m)
            } beside: { m in
                m.part("What happened") { m in
                    m.historyList(shown.facts.map { history($0, shown.scope.ladders) })
                }
            }
        }
    }

    private static func sentence(_ shown: Shown, _ today: Day) -> Markup {
        let (finding, ladders) = (shown.finding, shown.scope.ladders)
        let owner = ladders.name(finding.owner)
        if let reply = finding.reply {
            return "\(strong: ladders.name(reply.by)) replied on \(reply.at.inLondon.day.long)."
        }
        if let seen = finding.seen {
            return
                "\(strong: ladders.name(seen.by)) saw on the file on \(seen.at.inLondon.day.long) that it is done."
        }
        if let on = finding.doneOn {
            let late = on > finding.dueOn ? ", \(counted(on - finding.dueOn, "day")) late" : ", in time"
            let asked = ladders.names(LoopRules.askedToSee(finding, ladders).sorted())
            return
                "\(strong: owner) says that it was done on \(on.long)\(late). Asked to see it on the file: \(strong: asked.nilIfEmpty ?? "the quality lead")."
        }
        let time: Markup =
            finding.isLate(on: today)
            ? "It is \(strong: "overdue by \(counted(today - finding.dueOn, "day"))")."
            : "It is due on \(finding.dueOn.long)."
        return "\(strong: owner) is asked \(finding.kind == .anomaly ? "to reply" : "to do it"). \(time)"
    }

    private static func rows(_ shown: Shown) -> [SummaryRow] {
        let (finding, ladders) = (shown.finding, shown.scope.ladders)
        func said(_ said: Finding.Said?) -> Markup? {
            said.map { "\($0.words) \(quiet: "\(ladders.name($0.by)), \($0.at.londonShort)")" }
        }
        var rows = [
            SummaryRow(finding.kind == .anomaly ? "Anomaly" : "What is to be done", Markup(finding.text))
        ]
        if let reference = shown.reference {
            rows.append(SummaryRow("Case in the case system", Markup(reference.reveal(for: .caseAccess))))
        }
        if let standard = shown.standard { rows.append(SummaryRow("Standard", Markup(standard))) }
        rows.append(
            SummaryRow(
                "Due",
                finding.firstDueOn == finding.dueOn
                    ? Markup(finding.dueOn.long)
                    : "\(finding.dueOn.long) \(quiet: "first \(finding.firstDueOn.long)")"))
        if finding.kind == .anomaly { return rows + [SummaryRow("Reply", said(finding.reply))] }
        return rows + [
            SummaryRow("What was done", said(finding.done)),
            SummaryRow("Seen on the file", said(finding.seen)),
        ]
    }

    private static func history(_ fact: FindingSQL.Fact, _ ladders: SafetyLadders) -> HistoryItem {
        let who = ladders.name(fact.person)
        let words: Markup =
            switch fact.kind {
            case "made": "\(strong: who) gave it, due \(fact.day?.long ?? "")"
            case "moved": "\(strong: who) gave it a new day, \(fact.day?.long ?? ""): \(fact.text)"
            case "done": "\(strong: who) said that it was done on \(fact.day?.long ?? ""): \(fact.text)"
            case "notSeen": "\(strong: who) did not find it on the file: \(fact.text)"
            case "seen": "\(strong: who) saw it on the file: \(fact.text)"
            default: "\(strong: who) replied: \(fact.text)"
            }
        return HistoryItem(fact.at.inLondon.day, words)
    }

    private static func forms(_ shown: Shown, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        let (finding, scope) = (shown.finding, shown.scope)
        if LoopRules.whyNotDone(finding, scope) == nil, finding.done == nil {
            form(.done, "Say that it is done", finding, entry, visit, &m) { m in
                m.textArea(
                    "done", "What was done?", in: entry,
                    hint: "And where it stands on the file. Do not name the child.")
                m.dateField("done-on", "When was it done?", in: entry)
                WarnOfNames.tick(entry, ["done"], &m)
                m.button("It is done")
            }
        }
        if LoopRules.whyNotReply(finding, scope) == nil {
            form(.reply, finding.reply == nil ? "Reply" : "Add to your reply", finding, entry, visit, &m) {
                m in
                m.textArea("reply", "What do you make of it, and what have you done?", in: entry)
                WarnOfNames.tick(entry, ["reply"], &m)
                m.button("Send this reply")
            }
        }
        if finding.done != nil, LoopRules.whyNotSee(finding, scope) == nil {
            form(.see, "See it on the file", finding, entry, visit, &m) { m in
                m.radios(
                    "there", "Does it stand on the file?",
                    [Choice("yes", "Yes, I have seen it"), Choice("no", "No: it goes back to its owner")],
                    in: entry)
                m.textArea("seen", "What did you see, or what is missing?", in: entry, rows: 2)
                WarnOfNames.tick(entry, ["seen"], &m)
                m.button("Keep what I saw")
            }
        } else if finding.done != nil, finding.seen == nil, let no = LoopRules.whyNotSee(finding, scope) {
            m.note("\(no).")
        }
        if LoopRules.whyNotMove(finding, scope) == nil {
            m.disclosure(
                "Give it a new day", isOpen: entry.error("due") != nil || entry.error("reason") != nil
            ) { m in
                form(.move, nil, finding, entry, visit, &m) { m in
                    m.dateField("due", "New day", in: entry)
                    m.textArea("reason", "Why?", in: entry, rows: 2)
                    WarnOfNames.tick(entry, ["reason"], &m)
                    m.button("Give it this day", .other)
                }
            }
        }
    }

    private static func form(
        _ route: LoopRoute, _ heading: String?, _ finding: Finding, _ entry: Entry, _ visit: Visit,
        _ m: inout Markup, _ fields: (inout Markup) -> Void
    ) {
        func write(_ m: inout Markup) {
            m.form(to: route.link(finding.id), key: visit.formKey) { m in
                m.hiddenField("revision", "\(finding.revision)")
                fields(&m)
            }
        }
        if let heading { m.part(Markup(heading)) { write(&$0) } } else { write(&m) }
    }
}
