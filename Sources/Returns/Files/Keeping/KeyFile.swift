import Crypto
import FoundationEssentials
import Glibc
import Kernel
package import Storage

/// The file with the key under which the original files of returns are kept: 32 bytes, outside the records.
///
/// `docs/decisions/sealed-originals.md` says why it stands apart.
package struct KeyFile: Sendable, Hashable {
    package let path: String
    /// The folder with the records, which the key must not stand in; nil for PostgreSQL.
    let records: String?

    package init(path: String, place: DatabasePlace) {
        self.path = path
        if case .folder(let folder) = place { records = folder } else { records = nil }
    }

    /// Why there is no key, in a sentence that says what to do.
    package enum Refused: Refusal {
        case amongRecords(String)
        case missing(String)
        case cannotRead(String, why: String)
        case cannotMake(String, why: String)
        case openToOthers(String)
        case noKey(String)
        case nowhere
        case another(String)

        package var sentence: String {
            switch self {
            case .amongRecords(let path):
                "The key \(path) would stand in the folder of the records, where whoever takes the one has the other: give --key-file a path outside it"
            case .missing(let path):
                "There is no key at \(path): bring back the file that was kept apart from the backup, or name it with --key-file"
            case .cannotRead(let path, let why): "The key \(path) cannot be read: \(why)"
            case .cannotMake(let path, let why):
                "The key \(path) cannot be made: \(why). Name another place with --key-file"
            case .openToOthers(let path): "Others can read the key \(path): run chmod 600 \(path)"
            case .noKey(let path):
                "\(path) is not a key of Plumbline: name the right file with --key-file"
            case .nowhere: "There is no place for the key of kept files: name one with --key-file"
            case .another(let path):
                "The key \(path) is not the one that this authority’s files were sealed with: name the right one with --key-file"
            }
        }

        package var field: String? { nil }
    }

    private static let firstLine = "plumbline key 1"

    /// `PLUMBLINE_KEY_FILE`, or `plumbline/key` in the user's folder of configurations; nil where neither is known.
    package static var usualPath: String? {
        func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        return variable("PLUMBLINE_KEY_FILE")
            ?? variable("XDG_CONFIG_HOME").map { $0 + "/plumbline/key" }
            ?? variable("HOME").map { $0 + "/.config/plumbline/key" }
    }

    package var exists: Bool { access(path, F_OK) == 0 }

    /// The key; made, for its owner alone, where there is none and `makes` says so.
    func key(makes: Bool) throws(Refused) -> SymmetricKey {
        if !exists {
            guard makes else { throw .missing(path) }
            try make()
        }
        try refuseAmongRecords()
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotRead(path, why: Self.reason()) }
        defer { close(file) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? Int else {
            throw .cannotRead(path, why: "its permissions cannot be told")
        }
        guard mode & 0o077 == 0 else { throw .openToOthers(path) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw .cannotRead(path, why: Self.reason()) }
        let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, lines[0] == Self.firstLine, let key = Self.bytes(lines[1]), key.count == 32
        else { throw .noKey(path) }
        return SymmetricKey(data: key)
    }

    /// A folder that is not there yet is made for its owner alone.
    private func make() throws(Refused) {
        let folder = path.contains("/") ? String(path[..<path.lastIndex(of: "/")!]) : "."
        var made = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
            made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
            if access(made.isEmpty ? "/" : made, F_OK) != 0, mkdir(made, 0o700) != 0, errno != EEXIST {
                throw .cannotMake(path, why: Self.reason())
            }
        }
        try refuseAmongRecords()
        // Made whole beside its name: two that start at once must not each keep another key.
        let temporary = "\(path).new-\(UInt32.random(in: 0 ..< .max))"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotMake(path, why: Self.reason()) }
        let digits = Digest.hexadecimal(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
        let text = Array("\(Self.firstLine)\n\(digits)\n".utf8)
        let written = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        let isKept = written == text.count && fsync(file) == 0
        close(file)
        // `link` does not replace a key that another process made meanwhile.
        let isNamed = isKept && (link(temporary, path) == 0 || errno == EEXIST)
        let why = Self.reason()
        unlink(temporary)
        guard isNamed else { throw .cannotMake(path, why: why) }
    }

    /// By true paths, so that no link leads in by another way.
    private func refuseAmongRecords() throws(Refused) {
        guard let records, let inside = Self.truePath(records) else { return }
        let folder = path.contains("/") ? String(path[..<path.lastIndex(of: "/")!]) : "."
        for place in [folder.isEmpty ? "/" : folder, path] {
            guard let here = Self.truePath(place) else { continue }
            if here == inside || here.hasPrefix(inside + "/") { throw .amongRecords(path) }
        }
    }

    private static func truePath(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    private static func bytes(_ digits: Substring) -> [UInt8]? {
        let letters = Array(digits.utf8)
        guard letters.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: letters.count, by: 2) {
            guard let byte = UInt8(String(decoding: letters[index..<index + 2], as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
