/// Makes paragraphs of lines by where they stand: a line that ends early, though the next word had room, ends one.
enum PDFLayout {
    struct Passage {
        var text: [UInt8]
        var box: PDFPage.Box
        var lineCount: Int
        var lineHeight: Double
    }

    /// Words gathered into lines, top to bottom and left to right.
    static func lines(of words: [PDFPage.Word]) -> [PDFPage.Line] {
        var lines: [PDFPage.Line] = []
        for word in words.sorted(by: { $0.box.yMid < $1.box.yMid }) {
            if let last = lines.last?.words.last,
                abs(word.box.yMid - last.box.yMid) < max(2, last.box.height * 0.4)
            {
                lines[lines.count - 1].words.append(word)
            } else {
                lines.append(PDFPage.Line(words: [word]))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.box.xMin < $1.box.xMin } }
        return lines
    }

    /// `right` is how far a line may reach there.
    static func passages(of lines: [PDFPage.Line], right: Double) -> [Passage] {
        let leading =
            zip(lines, lines.dropFirst()).map { $1.box.yMid - $0.box.yMid }.filter { $0 > 2 }.min() ?? 0
        var passages: [Passage] = []
        var open: [PDFPage.Line] = []
        func finish() {
            guard let first = open.first else { return }
            passages.append(
                Passage(
                    text: Prose.join(open.map { $0.text[...] }, keepingBreaks: false),
                    box: open.dropFirst().reduce(first.box) { $0.union($1.box) }, lineCount: open.count,
                    lineHeight: open.map(\.box.height).max() ?? 0))
            open = []
        }
        for line in lines {
            if let previous = open.last, isBreak(previous, line, leading: leading, right: right) { finish() }
            open.append(line)
        }
        finish()
        return passages
    }

    private static func isBreak(
        _ previous: PDFPage.Line, _ line: PDFPage.Line, leading: Double, right: Double
    ) -> Bool {
        let (above, below) = (previous.box, line.box)
        let height = max(4, above.height)
        if below.yMid - above.yMid > leading * 1.25 + 1 || below.yMax < above.yMin { return true }
        if abs(below.height - above.height) > height * 0.25 { return true }
        let firstWord = line.words[0]
        let hadRoom = above.xMax + height * 0.25 + firstWord.box.width < right - 0.5
        let isMarked = ListMark(line.text[...]) != nil
        let isFinished = Prose.isFinished(previous.text)
        if isMarked { return hadRoom || isFinished }
        if let first = line.text.first, first.isLowercase, !isFinished { return false }
        return hadRoom
    }

    /// Puts a bullet or numeral that poppler took for a block of its own back before the words that it marks.
    static func joinMarks(_ blocks: inout [[PDFPage.Line]]) {
        var marks: [PDFPage.Line] = []
        for block in blocks.indices {
            blocks[block].removeAll { line in
                guard line.words.count == 1, line.words[0].text.count <= 6 else { return false }
                let isMark = ListMark((line.text + Array(" x".utf8))[...]) != nil
                if isMark { marks.append(line) }
                return isMark
            }
        }
        for mark in marks.prefix(2000) {
            var nearest: (block: Int, line: Int, distance: Double)?
            for block in blocks.indices {
                for line in blocks[block].indices {
                    let box = blocks[block][line].box
                    let distance = box.xMin - mark.box.xMax
                    guard abs(box.yMid - mark.box.yMid) < mark.box.height * 0.6, distance > -1, distance < 60,
                        distance < nearest?.distance ?? 60
                    else { continue }
                    nearest = (block, line, distance)
                }
            }
            if let nearest {
                blocks[nearest.block][nearest.line].words.insert(mark.words[0], at: 0)
            } else {
                blocks.append([mark])
            }
        }
        blocks.removeAll(where: \.isEmpty)
    }
}
