/// An Office file: an archive whose parts name one another through relationships (ECMA-376 part 2).
struct OfficePackage: Sendable {
    struct Relationship: Sendable {
        /// The last word of the type's address: `styles`, `numbering`, `worksheet`.
        var kind: String
        /// The part's name in the archive, or the address of something outside.
        var target: String
        var isOutside: Bool
    }

    let archive: Archive
    let limits: ReadingLimits
    let deadline: Deadline
    /// The part that the whole file is about.
    private(set) var mainPart = ""

    init(_ archive: Archive, limits: ReadingLimits, deadline: Deadline) throws(Unreadable) {
        self.archive = archive
        self.limits = limits
        self.deadline = deadline
        let main = try relationships(of: "").values.first { $0.kind == "officeDocument" && !$0.isOutside }
        mainPart = main?.target ?? ""
    }

    /// The relationships of that part, by identifier; those of the package itself for an empty name.
    func relationships(of part: String) throws(Unreadable) -> [String: Relationship] {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let name = part.dropFirst(folder.count)
        var found: [String: Relationship] = [:]
        try tree("\(folder)_rels/\(name).rels") { root in
            for child in root.children where child.tag == .relRelationship {
                guard let id = child[.relationshipID], let target = child[.target],
                    let type = child[.relationshipType]
                else { continue }
                let isOutside = child[.targetMode] == "External"
                found[id] = Relationship(
                    kind: String(type.split(separator: "/").last ?? ""),
                    target: isOutside ? target : OfficePackage.resolve(target, in: folder),
                    isOutside: isOutside)
            }
        }
        return found
    }

    func tree(_ part: String, _ body: @escaping (XMLElement) throws(Unreadable) -> Void) throws(Unreadable) {
        try XMLTree.read(part, of: archive, limits: limits, deadline: deadline, body)
    }

    /// False when there is no such part.
    @discardableResult
    func scan(_ part: String, _ listener: any XMLListener) throws(Unreadable) -> Bool {
        try XMLScanner.scan(part, of: archive, limits: limits, deadline: deadline, listener)
    }

    /// The title that the file's properties give; nil where they give none.
    func title() throws(Unreadable) -> String? {
        guard let part = try relationships(of: "").values.first(where: { $0.kind == "core-properties" })
        else { return nil }
        var title: String?
        try tree(part.target) { root in
            guard let text = root[.dcTitle]?.text else { return }
            var builder = TextBuilder()
            builder.append(text.utf8)
            title = builder.finish().string
        }
        return title?.isEmpty == true ? nil : title
    }

    private static func resolve(_ target: String, in folder: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for piece in target.split(separator: "/") {
            if piece == ".." { _ = path.popLast() } else if piece != "." { path.append(piece) }
        }
        return path.joined(separator: "/")
    }
}
