import Crypto

extension AccountsFeature {
    /// The code that `serve` prints before the first run, from the secret that all processes of the site share.
    ///
    /// Fifty bits in two groups of five: who can read the terminal or the log is who may set Plumbline up.
    package static func setUpCode(from secret: [UInt8]) -> String {
        let code = Array(
            HMAC<SHA256>.authenticationCode(for: Array("set-up code".utf8), using: SymmetricKey(data: secret))
        )
        let letters = Array(Base32.encode(Array(code.prefix(8))).lowercased())
        return String(letters[..<5]) + "-" + String(letters[5..<10])
    }
}
