import Kernel
import PlanFormat

/// Small turns of English that messages share.
enum Wording {
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    static func list(_ parts: [String], _ last: String = "and") -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(last) " + (parts.last ?? "")
    }

    /// `3 actions`, `1 action`.
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// `Actions 2.4 and 4.2`, `Action 2.4`; those that have no number after them, in words.
    static func subject(_ rows: [PlanIndex.Row], and others: [String] = []) -> String {
        let numbered = unique(rows.compactMap(\.reference))
        var parts: [String] = []
        if !numbered.isEmpty { parts.append((numbered.count == 1 ? "Action " : "Actions ") + list(numbered)) }
        parts += unique(rows.filter { $0.reference == nil }.map(\.subject) + others)
        return parts.count == 2 && numbered.count > 1 ? parts.joined(separator: ", and ") : list(parts)
    }

    /// `on 9 December 2026`, `in December 2026`.
    static func when(_ date: PartialDate) -> String { (date.day == nil ? "in " : "on ") + date.long }

    /// The first sentence, cut after sixteen words.
    static func shortened(_ words: Words) -> String {
        guard let sentence = words.sentences.first else { return words.text }
        if sentence.count <= 16 { return trimmed(words.sentenceText(sentence)) }
        return words.string(sentence.lowerBound..<sentence.lowerBound + 16) + "…"
    }

    /// Without the stop or comma at its end.
    static func trimmed(_ text: String) -> String {
        var text = text
        while let last = text.last, ".,; ".contains(last) { text.removeLast() }
        return text
    }

    static func unique(_ texts: [String]) -> [String] {
        texts.enumerated().filter { texts.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }

    /// Numbers as people read them: `459`, `22.2`, `74,000`.
    static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        let whole = tenths.rounded(.towardZero)
        var digits = String(Int64(abs(whole)))
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        let fraction = Int((abs(tenths - whole) * 10).rounded())
        return (value < 0 ? "−" : "") + digits + grouped + (fraction == 0 ? "" : ".\(fraction)")
    }

    static func percent(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return "\(number(tenths))%"
    }
}
