import Testing

@testable import Documents

struct EncodingTests {
    private static let words = "Cost: £500 – “agreed” by the board’s chair"

    private func text(_ bytes: [UInt8]) throws -> String {
        String(decoding: try Encoding.decode(bytes, limits: .standard).bytes, as: UTF8.self)
    }

    private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap {
            littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
    }

    @Test func `text is read in every encoding that office programs write`() throws {
        let words = Self.words
        // Made by Python: words.encode("cp1252")
        let windows: [UInt8] =
            Array("Cost: ".utf8) + [0xA3] + Array("500 ".utf8) + [0x96, 0x20, 0x93] + Array("agreed".utf8)
            + [0x94] + Array(" by the board".utf8) + [0x92] + Array("s chair".utf8)
        #expect(try text(Array(words.utf8)) == words)
        #expect(try text([0xEF, 0xBB, 0xBF] + Array(words.utf8)) == words)
        #expect(try text([0xFF, 0xFE] + utf16(words, littleEndian: true)) == words)
        #expect(try text([0xFE, 0xFF] + utf16(words, littleEndian: false)) == words)
        #expect(try text(utf16(words, littleEndian: true)) == words)
        #expect(try text(utf16(words, littleEndian: false)) == words)
        #expect(try text(windows) == words)
    }

    @Test func `what is no text is refused in one sentence`() {
        let junk = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ ($0 >> 3)) }
        let refusal = #expect(throws: Unreadable.self) { try TextReader.read(junk, limits: .standard) }
        #expect(refusal?.reason == .notWhatItsNameSays)
        let empty = #expect(throws: Unreadable.self) {
            try TextReader.read(Array(" \r\n\t".utf8), limits: .standard)
        }
        #expect(empty?.reason == .empty)
    }
}
