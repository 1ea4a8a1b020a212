/// Tells what a part is by its outermost element, and reads no further.
final class XMLRoot: XMLListener {
    private var tag: XMLTag?
    private static let enough = Unreadable(.damaged, "")

    /// Nil where the part is missing, is no XML, or is of no kind that is known here.
    static func tag(of part: String, in package: OfficePackage) -> XMLTag? {
        let root = XMLRoot()
        // Whatever is wrong with the part is said when it is read as a whole.
        _ = try? package.scan(part, root)
        return root.tag
    }

    func begin(_ element: XMLElement) throws(Unreadable) -> Bool {
        tag = element.tag
        throw XMLRoot.enough
    }

    func whole(_ element: XMLElement) throws(Unreadable) {}
    func end(_ tag: XMLTag?) throws(Unreadable) {}
}
