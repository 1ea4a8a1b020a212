/// An expected "no": shown to the person as a sentence, never logged as a fault.
///
/// Each use case has its own closed enum; `field` names the form field that the sentence belongs to.
package protocol Refusal: Error, Sendable {
    var sentence: String { get }
    var field: String? { get }
}

extension Refusal where Self: RawRepresentable, RawValue == String {
    package var sentence: String { rawValue }
    package var field: String? { nil }
}
