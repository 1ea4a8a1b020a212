/// The part of an address behind the question mark, in order; empty values are left out.
package struct Query: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var pairs: [Pair] = []

    private struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        pairs = elements.map { Pair(name: $0.0, value: $0.1) }
    }

    package init(_ fields: Fields) {
        pairs = fields.pairs.map { Pair(name: $0.name, value: $0.value) }
    }

    /// The same query with one name set to one value; an empty value takes the name away.
    package func with(_ name: String, _ value: some CustomStringConvertible) -> Query {
        var query = self
        query.pairs.removeAll { $0.name == name }
        query.pairs.append(Pair(name: name, value: value.description))
        return query
    }

    /// `?lead=Maya+Okonkwo&page=2`; empty when there is nothing to say.
    package var suffix: String {
        let shown = pairs.filter { !$0.value.isEmpty }
        guard !shown.isEmpty else { return "" }
        return "?"
            + shown.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }
            .joined(separator: "&")
    }
}
