import Crypto
import Kernel

/// Time-based one-time passwords (RFC 6238 over RFC 4226): SHA-1, six digits, steps of 30 seconds.
///
/// These are what every authenticator app takes; SHA-1 is sound inside HMAC.
struct TOTP: Sendable {
    static let secondsPerStep: Int64 = 30
    /// Codes of one step before and after are taken, for clocks that differ.
    static let drift: Int64 = 1

    let secret: [UInt8]

    init(secret: [UInt8]) {
        self.secret = secret
    }

    /// A new secret of 160 bits (RFC 4226 section 4 advises no less).
    static func make() -> TOTP {
        TOTP(secret: (0..<20).map { _ in .random(in: 0...255) })
    }

    static func step(at instant: Instant) -> Int64 { instant.milliseconds / 1000 / secondsPerStep }

    /// The code of a step, with leading noughts.
    func code(step: Int64, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let number =
            UInt32(mac[offset] & 0x7F) << 24 | UInt32(mac[offset + 1]) << 16 | UInt32(mac[offset + 2]) << 8
            | UInt32(mac[offset + 3])
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The step whose code this is, when it is near now and later than the last one used; nil otherwise.
    ///
    /// A step is used once (RFC 6238 section 5.2; ASVS 6.5.1): the caller stores it as the new `lastStep`.
    func stepMatching(_ code: String, at now: Instant, after lastStep: Int64?) -> Int64? {
        let typed = code.filter { !$0.isWhitespace && $0 != "-" }
        let current = TOTP.step(at: now)
        return (current - TOTP.drift...current + TOTP.drift).first { step in
            step > lastStep ?? -1 && SecretComparison.equal(self.code(step: step), typed)
        }
    }

    /// The secret as a person types it: base 32 in groups of four.
    var grouped: String {
        let text = Array(Base32.encode(secret))
        return stride(from: 0, to: text.count, by: 4)
            .map { String(text[$0..<min($0 + 4, text.count)]) }.joined(separator: " ")
    }

    /// The address that an authenticator app reads, as Google's key URI format has it.
    func address(account: String, issuer: String) -> String {
        "otpauth://totp/\(percent(issuer)):\(percent(account))?secret=\(Base32.encode(secret))"
            + "&issuer=\(percent(issuer))&algorithm=SHA1&digits=6&period=30"
    }

    private func percent(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Compares without telling by its time where two texts of one length differ.
enum SecretComparison {
    static func equal(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
