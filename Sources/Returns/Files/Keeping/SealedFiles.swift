import Crypto
import Kernel
import ReturnFormats
import Storage

/// Files of a return kept so that only the key opens them: AES-256-GCM, each bound to its authority and its purpose.
struct SealedFiles: Sendable {
    /// What a sealed file is for; one does not open as the other.
    enum Purpose: String { case draft, original }

    /// Nil where the program was told no place for a key.
    let keyFile: KeyFile?

    /// A key that was tried: right for this authority.
    struct Key: Sendable {
        fileprivate let key: SymmetricKey
        fileprivate let authority: ID<Authority>
        /// What the authority has on record to know the key again.
        let check: String
        let isOnRecord: Bool
    }

    /// The key, if it is the one that the authority's files were sealed with; made where nothing was sealed yet.
    func key(for authority: ID<Authority>, _ connection: Connection) throws -> Key {
        guard let keyFile else { throw KeyFile.Refused.nowhere }
        let known = try Self.check(of: authority, connection)
        let key = try keyFile.key(makes: known == nil)
        let check = Self.check(key, authority)
        guard known == nil || known == check else { throw KeyFile.Refused.another(keyFile.path) }
        return Key(key: key, authority: authority, check: check, isOnRecord: known != nil)
    }

    static func check(of authority: ID<Authority>, _ connection: Connection) throws -> String? {
        try connection.first("SELECT check_value FROM return_key WHERE authority = $1", [.id(authority)]) {
            try $0.text(0)
        }
    }

    /// Not the key, and nothing to find it by: HMAC-SHA-256 of the authority's identity under it.
    static func check(_ key: SymmetricKey, _ authority: ID<Authority>) -> String {
        let message = Array("plumbline key check 1 \(authority)".utf8)
        return Digest.hexadecimal(HMAC<SHA256>.authenticationCode(for: message, using: key))
    }

    /// Puts the key's check on record, once.
    static func keep(_ key: Key, at now: Instant, _ connection: Connection) throws {
        guard !key.isOnRecord else { return }
        try connection.run(
            "INSERT INTO return_key (authority, check_value, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [.id(key.authority), .text(key.check), .instant(now)])
        guard try check(of: key.authority, connection) == key.check else {
            throw KeyFile.Refused.another("that this machine has")
        }
    }

    static func seal(_ bytes: [UInt8], for purpose: Purpose, _ key: Key) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key.key, authenticating: bond(purpose, key))
        guard let combined = box.combined else { throw StorageError.fault("A file could not be sealed.") }
        return Array(combined)
    }

    /// Throws a fault when the bytes are not those that were sealed.
    static func open(_ sealed: [UInt8], for purpose: Purpose, _ key: Key) throws -> [UInt8] {
        do {
            return Array(
                try AES.GCM.open(
                    AES.GCM.SealedBox(combined: sealed), using: key.key, authenticating: bond(purpose, key)))
        } catch {
            throw StorageError.fault("A sealed file is damaged.")
        }
    }

    private static func bond(_ purpose: Purpose, _ key: Key) -> [UInt8] {
        Array("plumbline \(purpose.rawValue) 1 \(key.authority)".utf8)
    }
}

/// The files of one upload as one run of bytes, to be sealed together: length-prefixed names and contents.
enum PackedFiles {
    static func pack(_ files: [ReturnSource]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.reduce(16) { $0 + $1.bytes.count + $1.name.utf8.count + 16 })
        for file in files {
            for part in [Array(file.name.utf8), file.bytes] {
                withUnsafeBytes(of: UInt64(part.count).littleEndian) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: part)
            }
        }
        return bytes
    }

    /// Nil when the bytes are not what `pack` made.
    static func unpack(_ bytes: [UInt8]) -> [ReturnSource]? {
        var parts: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            guard bytes.count - start >= 8 else { return nil }
            let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
            start += 8
            guard length <= UInt64(bytes.count - start) else { return nil }
            parts.append(Array(bytes[start..<start + Int(length)]))
            start += Int(length)
        }
        guard parts.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: parts.count, by: 2).map {
            ReturnSource(name: String(decoding: parts[$0], as: UTF8.self), bytes: parts[$0 + 1])
        }
    }
}
