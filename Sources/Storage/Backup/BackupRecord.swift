/// One record of a backup file: a letter, the length of what follows in 8 bytes, and that.
///
/// The file is a line that names the format, a manifest, tables each followed by its rows, the end with the counts
/// of rows, and the SHA-256 of all before it. `docs/decisions/storage.md` says why it is the same for both engines.
enum BackupRecord {
    case manifest([UInt8])
    case table([UInt8])
    case row([SQLValue])
    case end([UInt8])

    static let firstLine = Array("plumbline backup 1\n".utf8)
    static let digestLength = 32

    func write(to bytes: inout [UInt8]) {
        let start = bytes.count + 9
        bytes.append(letter)
        bytes.append(contentsOf: [UInt8](repeating: 0, count: 8))
        switch self {
        case .manifest(let text), .table(let text), .end(let text): bytes.append(contentsOf: text)
        case .row(let values): values.forEach { Self.write($0, to: &bytes) }
        }
        withUnsafeBytes(of: UInt64(bytes.count - start).bigEndian) {
            bytes.replaceSubrange(start - 8..<start, with: $0)
        }
    }

    private var letter: UInt8 {
        switch self {
        case .manifest: UInt8(ascii: "M")
        case .table: UInt8(ascii: "T")
        case .row: UInt8(ascii: "R")
        case .end: UInt8(ascii: "E")
        }
    }

    private static func write(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null, .nothing: bytes.append(0)
        case .integer(let value): write(mark: 1, UInt64(bitPattern: value), to: &bytes)
        case .real(let value): write(mark: 2, value.bitPattern, to: &bytes)
        case .text(let text):
            write(mark: 3, UInt64(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            write(mark: 4, UInt64(blob.count), to: &bytes)
            bytes.append(contentsOf: blob)
        }
    }

    private static func write(mark: UInt8, _ number: UInt64, to bytes: inout [UInt8]) {
        bytes.append(mark)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Nil when the bytes are no such record.
    init?(letter: UInt8, _ body: [UInt8]) {
        switch letter {
        case UInt8(ascii: "M"): self = .manifest(body)
        case UInt8(ascii: "T"): self = .table(body)
        case UInt8(ascii: "E"): self = .end(body)
        case UInt8(ascii: "R"):
            guard let values = Self.values(body) else { return nil }
            self = .row(values)
        default: return nil
        }
    }

    private static func values(_ body: [UInt8]) -> [SQLValue]? {
        var rest = body[...]
        var values: [SQLValue] = []
        while let mark = rest.popFirst() {
            if mark == 0 {
                values.append(.null)
                continue
            }
            guard rest.count >= 8 else { return nil }
            let number = rest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            rest = rest.dropFirst(8)
            switch mark {
            case 1: values.append(.integer(Int64(bitPattern: number)))
            case 2: values.append(.real(Double(bitPattern: number)))
            case 3, 4:
                guard number <= UInt64(rest.count) else { return nil }
                let bytes = rest.prefix(Int(number))
                values.append(mark == 3 ? .text(String(decoding: bytes, as: UTF8.self)) : .blob(Array(bytes)))
                rest = rest.dropFirst(Int(number))
            default: return nil
            }
        }
        return values
    }
}
