import Kernel
import Markup
import Site

/// Adding a post to a part, changing its title, place or line manager, and ending it.
enum EditPost {
    static func entry(_ post: Structure.PostRecord) -> Entry {
        Entry([
            "title": post.title, "node": post.node?.description ?? "",
            "reportsTo": post.reportsTo?.description ?? "",
        ])
    }
}

// MARK: Acting

extension OrganisationFeature {
    func newPost(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let node = try structure.node(visit)
        return .page(EditPost.adding(node, structure, Entry([:], dates: ["from": visit.today]), visit))
    }

    func addPost(_ visit: Visit) async throws -> Reply {
        let node = try await structure(visit).node(visit)
        do {
            let from = try visit.form.dayOrNil("from", called: "the first day")
            let id = try await change(visit) { structure, _ in
                let above: ID<Post>? = visit.form.id("reportsTo")
                return try structure.addPost(
                    visit.form["title"], of: node.id, reportsTo: above.flatMap { structure.posts[$0]?.id },
                    from: from, at: visit.now)
            }
            return .redirect(to: OrganisationRoute.post.link(id), notice: "The post is added, and vacant.")
        } catch let refusal as StructureRefused {
            return .refused(EditPost.adding(node, try await structure(visit), visit.entry(refusal), visit))
        }
    }

    func editPost(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let post = try structure.post(visit)
        return .page(EditPost.changing(post, structure, EditPost.entry(post), visit))
    }

    func changePost(_ visit: Visit) async throws -> Reply {
        let post = try await structure(visit).post(visit)
        do {
            try await change(visit) { structure, _ in
                try visit.expect(try structure.post(visit).revision)
                let above: ID<Post>? = visit.form.id("reportsTo")
                try structure.changePost(
                    post.id, title: visit.form["title"], node: visit.form.id("node"),
                    reportsTo: above.flatMap { structure.posts[$0]?.id })
            }
            return .redirect(to: OrganisationRoute.post.link(post.id), notice: "The post is changed.")
        } catch let refusal as StructureRefused {
            return .refused(EditPost.changing(post, try await structure(visit), visit.entry(refusal), visit))
        }
    }

    func lastDayOfPost(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let post = try structure.post(visit)
        return .page(EditPost.ending(post, structure, Entry([:], dates: ["until": post.ended]), visit))
    }

    func endPost(_ visit: Visit) async throws -> Reply {
        let post = try await structure(visit).post(visit)
        do {
            let last = try visit.form.day("until", called: "its last day")
            try await change(visit) { structure, _ in
                try visit.expect(try structure.post(visit).revision)
                try structure.endPost(post.id, on: last)
            }
            return .redirect(
                to: OrganisationRoute.post.link(post.id), notice: "Its last day is \(last.long).")
        } catch let refusal as StructureRefused {
            return .refused(EditPost.ending(post, try await structure(visit), visit.entry(refusal), visit))
        }
    }
}

// MARK: Pages

extension EditPost {
    static func adding(
        _ node: Structure.NodeRecord, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let name = node.nearest(to: visit.today).name
        return Page(
            "Add a post to \(name)", breadcrumbs: OrganisationCrumbs.node(node.id, structure, visit),
            errors: entry.errors
        ) { m in
            m.form(to: OrganisationRoute.addPost.link(node.id), key: visit.formKey, .class("narrow")) { m in
                m.textField("title", "Title of the post", in: entry, hint: "Such as Team Manager")
                reportsTo(structure, entry, visit.today, besides: nil, &m)
                m.dateField("from", "From", in: entry, hint: "Empty where nobody knows")
                m.buttons { m in
                    m.button("Add this post")
                    m.a("Cancel", .href(OrganisationRoute.node.link(node.id)))
                }
            }
        }
    }

    static func changing(
        _ post: Structure.PostRecord, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Change the post \(post.title)", breadcrumbs: OrganisationCrumbs.post(post, structure, visit),
            errors: entry.errors
        ) { m in
            m.form(to: OrganisationRoute.changePost.link(post.id), key: visit.formKey, .class("narrow")) {
                m in
                m.hiddenField("revision", "\(post.revision)")
                m.textField("title", "Title of the post", in: entry)
                m.select("node", "Part of", structure.choices(on: visit.today), in: entry)
                reportsTo(structure, entry, visit.today, besides: post.id, &m)
                m.buttons { m in
                    m.button("Save the post")
                    m.a("Cancel", .href(OrganisationRoute.post.link(post.id)))
                }
            }
        }
    }

    private static func reportsTo(
        _ structure: Structure, _ entry: Entry, _ today: Day, besides: ID<Post>?, _ m: inout Markup
    ) {
        m.select(
            "reportsTo", "Reports to",
            [Choice("", "No post named")] + structure.postChoices(on: today, besides: besides), in: entry,
            hint: "The line manager’s post: whoever holds it is the line manager")
    }

    static func ending(
        _ post: Structure.PostRecord, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "End the post \(post.title)", breadcrumbs: OrganisationCrumbs.post(post, structure, visit),
            errors: entry.errors
        ) { m in
            m.p(
                "Whoever holds it leaves it that day. Posts that report to it need another line manager first."
            )
            m.form(to: OrganisationRoute.endPost.link(post.id), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("revision", "\(post.revision)")
                m.dateField("until", "Its last day", in: entry)
                m.buttons { m in
                    m.button("End this post")
                    m.a("Cancel", .href(OrganisationRoute.post.link(post.id)))
                }
            }
        }
    }
}
