import Kernel

/// One value of an interchange file with the path that leads to it, so that a refusal can name the key.
///
/// A missing key and `null` are the same. Lists hold at most 20,000 entries, texts 1,000,000 bytes.
struct FormatNode {
    let value: JSON
    let path: String

    init(_ value: JSON, path: String = "") {
        self.value = value
        self.path = path
    }

    subscript(_ key: String) -> FormatNode {
        FormatNode(value[key] ?? .null, path: path.isEmpty ? key : "\(path).\(key)")
    }

    func refusal(_ expectation: String) -> PlanFormatError {
        PlanFormatError(path: path, sentence: "\(path.isEmpty ? "The file" : path) should be \(expectation)")
    }

    func object() throws(PlanFormatError) -> FormatNode {
        guard case .object = value else { throw refusal("an object") }
        return self
    }

    func text() throws(PlanFormatError) -> String? {
        if value == .null { return nil }
        guard let text = value.string else { throw refusal("a text or null") }
        guard text.utf8.count <= 1_000_000 else { throw refusal("no longer than 1,000,000 bytes") }
        return text
    }

    func integer() throws(PlanFormatError) -> Int? {
        if value == .null { return nil }
        guard let number = value.integer else { throw refusal("a whole number or null") }
        return number
    }

    func number() throws(PlanFormatError) -> Double? {
        if value == .null { return nil }
        guard let number = value.double, number.isFinite else { throw refusal("a number or null") }
        return number
    }

    func date() throws(PlanFormatError) -> PartialDate? {
        guard value != .null else { return nil }
        guard let text = value.string, let date = PartialDate(text) else {
            throw refusal("a date (2026, 2026-11 or 2026-11-20) or null")
        }
        return date
    }

    func choice<Choice>(_ type: Choice.Type) throws(PlanFormatError) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard value != .null else { return nil }
        guard let text = value.string, let choice = Choice(rawValue: text) else {
            throw refusal("one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// Nil for null, and for words that are no place as Plumbline writes them.
    func place() throws(PlanFormatError) -> Place? { try text().flatMap(Place.init(description:)) }

    func texts() throws(PlanFormatError) -> [String] {
        var texts: [String] = []
        for entry in try entries("a list of texts") {
            guard let text = entry.value.string else { throw refusal("a list of texts") }
            texts.append(text)
        }
        return texts
    }

    func list<Element>(
        _ read: (FormatNode) throws(PlanFormatError) -> Element
    ) throws(PlanFormatError) -> [Element] {
        var elements: [Element] = []
        for entry in try entries("a list of objects") { elements.append(try read(entry.object())) }
        return elements
    }

    private func entries(_ expectation: String) throws(PlanFormatError) -> [FormatNode] {
        if value == .null { return [] }
        guard let entries = value.array else { throw refusal(expectation) }
        guard entries.count <= 20_000 else { throw refusal("a list of no more than 20,000 entries") }
        return entries.enumerated().map { FormatNode($0.element, path: "\(path)[\($0.offset)]") }
    }
}
