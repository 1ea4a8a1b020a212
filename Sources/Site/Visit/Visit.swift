package import Kernel
package import Markup

/// One request, read and admitted: what a handler knows.
package struct Visit: Sendable {
    /// Who asks; nil when signed out, which only open routes meet.
    package let officer: Officer?
    /// The session's token, for what must end or change the session itself; nil when signed out.
    package let session: String?
    /// The parameters of the path by name, percent-decoded.
    package let parameters: [String: String]
    package let query: Fields
    /// What the form sent; empty for GET.
    package let form: Fields
    /// The moment of the request, read once.
    package let now: Instant
    /// The day in London, or the example authority's fixed one.
    package let today: Day
    /// The path and query as asked, to come back to.
    package let address: String
    /// The key that every POST form of this visitor must carry; `Markup.form(to:key:)` puts it in.
    package let formKey: FormKey
    /// Names the request in the log and on the page of a fault.
    package let requestID: String
    /// Where the request came from: the peer's address, or what a trusted proxy says.
    package let remote: String
    /// The program that asks, as it names itself; at most 200 characters.
    package let agent: String
}

extension Visit {
    /// The person who asks. Routes that are not open always have one.
    package var signedInOfficer: Officer {
        get throws(NotFound) {
            guard let officer else { throw NotFound() }
            return officer
        }
    }

    /// The identity in the path; a parameter that is no identity is a page that is not there.
    package func id<Owner>(_ parameter: String, of owner: Owner.Type = Owner.self) throws(NotFound) -> ID<
        Owner
    > {
        guard let id = ID<Owner>(parameters[parameter] ?? "") else { throw NotFound() }
        return id
    }

    /// What was typed, with what is wrong with it, for the form components.
    package func entry(_ errors: [FieldError] = []) -> Entry { form.entry(errors) }
}

extension Fields {
    /// The values as form components want them.
    package func entry(_ errors: [FieldError] = []) -> Entry {
        var values: [String: [String]] = [:]
        for pair in pairs { values[pair.name, default: []].append(pair.value) }
        return Entry(values, errors: errors)
    }
}

/// There is nothing there, or nothing that this visitor may see.
package struct NotFound: Error {
    package init() {}
}

/// The request is not one that a page of ours would have sent.
package struct BadRequest: Error {
    package init() {}
}
