import Kernel

/// JSON that is not a plan in the interchange format, in one sentence that names the key. Exit status 65.
package struct PlanFormatError: Refusal, Hashable, CustomStringConvertible {
    /// The key that is wrong, as `areas[2].actions[0].leads`; empty for the whole.
    package let path: String
    package let sentence: String

    package init(path: String, sentence: String) {
        self.path = path
        self.sentence = sentence
    }

    package var field: String? { "file" }
    package var description: String { sentence }
}
