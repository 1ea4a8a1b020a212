import Kernel
import Markup
import Site
import Storage

/// Saying whom a printed name means: a person, a post, a part of the organisation, or a body.
enum MapName {
    enum Refused: Refusal {
        case choiceMissing
        case otherMissing
        /// Somebody settled it, or settled it otherwise, while the form was open.
        case settledMeanwhile(String)

        var sentence: String {
            switch self {
            case .choiceMissing: "Say whom the name means"
            case .otherMissing: "Choose the person, post or part that the name means"
            case .settledMeanwhile(let words):
                "Somebody settled this name while you had it open: \(words). Look again, and change it if that is wrong"
            }
        }

        var field: String? {
            switch self {
            case .choiceMissing: "meaning"
            case .otherMissing: "other"
            case .settledMeanwhile: nil
            }
        }
    }

    struct Values {
        let key: String
        let printed: String
        let uses: NamesSQL.Unmapped?
        let mapping: NamesSQL.Mapping?
        let structure: Structure
        let plans: [ID<PlanRecord>: String]
    }
}

// MARK: Acting

extension OrganisationFeature {
    func nameToMap(_ visit: Visit) async throws -> Reply {
        let values = try await nameValues(visit)
        let likely = LikelyMatches.find(values.printed, in: values.structure, on: visit.today)
        var filled: [String: [String]] = [:]
        if let meaning = values.mapping?.meaning {
            let isOffered = meaning == .body || likely.contains(meaning)
            filled =
                isOffered
                ? ["meaning": [meaning.formValue]] : ["meaning": ["other"], "other": [meaning.formValue]]
        }
        filled["newName"] = [LikelyMatches.pieces(of: values.printed).first ?? values.printed]
        return .page(MapName.page(values, Entry(filled), visit))
    }

    func mapName(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let values = try await nameValues(visit)
        let form = visit.form
        do {
            let words = try await change(visit) { structure, connection in
                let before = try NamesSQL.mapping(of: values.key, connection, officer.authority)?.meaning
                guard form["was"] == before?.formValue ?? "" else {
                    throw MapName.Refused.settledMeanwhile(
                        before.map { "it means \($0.words(structure, on: visit.today))" } ?? "it is unmapped")
                }
                let meaning = try MapName.decide(form, &structure, at: visit.now)
                // A new person is on record before the name can mean them.
                try StructureSQL.save(
                    structure, connection, officer.authority, by: officer.account, at: visit.now)
                structure.forgetDeeds()
                let mapping = NamesSQL.Mapping(key: values.key, printed: values.printed, meaning: meaning)
                try NamesSQL.save(mapping, connection, officer.authority)
                let words = meaning.words(structure, on: visit.today)
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "name.mapped", subject: "name", subjectID: values.key,
                        from: before.map { ["means": .string($0.words(structure, on: visit.today))] }
                            ?? .null,
                        to: [
                            "printed": .string(values.printed), "kind": .string(meaning.kind),
                            "means": .string(words),
                        ]))
                return meaning == .body ? "stays as printed" : "means \(words)"
            }
            let mended = counted(values.uses?.total ?? 0, "action")
            return .redirect(
                to: OrganisationRoute.names.link(), notice: "“\(values.printed)” \(words), in \(mended).")
        } catch let refusal as MapName.Refused {
            return .refused(MapName.page(try await nameValues(visit), visit.entry(refusal), visit))
        } catch let refusal as StructureRefused {
            let field = refusal.field == "name" ? "newName" : refusal.field == "email" ? "newEmail" : nil
            return .refused(
                MapName.page(values, visit.entry([FieldError(field, refusal.sentence)]), visit))
        }
    }

    func unmapName(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let values = try await nameValues(visit)
        guard let mapping = values.mapping else { throw NotFound() }
        try await database.write(for: officer.authority) { connection in
            try NamesSQL.remove(values.key, connection, officer.authority)
            try connection.record(
                Event(
                    authority: officer.authority, at: visit.now, actor: officer.account,
                    kind: "name.unmapped",
                    subject: "name", subjectID: values.key,
                    from: [
                        "printed": .string(values.printed),
                        "means": .string(mapping.meaning.words(values.structure, on: visit.today)),
                    ]))
        }
        return .redirect(
            to: OrganisationRoute.names.link(), notice: "“\(values.printed)” means nobody again.")
    }

    private func nameValues(_ visit: Visit) async throws -> MapName.Values {
        let officer = try visit.signedInOfficer
        let key = visit.parameters["name"] ?? ""
        let structure = try await structure(visit)
        let (uses, mapping) = try await database.read { connection in
            (
                try NamesSQL.uses(of: key, connection, officer.authority),
                try NamesSQL.mapping(of: key, connection, officer.authority)
            )
        }
        guard let printed = mapping?.printed ?? uses?.printed else { throw NotFound() }
        return MapName.Values(
            key: key, printed: printed, uses: uses, mapping: mapping, structure: structure,
            plans: try await plans(officer, visit.today))
    }
}

extension MapName {
    /// What the form chose; a person who is not on record is added first.
    static func decide(
        _ form: Fields, _ structure: inout Structure, at now: Instant
    ) throws -> NamesSQL.Meaning {
        switch form["meaning"] {
        case "": throw Refused.choiceMissing
        case "new":
            return .person(
                try structure.addPerson(named: form["newName"], email: form["newEmail"].nilIfEmpty, at: now))
        case "other":
            guard let other = NamesSQL.Meaning(form["other"], in: structure) else {
                throw Refused.otherMissing
            }
            return other
        case let chosen:
            guard let meaning = NamesSQL.Meaning(chosen, in: structure) else { throw Refused.choiceMissing }
            return meaning
        }
    }
}

// MARK: Page

extension MapName {
    static func page(_ values: Values, _ entry: Entry, _ visit: Visit) -> Page {
        let uses = values.uses.map {
            "Leads \(counted($0.total, "action")) in \(counted($0.actions.count, "plan"))"
        }
        return Page(
            "Whom “\(values.printed)” means",
            breadcrumbs: OrganisationCrumbs.top + [Link("Names in plans", OrganisationRoute.names.link())],
            facts: [Markup(uses ?? "No plan prints it now")]
                + (values.uses.map { [Markup(NamesPage.plans($0, values.plans))] } ?? []),
            errors: entry.errors
        ) { m in
            m.form(to: OrganisationRoute.mapName.link(values.key), key: visit.formKey, .class("narrow")) {
                m in
                m.hiddenField("was", values.mapping?.meaning.formValue ?? "")
                m.radios("meaning", "Whom it means", choices(values, visit), in: entry) { choice, m in
                    if choice.value == "other" {
                        m.select("other", "On record", others(values.structure, visit.today), in: entry)
                    }
                    if choice.value == "new" {
                        m.textField("newName", "Name of the new person", in: entry)
                        m.textField(
                            "newEmail", "Their email address, if you know it", in: entry, kind: "email")
                    }
                }
                m.buttons { m in
                    m.button("Save whom it means")
                    m.a("Cancel", .href(OrganisationRoute.names.link()))
                }
            }
            if values.mapping != nil {
                m.form(to: OrganisationRoute.unmapName.link(values.key), key: visit.formKey) {
                    $0.button("Unmap: it means nobody again", .other)
                }
            }
        }
    }

    private static func choices(_ values: Values, _ visit: Visit) -> [Choice] {
        let (structure, today) = (values.structure, visit.today)
        let likely = LikelyMatches.find(values.printed, in: structure, on: today).map { meaning in
            Choice(
                meaning.formValue, meaning.words(structure, on: today), hint: hint(meaning, structure, today))
        }
        return likely + [
            Choice(
                "other",
                likely.isEmpty ? "A person, post or part on record" : "Another person, post or part on record"
            ),
            Choice("new", "A person who is not on record yet"),
            Choice(
                "body", "A body that stays as printed",
                hint: "Such as a board, or another organisation: all of them are meant, and nobody by name"),
        ]
    }

    private static func hint(_ meaning: NamesSQL.Meaning, _ structure: Structure, _ today: Day) -> Markup {
        switch meaning {
        case .person(let id):
            let posts = structure.posts(heldBy: id, on: today).map { structure.words($0, on: today) }
            return Markup("A person" + (posts.isEmpty ? "" : ": " + posts.joined(separator: "; ")))
        case .post(let id):
            let holders = structure.posts[id].map { structure.holders(of: $0, on: today).map(\.name) } ?? []
            return Markup(
                "The post, whoever holds it"
                    + (holders.isEmpty ? ": vacant today" : ": today \(holders.joined(separator: ", "))"))
        case .node: return "The \(structure.kindOf(meaning, today)) as a whole"
        case .body: return "Stays as printed"
        }
    }

    private static func others(_ structure: Structure, _ today: Day) -> [Choice] {
        [Choice("", "Choose")]
            + structure.peopleByName().map { Choice("person:\($0.id)", $0.name) }
            + structure.postChoices(on: today).map { Choice("post:\($0.value)", "Post: \($0.words)") }
            + structure.choices(on: today).map { Choice("node:\($0.value)", "Part: \($0.words)") }
    }
}

extension Structure {
    fileprivate func kindOf(_ meaning: NamesSQL.Meaning, _ day: Day) -> String {
        (meaning.node.flatMap { nodes[$0]?.nearest(to: day).kind.words } ?? "part").lowercased()
    }

    /// What was done is saved: it must not be recorded twice.
    mutating func forgetDeeds() {
        deeds = []
        touchedNodes = []
        touchedPeople = []
        touchedPosts = []
    }
}
