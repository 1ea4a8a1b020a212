import Documents
import Kernel

/// A piece of a cell with the label that stood before it.
struct LabelledText: Hashable, Sendable {
    /// The letter or numeral, lower case, without brackets or stops: `a`, `ii`.
    var label: String?
    /// The printed number: `1.1`, `2`.
    var reference: String?
    var text: Text
    var place: Place
    /// No label of its own, and an entry of the same cell with a label or number stands before it.
    var continues: Bool
}

/// The letters, numerals and numbers that a cell's paragraphs, or runs of text inside them, begin with.
enum LabelPhrase {
    static func split(_ paragraphs: [Paragraph]) -> [LabelledText] {
        paragraphs.map { LabelledText(text: $0.text, place: $0.place, continues: false) }
    }
}
