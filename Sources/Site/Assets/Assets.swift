import Crypto

/// The files that pages need, served from memory under names made of their content.
enum Assets {
    static let stylesheet = Asset("plumbline", "css", type: "text/css; charset=utf-8", Stylesheet.text)
    static let icon = Asset("bob", "svg", type: "image/svg+xml", Icon.text)
    static let script = Asset(
        "plumbline", "js", type: "text/javascript; charset=utf-8", Script.text + Script.saving)
    private static let all = [stylesheet, icon, script]

    /// The asset at this path; its name changes with its content, so that it may be kept for ever.
    static func answer(_ path: String, acceptsGzip: Bool) -> Answer? {
        guard let asset = all.first(where: { $0.path == path }) else { return nil }
        var answer = Answer(
            status: 200,
            headers: [
                ("content-type", asset.type), ("cache-control", "public, max-age=31536000, immutable"),
                ("vary", "accept-encoding"),
            ],
            body: asset.bytes)
        if acceptsGzip, let compressed = asset.compressed {
            answer.headers.append(("content-encoding", "gzip"))
            answer.body = compressed
        }
        return answer
    }
}

struct Asset: Sendable {
    let path: String
    let type: String
    let bytes: [UInt8]
    let compressed: [UInt8]?

    init(_ name: String, _ ending: String, type: String, _ text: String) {
        bytes = Array(text.utf8)
        compressed = Gzip.compress(bytes)
        let hash = Base64URL.encode(Array(SHA256.hash(data: bytes).prefix(9)))
        path = "/assets/\(name)-\(hash).\(ending)"
        self.type = type
    }
}

enum Icon {
    /// The plumb bob, light on a dark ground, so that it shows on any colour of tab.
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1d2a34"/>\
        <path d="M15 3h2v9h-2zM16 11l6 7-6 11-6-11z" fill="#fff"/></svg>
        """
}

enum Script {
    /// Prints the page; everything but this works without a script.
    static let text = """
        for (const item of document.querySelectorAll("[data-print]")) {
          item.hidden = false;
          item.addEventListener("click", () => window.print());
        }

        """
}
