import Kernel
import Markup
import Site

/// Adding a part below another, changing one from a date, and ending one.
enum EditNode {
    struct Form {
        let name: String
        let kind: Structure.Kind
        let teamKind: String?
        let parent: ID<Node>?
        let from: Day
    }

    static func read(_ form: Fields, root: Structure.NodeRecord? = nil) throws(StructureRefused) -> Form {
        guard !form["name"].isEmpty else { throw .nameMissing }
        let kind = root == nil ? Structure.Kind(rawValue: form["kind"]) : .authority
        guard let kind else { throw .kindMissing }
        return Form(
            name: form["name"], kind: kind, teamKind: form["teamKind"].nilIfEmpty,
            parent: root == nil ? form.id("parent") : nil, from: try form.day("from", called: "the first day")
        )
    }
}

// MARK: Acting

extension OrganisationFeature {
    func newNode(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let above = try structure.node(visit)
        let entry = Entry(["parent": above.id.description, "kind": "team"], dates: ["from": visit.today])
        return .page(EditNode.adding(above, structure, entry, visit))
    }

    func addNode(_ visit: Visit) async throws -> Reply {
        let above = try await structure(visit).node(visit)
        do {
            let form = try EditNode.read(visit.form)
            let (id, name) = try await change(visit) { structure, _ in
                let version = Structure.Version(
                    from: form.from, until: nil, kind: form.kind, teamKind: form.teamKind, name: form.name,
                    parent: form.parent)
                return (try structure.addNode(version, at: visit.now), form.name)
            }
            return .redirect(
                to: OrganisationRoute.node.link(id), notice: "\(name) is part of the organisation.")
        } catch let refusal as StructureRefused {
            return .refused(EditNode.adding(above, try await structure(visit), visit.entry(refusal), visit))
        }
    }

    func editNode(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let node = try structure.node(visit)
        let version = node.nearest(to: visit.today)
        let entry = Entry(
            [
                "name": version.name, "kind": version.kind.rawValue, "teamKind": version.teamKind ?? "",
                "parent": version.parent?.description ?? "",
            ], dates: ["from": visit.today])
        return .page(EditNode.changing(node, structure, entry, visit))
    }

    func changeNode(_ visit: Visit) async throws -> Reply {
        let node = try await structure(visit).node(visit)
        do {
            let form = try EditNode.read(visit.form, root: node.isRoot ? node : nil)
            try await change(visit) { structure, _ in
                try visit.expect(try structure.node(visit).revision)
                try structure.changeNode(
                    node.id, name: form.name, kind: form.kind, teamKind: form.teamKind, parent: form.parent,
                    from: form.from)
            }
            return .redirect(
                to: OrganisationRoute.node.link(node.id),
                notice: "\(form.name) stands so from \(form.from.long); what it was before is kept.")
        } catch let refusal as StructureRefused {
            return .refused(EditNode.changing(node, try await structure(visit), visit.entry(refusal), visit))
        }
    }

    func lastDayOfNode(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let node = try structure.node(visit)
        return .page(EditNode.ending(node, structure, Entry([:], dates: ["until": node.until]), visit))
    }

    func endNode(_ visit: Visit) async throws -> Reply {
        let node = try await structure(visit).node(visit)
        do {
            let last = try visit.form.day("until", called: "its last day")
            try await change(visit) { structure, _ in
                try visit.expect(try structure.node(visit).revision)
                try structure.endNode(node.id, on: last)
            }
            return .redirect(
                to: OrganisationRoute.node.link(node.id), notice: "Its last day is \(last.long).")
        } catch let refusal as StructureRefused {
            return .refused(EditNode.ending(node, try await structure(visit), visit.entry(refusal), visit))
        }
    }
}

// MARK: Pages

extension EditNode {
    static func adding(
        _ above: Structure.NodeRecord, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Add a service, area or team", breadcrumbs: OrganisationCrumbs.node(above.id, structure, visit),
            errors: entry.errors
        ) { m in
            m.form(to: OrganisationRoute.addNode.link(above.id), key: visit.formKey, .class("narrow")) { m in
                fields(nil, structure, entry, visit, &m)
                m.dateField("from", "From", in: entry, hint: "The first day that it stands so")
                m.buttons { m in
                    m.button("Add it")
                    m.a("Cancel", .href(OrganisationRoute.node.link(above.id)))
                }
            }
        }
    }

    static func changing(
        _ node: Structure.NodeRecord, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let name = node.nearest(to: visit.today).name
        return Page(
            "Change \(name) from a date", breadcrumbs: OrganisationCrumbs.node(node.id, structure, visit),
            errors: entry.errors
        ) { m in
            m.p("What it was before that day is kept: a page of last year still shows last year’s name.")
            m.form(to: OrganisationRoute.changeNode.link(node.id), key: visit.formKey, .class("narrow")) {
                m in
                m.hiddenField("revision", "\(node.revision)")
                fields(node, structure, entry, visit, &m)
                m.dateField(
                    "from", "From", in: entry,
                    hint:
                        "The first day that this holds. To correct a mistake, give the day that the present version began: \(node.nearest(to: visit.today).from.long)."
                )
                m.buttons { m in
                    m.button("Save the change")
                    m.a("Cancel", .href(OrganisationRoute.node.link(node.id)))
                }
            }
        }
    }

    private static func fields(
        _ node: Structure.NodeRecord?, _ structure: Structure, _ entry: Entry, _ visit: Visit,
        _ m: inout Markup
    ) {
        m.textField("name", "Name", in: entry)
        guard node?.isRoot != true else { return }
        m.radios(
            "kind", "Kind",
            [Structure.Kind.service, .area, .team].map { Choice($0.rawValue, $0.words) }, in: entry)
        m.textField(
            "teamKind", "Kind of team", in: entry,
            hint: "For a team: what it does, such as child protection, or contact and referral", width: .half)
        m.select(
            "parent", "Part of",
            structure.choices(on: visit.today).filter { $0.value != node?.id.description },
            in: entry)
    }

    static func ending(
        _ node: Structure.NodeRecord, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let name = node.nearest(to: visit.today).name
        return Page(
            "End \(name)", breadcrumbs: OrganisationCrumbs.node(node.id, structure, visit),
            errors: entry.errors
        ) { m in
            m.p(
                "What is part of it and its posts must have moved or ended by then. Its history stays on the record."
            )
            m.form(to: OrganisationRoute.endNode.link(node.id), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("revision", "\(node.revision)")
                m.dateField("until", "Its last day", in: entry)
                m.buttons { m in
                    m.button("End it")
                    m.a("Cancel", .href(OrganisationRoute.node.link(node.id)))
                }
            }
        }
    }
}
