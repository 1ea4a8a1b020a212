import CArgon2
import Foundation
import NIOPosix

/// argon2id of a password, in the PHC string form that carries its own salt and cost.
///
/// Memory 19 MiB, 2 passes, 1 lane: the first setting of OWASP's password storage sheet; about 36 ms. It blocks, so
/// the work is done on a thread of its own pool and never on those that answer requests.
struct PasswordHash: Hashable, Sendable {
    /// `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
    let encoded: String

    init(encoded: String) {
        self.encoded = encoded
    }

    static let memory: UInt32 = 19 * 1024
    static let passes: UInt32 = 2

    /// What is verified when there is no such account, so that the answer takes as long.
    static let ofNobody = PasswordHash(
        encoded: "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keS1ubw"
            + "$K0Rts3cRjmRZ8xRFz0nq7D2wCqjnDLTmgJ7YyZs0lfE")

    static func make(of password: String) async throws -> PasswordHash {
        try await make(of: bytes(password), salt: (0..<16).map { _ in .random(in: 0...255) })
    }

    /// True when the password is the one that was hashed.
    func matches(_ password: String) async throws -> Bool {
        let bytes = PasswordHash.bytes(password)
        let encoded = encoded
        return try await NIOThreadPool.singleton.runIfActive {
            switch argon2id_verify(encoded, bytes, bytes.count) {
            case ARGON2_OK.value: return true
            case ARGON2_VERIFY_MISMATCH.value: return false
            case let status: throw HashingFailed(status: status)
            }
        }
    }

    static func make(of bytes: [UInt8], salt: [UInt8]) async throws -> PasswordHash {
        try await NIOThreadPool.singleton.runIfActive {
            var text = [CChar](repeating: 0, count: 128)
            let status = argon2id_hash_encoded(
                passes, memory, 1, bytes, bytes.count, salt, salt.count, 32, &text, 128)
            guard status == ARGON2_OK.value else { throw HashingFailed(status: status) }
            let end = text.firstIndex(of: 0) ?? text.count
            return PasswordHash(
                encoded: String(decoding: text[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
    }

    /// The same letters typed on another machine are the same bytes (Unicode NFKC; NIST SP 800-63B 3.1.1.2).
    private static func bytes(_ password: String) -> [UInt8] {
        Array(password.precomposedStringWithCompatibilityMapping.utf8)
    }

    struct HashingFailed: Error {
        let status: Int32
    }
}

extension Argon2_ErrorCodes {
    fileprivate var value: Int32 { Int32(rawValue) }
}
