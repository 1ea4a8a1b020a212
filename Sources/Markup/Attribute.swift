/// One attribute of an element; its value is escaped when it is written.
package struct Attribute: Sendable {
    private let name: StaticString?
    private let value: Value

    private enum Value {
        case none
        case text(String)
        case number(Int)
    }

    /// An attribute with text.
    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = .text(value)
    }

    package init(_ name: StaticString, _ value: Int) {
        self.name = name
        self.value = .number(value)
    }

    /// An attribute that says something by being there.
    package init(_ name: StaticString) {
        self.name = name
        value = .none
    }

    private init() {
        name = nil
        value = .none
    }

    /// No attribute at all.
    package static let nothing = Attribute()

    /// The attribute where the condition holds, else none.
    package static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute {
        condition ? attribute : .nothing
    }

    func write(to markup: inout Markup) {
        guard let name else { return }
        markup.byte(0x20)
        markup.literal(name)
        switch value {
        case .none: return
        case .text(let text):
            markup.literal("=\"")
            markup.escape(text)
        case .number(let number):
            markup.literal("=\"")
            // A hyphen, not the true minus sign of text: attributes are read by programs.
            if number < 0 { markup.byte(0x2D) }
            markup.decimal(number < 0 ? -number : number)
        }
        markup.byte(0x22)
    }
}

extension Attribute {
    package static func id(_ name: String) -> Attribute { Attribute("id", name) }
    package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    package static func role(_ name: StaticString) -> Attribute { Attribute("role", "\(name)") }
    package static func name(_ name: String) -> Attribute { Attribute("name", name) }
    package static func value(_ text: String) -> Attribute { Attribute("value", text) }
    package static func type(_ name: String) -> Attribute { Attribute("type", name) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    package static func label(_ words: String) -> Attribute { Attribute("aria-label", words) }
    package static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
    package static func described(by id: String) -> Attribute { Attribute("aria-describedby", id) }
    package static func columns(_ count: Int) -> Attribute { Attribute("colspan", count) }
    package static func rows(_ count: Int) -> Attribute { Attribute("rowspan", count) }
    package static func scope(_ name: StaticString) -> Attribute { Attribute("scope", "\(name)") }
    package static let ariaHidden = Attribute("aria-hidden", "true")
    package static let checked = Attribute("checked")
    package static let selected = Attribute("selected")
    package static let open = Attribute("open")
    package static let autofocus = Attribute("autofocus")

    /// An address to go to. Any scheme but http, https and mailto is refused and leads nowhere.
    package static func href(_ address: String) -> Attribute { Attribute("href", safe(address)) }
    package static func action(_ address: String) -> Attribute { Attribute("action", safe(address)) }
    package static func source(_ address: String) -> Attribute { Attribute("src", safe(address)) }

    private static func safe(_ address: String) -> String {
        let head = address.utf8.prefix { ![0x2F, 0x3F, 0x23].contains($0) }
        guard head.contains(0x3A) || head.contains(where: { $0 < 0x21 }) else { return address }
        let scheme = String(decoding: head.prefix { $0 != 0x3A }, as: UTF8.self).lowercased()
        return ["http", "https", "mailto"].contains(scheme) ? address : "#"
    }
}
