import Kernel
import Markup
import Site
import Storage

/// A scale of the authority's own: its grades best first, and how many of them count as good.
enum EditScale {
    enum Refused: Refusal {
        case titleMissing, directionMissing, goodMissing
        case fault(String)

        var sentence: String {
            switch self {
            case .titleMissing: "Give the scale a title"
            case .directionMissing: "Say which way its numbers run"
            case .goodMissing: "Say how many of the grades count as good: from the top, and not all of them"
            case .fault(let sentence): sentence
            }
        }

        var field: String? {
            switch self {
            case .titleMissing: "title"
            case .directionMissing: "direction"
            case .goodMissing: "good"
            case .fault: "grades"
            }
        }
    }

    /// `old` is the scale that is changed: a grade that keeps its words keeps its code.
    static func decide(_ form: Fields, key: String, old: Scale?) throws(Refused) -> Scale {
        guard !form["title"].isEmpty else { throw .titleMissing }
        guard let direction = Scale.Direction(rawValue: form["direction"]) else { throw .directionMissing }
        let lines = form["grades"].split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
        guard let good = Int(form["good"]), good >= 1, good < max(2, lines.count) else {
            throw .goodMissing
        }
        var taken: Set<String> = [Mark.notApplicable]
        let grades = lines.enumerated().map { index, words in
            let code =
                switch direction {
                case .highIsGood: "\(lines.count - index)"
                case .lowIsGood: "\(index + 1)"
                case .words:
                    old?.grades.first { $0.words == words && !taken.contains($0.code) }?.code
                        ?? ToolKey.make(words, taken: taken, otherwise: "grade")
                }
            taken.insert(code)
            return Scale.Grade(code, words, isGood: index < good)
        }
        let scale = Scale(
            key: key, title: form["title"], direction: direction, grades: grades,
            allowsNotApplicable: form["na"] == "yes")
        if let fault = scale.fault { throw .fault(fault) }
        return scale
    }

    /// Puts it into the tool; what each grade looks like goes with the grade's words, or else with its place.
    static func put(_ scale: Scale, into tool: inout Tool) {
        guard let index = tool.scales.firstIndex(where: { $0.key == scale.key }) else {
            return tool.scales.append(scale)
        }
        let old = tool.scales[index]
        tool.scales[index] = scale
        for standard in tool.standards.indices {
            for place in tool.standards[standard].questions.indices
            where tool.standards[standard].questions[place].kind == .grade(scale.key) {
                let was = tool.standards[standard].questions[place].guidance
                tool.standards[standard].questions[place].guidance = carried(was, from: old, to: scale)
            }
        }
    }

    static func carried(_ guidance: [String: String], from old: Scale, to new: Scale) -> [String: String] {
        var carried: [String: String] = [:]
        for (place, grade) in new.grades.enumerated() {
            let sameWords = old.grades.first { $0.words == grade.words }
            let samePlace = old.grades.count == new.grades.count ? old.grades[place] : nil
            carried[grade.code] = (sameWords ?? samePlace).flatMap { guidance[$0.code] }
        }
        return carried
    }

    static func entry(_ scale: Scale) -> Entry {
        Entry(filled: [
            "title": scale.title, "direction": scale.direction.rawValue,
            "grades": scale.grades.map(\.words).joined(separator: "\n"),
            "good": "\(scale.grades.count(where: \.isGood))", "na": scale.allowsNotApplicable ? "yes" : "",
        ])
    }
}

extension AuditsFeature {
    /// The form of a scale; without a key that of a new one. Scales that come with the product are not changed.
    func draftScale(_ visit: Visit) async throws -> Reply {
        let whole = try await draftToKeep(visit)
        guard let key = visit.parameters["scale"] else {
            return .page(EditScale.page(whole, nil, Entry(), visit))
        }
        guard let scale = ownScale(key, whole) else { throw NotFound() }
        return .page(EditScale.page(whole, scale, EditScale.entry(scale), visit))
    }

    private func ownScale(_ key: String, _ whole: ToolSQL.Whole) -> Scale? {
        guard !Scale.shipped.contains(where: { $0.key == key }) else { return nil }
        return whole.draft?.tool.scales.first { $0.key == key }
    }

    func changeDraftScale(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let key = visit.parameters["scale"]
        if let key, Scale.shipped.contains(where: { $0.key == key }) { throw NotFound() }
        let (form, now) = (visit.form, visit.now)
        return try await savingDraft(visit, id) { database in
            try await database.write(for: officer.authority) { connection in
                try ToolDraft.change(
                    id, key == nil ? "Added a scale" : "Changed a scale", by: officer, connection, at: now
                ) { tool, whole in
                    let old = key.flatMap { key in tool.scales.first { $0.key == key } }
                    if key != nil {
                        guard let old else { throw ToolDraft.Refused.gone }
                        guard old.print == form["seen"] else { throw ToolDraft.Refused.changedMeanwhile }
                    }
                    let taken = whole.keys.union(Scale.shipped.map(\.key))
                    let name = key ?? ToolKey.make(form["title"], taken: taken, otherwise: "scale")
                    EditScale.put(try EditScale.decide(form, key: name, old: old), into: &tool)
                }
            }
            return DraftRoute.draft.link(id)
        } page: { whole, _, errors in
            EditScale.page(whole, key.flatMap { ownScale($0, whole) }, visit.entry(errors), visit)
        }
    }

    func removeDraftScale(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let key = visit.parameters["scale"] ?? ""
        let now = visit.now
        return try await savingDraft(visit, id) { database in
            try await database.write(for: officer.authority) { connection in
                try ToolDraft.change(id, "Removed a scale", by: officer, connection, at: now) { tool, _ in
                    guard !tool.questions.contains(where: { $0.kind == .grade(key) }) else {
                        throw ToolDraft.Refused.scaleInUse
                    }
                    tool.scales.removeAll { $0.key == key }
                }
            }
            return DraftRoute.draft.link(id)
        } page: { whole, _, errors in
            DraftPage.page(whole, errors, visit)
        }
    }
}

extension EditScale {
    static func page(
        _ whole: ToolSQL.Whole, _ scale: Scale?, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let seen = visit.form["seen"]
        return Page(
            scale == nil ? "Add a scale" : "Change a scale", section: .audits,
            breadcrumbs: DraftPage.crumbs(whole), errors: entry.errors
        ) { m in
            if let scale, !seen.isEmpty, scale.print != seen {
                m.part("What stands now") { m in
                    m.summaryList([
                        SummaryRow("Title", Markup(scale.title)), SummaryRow("Grades", Markup(scale.inWords)),
                    ])
                }
            }
            let address =
                scale.map { DraftRoute.changeScale.link(whole.id, $0.key) }
                ?? DraftRoute.addScale.link(whole.id)
            m.form(to: address, key: visit.formKey) { m in
                m.hiddenField("seen", scale?.print ?? "")
                m.textField("title", "Title", in: entry, width: .half)
                m.textArea("grades", "Its grades, one a line, the best first", in: entry, rows: 5)
                m.textField(
                    "good", "How many of them, from the top, count as good?", in: entry, width: .short,
                    numeric: true)
                m.radios(
                    "direction", "How are they numbered?",
                    [
                        Choice("words", "Not at all: they are words"),
                        Choice("highIsGood", "The best has the highest number"),
                        Choice("lowIsGood", "The best is number 1"),
                    ], in: entry, hint: "Numbers of two scales are never compared or averaged.")
                m.checkboxes(
                    "na", "Not applicable",
                    [Choice("yes", "“Not applicable”, with a reason, may be answered")], in: entry)
                m.buttons { m in
                    m.button("Save this scale")
                    m.a("Cancel", .href(DraftRoute.draft.link(whole.id)))
                }
            }
            if let scale {
                m.form(to: DraftRoute.removeScale.link(whole.id, scale.key), key: visit.formKey) { m in
                    m.button("Remove this scale", .other)
                }
            }
        }
    }
}
