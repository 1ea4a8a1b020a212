/// The headers that every answer carries (ASVS 5.0 V3.4, V14.3).
enum StandardHeaders {
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    static func add(to answer: inout Answer, isHTTPS: Bool) {
        answer.headers += [
            ("content-security-policy", policy),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ]
        if answer.header("cache-control") == nil { answer.headers.append(("cache-control", "no-store")) }
        if isHTTPS {
            answer.headers.append(("strict-transport-security", "max-age=31536000; includeSubDomains"))
        }
    }
}
