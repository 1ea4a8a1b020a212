import Documents

/// The words of an area's cell.
enum AreaTitle {
    /// All paragraphs in one line; a list's numeral on the first is put back, so that it is read as the number.
    static func text(_ paragraphs: [Paragraph]) -> String {
        var text = ""
        for (index, paragraph) in paragraphs.enumerated() {
            var words = paragraph.text.string.inOneLine
            if case .item(let numeral?, _) = paragraph.role { words = "\(numeral) \(words)" }
            if index == 0 {
                text = words
            } else {
                text = Continuation.join(Text(text), Text(words)).string
            }
        }
        return text
    }
}

/// The number of an action in a column of its own.
enum ActionNumber {
    /// `1.2` of "1.2.", "Action 1.2" or "(1.2)".
    static func clean(_ text: String) -> String {
        let text = text.trimmed
        let label = AreaLabel(text + " ")
        if let reference = label.reference, label.rest.isEmpty { return reference }
        return text.filter { !"()[]".contains($0) }.trimmed.trimmingStop
    }
}

/// Codes of inspections and reviews.
enum SourceCodes {
    /// `["a", "b"]` of "(a) (b)", "a, b" or "a/b"; else the words of each line.
    static func read(_ text: String) -> [String] {
        let parts = text.split { $0.isWhitespace || ",;/()&".contains($0) }
        if !parts.isEmpty, parts.allSatisfy({ $0.count <= 2 && $0.first!.isLetter }) {
            return parts.map { $0.lowercased() }
        }
        return text.split { $0.isNewline || $0 == ";" }.map { String($0).inOneLine }.filter { !$0.isEmpty }
    }
}

extension String {
    /// A stop, colon or comma at the end taken off.
    var trimmingStop: String {
        var text = self[...]
        while let last = text.last, ".:,;".contains(last) { text.removeLast() }
        return String(text)
    }
}
