import Kernel

/// One event as the journal's page and its export show it.
struct JournalLine: Sendable {
    let sequence: Int64
    let at: Instant
    let actor: ID<Account>?
    let kind: String
    let subject: String
    let subjectID: String
    let from: JSON?
    let to: JSON?
    let reason: String?

    /// `role: director; until: 2027-03-31`, from what was and to what is; email addresses for administrators only.
    func change(showsEmail: Bool) -> String {
        let before = from.map { JournalLine.words($0, showsEmail) } ?? ""
        let after = to.map { JournalLine.words($0, showsEmail) } ?? ""
        if before.isEmpty { return after }
        return after.isEmpty ? "was \(before)" : "was \(before); now \(after)"
    }

    private static func words(_ value: JSON, _ showsEmail: Bool) -> String {
        switch value {
        case .object(let members):
            members.compactMap { member in
                if member.value == .null { return nil }
                // Events hold an address under this name only; failed sign-ins hold a salted hash.
                if member.key == "email", !showsEmail { return "email: [withheld]" }
                return "\(member.key): \(words(member.value, showsEmail))"
            }.joined(separator: "; ")
        case .array(let values): values.map { words($0, showsEmail) }.joined(separator: ", ")
        case .string(let text): text
        case .bool(let value): value ? "yes" : "no"
        case .null: ""
        case .integer, .number: value.text()
        }
    }

    /// `grant.given` as people say it: "Grant given".
    var kindWords: String { JournalLine.words(ofKind: kind) }

    static func words(ofKind kind: String) -> String {
        var text = ""
        for letter in kind {
            if letter == "." {
                text += " "
            } else if letter.isUppercase {
                text += " " + letter.lowercased()
            } else {
                text.append(letter)
            }
        }
        return text.capitalisedFirst
    }
}

/// A file of comma-separated values that no spreadsheet takes for formulas.
enum CSV {
    static func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// Quoted where it must be; a leading `=`, `+`, `-`, `@`, tab or line end gets an apostrophe (ASVS 1.2.10).
    static func field(_ text: String) -> String {
        let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]
        let safe = text.unicodeScalars.first.map(dangerous.contains) == true ? "'" + text : text
        let needsQuotes = safe.unicodeScalars.contains { $0 == "\"" || $0 == "," || $0 == "\r" || $0 == "\n" }
        guard needsQuotes else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }
}
