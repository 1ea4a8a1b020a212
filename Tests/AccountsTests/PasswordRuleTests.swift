import Testing

@testable import Accounts

@Suite struct PasswordRuleTests {
    let rule = PasswordRule(
        authority: "Ashmere County Council", person: "Ruth Ashworth-Bello", email: "r.bello@ashmere.example")

    @Test(arguments: [
        "three quiet lamps", "Correct-Horse-Battery", "tangle wicket orbit", "xk3 vq9 bmt7 ph2w",
        "Żółta łódka i wiatr", "sunshine dragon monkey",
    ])
    func `words that have nothing to do with anybody pass`(_ password: String) {
        #expect(rule.refusal(of: password) == nil)
    }

    @Test func `length is counted in characters from 14 to 128`() {
        #expect(rule.refusal(of: "thirteen zebr") == .tooShort(13))
        #expect(rule.refusal(of: "fourteen zebra") == nil)
        let long =
            (0..<32).map { "w\(["ok", "xu", "eq", "yv"][$0 % 4])" }.joined() + "tumbledown porridge kettles"
        #expect(long.count == 123 && rule.refusal(of: long) == nil)
        #expect(rule.refusal(of: long + "mosses") == .tooLong(129))
    }

    @Test(arguments: ["polniypizdec0211", "1qaz2wsx3edc4rfv", "MichaelJackson"])
    func `a password of the leaked lists is refused`(_ password: String) {
        #expect(rule.refusal(of: password) == .common)
    }

    @Test(
        arguments: [
            ("Plumbline2026!!", [.local, .number]),
            ("AshmereCouncil1974", [.local, .number]),
            ("ruth.bello-2026-11", [.local, .number]),
            ("Ch1ldr3nsS3rv1c3s", [.local]),
            ("P@ssw0rd-P@ssw0rd1", [.local, .number]),
            ("qwertyuiopasdfgh", [.run]),
            ("99871204556031", [.number]),
            ("Monkey123456789", [.common, .run]),
            ("dragon football 99", [.common, .number]),
        ] as [(String, Set<GuessablePassword.Piece>)])
    func `a password made of what anyone would try is refused and says of what`(
        _ password: String, _ pieces: Set<GuessablePassword.Piece>
    ) {
        guard case .guessable(let found)? = rule.refusal(of: password) else {
            Issue.record(
                "\(password) was not refused as guessable: \(String(describing: rule.refusal(of: password)))")
            return
        }
        #expect(found.subtracting([.run]) == pieces.subtracting([.run]))
    }

    @Test(arguments: ["kettlekettlekettle", "abcdeabcdeabcdea", "zzzzzzzzzzzzzzzz"])
    func `one short thing again and again is refused`(_ password: String) {
        #expect(rule.refusal(of: password) == .repeated)
    }

    @Test func `a refusal says why in one sentence`() {
        #expect(PasswordRefusal.tooShort(9).sentence == "The password has 9 characters: it needs at least 14")
        #expect(
            PasswordRefusal.guessable([.number, .common]).sentence
                == "This password is little more than common passwords and numbers, dates and punctuation: "
                + "add other words")
    }
}

@Suite struct PasswordHashTests {
    @Test func `a password matches its own hash only`() async throws {
        let hash = try await PasswordHash.make(of: "tangle wicket orbit")
        #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await hash.matches("tangle wicket orbit"))
        #expect(try await !hash.matches("tangle wicket orbiT"))
    }

    @Test func `the same letters written with other code points match`() async throws {
        let hash = try await PasswordHash.make(of: "caf\u{E9} tangle wicket")
        #expect(try await hash.matches("cafe\u{301} tangle wicket"))
    }

    @Test func `nobody's hash is a whole hash that no password is likely to match`() async throws {
        #expect(try await !PasswordHash.ofNobody.matches("tangle wicket orbit"))
    }
}
