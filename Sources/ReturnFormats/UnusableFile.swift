/// Why a file's contents cannot be taken: one sentence, without the file's name, that says what to do.
package struct UnusableFile: Error, Hashable, Sendable {
    package let sentence: String

    package init(_ sentence: String) { self.sentence = sentence }
}
