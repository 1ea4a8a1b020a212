import Kernel

/// What a password must be: 14 to 128 characters, and not one that a guesser would try.
///
/// No composition rules and no expiry (NCSC password guidance; OWASP ASVS 5.0 6.2.1, 6.2.4, 6.2.5, 6.2.9 to 6.2.12).
struct PasswordRule: Sendable {
    static let lengths = 14...128

    private let localWords: Set<[UInt8]>

    /// Words that anybody who knows the council and the person would try: texts are taken apart into words.
    init(authority: String, person: String, email: String) {
        let parts = email.split(separator: "@").map(String.init)
        let domain = parts.count > 1 ? parts[1].split(separator: ".").first.map(String.init) ?? "" : ""
        localWords = GuessablePassword.words(
            in: [authority, person, parts.first ?? "", domain] + GuessablePassword.alwaysLocal)
    }

    /// Why the password may not be used; nil when it may.
    func refusal(of password: String) -> PasswordRefusal? {
        let length = password.unicodeScalars.count
        guard length >= PasswordRule.lengths.lowerBound else { return .tooShort(length) }
        guard length <= PasswordRule.lengths.upperBound else { return .tooLong(length) }
        if CommonPasswords.whole.contains(password.lowercased()) { return .common }
        return GuessablePassword.refusal(of: password, localWords: localWords)
    }
}

/// Why a password may not be used, in words that the page shows.
enum PasswordRefusal: Refusal, Equatable {
    case tooShort(Int)
    case tooLong(Int)
    case common
    /// One short thing again and again.
    case repeated
    case guessable(Set<GuessablePassword.Piece>)
    case notTheSame

    var sentence: String {
        switch self {
        case .tooShort(let length):
            "The password has \(length) character\(length == 1 ? "" : "s"): it needs at least 14"
        case .tooLong(let length): "The password has \(length) characters: it can have at most 128"
        case .common: "This is one of the passwords that guessing programs try first"
        case .repeated: "This password is one short thing again and again: add other words"
        case .guessable(let pieces):
            "This password is little more than " + PasswordRefusal.list(pieces) + ": add other words"
        case .notTheSame: "The two passwords are not the same"
        }
    }

    var field: String? { self == .notTheSame ? "again" : "password" }

    private static func list(_ pieces: Set<GuessablePassword.Piece>) -> String {
        let words = GuessablePassword.Piece.allCases.filter(pieces.contains).map(\.rawValue)
        guard let last = words.last, words.count > 1 else { return words.first ?? "one or two letters" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
