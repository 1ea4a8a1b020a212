/// What HTML's elements mean to a reader of plans.
enum HTMLElements {
    /// Has no end tag.
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    ]
    /// Holds text that is no markup.
    static let raw: Set<String> = ["script", "style", "title", "textarea", "xmp"]
    /// Its words are never shown.
    static let hidden: Set<String> = [
        "noscript", "template", "svg", "math", "select", "object", "iframe", "audio", "video", "canvas",
        "map",
        "del", "ac:parameter", "head",
    ]
    /// Begins a paragraph, and ends the one before.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
        "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr",
        "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul",
    ]
    /// Start tags that end an open element of the first names, no further out than the second.
    static func implied(by name: String) -> (ends: Set<String>, within: Set<String>)? {
        switch name {
        case "li": (["li"], ["ul", "ol", "menu"])
        case "dt", "dd": (["dt", "dd"], ["dl"])
        case "body": (["head"], [])
        case _ where blocks.contains(name): (["p"], [])
        default: nil
        }
    }
    /// Nothing inside one of these can end an element outside it.
    static let scopes: Set<String> = ["td", "th", "caption", "table"]
}

/// How a list numbers its items: `type`, `start` and `value`.
struct HTMLList {
    var isOrdered: Bool
    var type: String
    var next: Int

    init(_ tag: HTMLTokens.Tag) {
        isOrdered = tag.name == "ol"
        type = tag.attribute("type") ?? "1"
        next = max(-1_000_000, min(1_000_000, tag.number("start") ?? 1))
    }

    /// The numeral as browsers print it; nil for a bullet.
    mutating func numeral(value: Int?) -> String? {
        guard isOrdered else { return nil }
        if let value { next = max(-1_000_000, min(1_000_000, value)) }
        defer { next += 1 }
        switch type {
        case "a" where next > 0: return Self.letters(next) + "."
        case "A" where next > 0: return Self.letters(next).uppercased() + "."
        case "i" where (1..<4000).contains(next): return Self.roman(next) + "."
        case "I" where (1..<4000).contains(next): return Self.roman(next).uppercased() + "."
        default: return "\(next)."
        }
    }

    private static func letters(_ number: Int) -> String {
        var number = number
        var out = ""
        while number > 0 {
            number -= 1
            out = String(decoding: [UInt8(0x61 + number % 26)], as: UTF8.self) + out
            number /= 26
        }
        return out
    }

    private static func roman(_ number: Int) -> String {
        let values = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var number = number
        var out = ""
        for (value, letters) in values {
            while number >= value {
                out += letters
                number -= value
            }
        }
        return out
    }
}
