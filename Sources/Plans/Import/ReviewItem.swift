import Documents
import Kernel
import Markup
import PlanFormat
import PlanReading
import Site

/// Changing one area, action or criterion of the proposal: edit, split, join, leave out, or set back.
enum ReviewItem {
    enum Refused: String, Refusal {
        case textMissing = "Say what it is: an empty one can be left out instead"
        case nothingToSplit = "Put each action on a line of its own"
        case nothingToJoin = "There is no action after this one in its area"

        var field: String? { self == .nothingToSplit ? "parts" : self == .textMissing ? "text" : nil }
    }

    enum Found {
        case area(Proposal.ProposedArea)
        case action(Proposal.ProposedAction, of: Proposal.ProposedArea)
        case criterion(Proposal.ProposedCriterion, of: Proposal.ProposedArea)
    }

    static func find(_ key: DraftKey, in proposal: Proposal) -> Found? {
        for area in proposal.areas {
            if area.key == key { return .area(area) }
            if let action = area.actions.first(where: { $0.key == key }) { return .action(action, of: area) }
            if let criterion = area.criteria.first(where: { $0.key == key }) {
                return .criterion(criterion, of: area)
            }
        }
        return nil
    }

    /// The edit that the pressed button asks for.
    static func decide(_ found: Found?, _ key: DraftKey, _ form: Fields) throws(Refused) -> DraftEdit {
        switch (form["deed"], found) {
        case ("leaveOut", _): return .leaveOut(key)
        case ("asRead", _): return .asRead(key)
        case ("join", .action(_, let area)):
            guard area.actions.last?.key != key else { throw .nothingToJoin }
            return .joinNext(key)
        case ("split", _):
            let parts = form["parts"].split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
            guard parts.count > 1 else { throw .nothingToSplit }
            return .split(key, into: parts)
        case (_, .area):
            guard !form["text"].isEmpty else { throw .textMissing }
            return .area(key, .init(reference: form["reference"].nilIfEmpty, title: form["text"]))
        case (_, .criterion):
            guard !form["text"].isEmpty else { throw .textMissing }
            return .criterion(key, .init(text: form["text"], action: form["action"].nilIfEmpty))
        case (_, .action), (_, nil):
            guard !form["text"].isEmpty else { throw .textMissing }
            return .action(
                key,
                .init(
                    reference: form["reference"].nilIfEmpty, text: form["text"],
                    leads: form["leads"].split(separator: "\n").flatMap { PlanReader.leads(String($0)) },
                    timescale: form["when"].nilIfEmpty))
        }
    }
}

extension PlansFeature {
    func reviewItem(_ visit: Visit) async throws -> Reply {
        let view = try await draftView(visit)
        let key = DraftKey(visit.query["key"])
        guard let found = ReviewItem.find(key, in: view.proposal) else { throw NotFound() }
        return .page(ReviewItem.page(view, key, found, ReviewItem.entry(found), visit))
    }

    func changeItem(_ visit: Visit) async throws -> Reply {
        let view = try await draftView(visit)
        var draft = view.draft
        let key = DraftKey(visit.form.exact("key"))
        let found = ReviewItem.find(key, in: view.proposal)
        do {
            draft.edits.append(try ReviewItem.decide(found, key, visit.form))
            return try await save(draft, visit, then: PlansRoute.review.link(draft.id) + "#proposal")
        } catch let refusal as ReviewItem.Refused {
            guard let found else { throw NotFound() }
            return .refused(ReviewItem.page(view, key, found, visit.entry(refusal), visit))
        }
    }
}

// MARK: Page

extension ReviewItem {
    static func entry(_ found: Found) -> Entry {
        switch found {
        case .area(let area):
            Entry(filled: ["reference": area.area.reference ?? "", "text": area.area.title])
        case .criterion(let criterion, _):
            Entry(filled: [
                "text": criterion.criterion.text, "action": criterion.criterion.action ?? "",
            ])
        case .action(let action, _):
            Entry(filled: [
                "reference": action.action.reference ?? "", "text": action.action.text,
                "leads": action.action.leads.joined(separator: "\n"),
                "when": action.action.timescale?.text ?? "", "parts": parts(action.action.text),
            ])
        }
    }

    /// A first guess at how a text splits: a line for each sentence.
    private static func parts(_ text: String) -> String {
        text.replacing(". ", with: ".\n")
    }

    static func page(
        _ view: DraftView, _ key: DraftKey, _ found: Found, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let title =
            switch found {
            case .area: "Change the area as read"
            case .action: "Change the action as read"
            case .criterion: "Change the criterion as read"
            }
        return Page(
            title, section: .plan,
            breadcrumbs: [
                Link("Import", PlansRoute.imports.link()),
                Link(Markup(view.draft.fileName), PlansRoute.review.link(view.draft.id)),
            ], errors: entry.errors
        ) { m in
            m.columns(.half) { m in
                SourceView.aside(view.document, place(found), &m)
            } beside: { m in
                fields(found, view, key, entry, visit, &m)
            }
        }
    }

    private static func place(_ found: Found) -> Place? {
        switch found {
        case .area(let area): area.area.place
        case .action(let action, _): action.action.place
        case .criterion(let criterion, _): criterion.criterion.place
        }
    }

    private static func fields(
        _ found: Found, _ view: DraftView, _ key: DraftKey, _ entry: Entry, _ visit: Visit,
        _ m: inout Markup
    ) {
        m.form(to: PlansRoute.changeItem.link(view.draft.id), key: visit.formKey) { m in
            m.hiddenField("key", key.description)
            switch found {
            case .area:
                m.textField("reference", "Number", in: entry, width: .short)
                m.textArea("text", "What has to get better", in: entry, rows: 4)
            case .action:
                m.textField("reference", "Number", in: entry, width: .short)
                m.textArea("text", "What will be done", in: entry, rows: 4)
                m.textArea("leads", "Lead", in: entry, hint: "One person or post on each line")
                m.textField("when", "When", in: entry, hint: "As you would write it, with the year")
            case .criterion(_, let area):
                m.textArea("text", "How anyone will know", in: entry, rows: 4)
                m.select(
                    "action", "The action that it belongs to",
                    [Choice("", "The whole area")]
                        + area.actions.compactMap(\.action.reference).map { Choice($0, $0) }, in: entry)
            }
            m.buttons { m in
                m.button("Save this change", name: "deed", value: "save")
                m.button("Leave it out", .other, name: "deed", value: "leaveOut")
                m.button("Set back to as it was read", .other, name: "deed", value: "asRead")
                if case .action = found {
                    m.button("Join with the next action", .other, name: "deed", value: "join")
                }
            }
        }
        if case .action = found {
            m.details { m in
                m.summary("Split it into several actions")
                m.form(to: PlansRoute.changeItem.link(view.draft.id), key: visit.formKey) { m in
                    m.hiddenField("key", key.description)
                    m.textArea(
                        "parts", "One action on each line", in: entry,
                        hint: "Each gets the lead and the date of the first", rows: 6)
                    m.button("Split it", .other, name: "deed", value: "split")
                }
            }
        }
    }
}
