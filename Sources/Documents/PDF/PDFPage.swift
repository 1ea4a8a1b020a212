/// A page as poppler sees it: words with their boxes, in blocks of lines, and the lines drawn on it. Points from top left.
struct PDFPage {
    var number: Int
    var width: Double
    var height: Double
    var blocks: [[Line]] = []
    var drawing = PDFDrawing()

    struct Word {
        var box: Box
        var text: [UInt8]
    }

    struct Line {
        var words: [Word]

        var box: Box { words.dropFirst().reduce(words[0].box) { $0.union($1.box) } }
        var text: [UInt8] { Array(words.map(\.text).joined(separator: [0x20])) }
    }

    struct Box {
        var xMin: Double
        var yMin: Double
        var xMax: Double
        var yMax: Double

        var height: Double { yMax - yMin }
        var width: Double { xMax - xMin }
        var xMid: Double { (xMin + xMax) / 2 }
        var yMid: Double { (yMin + yMax) / 2 }

        func union(_ other: Box) -> Box {
            Box(
                xMin: min(xMin, other.xMin), yMin: min(yMin, other.yMin), xMax: max(xMax, other.xMax),
                yMax: max(yMax, other.yMax))
        }

        func contains(_ x: Double, _ y: Double) -> Bool { x >= xMin && x <= xMax && y >= yMin && y <= yMax }
    }

    /// Reads what `pdftotext -bbox-layout` prints.
    static func pages(_ layout: [UInt8], until deadline: Deadline) throws(Unreadable) -> [PDFPage] {
        var tokens = HTMLTokens(layout)
        var pages: [PDFPage] = []
        var word: Word?
        var words: [Word] = []
        var count = 0
        while let token = tokens.next() {
            count += 1
            if count % 1024 == 0 { try deadline.check() }
            switch token {
            case .text(let bytes): word?.text.append(contentsOf: bytes)
            case .start(let tag):
                switch tag.name {
                case "page":
                    pages.append(
                        PDFPage(
                            number: pages.count + 1, width: tag.points("width"), height: tag.points("height"))
                    )
                case "block": if let last = pages.indices.last { pages[last].blocks.append([]) }
                case "word":
                    word = Word(
                        box: Box(
                            xMin: tag.points("xmin"), yMin: tag.points("ymin"), xMax: tag.points("xmax"),
                            yMax: tag.points("ymax")),
                        text: [])
                default: continue
                }
            case .end("word"):
                if var done = word {
                    done.text = PDFPage.plain(Entity.decodeAll(done.text[...]))
                    if !done.text.isEmpty { words.append(done) }
                }
                word = nil
            case .end("line"):
                if let last = pages.indices.last, let block = pages[last].blocks.indices.last, !words.isEmpty
                {
                    pages[last].blocks[block].append(Line(words: words))
                }
                words = []
            case .end: continue
            }
        }
        return pages
    }

    /// Ligatures as letters, and the private characters of Word's symbol fonts as bullets.
    private static func plain(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 == 0xEF }) else { return text }
        var out = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0xFB00: out += "ff"
            case 0xFB01: out += "fi"
            case 0xFB02: out += "fl"
            case 0xFB03: out += "ffi"
            case 0xFB04: out += "ffl"
            case 0xF0A7, 0xF0B7, 0xF076, 0xF0D8, 0xF0FC: out += "•"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return Array(out.utf8)
    }
}

extension HTMLTokens.Tag {
    /// A finite number of points; 0 where there is none.
    fileprivate func points(_ name: String) -> Double {
        guard let value = attribute(name).flatMap({ Double($0) }), value.isFinite, abs(value) < 1e6 else {
            return 0
        }
        return value
    }
}
