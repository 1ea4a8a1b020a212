package import Kernel
import Markup
import Site
import Storage

/// Issuing an approved version to a list of people, or the version in force to more of them.
package enum IssueGuidance {
    enum Refused: String, Refusal {
        case notApproved = "Only a version that its bodies have approved can be issued"
        case withdrawn = "This document is withdrawn"
        case nobodyChosen = "Choose to whom it is issued"
        case nobodyThere = "Nobody is there on that day: choose a part of the authority that has people"
        case future = "It is issued on the day itself, not ahead of it"
        case beforeApproval = "It cannot be issued before it was approved"
        case readByBehind = "The day by which it is to be read lies before the day of issue"
        case reviewMissing = "Give the day by which it is to be reviewed"
        case reviewBehind = "The day of its review must lie ahead"

        var field: String? {
            switch self {
            case .notApproved, .withdrawn: nil
            case .nobodyChosen, .nobodyThere: "node"
            case .future, .beforeApproval: "on"
            case .readByBehind: "readBy"
            case .reviewMissing, .reviewBehind: "review"
            }
        }
    }

    package struct Form: Sendable {
        package var to: [GuidanceTarget]
        package var on: Day
        package var readBy: Day?
        /// Whether who has read an earlier version is to read this one too.
        package var readAnew: Bool
        package var review: Day?
        package var revision: Int?

        package init(
            to: [GuidanceTarget], on: Day, readBy: Day? = nil, readAnew: Bool = true, review: Day?
        ) {
            self.to = to
            self.on = on
            self.readBy = readBy
            self.readAnew = readAnew
            self.review = review
        }

        init(_ fields: Fields) throws {
            to =
                fields.all("node").compactMap { ID($0).map(GuidanceTarget.node) }
                + fields.all("post").compactMap { ID($0).map(GuidanceTarget.post) }
                + fields.all("person").compactMap { ID($0).map(GuidanceTarget.person) }
            on = try fields.guidanceDay("on", called: "the day of issue")
            readBy = try fields.guidanceDayOrNil("readBy", called: "the day by which it is to be read")
            readAnew = fields["anew"] != "no"
            review = try fields.guidanceDayOrNil("review", called: "the day of the review")
            revision = fields.revision
        }
    }

    static func decide(
        _ guidance: Guidance, _ story: GuidanceStory, _ form: Form, _ membership: Membership, on today: Day
    ) throws(Refused) -> Guidance {
        guard guidance.withdrawn == nil else { throw .withdrawn }
        guard guidance.stage == .approved || guidance.stage == .issued else { throw .notApproved }
        guard !form.to.isEmpty else { throw .nobodyChosen }
        guard form.on <= today else { throw .future }
        if let approved = story.approved(guidance.version), form.on < approved { throw .beforeApproval }
        if let readBy = form.readBy, readBy < form.on { throw .readByBehind }
        guard !membership.members(Set(form.to), on: form.on).isEmpty else { throw .nobodyThere }
        var issued = guidance
        if guidance.stage == .approved {
            guard let review = form.review else { throw .reviewMissing }
            guard review > today else { throw .reviewBehind }
            issued.reviewDue = review
            issued.stage = .issued
            issued.issuedVersion = guidance.version
            let issues =
                story.issues.map(\.forRoll) + [
                    ReadingRoll.Issue(
                        version: guidance.version, on: form.on, readAnew: form.readAnew, to: Set(form.to))
                ]
            issued.readFrom = ReadingRoll.readFrom(issues, guidance.version)
        }
        return issued
    }

    package static func act(
        _ form: Form, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: form.revision)
        guard found.eyes.tends(found.guidance) else { throw NotFound() }
        let membership = try RollSQL.membership(acting.connection, acting.officer.authority)
        let issued = try decide(found.guidance, found.story, form, membership, on: acting.today)
        try GuidanceSQL.save(issued, acting)
        let isNew = found.guidance.stage == .approved
        try GuidanceSQL.insert(form, readAnew: isNew && form.readAnew, of: issued, acting)
        let count = membership.members(Set(form.to), on: form.on).count
        try acting.record(
            "guidance.issued", issued, found.actions.map(\.id),
            says: {
                "Version \(issued.version) of \($0) was issued to \(counted(count, "person", "people")) on \(form.on.long)"
            },
            to: [("version", .integer(Int64(issued.version))), ("people", .integer(Int64(count)))])
    }
}

extension PlansFeature {
    func issueGuidance(_ visit: Visit) async throws -> Reply {
        let nodes = try await allNodes(visit)
        return try await guidanceForm(visit, if: IssueGuidance.mayIssue) { found in
            IssueGuidance.page(found, nodes, IssueGuidance.entry(found), visit)
        }
    }

    func addGuidanceIssue(_ visit: Visit) async throws -> Reply {
        let nodes = try await allNodes(visit)
        return try await guidanceDeed(
            visit, notice: "It is issued. Everybody on the list finds it under “My work”.",
            again: { IssueGuidance.page($0, nodes, $1, visit) }
        ) { plan, id, acting in
            try IssueGuidance.act(try IssueGuidance.Form(visit.form), on: id, of: plan, acting)
        }
    }

    private func allNodes(_ visit: Visit) async throws -> [OrganisationSource.NodeChoice] {
        try await organisation.nodes(try visit.signedInOfficer.authority, [.authority], visit.today)
    }
}

// MARK: Page

extension IssueGuidance {
    static func mayIssue(_ found: GuidanceCase) -> Bool {
        found.tends && (found.guidance.stage == .approved || found.guidance.stage == .issued)
    }

    /// The list of the version before, to begin with.
    static func entry(_ found: GuidanceCase) -> Entry {
        var values: [String: [String]] = ["anew": ["yes"]]
        if found.guidance.stage == .approved, let last = found.story.issues.last?.version {
            for target in found.story.issues.filter({ $0.version == last }).flatMap(\.to) {
                switch target {
                case .node(let id): values["node", default: []].append(id.description)
                case .post(let id): values["post", default: []].append(id.description)
                case .person(let id): values["person", default: []].append(id.description)
                }
            }
        }
        return Entry(values, day: "on", found.today)
    }

    static func page(
        _ found: GuidanceCase, _ nodes: [OrganisationSource.NodeChoice], _ entry: Entry, _ visit: Visit
    ) -> Page {
        let guidance = found.guidance
        let isNew = guidance.stage != .issued
        let line = found.line
        return Page(
            isNew ? "Issue version \(guidance.version)" : "Issue it to more people", section: .plan,
            breadcrumbs: GuidanceCrumbs.to(found.plan, found), facts: [Markup(guidance.title)],
            errors: entry.errors
        ) { m in
            GuidanceCrumbs.standing(found, entry, &m)
            m.p(
                "The list follows the organisation: who comes to a part of it later is asked to read it too, and who leaves is no longer asked."
            )
            m.form(to: GuidanceRoute.addIssue.link(found.plan.id, guidance.id), key: visit.formKey) { m in
                m.hiddenField("revision", "\(guidance.revision)")
                m.checkboxes(
                    "node", "Everybody who holds a post in",
                    nodes.map {
                        let deeper = String(repeating: "– ", count: $0.depth)
                        return Choice($0.id.description, deeper + $0.name)
                    }, in: entry, hint: "A part of the authority takes in all below it")
                m.disclosure("Posts", isOpen: !entry.values("post").isEmpty) { m in
                    m.checkboxes(
                        "post", "Whoever holds the post",
                        line.posts.map { Choice($0.key.description, line.words(.post($0.key))) }
                            .sorted { $0.words < $1.words }, in: entry)
                }
                m.disclosure("People by name", isOpen: !entry.values("person").isEmpty) { m in
                    m.checkboxes(
                        "person", "These people",
                        line.names.map { Choice($0.key.description, $0.value) }
                            .sorted { $0.words < $1.words }, in: entry)
                }
                m.dateField("on", "Issued on", in: entry)
                m.dateField("readBy", "To be read by", in: entry, hint: "Empty where there is no such day")
                if isNew {
                    if guidance.issuedVersion != nil {
                        m.radios(
                            "anew", "Who has read the version before",
                            [
                                Choice("yes", "Reads this one too"),
                                Choice("no", "Need not read it again: the change is small"),
                            ], in: entry)
                    }
                    m.dateField(
                        "review", "To be reviewed by", in: entry,
                        hint: "Who looks after it is asked 28 days before")
                }
                m.buttons { m in
                    m.button(isNew ? "Issue this version" : "Issue it to them")
                    m.a("Cancel", .href(found.address))
                }
            }
        }
    }
}
