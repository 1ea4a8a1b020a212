package import Kernel

// What may be done to the people of the organisation.

extension Structure {
    @discardableResult
    package mutating func addPerson(
        named name: String, email: String? = nil, at now: Instant
    ) throws(StructureRefused) -> ID<Person> {
        guard !name.isEmpty else { throw .personNameMissing }
        let email = try checked(email, for: nil)
        let id = ID<Person>.make(at: now)
        people[id] = PersonRecord(id: id, name: name, email: email)
        touchedPeople.insert(id)
        deeds.append(
            Deed(
                kind: "person.added", subject: "person", subjectID: id.description,
                to: ["name": .string(name), "email": .optional(email)],
                words: "\(name) is added to the people"))
        return id
    }

    /// Corrects a person, or says their last day; they leave every post that day.
    package mutating func changePerson(
        _ id: ID<Person>, name: String, email: String?, left: Day?
    ) throws(StructureRefused) {
        guard var person = people[id] else { throw .personMissing }
        guard !name.isEmpty else { throw .personNameMissing }
        let email = try checked(email, for: id)
        guard person.name != name || person.email != email || person.left != left else { return }
        if let left {
            let later = posts.values.filter { post in
                post.holdings.contains { $0.person == id && $0.from > left }
            }
            guard later.isEmpty else { throw .heldLonger([name]) }
        }
        let before = event(person)
        let leaves = left != nil && left != person.left
        let old = person.name
        (person.name, person.email, person.left) = (name, email, left)
        people[id] = person
        touchedPeople.insert(id)
        if let left { leavePosts(id, on: left) }
        deeds.append(
            Deed(
                kind: leaves ? "person.left" : "person.changed", subject: "person", subjectID: id.description,
                from: before, to: event(person),
                words: leaves
                    ? "\(name) leaves on \(left?.long ?? "")"
                    : old == name ? "What is known of \(name) changes" : "\(old) is called \(name)"))
    }

    private mutating func leavePosts(_ id: ID<Person>, on left: Day) {
        for var post in posts.values {
            var changed = false
            for index in post.holdings.indices
            where post.holdings[index].person == id && (post.holdings[index].until.map { $0 > left } ?? true)
            {
                post.holdings[index].until = left
                changed = true
            }
            guard changed else { continue }
            posts[post.id] = post
            touchedPosts.insert(post.id)
            deeds.append(
                Deed(
                    kind: "post.left", subject: "post", subjectID: post.id.description,
                    to: [
                        "post": .string(post.title), "by": .optional(people[id]?.name),
                        "until": .string(left.description),
                    ], words: "\(people[id]?.name ?? "") leaves the post \(post.title) on \(left.long)"))
        }
    }

    private func checked(_ email: String?, for id: ID<Person>?) throws(StructureRefused) -> String? {
        guard let email = email?.lowercased(), !email.isEmpty else { return nil }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !email.contains(where: \.isWhitespace)
        else { throw .emailWrong(email) }
        if let other = people.values.first(where: { $0.email?.lowercased() == email && $0.id != id }) {
            throw .emailTaken(email, other.name)
        }
        return email
    }

    private func event(_ person: PersonRecord) -> JSON {
        [
            "name": .string(person.name), "email": .optional(person.email),
            "last day": .optional(person.left?.description),
        ]
    }
}
