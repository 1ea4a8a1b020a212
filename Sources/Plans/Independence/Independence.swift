package import Kernel
package import Storage

/// Whether somebody may judge what others did: nobody marks their own work, nor that of somebody above them.
///
/// Judged between people, through every post, delegation and line of the day. There is no way round a "no".
package struct Independence: Sendable {
    /// Somebody whose work is judged, and what they did, as a sentence goes on: "added this evidence".
    package struct Author: Hashable, Sendable {
        package let person: ID<Person>
        package let did: String
        /// Whether those below them are kept out too, as below whoever answers.
        package let isOwner: Bool

        package static func owner(_ person: ID<Person>, _ did: String) -> Author {
            Author(person: person, did: did, isOwner: true)
        }

        package static func other(_ person: ID<Person>, _ did: String) -> Author {
            Author(person: person, did: did, isOwner: false)
        }
    }

    package let line: Line
    package let accountable: Accountable?
    package let authors: [Author]
    /// For each owner, why they are one, as a sentence goes on: "answers for this action".
    private let owners: [ID<Person>: String]

    package init(_ line: Line, of accountable: Accountable?, authors: [Author]) {
        self.line = line
        self.accountable = accountable
        self.authors = authors
        owners = Independence.owners(line, accountable, authors)
    }

    /// Why not, in a sentence with names; nil for somebody independent.
    package func whyNot(_ person: ID<Person>?) -> NotIndependent? {
        guard let person else { return .accountOfNobody }
        guard let name = line.names[person] else { return .notOfTheOrganisation }
        guard accountable != nil else { return .nobodyAnswers }
        if let why = owners[person] { return .ownWork("\(name) \(why)") }
        if let author = authors.first(where: { $0.person == person }) {
            return .ownWork("\(name) \(author.did)")
        }
        return above(person, named: name).map { .below($0) }
    }

    package func check(_ person: ID<Person>?) throws(NotIndependent) {
        if let no = whyNot(person) { throw no }
    }
}

/// Why somebody may not judge.
package enum NotIndependent: Refusal, Hashable {
    case accountOfNobody
    case notOfTheOrganisation
    case nobodyAnswers
    /// They did it, answer for it, or act for whoever does.
    case ownWork(String)
    /// They are in the line below somebody who did or does.
    case below(String)

    package var sentence: String {
        switch self {
        case .accountOfNobody:
            "Your account is not tied to a person of the organisation, so nobody can tell whether you are independent: an administrator can tie it"
        case .notOfTheOrganisation:
            "The person of your account is not in the organisation today, so nobody can tell whether you are independent"
        case .nobodyAnswers:
            "Nobody answers for this action yet, so nobody can tell who is independent of it: the programme manager can say who does"
        case .ownWork(let why), .below(let why): "\(why), so somebody else must judge it"
        }
    }

    package var field: String? { nil }
}

// MARK: Whose work it is

extension Independence {
    private static func owners(
        _ line: Line, _ accountable: Accountable?, _ authors: [Author]
    ) -> [ID<Person>: String] {
        var owners: [ID<Person>: String] = [:]
        func add(_ person: ID<Person>, _ why: String) {
            if owners[person] == nil { owners[person] = why }
        }
        func addDelegates(of accountable: Accountable, _ whom: String) {
            for delegate in (line.delegates[accountable] ?? []).sorted() {
                add(delegate, "acts for \(whom), who answers for this action")
            }
        }
        switch accountable {
        case .person(let person):
            add(person, "answers for this action")
            addDelegates(of: .person(person), line.names[person] ?? "somebody")
        case .post(let post):
            let title = line.posts[post]?.title ?? "post"
            let holders = (line.posts[post]?.holders ?? []).sorted()
            for holder in holders { add(holder, "answers for this action as \(title)") }
            for delegate in (line.delegates[.post(post)] ?? []).sorted() {
                add(delegate, "acts for the post \(title), which answers for this action")
            }
            for holder in holders { addDelegates(of: .person(holder), line.names[holder] ?? "somebody") }
        case nil: break
        }
        for author in authors where author.isOwner { add(author.person, author.did) }
        return owners
    }

    /// "Tom Hallam reports to Maya Okonkwo, who answers for this action"; nil where no owner is above the person.
    ///
    /// Upwards from every post that they hold or act for, past vacant posts, to holders and to those who act for
    /// a post or its holder. Each post is looked at once, so that a ring in the data ends.
    private func above(_ person: ID<Person>, named name: String) -> String? {
        var seen: Set<ID<Post>> = []
        var level = line.standsFor(person).compactMap(\.post).sorted().compactMap {
            line.posts[$0]?.reportsTo
        }
        var verb = "reports to"
        while !level.isEmpty {
            var next: [ID<Post>] = []
            for post in level where seen.insert(post).inserted {
                guard let standing = line.posts[post] else { continue }
                if accountable == .post(post), standing.holders.isEmpty {
                    return "\(name) \(verb) the post \(standing.title), which answers for this action"
                }
                // The holder is named before whoever acts for them.
                let acting = line.people(behind: .post(post)).subtracting(standing.holders)
                let people = (standing.holders.sorted() + acting.sorted()).filter { $0 != person }
                if let owner = people.first(where: { owners[$0] != nil }), let why = owners[owner] {
                    return "\(name) \(verb) \(line.names[owner] ?? standing.title), who \(why)"
                }
                if let above = standing.reportsTo { next.append(above) }
            }
            level = next
            verb = "reports, through others, to"
        }
        return nil
    }
}
