import Crypto
package import Markup

/// The hidden field that shows that a form came from a page of ours, made for this visitor.
package struct FormKey: Sendable {
    static let field = "form-key"
    let value: String

    /// Bound to a session's secret, or to the random cookie of somebody who is not signed in.
    init(secret: String, siteKey: SymmetricKey) {
        let code = HMAC<SHA256>.authenticationCode(for: Array("form:\(secret)".utf8), using: siteKey)
        value = Base64URL.encode(Array(code))
    }

    /// Compares in constant time.
    func accepts(_ candidate: String) -> Bool {
        let ours = Array(value.utf8)
        let theirs = Array(candidate.utf8)
        guard ours.count == theirs.count else { return false }
        return zip(ours, theirs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Markup {
    /// A form that changes something: POST, with the visitor's key in it.
    package mutating func form(
        to address: String, key: FormKey, uploads: Bool = false, _ attributes: Attribute...,
        content: (inout Markup) throws -> Void
    ) rethrows {
        let type = Attribute.when(uploads, Attribute("enctype", "multipart/form-data"))
        let all = [Attribute("method", "post"), .action(address), type, Attribute("novalidate")] + attributes
        try element("form", all) { m in
            m.input(.type("hidden"), .name(FormKey.field), .value(key.value))
            try content(&m)
        }
    }
}
