import Kernel
import Markup
import Site
import Storage

/// A standard of a draft: its number, its title and what good looks like.
enum EditStandard {
    enum Refused: String, Refusal {
        case titleMissing = "Give the standard a title"
        case titleTooLong = "Shorten the title to 200 characters"
        case titleTaken = "The tool has a standard of that title: give this one another"
        case numberTooLong = "Keep the number to 10 characters"
        case guidanceTooLong = "Shorten the guidance to 2000 characters"

        var field: String? {
            switch self {
            case .titleMissing, .titleTooLong, .titleTaken: "title"
            case .numberTooLong: "number"
            case .guidanceTooLong: "guidance"
            }
        }
    }

    /// The standard as the form has it, without questions.
    static func decide(_ form: Fields) throws(Refused) -> Tool.Standard {
        guard !form["title"].isEmpty else { throw .titleMissing }
        guard form["title"].count <= Tool.longestTitle else { throw .titleTooLong }
        guard form["number"].count <= 10 else { throw .numberTooLong }
        guard form["guidance"].count <= Tool.longestGuidance else { throw .guidanceTooLong }
        return Tool.Standard(
            number: form["number"], title: form["title"], guidance: form["guidance"], questions: [])
    }

    /// Puts it into the tool: as a new one, or in the place of the one that was seen at `place`.
    static func put(
        _ standard: Tool.Standard, at place: Int?, seen: String, into tool: inout Tool
    ) throws {
        let index = try place.map { try ToolDraft.place(of: seen, near: $0, in: tool) }
        let others = tool.standards.enumerated().filter { $0.offset != index }.map(\.element.title)
        guard !others.contains(standard.title) else { throw Refused.titleTaken }
        guard let index else { return tool.standards.append(standard) }
        let questions = tool.standards[index].questions
        tool.standards[index] = standard
        tool.standards[index].questions = questions
    }
}

extension AuditsFeature {
    /// The form of a standard; without a place that of a new one.
    func draftStandard(_ visit: Visit) async throws -> Reply {
        let whole = try await draftToKeep(visit)
        guard let tool = whole.draft?.tool else { throw NotFound() }
        guard let words = visit.parameters["place"] else {
            let number = tool.standards.count(where: { !$0.number.isEmpty }) + 1
            return .page(
                EditStandard.page(whole.id, whole, nil, nil, Entry(filled: ["number": "\(number)"]), visit))
        }
        guard let place = Int(words), tool.standards.indices.contains(place - 1) else { throw NotFound() }
        let standard = tool.standards[place - 1]
        let entry = Entry(filled: [
            "number": standard.number, "title": standard.title, "guidance": standard.guidance,
        ])
        return .page(EditStandard.page(whole.id, whole, place, standard, entry, visit))
    }

    func changeDraftStandard(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let place = visit.parameters["place"].map { Int($0) ?? 0 }
        let (form, now) = (visit.form, visit.now)
        return try await savingDraft(visit, id) { database in
            let standard = try EditStandard.decide(form)
            let tool = try await database.write(for: officer.authority) { connection in
                try ToolDraft.change(
                    id, place == nil ? "Added a standard" : "Changed a standard", by: officer, connection,
                    at: now
                ) { tool, _ in
                    try EditStandard.put(standard, at: place, seen: form["seen"], into: &tool)
                }
            }
            let index = tool.standards.firstIndex { $0.title == standard.title } ?? 0
            return DraftRoute.draft.link(id) + "#standard-\(index + 1)"
        } page: { whole, tool, errors in
            let index = place.flatMap { tool.standards.indices.contains($0 - 1) ? $0 : nil }
            return EditStandard.page(
                id, whole, index, index.map { tool.standards[$0 - 1] }, visit.entry(errors), visit)
        }
    }
}

extension EditStandard {
    /// `standard` is what stands in the draft now; where somebody changed it meanwhile it is shown.
    static func page(
        _ id: ID<AuditTool>, _ whole: ToolSQL.Whole, _ place: Int?, _ standard: Tool.Standard?,
        _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            standard == nil ? "Add a standard" : "Change a standard", section: .audits,
            breadcrumbs: DraftPage.crumbs(whole), errors: entry.errors
        ) { m in
            if let standard, !visit.form["seen"].isEmpty, standard.print != visit.form["seen"] {
                m.part("What stands now") { m in
                    m.summaryList([
                        SummaryRow("Number", standard.number.nilIfEmpty.map { Markup($0) }),
                        SummaryRow("Title", Markup(standard.title)),
                        SummaryRow("What good looks like", standard.guidance.nilIfEmpty.map { Markup($0) }),
                    ])
                }
            }
            let address =
                place.map { DraftRoute.changeStandard.link(id, $0) } ?? DraftRoute.addStandard.link(id)
            m.form(to: address, key: visit.formKey) { m in
                m.hiddenField("seen", standard?.print ?? "")
                m.textField(
                    "number", "Number", in: entry, hint: "Empty for what is no standard of its own.",
                    width: .short)
                m.textField("title", "Title", in: entry)
                m.textArea("guidance", "What good looks like, in a paragraph", in: entry, rows: 5)
                m.buttons { m in
                    m.button("Save this standard")
                    m.a("Cancel", .href(DraftRoute.draft.link(id)))
                }
            }
        }
    }
}
