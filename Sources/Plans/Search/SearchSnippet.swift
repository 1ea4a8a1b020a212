import Markup

/// The words of a record with those found marked, cut to a line or two around the first of them.
enum SearchSnippet {
    private static let length = 180

    private struct Piece {
        let text: Substring
        let isFound: Bool
    }

    static func write(_ text: String, _ asked: [String], to m: inout Markup) {
        let pieces = pieces(text, asked)
        var start = pieces.startIndex
        if let first = pieces.firstIndex(where: \.isFound) {
            // Some words before the first found one, so that it can be understood.
            var room = 60
            start = first
            while start > pieces.startIndex, room > 0 {
                start -= 1
                room -= pieces[start].text.count
            }
        }
        if start > pieces.startIndex { m.add("… ") }
        var room = length
        var index = start
        while index < pieces.endIndex, room > 0 {
            let piece = pieces[index]
            if piece.isFound {
                m.element("mark", [], String(piece.text.prefix(length)))
            } else {
                m.add(String(piece.text.prefix(length)))
            }
            room -= piece.text.count
            index += 1
        }
        if index < pieces.endIndex { m.add(" …") }
    }

    /// Whether one of the words stands in the text.
    static func holds(_ text: String, _ asked: [String]) -> Bool {
        pieces(text, asked).contains(where: \.isFound)
    }

    /// Words and what stands between them, in turn.
    private static func pieces(_ text: String, _ asked: [String]) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text.prefix(4000)
        while let first = rest.first {
            let isWord = isPart(first)
            let piece = rest.prefix { isPart($0) == isWord }
            pieces.append(
                Piece(text: piece, isFound: isWord && SearchWords.isFound(String(piece), among: asked)))
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "’" || character == "'"
    }
}
