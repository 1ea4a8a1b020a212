/// What a file is, told from its bytes, where it is kept as it came and not read: evidence, attachments.
///
/// Nothing that a browser or an office program would run is known here: web pages, SVG, scripts' binaries,
/// macros. The name never decides; it only has to agree.
package enum KnownFile: String, CaseIterable, Sendable {
    case pdf, word, workbook, presentation, openText, openSheet, openPresentation, png, jpeg, gif, tiff, webp
    case heic, text

    /// How people call it.
    package var words: String {
        switch self {
        case .pdf: "PDF"
        case .word: "Word"
        case .workbook: "Excel"
        case .presentation: "PowerPoint"
        case .openText: "OpenDocument text"
        case .openSheet: "OpenDocument spreadsheet"
        case .openPresentation: "OpenDocument presentation"
        case .png, .jpeg, .gif, .tiff, .webp, .heic: "picture"
        case .text: "text"
        }
    }

    /// The endings that a name may have for it, the usual one first.
    package var endings: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .word: ["docx", "dotx"]
        case .workbook: ["xlsx", "xltx"]
        case .presentation: ["pptx", "potx", "ppsx"]
        case .openText: ["odt"]
        case .openSheet: ["ods"]
        case .openPresentation: ["odp"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .gif: ["gif"]
        case .tiff: ["tif", "tiff"]
        case .webp: ["webp"]
        case .heic: ["heic", "heif"]
        case .text: ["txt", "csv", "tsv", "md"]
        }
    }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .presentation: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .openText: "application/vnd.oasis.opendocument.text"
        case .openSheet: "application/vnd.oasis.opendocument.spreadsheet"
        case .openPresentation: "application/vnd.oasis.opendocument.presentation"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .tiff: "image/tiff"
        case .webp: "image/webp"
        case .heic: "image/heic"
        case .text: "text/plain; charset=utf-8"
        }
    }
}

extension KnownFile {
    /// What the bytes are, or why they are not taken.
    package init(_ bytes: [UInt8]) throws(Unreadable) {
        guard !bytes.isEmpty else { throw Unreadable(.damaged, "This file is empty.") }
        if let refused = KnownFile.refused(bytes) { throw refused }
        if bytes.starts(with: Archive.signature) {
            self = try KnownFile.office(bytes)
        } else if bytes.prefix(1024).firstIndexOf("%PDF-") != nil {
            self = .pdf
        } else if let picture = KnownFile.picture(bytes) {
            self = picture
        } else if KnownFile.isText(bytes) {
            self = .text
        } else {
            throw Unreadable(
                .unknownFormat,
                "This is no kind of file that is taken: save it as PDF, Word, Excel, PowerPoint, a picture or text."
            )
        }
    }

    private static func refused(_ bytes: [UInt8]) -> Unreadable? {
        let programs: [[UInt8]] = [
            Array("MZ".utf8), [0x7F, 0x45, 0x4C, 0x46], [0xCA, 0xFE, 0xBA, 0xBE], [0xFE, 0xED, 0xFA, 0xCE],
            [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], Array("#!".utf8),
            [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
        ]
        if programs.contains(where: { bytes.starts(with: $0) }) {
            return Unreadable(.unknownFormat, "This is a program, and programs are not taken.")
        }
        // A byte order mark, UTF-16's NULs and white space may stand before a tag.
        let head = bytes.prefix(64).filter { $0 > 0x20 && $0 < 0x80 }
        if head.first == 0x3C {
            return Unreadable(
                .unknownFormat,
                "This is a web page, SVG or XML, which could run in a browser: print it to PDF and add that.")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return Unreadable(
                .unknownFormat,
                "This is an encrypted or old Office file, or an Outlook message, and could hold macros: save it as .docx, .xlsx or PDF without a password."
            )
        }
        return nil
    }

    /// An Office package says in one part what it is; any other archive is not taken.
    private static func office(_ bytes: [UInt8]) throws(Unreadable) -> KnownFile {
        let archive = try Archive(bytes, limits: .standard)
        let macros = Unreadable(
            .unknownFormat, "This file holds macros: save it without them, as .docx, .xlsx or .pptx.")
        for entry in archive.entries {
            let name = entry.name.lowercased()
            if name.hasSuffix("vbaproject.bin") || name.hasPrefix("basic/") || name.hasPrefix("scripts/")
                || name.contains("/activex/")
            {
                throw macros
            }
        }
        if let entry = archive.entry("[Content_Types].xml"), entry.expandedSize <= 4 << 20,
            let types = try archive.contents("[Content_Types].xml")
        {
            if types.firstIndexOf("macroEnabled") != nil { throw macros }
            if types.firstIndexOf("wordprocessingml.") != nil, archive.entry("word/document.xml") != nil {
                return .word
            }
            if types.firstIndexOf("spreadsheetml.") != nil, archive.entry("xl/workbook.xml") != nil {
                return .workbook
            }
            if types.firstIndexOf("presentationml.") != nil, archive.entry("ppt/presentation.xml") != nil {
                return .presentation
            }
        }
        if let entry = archive.entry("mimetype"), entry.expandedSize < 200,
            let type = try archive.contents("mimetype")
        {
            let type = String(decoding: type, as: UTF8.self)
            for kind in [KnownFile.openText, .openSheet, .openPresentation] where type == kind.mediaType {
                return kind
            }
        }
        throw Unreadable(
            .unknownFormat, "This is an archive of files: take them out and add each that shows something.")
    }

    private static func picture(_ bytes: [UInt8]) -> KnownFile? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return .gif }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return .tiff
        }
        guard bytes.count > 12 else { return nil }
        if bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) { return .webp }
        // ISO 14496-12: a box `ftyp` with its brand. Telephones make these.
        if bytes[4..<8].elementsEqual("ftyp".utf8) {
            let brand = String(decoding: bytes[8..<12], as: UTF8.self)
            if ["heic", "heix", "mif1", "heim", "heis"].contains(brand) { return .heic }
        }
        return nil
    }

    /// UTF-8, UTF-16 with its mark, or bytes of Windows-1252: no control characters but white space.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return bytes.count.isMultiple(of: 2)
        }
        return !bytes.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }
    }
}
