import Crypto
import Kernel

/// The sentence that the next page shows once, in a cookie that is signed and lives for a minute.
enum NoticeCookie {
    /// Cookies hold 4,096 bytes; a notice is a sentence or two.
    private static let limit = 800

    static func make(_ sentence: String, now: Instant, key: SymmetricKey) -> String {
        let until = String(now.milliseconds / 1000 + 60)
        let text = Base64URL.encode(Array(sentence.utf8.prefix(limit)))
        return "\(text).\(until).\(code(text, until, key))"
    }

    static func read(_ value: String, now: Instant, key: SymmetricKey) -> String? {
        let parts = value.split(separator: ".").map(String.init)
        guard parts.count == 3, let until = Int64(parts[1]), now.milliseconds / 1000 <= until,
            let given = Base64URL.decode(parts[2]),
            HMAC<SHA256>.isValidAuthenticationCode(
                given, authenticating: Array("notice:\(parts[0]).\(parts[1])".utf8), using: key),
            let bytes = Base64URL.decode(parts[0])
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func code(_ text: String, _ until: String, _ key: SymmetricKey) -> String {
        Base64URL.encode(
            Array(HMAC<SHA256>.authenticationCode(for: Array("notice:\(text).\(until)".utf8), using: key)))
    }
}
