import Kernel

/// A file that cannot be used, in one sentence that says what is wrong and what to do. Exit status 65.
package struct Unreadable: Refusal, Hashable, CustomStringConvertible {
    package let reason: Reason
    package let sentence: String

    package init(_ reason: Reason, _ sentence: String) {
        self.reason = reason
        self.sentence = sentence
    }

    package var field: String? { "file" }
    package var description: String { sentence }

    package enum Reason: String, CaseIterable, Sendable {
        case empty, truncated, encrypted, notWhatItsNameSays, unknownFormat, unsafeArchive, tooLarge, tooSlow,
            damaged, programMissing
    }
}

/// What a reader will take on before it refuses; design §5.
package struct ReadingLimits: Sendable {
    package var fileBytes = 64 << 20
    package var expandedBytes = 256 << 20
    package var cells = 200_000
    package var seconds = 10.0
    /// Tables in tables, or any other nesting of markup.
    package var depth = 256

    package init() {}

    package static let standard = ReadingLimits()
}
