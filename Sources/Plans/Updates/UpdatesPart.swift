import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// What is claimed of an action beside what its dates say, and every update.
struct UpdatesPart: ActionPart {
    let updates: [ActionUpdate]
    let setting: PlanRun
    /// Whether the person who looks may give one.
    let mayGive: Bool

    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> UpdatesPart {
        let officer = action.doer.officer
        let isGiver =
            (try? GiveUpdate.standing(action.doer, action.run.accountable, keeps: action.mayEdit)) != nil
        return UpdatesPart(
            updates: try UpdatesSQL.updates(connection, officer.authority, of: action.action.id),
            setting: try PlanRunSQL.run(connection, officer.authority, action.planID),
            mayGive: try isGiver && action.run.closing != .closed
                && PlanSQL.isPlan(
                    connection, officer.authority, action.planID,
                    within: officer.scopes(for: UpdatesRoute.writers), on: action.doer.today)
        )
    }

    func main(_ action: ActionInQuestion, _ m: inout Markup) {
        m.part("How it stands") { m in
            let computed = action.computed
            m.p(UpdatesPart.sentence(claim: action.run.claim, computed: computed))
            var rows: [SummaryRow] = []
            if let claim = action.run.claim {
                rows.append(
                    SummaryRow("The lead says", Markup { said(claim.symbol, setting.meaning(claim), &$0) }))
            }
            if let computed {
                let meaning = Progress.meanings[computed.symbol] ?? computed.symbol.meaning
                rows.append(SummaryRow("By its dates", Markup { said(computed.symbol, meaning, &$0) }))
            }
            if let forecast = action.run.forecast {
                rows.append(SummaryRow("The lead expects to finish", Markup(forecast.long)))
            }
            if !rows.isEmpty { m.summaryList(rows) }
        }
        m.part("Updates") { m in
            if updates.isEmpty {
                m.note("None yet. What was done, and what is in the way, will stand here, newest first.")
            }
            for update in updates.prefix(4) { UpdatesPart.update(update, setting, &m) }
            if updates.count > 4 {
                m.disclosure("\(counted(updates.count - 4, "earlier update"))") { m in
                    for update in updates.dropFirst(4) { UpdatesPart.update(update, setting, &m) }
                }
            }
        }
    }

    private func said(_ symbol: Symbol, _ meaning: String, _ m: inout Markup) {
        m.boxedTag(symbol, "\(symbol.word): \(meaning)")
    }

    func beside(_ action: ActionInQuestion, _ m: inout Markup) {
        m.part("Who answers") { m in
            if let accountable = action.run.accountable {
                m.p(action.doer.line.words(accountable))
            } else {
                m.p("Nobody yet", .class("missing"))
            }
            if action.run.closing != .closed, let due = action.run.updateDue {
                let today = action.visit.today
                m.note(
                    due < today
                        ? "Update \(PlanListPage.late(today - due)) late: it was due by \(due.long)"
                        : "Next update due by \(due.long)")
            }
            if action.mayEdit {
                let address = UpdatesRoute.accountable.link(action.planID, action.action.id)
                m.p(
                    "\(link: action.run.accountable == nil ? "Say who answers" : "Change who answers", to: address)"
                )
            }
        }
    }

    func deeds(_ action: ActionInQuestion) -> [Link] {
        guard mayGive else { return [] }
        return [Link("Give an update", UpdatesRoute.newUpdate.link(action.planID, action.action.id))]
    }
}

extension UpdatesPart {
    /// Both colours in words, above all where they differ.
    static func sentence(claim: BRAG?, computed: BRAG?) -> Markup {
        let claimed = claim?.symbol.word.lowercased()
        guard let computed else {
            let first = claimed.map { "The lead says \($0). " } ?? "Nobody has claimed a colour. "
            return "\(first)It has no finish date, so nothing can be computed."
        }
        let dates = computed.symbol.word.lowercased()
        guard let claimed else {
            return computed == .blue
                ? "It is closed." : "Nobody has claimed a colour yet; by its dates it is \(dates)."
        }
        if claim == computed { return "The lead says \(claimed), and so do its dates." }
        return computed == .blue
            ? "It is closed; the lead’s last word was \(claimed)."
            : "\(strong: "The lead says \(claimed); by its dates it is \(dates).")"
    }

    /// One update as everybody reads it.
    static func update(_ update: ActionUpdate, _ setting: PlanRun, _ m: inout Markup) {
        m.div(.class("update")) { m in
            m.h3("\(update.given.long), \(update.by)")
            paragraphs(update.done, &m)
            if let inTheWay = update.inTheWay {
                m.p { m in
                    m.strong("In the way: ")
                    m.add(inTheWay)
                }
            }
            m.p { m in
                m.tag(update.claim.symbol, "Claims \(update.claim.symbol.word.lowercased())")
                m.span(remarks(update), .class("quiet"))
            }
        }
    }

    private static func remarks(_ update: ActionUpdate) -> String {
        var remarks: [String] = []
        if let forecast = update.forecast { remarks.append("expects to finish on \(forecast.long)") }
        if !update.hasBegun { remarks.append("not begun") }
        if update.givenAs == .keeper, update.givenFor == nil { remarks.append("given by who keeps the plan") }
        if update.missed > 0 { remarks.append("\(counted(update.missed, "due day")) missed before it") }
        return remarks.isEmpty ? "" : "; " + remarks.joined(separator: "; ")
    }

    static func paragraphs(_ text: String, _ m: inout Markup) {
        for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) { m.p(String(line)) }
    }
}

extension ActionInQuestion {
    /// How the work stands by its dates.
    var computed: BRAG? {
        let when = action.value.timescale
        return Progress.of(
            Progress.Dates(
                closed: run.closed, hasBegun: run.hasBegun, start: when?.start, finish: when?.finish,
                forecast: run.forecast), on: visit.today)
    }
}
