import Kernel

extension Site {
    /// The answers that need no session: health, robots, security.txt and the assets.
    func fixedAnswer(_ inquiry: Inquiry) -> Answer? {
        guard inquiry.method == "GET" || inquiry.method == "HEAD" else { return nil }
        switch inquiry.path {
        case "/health": return text("well\n")
        case "/robots.txt": return text("User-agent: *\nDisallow: /\n")
        case "/.well-known/security.txt":
            let expires = settings.now().adding(seconds: 180 * 86_400).description.prefix(10)
            return text(
                "Contact: \(settings.securityContact)\nExpires: \(expires)T00:00:00Z\nPreferred-Languages: en\n"
            )
        case let path where path.hasPrefix("/assets/"):
            return Assets.answer(
                path, acceptsGzip: inquiry.header("accept-encoding")?.contains("gzip") == true)
        default: return nil
        }
    }

    private func text(_ text: String) -> Answer {
        Answer(status: 200, headers: [("content-type", "text/plain; charset=utf-8")], body: Array(text.utf8))
    }
}
