import Documents

/// Archives round parts that the fuzzer makes up: bytes of a whole archive seldom pass its checksums.
enum OfficeParts {
    /// The body of a Word document, its numbering, styles and footnotes, split by 0x1E; or an archive as it is.
    static func word(_ bytes: [UInt8]) -> [UInt8] {
        archive(
            bytes, main: "word/document.xml",
            others: [
                "numbering": "word/numbering.xml", "styles": "word/styles.xml",
                "footnotes": "word/footnotes.xml",
            ],
            order: ["numbering", "styles", "footnotes"])
    }

    /// The workbook's own part, its first sheet, shared strings and styles, split by 0x1E; or an archive as it is.
    static func workbook(_ bytes: [UInt8]) -> [UInt8] {
        archive(
            bytes, main: "xl/workbook.xml",
            others: [
                "worksheet": "xl/worksheets/sheet1.xml", "sharedStrings": "xl/sharedStrings.xml",
                "styles": "xl/styles.xml",
            ], order: ["worksheet", "sharedStrings", "styles"])
    }

    private static func archive(
        _ bytes: [UInt8], main: String, others: [String: String], order: [String]
    ) -> [UInt8] {
        guard !bytes.starts(with: "PK".utf8) else { return bytes }
        let parts = bytes.split(separator: 0x1E, omittingEmptySubsequences: false)
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let names = "http://schemas.openxmlformats.org/package/2006/relationships"
        let folder = main.prefix { $0 != "/" }
        let file = main.dropFirst(folder.count + 1)
        var archive = ArchiveWriter()
        archive.add(
            "_rels/.rels",
            """
            <Relationships xmlns="\(names)"><Relationship Id="rId1" Type="\(office)/officeDocument" \
            Target="\(main)"/></Relationships>
            """.utf8)
        var links = ""
        for (number, kind) in order.enumerated() {
            guard let path = others[kind] else { continue }
            links += "<Relationship Id=\"rId\(number + 1)\" Type=\"\(office)/\(kind)\" Target=\"/\(path)\"/>"
        }
        archive.add(
            "\(folder)/_rels/\(file).rels", "<Relationships xmlns=\"\(names)\">\(links)</Relationships>".utf8)
        archive.add(main, parts.first ?? [])
        for (kind, part) in zip(order, parts.dropFirst()) {
            if let path = others[kind] { archive.add(path, part) }
        }
        return archive.finish()
    }
}
