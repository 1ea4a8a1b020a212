/// Reads a small part as a whole: styles, numbering, relationships.
final class XMLTree: XMLListener {
    private let body: (XMLElement) throws(Unreadable) -> Void

    private init(_ body: @escaping (XMLElement) throws(Unreadable) -> Void) {
        self.body = body
    }

    /// Calls back with the part's root; not at all when there is no such part.
    static func read(
        _ part: String, of archive: Archive, limits: ReadingLimits, deadline: Deadline,
        _ body: @escaping (XMLElement) throws(Unreadable) -> Void
    ) throws(Unreadable) {
        try XMLScanner.scan(part, of: archive, limits: limits, deadline: deadline, XMLTree(body))
    }

    func begin(_ element: XMLElement) throws(Unreadable) -> Bool { true }
    func whole(_ element: XMLElement) throws(Unreadable) { try body(element) }
    func end(_ tag: XMLTag?) throws(Unreadable) {}
}
