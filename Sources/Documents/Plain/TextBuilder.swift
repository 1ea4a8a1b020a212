/// Collects the words of one paragraph: folds white space to single spaces and remembers what the markup said.
struct TextBuilder {
    /// How the characters that follow look.
    struct Style: Hashable {
        var isBold = false
        var isItalic = false
        var isUnderlined = false
        var isStruck = false
        /// `RRGGBB`, upper case.
        var colour: String?

        static let plain = Style()

        func common(with other: Style) -> Style {
            Style(
                isBold: isBold && other.isBold, isItalic: isItalic && other.isItalic,
                isUnderlined: isUnderlined && other.isUnderlined, isStruck: isStruck && other.isStruck,
                colour: colour == other.colour ? colour : nil)
        }
    }

    private(set) var bytes: [UInt8] = []
    private var runs: [(start: Int, style: Style)] = []
    private var gap: UInt8?

    var isEmpty: Bool { bytes.isEmpty }

    /// Adds UTF-8; white space (no-break spaces too) is folded, zero-width characters are left out.
    mutating func append(_ text: some Collection<UInt8>, style: Style = .plain) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { append($0, style) }
        if isDone == nil { Array(text).withUnsafeBufferPointer { append($0, style) } }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ style: Style) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            let second = index + 1 < text.count ? text[index + 1] : 0
            let third = index + 2 < text.count ? text[index + 2] : 0
            switch byte {
            case 0x09...0x0D, 0x20:
                noteGap(0x20)
                index += 1
            case ..<0x20, 0x7F: index += 1
            case ..<0x80:
                var end = index + 1
                // Single spaces between words need no folding.
                while end < text.count, text[end] < 0x7F,
                    text[end] > 0x20
                        || text[end] == 0x20 && end + 1 < text.count && text[end + 1] > 0x20
                            && text[end + 1] < 0x7F
                { end += 1 }
                add(text[index..<end], style)
                index = end
            case 0xC2 where second == 0xA0 || second == 0xAD:
                if second == 0xA0 { noteGap(0x20) }
                index += 2
            case 0xE2, 0xE3, 0xEF:
                switch (byte, second, third) {
                case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
                    noteGap(0x20)
                case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): break
                default: add(text[index..<min(text.count, index + 3)], style)
                }
                index += 3
            default:
                add(text[index..<(index + 1)], style)
                index += 1
            }
        }
    }

    /// A line break inside the paragraph; none at its ends.
    mutating func breakLine() { noteGap(0x0A) }

    private mutating func noteGap(_ byte: UInt8) {
        if !bytes.isEmpty, gap != 0x0A { gap = byte }
    }

    /// Words without white space, or a part of a character whose beginning came before.
    private mutating func add(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ style: Style) {
        if let gap {
            let before = runs.last?.style ?? .plain
            if before != style { startRun(before.common(with: style)) }
            bytes.append(gap)
            self.gap = nil
        }
        if runs.last?.style != style { startRun(style) }
        bytes.append(contentsOf: part)
    }

    private mutating func startRun(_ style: Style) {
        if runs.last?.style != style { runs.append((bytes.count, style)) }
    }

    /// Takes that many bytes off the front, and the white space after them.
    mutating func removePrefix(_ count: Int) {
        var count = count
        while count < bytes.count, bytes[count] == 0x20 || bytes[count] == 0x0A { count += 1 }
        bytes.removeFirst(min(count, bytes.count))
        runs = runs.map { (max(0, $0.start - count), $0.style) }
    }

    /// The text so far; the builder is empty afterwards.
    mutating func finish() -> Text {
        var marks: [Text.Mark] = []
        for (index, run) in runs.enumerated() {
            let end = index + 1 < runs.count ? runs[index + 1].start : bytes.count
            guard run.start < end, run.style != .plain else { continue }
            if run.style.isBold { marks.extend(.bold, run.start..<end) }
            if run.style.isItalic { marks.extend(.italic, run.start..<end) }
            if run.style.isUnderlined { marks.extend(.underline, run.start..<end) }
            if run.style.isStruck { marks.extend(.strikethrough, run.start..<end) }
            if let colour = run.style.colour { marks.extend(.colour(colour), run.start..<end) }
        }
        let text = Text(String(decoding: bytes, as: UTF8.self), marks: marks)
        self = TextBuilder()
        return text
    }
}

extension [Text.Mark] {
    /// Adds a mark, or lengthens the one of that kind which it touches.
    fileprivate mutating func extend(_ kind: Text.Mark.Kind, _ range: Range<Int>) {
        if let index = lastIndex(where: { $0.kind == kind }), self[index].range.upperBound == range.lowerBound
        {
            self[index].range = self[index].range.lowerBound..<range.upperBound
        } else {
            append(Text.Mark(kind, range))
        }
    }
}

extension Text {
    /// This text and then another, with a space or a line break between them.
    func joined(to other: Text, with separator: String = " ") -> Text {
        let shift = string.utf8.count + separator.utf8.count
        let moved = other.marks.map {
            Mark($0.kind, $0.range.lowerBound + shift..<$0.range.upperBound + shift)
        }
        return Text(string + separator + other.string, marks: marks + moved)
    }
}
