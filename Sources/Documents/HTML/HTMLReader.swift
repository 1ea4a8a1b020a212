import Kernel

/// Reads HTML: a saved web page, Word's or a wiki's export, or a fragment. Nothing that it names is fetched.
package enum HTMLReader {
    /// Throws `Unreadable` where the bytes are no text, or pass a limit.
    package static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) -> Document {
        let decoded = try Encoding.decode(bytes, limits: limits)
        var reading = HTMLReading(decoded.bytes, limits: limits)
        try reading.run()
        var document = Document(format: .html)
        document.title = reading.title
        document.blocks = reading.blocks
        guard !reading.blocks.isEmpty else {
            throw Unreadable(
                .empty,
                "The web page shows no words: open it in a browser, and save what you see as HTML or PDF.")
        }
        var notes: [String] = []
        if decoded.isDamaged { notes.append("Some characters could not be read and stand as �.") }
        if reading.droppedWords > 0 {
            notes.append("Text marked as deleted was left out: \(count(reading.droppedWords, "word")).")
        }
        if reading.insertions > 0 {
            notes.append(
                "Text marked as inserted was taken as accepted, in \(count(reading.insertions, "place")).")
        }
        if reading.pictures > 0 { notes.append("\(count(reading.pictures, "picture")) not looked at.") }
        document.notes = notes.map { Document.Note(message: $0, place: Place()) }
        return document
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
