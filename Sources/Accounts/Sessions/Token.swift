import Crypto
import Kernel

/// A secret of 256 random bits that a person carries in a cookie or a link; only its SHA-256 is kept.
///
/// It begins with the authority's identity, which is the key to where its hash is kept.
struct Token: Hashable, Sendable, CustomStringConvertible {
    /// Characters that may stand in an address or a cookie.
    let text: String

    static func make(for authority: ID<Authority>) -> Token {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        // 43 × 6 bits; the system's generator is a cryptographic one.
        let secret = (0..<43).map { _ in alphabet[Int.random(in: 0..<64)] }
        return Token(text: "\(authority).\(String(decoding: secret, as: UTF8.self))")
    }

    init(text: String) {
        self.text = text
    }

    /// Nil when the text is none that we made.
    var authority: ID<Authority>? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 43 else { return nil }
        return ID(parts[0])
    }

    var hash: String { Token.hash(of: text) }

    /// SHA-256 in sixty-four hexadecimal characters.
    static func hash(of text: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hash = SHA256.hash(data: Array(text.utf8))
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    var description: String { "[token]" }
}
