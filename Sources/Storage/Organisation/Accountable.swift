package import Kernel

/// Who answers for an action: a post, and so whoever holds it, or a person.
package enum Accountable: Hashable, Sendable {
    case post(ID<Post>)
    case person(ID<Person>)

    package var post: ID<Post>? {
        if case .post(let id) = self { return id }
        return nil
    }

    package var person: ID<Person>? {
        if case .person(let id) = self { return id }
        return nil
    }

    package init?(post: ID<Post>?, person: ID<Person>?) {
        if let post {
            self = .post(post)
        } else if let person {
            self = .person(person)
        } else {
            return nil
        }
    }
}

extension Accountable {
    /// As a form's choice carries it: `post:…` or `person:…`.
    package var choice: String {
        switch self {
        case .post(let id): "post:\(id)"
        case .person(let id): "person:\(id)"
        }
    }

    /// Nil for a text that `choice` did not write.
    package init?(choice: String) {
        let parts = choice.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "post":
            guard let id = ID<Post>(parts[1]) else { return nil }
            self = .post(id)
        case "person":
            guard let id = ID<Person>(parts[1]) else { return nil }
            self = .person(id)
        default: return nil
        }
    }
}
