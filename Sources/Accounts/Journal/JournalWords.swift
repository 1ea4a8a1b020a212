import Kernel

/// Says what an event changed, in words.
struct JournalWords: Sendable {
    /// Email addresses are for administrators.
    let showsEmail: Bool
    /// For a person to read: without the numbers of grants and sessions, with the names of what roles reach.
    /// Nil for a file, which has everything as it was kept.
    let scopes: ScopeNames?

    /// `role: director; until: 31 Mar 2027`, from what was and to what is.
    func change(_ line: JournalLine) -> String {
        let before = line.from.map(words) ?? ""
        let after = line.to.map(words) ?? ""
        if before.isEmpty { return after }
        return after.isEmpty ? "was \(before)" : "was \(before); now \(after)"
    }

    private func words(_ value: JSON) -> String {
        switch value {
        case .object(let members): members.compactMap(words).joined(separator: "; ")
        case .array(let values): values.map(words).joined(separator: ", ")
        case .string(let text): scopes == nil ? text : readable(text)
        case .bool(let value): value ? "yes" : "no"
        case .null: ""
        case .integer, .number: value.text()
        }
    }

    private static let numbers: Set<String> = ["grant", "session", "sessions", "address"]

    private func words(_ member: JSON.Member) -> String? {
        if member.value == .null { return nil }
        // Events hold an email address under this name only; failed sign-ins hold a salted hash of one.
        if member.key == "email", !showsEmail { return "email: [withheld]" }
        guard let scopes else { return "\(member.key): \(words(member.value))" }
        if Self.numbers.contains(member.key) { return nil }
        let key = JournalWords.apart(member.key)
        switch (member.key, member.value) {
        case ("role", .string(let text)): return "\(key): \(Role(rawValue: text)?.words ?? text)"
        case ("scope", .string(let text)): return "\(key): \(scopes.words(formValue: text))"
        default: return "\(key): \(words(member.value))"
        }
    }

    private func readable(_ text: String) -> String {
        Instant(text)?.moment ?? Day(text)?.short ?? text
    }

    /// `grant.given` as people say it.
    static func kind(_ kind: String) -> String {
        said[kind] ?? apart(kind.replacing(".", with: " ")).capitalisedFirst
    }

    private static let said = [
        "account.linkMade": "One-time link made", "account.passwordSet": "Password set",
        "account.recoveryCodesMade": "New recovery codes made",
        "account.recoveryCodeUsed": "Recovery code used",
        "account.secondFactorSet": "Second step set up", "grant.ended": "Role ended",
        "grant.given": "Role given",
        "session.began": "Session began", "session.ended": "Session ended", "signin.failed": "Sign-in failed",
        "signin.succeeded": "Signed in",
    ]

    /// `dropsSecondFactor` as `drops second factor`.
    private static func apart(_ name: String) -> String {
        var text = ""
        for letter in name {
            if letter.isUppercase { text += " " + letter.lowercased() } else { text.append(letter) }
        }
        return text
    }
}
