import Documents
import Kernel

/// A piece of a cell with the label that stood before it.
struct LabelledText: Hashable, Sendable {
    /// The letter or numeral, lower case, without brackets or stops: `a`, `ii`, `1` of a plain `1.`
    var label: String?
    /// The printed number: `1.1`, `2`.
    var reference: String?
    /// Without its label; line breaks inside a paragraph are kept.
    var text: Text
    var place: Place
    /// No label of its own, and an entry of the same cell with a label or number stands before it.
    var continues: Bool
}

/// The letters, numerals and numbers that a cell's paragraphs, or runs of text inside them, begin with.
enum LabelPhrase {
    /// Splits at every label that makes sense as one; empty paragraphs are left out.
    ///
    /// `bareNumbers`: "2 Ensure that plans are sound" begins with a number, not with a count. Labels that
    /// repeat or skip are kept as printed.
    static func split(_ paragraphs: [Paragraph], bareNumbers: Bool = false) -> [LabelledText] {
        var run = LabelRun(
            lineStarts: paragraphs.flatMap { lineStarts($0.text.string) }, bareNumbers: bareNumbers)
        var found: [LabelledText] = []
        var pending: LabelMarker?
        for paragraph in paragraphs where !paragraph.text.isEmpty {
            let words = Words(paragraph.text.string)
            var markers = run.markers(words)
            var lead = pending
            pending = nil
            if case .item(let numeral?, _) = paragraph.role, let own = LabelMarker.read(Words(numeral), at: 0)
            {
                run.take(own)
                lead = own
                // The numeral that a list gives is the label; a typed one behind it is kept in the text.
                markers.removeAll { $0.tokens.lowerBound == 0 }
            }
            for piece in pieces(words, paragraph.text, lead, markers) {
                if piece.text.isEmpty, let marker = piece.marker, piece.isLast {
                    pending = marker
                } else if !piece.text.isEmpty || piece.marker != nil {
                    let hasBefore = found.contains { $0.label != nil || $0.reference != nil }
                    found.append(labelled(piece.marker, piece.text, paragraph.place, hasBefore))
                }
            }
        }
        if let pending, let place = paragraphs.last?.place {
            found.append(labelled(pending, Text(""), place, false))
        }
        return found
    }

    /// The label at the front of a text, and what is left of it.
    static func lead(
        _ text: Text, bareNumbers: Bool = false
    ) -> (label: String?, reference: String?, rest: Text) {
        var run = LabelRun(lineStarts: lineStarts(text.string), bareNumbers: bareNumbers)
        let words = Words(text.string)
        guard let marker = run.markers(words).first, marker.tokens.lowerBound == 0 else {
            return (nil, nil, text)
        }
        let entry = labelled(marker, text.slice(end(of: marker, words)..<words.bytes.count), Place(), false)
        return (entry.label, entry.reference, entry.text)
    }

    private static func lineStarts(_ text: String) -> [LabelMarker] {
        let words = Words(text)
        return words.tokens.indices.filter { $0 == 0 || words[$0].isOnNewLine }
            .compactMap { LabelMarker.read(words, at: $0) }
    }

    private static func pieces(
        _ words: Words, _ text: Text, _ lead: LabelMarker?, _ markers: [LabelMarker]
    ) -> [(marker: LabelMarker?, text: Text, isLast: Bool)] {
        var cuts: [(marker: LabelMarker?, low: Int, high: Int)] = []
        let starts = markers.map { words[$0.tokens.lowerBound].range.lowerBound }
        if lead != nil || starts.first.map({ $0 > 0 }) ?? true {
            cuts.append((lead, 0, starts.first ?? words.bytes.count))
        }
        for (index, marker) in markers.enumerated() {
            let high = index + 1 < starts.count ? starts[index + 1] : words.bytes.count
            cuts.append((marker, end(of: marker, words), high))
        }
        return cuts.enumerated().map { index, cut in
            (cut.marker, text.slice(cut.low..<cut.high), index == cuts.count - 1)
        }
    }

    private static func end(of marker: LabelMarker, _ words: Words) -> Int {
        words[marker.tokens.upperBound - 1].range.upperBound
    }

    private static func labelled(
        _ marker: LabelMarker?, _ text: Text, _ place: Place, _ hasBefore: Bool
    ) -> LabelledText {
        guard let marker, marker.style != .bullet else {
            return LabelledText(label: nil, reference: nil, text: text, place: place, continues: hasBefore)
        }
        return LabelledText(
            label: marker.isReference ? nil : marker.value, reference: marker.isNumber ? marker.value : nil,
            text: text, place: place, continues: false)
    }
}
