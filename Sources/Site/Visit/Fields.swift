package import Kernel

/// Named values of a form or a query, in the order in which they came; a name may come many times.
package struct Fields: Sendable {
    package private(set) var pairs: [Pair] = []
    package private(set) var files: [UploadedFile] = []

    package struct Pair: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package init() {}

    /// Makes fields by hand, for a form that is filled from a record and for tests.
    package init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { add(name, value) }
    }

    package mutating func add(_ name: String, _ value: String) {
        pairs.append(Pair(name: name, value: value))
    }

    mutating func add(_ file: UploadedFile) {
        files.append(file)
    }

    /// The first value of that name without white space at its ends; empty when there is none.
    package subscript(_ name: String) -> String {
        pairs.first { $0.name == name }.map { trimmed($0.value) } ?? ""
    }

    /// The first value exactly as it came, for passwords.
    package func exact(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    /// Every value of that name, as a row of checkboxes sends them.
    package func all(_ name: String) -> [String] { pairs.lazy.filter { $0.name == name }.map(\.value) }

    package func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    /// The number of a list's page: from 1, and never so large that to count with it could overflow.
    package var page: Int { min(max(1, Int(self["page"]) ?? 1), 100_000) }

    /// The first file of that name; nil when none was chosen.
    package func file(_ name: String) -> UploadedFile? { files.first { $0.field == name } }

    /// The identity that a select or a link carries; nil when it is empty or none.
    package func id<Owner>(_ name: String, of owner: Owner.Type = Owner.self) -> ID<Owner>? {
        ID<Owner>(self[name])
    }
}

/// A file that somebody sent with a form.
package struct UploadedFile: Sendable {
    package let field: String
    /// The name that it had on their machine, without folders; for showing, never for a path.
    package let name: String
    package let bytes: [UInt8]
}

private func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
        first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
}
