import Documents

/// What a workbook says about its sheets, and what they share: ECMA-376 part 1, transitional and strict.
struct Workbook {
    struct Sheet {
        let name: String
        let isHidden: Bool
        let entry: Archive.Entry
    }

    let archive: Archive
    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false
    private(set) var shared = SharedTexts()
    /// For each cell format whether it shows a date.
    private(set) var isDate: [Bool] = []

    /// Nil where the archive is no workbook.
    init?(_ archive: Archive) throws(UnusableFile) {
        self.archive = archive
        guard
            let main = try Workbook.targets(of: "", in: archive).first(where: {
                $0.value.kind == "officeDocument"
            }),
            main.value.path.hasSuffix(".xml"), let entry = archive.entry(main.value.path)
        else { return nil }
        let links = try Workbook.targets(of: main.value.path, in: archive)
        var listed: [[String: String]] = []
        var isWorkbook = false
        try Workbook.tags(entry, of: archive) { tags throws(UnusableFile) in
            if tags.isNamed("workbook") { isWorkbook = true }
            if tags.isNamed("workbookPr"), !tags.isEnd {
                countsFrom1904 = ["1", "true"].contains(try tags.attributes()["date1904"])
            } else if tags.isNamed("sheet"), !tags.isEnd {
                listed.append(try tags.attributes())
            }
        }
        guard isWorkbook else { return nil }
        for sheet in listed {
            guard let link = sheet["id"].flatMap({ links[$0] }), link.kind == "worksheet" else { continue }
            guard let entry = archive.entry(link.path) else { throw PartTags.damaged }
            sheets.append(
                Sheet(
                    name: sheet["name"] ?? "",
                    isHidden: sheet["state"]?.lowercased().contains("hidden") ?? false,
                    entry: entry))
        }
        func part(_ kind: String) -> Archive.Entry? {
            links.values.first { $0.kind == kind }.flatMap { archive.entry($0.path) }
        }
        if let entry = part("styles") { try readStyles(entry) }
        if let entry = part("sharedStrings"), entry.expandedSize > 0 {
            let held = try Workbook.utf8(HeldBytes(entry, of: archive))
            shared = try SharedTexts(held.bytes)
        }
    }

    private mutating func readStyles(_ entry: Archive.Entry) throws(UnusableFile) {
        var codes: [String: String] = [:]
        var isFormats = false
        var formats: [String] = []
        try Workbook.tags(entry, of: archive) { tags throws(UnusableFile) in
            if tags.isNamed("cellXfs") {
                isFormats = !tags.isEnd
            } else if !tags.isEnd, tags.isNamed("numFmt") {
                let attributes = try tags.attributes()
                if let id = attributes["numFmtId"] { codes[id] = attributes["formatCode"] }
            } else if !tags.isEnd, isFormats, tags.isNamed("xf") {
                formats.append(try tags.attributes()["numFmtId"] ?? "0")
            }
        }
        var known: [String: Bool] = [:]
        isDate = formats.map { id in
            if let found = known[id] { return found }
            let found =
                codes[id].map { WorkbookDates.isDate($0) } ?? WorkbookDates.isDate(builtIn: Int(id) ?? 0)
            known[id] = found
            return found
        }
    }

    // MARK: Parts

    private struct Target {
        /// The last word of the type's address.
        let kind: String
        let path: String
    }

    /// What a part points at inside the archive, by the ids it uses; of the archive itself for no name.
    private static func targets(of part: String, in archive: Archive) throws(UnusableFile) -> [String: Target]
    {
        let folder = part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
        let file = part.split(separator: "/").last.map(String.init) ?? ""
        let name = (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels"
        guard let entry = archive.entry(name) else { return [:] }
        var found: [String: Target] = [:]
        try tags(entry, of: archive) { tags throws(UnusableFile) in
            guard !tags.isEnd, tags.isNamed("Relationship") else { return }
            let attributes = try tags.attributes()
            guard attributes["TargetMode"] != "External", let id = attributes["Id"],
                let kind = attributes["Type"]?.split(separator: "/").last, let target = attributes["Target"]
            else { return }
            found[id] = Target(kind: String(kind), path: resolve(target, in: folder))
        }
        return found
    }

    private static func resolve(_ target: String, in folder: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for piece in target.split(separator: "/") {
            if piece == ".." { _ = path.popLast() } else if piece != "." { path.append(piece) }
        }
        return path.joined(separator: "/")
    }

    /// Runs through the tags of a small part.
    private static func tags(
        _ entry: Archive.Entry, of archive: Archive,
        _ each: (inout PartTags) throws(UnusableFile) -> Void
    ) throws(UnusableFile) {
        guard entry.expandedSize <= 64 << 20 else { throw PartTags.damaged }
        let held = try utf8(HeldBytes(entry, of: archive))
        var tags = try PartTags(held.bytes)
        while try tags.next() { try each(&tags) }
    }

    /// Office writes UTF-8; what other programs write is brought into it.
    static func utf8(_ held: HeldBytes) throws(UnusableFile) -> HeldBytes {
        let head = held.bytes.prefix(200)
        let isPlain =
            !head.contains(0)
            && !String(decoding: head.prefix { $0 != 0x3E }, as: UTF8.self).lowercased().contains(
                "encoding=\"i")
        return isPlain ? held : HeldBytes(try XMLEncoding.utf8(Array(held.bytes)))
    }
}
