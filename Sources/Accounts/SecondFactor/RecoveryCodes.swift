/// Ten codes that stand in for the authenticator, each once, when the telephone is lost.
///
/// A code has 50 random bits. The set shares one random salt, so that one argon2id says which of the ten it is.
struct RecoveryCodes: Sendable {
    static let count = 10

    /// `k7m2x-9qd4h`: Crockford's base 32, which leaves out letters that look alike.
    let codes: [String]

    static func make() -> RecoveryCodes {
        let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return RecoveryCodes(
            codes: (0..<count).map { _ in
                let letters = (0..<10).map { _ in digits[Int.random(in: 0..<32)] }
                return String(letters[..<5]) + "-" + String(letters[5...])
            })
    }

    /// What was typed as a code is written: lower case, look-alikes undone, no spaces; nil when it cannot be one.
    static func normalised(_ typed: String) -> String? {
        let letters = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }.map { letter -> Character in
            switch letter {
            case "o": "0"
            case "i", "l": "1"
            default: letter
            }
        }
        guard letters.count == 10, letters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            return nil
        }
        return String(letters[..<5]) + "-" + String(letters[5...])
    }

    static func newSalt() -> [UInt8] { (0..<16).map { _ in .random(in: 0...255) } }

    /// The hash to keep, or to look for.
    static func hash(_ code: String, salt: [UInt8]) async throws -> String {
        try await PasswordHash.make(of: Array(code.utf8), salt: salt).encoded
    }
}
