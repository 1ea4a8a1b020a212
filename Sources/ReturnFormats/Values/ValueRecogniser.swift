import Synchronization

/// What a value of a coded column stands for.
package struct RecognisedValue: Hashable, Sendable {
    /// The group that it falls into, as the sector's tools write it; nil where it is not recognised, or stands for none.
    package var group: String?
    /// The place of its code in the column's set of codes; nil where only the group can be told.
    package var code: Int16?

    package var isRecognised: Bool { group != nil || code != nil }

    static let unrecognised = RecognisedValue()
}

/// Says what the values of one coded column stand for: by an authority's own mapping, by a spelling that was seen
/// before, by one that differs from it in writing only, by a code that the value names, and by likeness. A wrong
/// recognition is worse than none: where witnesses disagree, there is none.
package struct ValueRecogniser: Sendable {
    package let column: ValueColumn
    private let knowledge: ValueKnowledge
    /// The authority's own: spelling → group or code, as either is written.
    private let mapping: [String: RecognisedValue]

    /// `mapping` says for spellings as written which group or code each stands for, by what either is called; it goes
    /// before everything else. What names neither is left out.
    package init(_ column: ValueColumn, mapping: [String: String] = [:]) {
        self.init(column, knowledge: .shared(column), mapping: mapping)
    }

    init(_ column: ValueColumn, knowledge: ValueKnowledge, mapping: [String: String] = [:]) {
        self.column = column
        self.knowledge = knowledge
        self.mapping = mapping.compactMapValues { knowledge.named($0) }
    }

    /// What may be mapped to: every group with its codes, as written, for a person to choose from.
    package var choices: [String] { knowledge.choices }

    package func recognise(_ text: String) -> RecognisedValue { recognise(text, byLikeness: true) }

    func recognise(_ text: String, byLikeness: Bool) -> RecognisedValue {
        mapping[text] ?? knowledge.recognise(text, byLikeness: byLikeness)
    }
}

extension ValueKnowledge {
    private static let made = Mutex<[String: ValueKnowledge]>([:])

    /// Made once for all columns that share their spellings and codes.
    static func shared(_ column: ValueColumn) -> ValueKnowledge {
        let learned = LearnedSpellings.text(of: column.name)
        let key = "\(learned?.name ?? column.name)\n\(column.set.rawValue)"
        if let known = made.withLock({ $0[key] }) { return known }
        let knowledge = ValueKnowledge(
            column, learned: ValueKnowledge.learned(column),
            forms: LearnedTable.Form.read(LearnedForms.text(of: column.name)))
        made.withLock { $0[key] = knowledge }
        return knowledge
    }

    /// The spellings of a column that were seen before, with the group of each; `?` for none.
    static func learned(_ column: ValueColumn) -> [(spelling: String, group: String)] {
        var group = "?"
        var all: [(spelling: String, group: String)] = []
        for line in LearnedSpellings.text(of: column.name)?.text.utf8.split(separator: 0x0A) ?? [] {
            if line.first == 0x3D {
                group = String(Substring(line.dropFirst()))
            } else {
                all.append((String(Substring(line)), group))
            }
        }
        return all
    }
}
