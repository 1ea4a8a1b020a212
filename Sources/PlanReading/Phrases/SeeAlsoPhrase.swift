/// References that a text points to.
enum SeeAlsoPhrase {
    /// `areaBefore` is what "As above" means.
    static func read(_ text: String, areaBefore: String?) -> [String] { [] }
}
