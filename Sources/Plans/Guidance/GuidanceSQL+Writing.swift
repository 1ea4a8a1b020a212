import Kernel
import Storage

extension GuidanceSQL {
    static func insert(_ guidance: Guidance, _ acting: GuidanceActing) throws {
        try acting.connection.run(
            """
            INSERT INTO guidance (authority, id, plan, kind, title, purpose, accountable_post, accountable_person,
                made_at, account)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(acting.officer.authority), .id(guidance.id), .id(guidance.plan),
                .text(guidance.kind.rawValue), .text(guidance.title), .text(guidance.purpose),
                .id(guidance.accountable?.post), .id(guidance.accountable?.person), .instant(acting.now),
                .id(acting.officer.account),
            ])
    }

    /// Keeps how it stands now, unless somebody kept another state meanwhile.
    static func save(_ guidance: Guidance, _ acting: GuidanceActing) throws {
        let saved = try acting.connection.run(
            """
            UPDATE guidance SET kind = $4, title = $5, purpose = $6, accountable_post = $7, accountable_person = $8,
                stage = $9, version = $10, waits_for = $11, issued_version = $12, read_from = $13, review_due = $14,
                withdrawn_on = $15, revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """,
            [
                .id(acting.officer.authority), .id(guidance.id), .int(guidance.revision),
                .text(guidance.kind.rawValue), .text(guidance.title), .text(guidance.purpose),
                .id(guidance.accountable?.post), .id(guidance.accountable?.person),
                .text(guidance.stage.rawValue), .int(guidance.version), .int(guidance.waitsFor),
                .int(guidance.issuedVersion), .int(guidance.readFrom), .day(guidance.reviewDue),
                .day(guidance.withdrawn),
            ])
        guard saved == 1 else { throw GuidanceChanged() }
    }

    static func set(
        actions: [ID<ActionRecord>], of id: ID<GuidanceRecord>, _ acting: GuidanceActing
    ) throws {
        let key: [SQLValue] = [.id(acting.officer.authority), .id(id)]
        try acting.connection.run(
            "DELETE FROM guidance_action WHERE authority = $1 AND guidance = $2", key)
        for action in actions {
            try acting.connection.run(
                "INSERT INTO guidance_action (authority, guidance, action) VALUES ($1, $2, $3)",
                key + [.id(action)])
        }
    }

    static func insert(
        version: Int, changed: String, file: ID<StoredFile>?, words: String?, link: String?,
        of id: ID<GuidanceRecord>, _ acting: GuidanceActing
    ) throws {
        try acting.connection.run(
            """
            INSERT INTO guidance_version
                (authority, guidance, version, changed, file, words, link, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(acting.officer.authority), .id(id), .int(version), .text(changed), .id(file),
                .optional(words), .optional(link),
            ] + acting.who)
    }

    static func insert(
        body: AskBodies.Body, at position: Int, of version: Int, _ id: ID<GuidanceRecord>,
        _ acting: GuidanceActing
    ) throws {
        try acting.connection.run(
            """
            INSERT INTO guidance_body (authority, guidance, version, position, name, recorder_post, recorder_person,
                due_on, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .id(acting.officer.authority), .id(id), .int(version), .int(position), .text(body.name),
                .id(body.recorder.post), .id(body.recorder.person), .day(body.due),
            ] + acting.who)
    }

    static func insert(
        _ form: RecordDecision.Form, at position: Int, of guidance: Guidance, _ acting: GuidanceActing
    ) throws {
        try acting.connection.run(
            """
            INSERT INTO guidance_decision
                (authority, guidance, version, position, approved, decided_on, words, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(acting.officer.authority), .id(guidance.id), .int(guidance.version), .int(position),
                .bool(form.approved), .day(form.on), .text(form.words),
            ] + acting.who)
    }

    static func insert(
        _ form: IssueGuidance.Form, readAnew: Bool, of guidance: Guidance, _ acting: GuidanceActing
    ) throws {
        let issue = ID<IssueRecord>.make(at: acting.now)
        try acting.connection.run(
            """
            INSERT INTO guidance_issue
                (authority, id, guidance, version, issued_on, read_by, read_anew, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(acting.officer.authority), .id(issue), .id(guidance.id), .int(guidance.version),
                .day(form.on), .day(form.readBy), .bool(readAnew),
            ] + acting.who)
        for (position, target) in form.to.enumerated() {
            var node: ID<Node>?
            var post: ID<Post>?
            var person: ID<Person>?
            switch target {
            case .node(let id): node = id
            case .post(let id): post = id
            case .person(let id): person = id
            }
            try acting.connection.run(
                """
                INSERT INTO guidance_issue_to (authority, issue, position, node, post, person)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .id(acting.officer.authority), .id(issue), .int(position), .id(node), .id(post),
                    .id(person),
                ])
        }
    }

    static func insert(
        _ form: ReviewGuidance.Form, of id: ID<GuidanceRecord>, version: Int, _ acting: GuidanceActing
    ) throws {
        try acting.connection.run(
            """
            INSERT INTO guidance_review
                (authority, id, guidance, version, reviewed_on, stands_until, words, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(acting.officer.authority), .id(ID<IssueRecord>.make(at: acting.now)), .id(id),
                .int(version), .day(acting.today), .day(form.until), .text(form.words),
            ] + acting.who)
    }

    static func withdraw(_ id: ID<GuidanceRecord>, reason: String, _ acting: GuidanceActing) throws {
        try acting.connection.run(
            """
            INSERT INTO guidance_withdrawal (authority, guidance, withdrawn_on, reason, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [.id(acting.officer.authority), .id(id), .day(acting.today), .text(reason)] + acting.who)
    }
}
