package import Kernel
import Site
package import Storage

/// Beginning to ask for a return: what it is, what it asks, who sends, and from when.
package enum DefineReturn {
    package enum Refused: Refusal {
        case nameMissing
        case nameTaken
        case fromMissing
        case fromTooFar
        case questionMissing
        case unitMissing
        case unitWithin(String, String)

        package var sentence: String {
            switch self {
            case .nameMissing: "Give the return a name"
            case .nameTaken: "There is a return of that name already: choose another"
            case .fromMissing: "Give the first day that it is asked for"
            case .fromTooFar: "The first day lies more than ten years from today: check the year"
            case .questionMissing: "Add at least one question"
            case .unitMissing: "Choose at least one unit that sends it"
            case .unitWithin(let inner, let outer):
                "\(inner) lies within \(outer): choose one of them, or its figures are counted twice"
            }
        }
        package var field: String? {
            switch self {
            case .nameMissing, .nameTaken: "name"
            case .fromMissing, .fromTooFar: "from"
            case .questionMissing: "question"
            case .unitMissing, .unitWithin: "unit"
            }
        }
    }

    package struct Form: Sendable {
        package var kind: ReturnTerms.Kind
        package var template: String?
        /// Part of the keys of its measures; made of the name where nil.
        package var key: String?
        package var terms: ReturnTerms
        package var questions: [LocalQuestion]
        package var senders: [Sender]

        package init(
            kind: ReturnTerms.Kind = .units, template: String? = nil, key: String? = nil, terms: ReturnTerms,
            questions: [LocalQuestion], senders: [Sender]
        ) {
            self.kind = kind
            self.template = template
            self.key = key
            self.terms = terms
            self.questions = questions
            self.senders = senders
        }
    }

    /// A unit, and the post or person that sends for it; neither where whoever manages it does.
    package struct Sender: Hashable, Sendable {
        package var node: ID<Node>
        package var post: ID<Post>?
        package var person: ID<Person>?

        package init(_ node: ID<Node>, post: ID<Post>? = nil, person: ID<Person>? = nil) {
            self.node = node
            self.post = post
            self.person = person
        }
    }

    static func decide(
        _ form: Form, taken: [LocalDefinition], _ tree: UnitTree, on today: Day
    ) throws(Refused) -> String {
        guard form.terms.name.count >= 3 else { throw .nameMissing }
        let name = NameKey.fold(form.terms.name)
        guard !taken.contains(where: { NameKey.fold($0.name) == name && $0.endedOn == nil }) else {
            throw .nameTaken
        }
        guard abs(form.terms.from - today) < 3660 else { throw .fromTooFar }
        guard !form.questions.isEmpty else { throw .questionMissing }
        guard !form.senders.isEmpty else { throw .unitMissing }
        try checkNesting(form.senders.map(\.node), tree, on: max(form.terms.from, today))
        let wanted = form.key ?? slug(form.terms.name)
        let keys = Set(taken.map(\.key))
        return (1...).lazy.map { $0 == 1 ? wanted : "\(wanted)-\($0)" }.first { !keys.contains($0) } ?? wanted
    }

    /// Two senders of which one lies within the other would be counted twice.
    static func checkNesting(_ nodes: [ID<Node>], _ tree: UnitTree, on day: Day) throws(Refused) {
        let all = Set(nodes)
        for node in nodes {
            for outer in tree.lineUp(from: node, on: day).dropFirst() where all.contains(outer) {
                throw .unitWithin(tree.name(node, on: day), tree.name(outer, on: day))
            }
        }
    }

    /// Small letters, digits and hyphens, at most 40.
    static func slug(_ words: String) -> String {
        var slug = ""
        for scalar in NameKey.fold(words).unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        slug = String(slug.prefix(40))
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? "return" : slug
    }

    /// Begins the return in one transaction, and gives its identity.
    @discardableResult
    package static func define(
        _ form: Form, by actor: ReturnActor, _ connection: Connection, at now: Instant, on today: Day,
        changed: ReturnsChanged
    ) throws -> ID<LocalReturn> {
        let taken = try LocalReturnsSQL.definitions(connection, actor.authority)
        let tree = try UnitTree.read(connection, actor.authority)
        let key = try decide(form, taken: taken, tree, on: today)
        let id = ID<LocalReturn>.make(at: now)
        try LocalWriting.insertReturn(
            id, key: key, kind: form.kind, template: form.template, actor.authority, connection)
        try LocalWriting.insert(form.terms, reason: nil, of: id, by: actor, at: now, connection)
        for (position, question) in form.questions.enumerated() {
            try LocalWriting.insert(
                QuestionVersion(
                    from: form.terms.from, question: question, isAsked: true, position: position + 1,
                    reason: nil),
                of: id, by: actor, at: now, connection)
        }
        for sender in form.senders {
            try LocalWriting.insert(
                LocalSender(
                    id: .make(at: now), node: sender.node, post: sender.post, person: sender.person,
                    from: form.terms.from, until: nil), of: id, actor.authority, connection)
        }
        try connection.record(
            LocalWriting.event(
                "return.defined", id,
                says: "The return “\(form.terms.name)” is asked for from \(form.terms.from.long), of "
                    + counted(form.senders.count, "unit"), by: actor, at: now))
        try changed(connection, actor.authority, .local(id), now)
        return id
    }
}
