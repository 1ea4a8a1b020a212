import Kernel

/// The no of a step on a safety item or an action, and where on the page it belongs.
struct StepRefused: Refusal, Hashable {
    let sentence: String
    let field: String?

    init(_ sentence: String, _ field: String? = nil) {
        self.sentence = sentence
        self.field = field
    }

    static let changedMeanwhile = StepRefused(
        "Somebody else changed this item meanwhile. Read what stands here now, then save again")

    /// What was typed, if it is long enough to say something and short enough to be read.
    static func words(_ text: String, _ field: String, orSay missing: String) throws(StepRefused) -> String {
        guard text.count >= 10 else { throw StepRefused(missing, field) }
        guard text.count <= 2000 else {
            throw StepRefused("Say it in at most 2,000 characters: there are \(text.count)", field)
        }
        return text
    }
}
