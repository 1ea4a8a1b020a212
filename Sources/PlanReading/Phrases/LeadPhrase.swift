/// Who leads, one entry a person or post.
struct LeadReading: Hashable, Sendable {
    var leads: [String] = []
    /// A joining sign at the end with nobody after it: "Ann Poe /".
    var dangles = false
    /// Words of the cell that are not a person or post: "to develop the audit tool".
    var leftOut: [String] = []
}

enum LeadPhrase {
    /// The people and posts of a lead cell, as printed, joint leads split.
    static func split(_ text: String) -> [String] { read(text).leads }

    static func read(_ text: String) -> LeadReading {
        LeadReading(leads: text.isEmpty ? [] : [text])
    }
}
