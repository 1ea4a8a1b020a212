/// Reads Markdown as plans come in it: headings, lists, pipe tables, emphasis, and HTML in the cells.
///
/// It is the pasted-text reader under another name; `docs/decisions/markdown-without-a-parser.md` says why.
package enum MarkdownReader {
    /// Throws `Unreadable` where the bytes are no text, or pass a limit.
    package static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) -> Document {
        try TextReader.read(bytes, as: .markdown, limits: limits)
    }
}
