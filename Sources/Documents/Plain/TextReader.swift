import Kernel

/// Reads text as people paste it out of a document: prose, lists, tables with tabs, pipes or HTML tags, or all at once.
package enum TextReader {
    /// Throws `Unreadable` where the bytes are no text, or pass a limit.
    package static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) -> Document {
        try read(bytes, as: .text, limits: limits)
    }

    static func read(
        _ bytes: [UInt8], as format: Document.Format, limits: ReadingLimits
    ) throws(Unreadable) -> Document {
        let decoded = try Encoding.decode(bytes, limits: limits)
        var reading = PastedReading(
            lines: try PastedLine.split(decoded.bytes, limits: limits), limits: limits)
        try reading.run()
        var document = Document(format: format)
        document.blocks = reading.blocks
        if decoded.isDamaged {
            document.notes.append(
                Document.Note(message: "Some characters could not be read and stand as �.", place: Place()))
        }
        return document
    }
}
