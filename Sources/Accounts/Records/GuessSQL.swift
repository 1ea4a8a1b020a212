import Kernel
import Storage

/// What a guess at the password or the code is counted against.
///
/// Where the account has been signed in to from this address before, only the two together count: nobody elsewhere
/// can keep the owner out, and one person's slips do not hold up colleagues behind the same address. Else the
/// account counts by itself, and so does the address.
enum GuessSubjects {
    /// Ninety days in seconds: so long an address is known to be the account's.
    static let knownFor: Int64 = 90 * 24 * 60 * 60

    static func of(email: String, address: String, isKnown: Bool) -> [String] {
        isKnown
            ? ["known:" + Token.hash(of: email + " " + address)]
            : ["account:" + Token.hash(of: email), "address:" + address]
    }
}

/// What came of counting a guess.
enum CountedGuess: Sendable {
    case go(ID<Throttle>)
    case wait(until: Instant)

    var wait: Instant? {
        if case .wait(let until) = self { until } else { nil }
    }
}

extension Connection {
    /// A salted hash of where a request came from.
    func addressReference(_ remote: String, in authority: ID<Authority>) throws -> String {
        try reference(to: Sensitive("address " + RemoteAddress.counted(remote)), in: authority)
    }

    /// Counts the guess before it is tried, so that many at once cannot slip through; or says when it may be made.
    func countGuess(
        email: String, address: String, in authority: ID<Authority>, at now: Instant
    ) throws -> CountedGuess {
        let subjects = GuessSubjects.of(
            email: email, address: address,
            isKnown: try isKnown(email: email, address: address, in: authority, at: now))
        for subject in subjects {
            let failures = try rows(
                "SELECT at FROM sign_in_guess WHERE authority = $1 AND subject = $2 AND at > $3",
                [.id(authority), .text(subject), .instant(now.adding(seconds: -Throttle.memory))]
            ) { try $0.instant(0) }
            if let next = Throttle.nextGuess(after: failures, at: now) { return .wait(until: next) }
        }
        let guess = ID<Throttle>.make(at: now)
        for subject in subjects {
            try run(
                "INSERT INTO sign_in_guess (authority, id, subject, at) VALUES ($1, $2, $3, $4)",
                [.id(authority), .id(guess), .text(subject), .instant(now)])
        }
        try run(
            "DELETE FROM sign_in_guess WHERE authority = $1 AND at <= $2",
            [.id(authority), .instant(now.adding(seconds: -Throttle.memory))])
        return .go(guess)
    }

    /// A guess that was right does not count. Those before it stay until the owner is in.
    func forget(_ guess: ID<Throttle>, in authority: ID<Authority>) throws {
        try run("DELETE FROM sign_in_guess WHERE authority = $1 AND id = $2", [.id(authority), .id(guess)])
    }

    private func isKnown(
        email: String, address: String, in authority: ID<Authority>, at now: Instant
    ) throws -> Bool {
        try first(
            """
            SELECT 1 FROM session s JOIN account a ON a.authority = s.authority AND a.id = s.account
            WHERE s.authority = $1 AND a.email = $2 AND s.address = $3 AND s.made > $4 LIMIT 1
            """,
            [
                .id(authority), .text(email), .text(address),
                .instant(now.adding(seconds: -GuessSubjects.knownFor)),
            ]
        ) { _ in true } ?? false
    }

    /// After the owner came in: guesses at this account no longer count, against the account or the address.
    func forgetGuesses(
        at account: ID<Account>, email: String, in authority: ID<Authority>, address: String
    ) throws {
        let own = [true, false].flatMap { GuessSubjects.of(email: email, address: address, isKnown: $0) }
            .filter { !$0.hasPrefix("address:") }
        for subject in own {
            try run(
                """
                DELETE FROM sign_in_guess WHERE authority = $1
                    AND id IN (SELECT id FROM sign_in_guess WHERE authority = $1 AND subject = $2)
                """, [.id(authority), .text(subject)])
        }
    }
}
