/// What a file holds, told from its bytes.
enum FileKind: Hashable, Sendable {
    case archive, pdf, html, text
    /// Something that is known but not read, with what the person can do about it.
    case refused(Unreadable.Reason, String)

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: Archive.signature) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .archive
        } else if bytes.prefix(1024).firstIndexOf("%PDF-") != nil {
            self = .pdf
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .compoundFile(bytes)
        } else if let picture = FileKind.picture(bytes) {
            self = .refused(
                .unknownFormat, "is a picture (\(picture)), not text: save the plan itself, not a scan of it."
            )
        } else if bytes.starts(with: "{\\rtf".utf8) {
            self = .refused(.unknownFormat, "is in Rich Text Format: open it in Word and save it as .docx.")
        } else if FileKind.isHTML(bytes) {
            self = .html
        } else {
            self = .text
        }
    }

    /// OLE's container: an encrypted Office file, or one of the formats before 2007. The streams that tell
    /// which are named in UTF-16 in the directory.
    private static func compoundFile(_ bytes: [UInt8]) -> FileKind {
        func holds(_ stream: String) -> Bool {
            bytes.prefix(8 << 20).firstIndexOf(String(stream.flatMap { [$0, "\0"] })) != nil
        }
        if holds("EncryptedPackage") {
            return .refused(
                .encrypted, "is encrypted: open it in Office, take the password off, and save it again.")
        }
        if holds("WordDocument") {
            return .refused(
                .unknownFormat, "is a Word 97–2003 document: open it in Word and save it as .docx.")
        }
        if holds("Workbook") || holds("Book") {
            return .refused(
                .unknownFormat, "is an Excel 97–2003 workbook: open it in Excel and save it as .xlsx.")
        }
        return .refused(
            .unknownFormat, "is an old Office file: open it in Office and save it as .docx or .xlsx.")
    }

    private static func picture(_ bytes: [UInt8]) -> String? {
        let beginnings: [(String, [UInt8])] = [
            ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]), ("GIF", Array("GIF8".utf8)),
            ("TIFF", [0x49, 0x49, 0x2A, 0x00]), ("TIFF", [0x4D, 0x4D, 0x00, 0x2A]),
        ]
        return beginnings.first { bytes.starts(with: $0.1) }?.0
    }

    /// Whole pages only: a text with some tags in it is plain text to whoever pasted it.
    private static func isHTML(_ bytes: [UInt8]) -> Bool {
        // NULs aside, UTF-16 reads like ASCII here; so do byte order marks that are dropped.
        let head = bytes.prefix(4096).filter { $0 != 0 && $0 < 0x80 }
        var text = String(decoding: head, as: UTF8.self).lowercased()[...]
        while true {
            text = text.drop { $0.isWhitespace }
            if text.hasPrefix("<?xml"), let end = text.firstIndex(of: ">") {
                text = text[text.index(after: end)...]
            } else if text.hasPrefix("<!--"), let end = text.dropFirst(4).firstIndex(of: ">") {
                text = text[text.index(after: end)...]
            } else {
                break
            }
        }
        return ["<!doctype html", "<html", "<head", "<body"].contains { text.hasPrefix($0) }
    }
}

extension Collection<UInt8> {
    /// Where the ASCII text first stands.
    func firstIndexOf(_ text: String) -> Index? {
        let wanted = Array(text.utf8)
        var start = startIndex
        while let found = self[start...].firstIndex(of: wanted[0]) {
            if self[found...].starts(with: wanted) { return found }
            start = index(after: found)
        }
        return nil
    }
}
