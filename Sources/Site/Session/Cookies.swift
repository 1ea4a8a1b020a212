/// The cookies that Plumbline sets: all `__Host-`, so Secure, for this host alone and for every path.
enum Cookies {
    static let session = "__Host-plumbline"
    static let form = "__Host-plumbline-form"
    static let notice = "__Host-plumbline-notice"

    /// The value of that cookie in the headers of a request.
    static func value(_ name: String, in header: String) -> String? {
        for part in header.split(separator: ";") {
            let pair = part.drop { $0 == " " }
            if pair.hasPrefix(name), pair.dropFirst(name.count).first == "=" {
                return String(pair.dropFirst(name.count + 1))
            }
        }
        return nil
    }

    /// A cookie that lives as long as the browser is open, or so many seconds.
    static func set(_ name: String, _ value: String, seconds: Int? = nil) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax\(age)"
    }

    static func clear(_ name: String) -> String { set(name, "", seconds: 0) }
}
