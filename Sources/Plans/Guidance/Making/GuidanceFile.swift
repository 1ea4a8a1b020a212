/// What kind of file a version is, told from its bytes and never from its name.
enum GuidanceFile {
    static let limit = 20 << 20

    /// The media type; nil for a file that nobody would read as a document.
    static func mediaType(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return "application/pdf" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return "application/rtf" }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return office(bytes) }
        let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
        return isText && !head.contains("<html") && !head.contains("<script") ? "text/plain" : nil
    }

    /// Office's and OpenDocument's archives, by the names of the parts inside.
    private static func office(_ bytes: [UInt8]) -> String? {
        let open = "application/vnd.openxmlformats-officedocument."
        let kinds = [
            ("word/document", open + "wordprocessingml.document"),
            ("xl/workbook", open + "spreadsheetml.sheet"),
            ("ppt/presentation", open + "presentationml.presentation"),
            ("opendocument.text", "application/vnd.oasis.opendocument.text"),
            ("opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
        ]
        return kinds.first { holds(bytes, Array($0.0.utf8)) }?.1
    }

    private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            guard buffer.count >= part.count else { return false }
            return (0...(buffer.count - part.count)).contains { start in
                buffer[start] == part[0] && buffer[start..<(start + part.count)].elementsEqual(part)
            }
        }
    }
}
