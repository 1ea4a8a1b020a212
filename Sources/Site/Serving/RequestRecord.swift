package import Kernel

/// One request for the log: no query, no form, no name of a person.
package struct RequestRecord: Sendable {
    package let at: Instant
    package let id: String
    package let method: String
    /// The route's path with its parameters in braces, or the path asked for where there is no such route.
    package let route: String
    package let status: Int
    package let microseconds: Int
    package let account: ID<Account>?
    package let remote: String
    /// Why access was refused, or what went wrong; for those who read the log, never for the page.
    package let remark: String?

    /// Work that went on after its request was answered, and failed. The remark names no person and no content.
    package static func work(
        at: Instant, route: String, account: ID<Account>?, microseconds: Int = 0, remark: String
    ) -> RequestRecord {
        RequestRecord(
            at: at, id: ID<Site>.make(at: at).description, method: "WORK", route: route, status: 500,
            microseconds: microseconds, account: account, remote: "-", remark: remark)
    }

    /// One line; whatever came from outside is on one line and cut to 500 characters.
    package var line: String {
        let tail = remark.map { " remark=\"\(RequestRecord.plain($0))\"" } ?? ""
        return "\(at) \(id) \(RequestRecord.plain(method)) \(RequestRecord.plain(route)) \(status) "
            + "\(microseconds)us account=\(account?.description ?? "-") from=\(RequestRecord.plain(remote))\(tail)"
    }

    private static func plain(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(500) {
            let isPlain =
                scalar.value >= 0x20 && scalar != "\"" && !(0x7F...0x9F).contains(scalar.value)
                && scalar.value != 0x2028 && scalar.value != 0x2029
            line.append(isPlain ? scalar : "?")
        }
        return String(line)
    }
}
