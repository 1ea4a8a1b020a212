import Kernel
import Testing

@testable import Accounts

@Suite struct ThrottleTests {
    let start = Instant(milliseconds: 1_760_000_000_000)

    private func failures(_ seconds: [Int64]) -> [Instant] { seconds.map { start.adding(seconds: $0) } }

    @Test func `nine wrong guesses cost nothing and the tenth makes one wait for the window`() {
        let nine = failures([0, 1, 2, 3, 4, 5, 6, 7, 8])
        #expect(Throttle.nextGuess(after: nine, at: start.adding(seconds: 9)) == nil)
        let ten = nine + failures([9])
        #expect(Throttle.nextGuess(after: ten, at: start.adding(seconds: 10)) == start.adding(seconds: 300))
        #expect(Throttle.nextGuess(after: ten, at: start.adding(seconds: 300)) == nil)
    }

    // 30 s, doubling, to a quarter of an hour.
    @Test(arguments: [(9, 0), (10, 30), (11, 60), (12, 120), (13, 240), (14, 480), (15, 900), (400, 900)])
    func `waits grow to a quarter of an hour and no further`(_ count: Int, _ seconds: Int64) {
        #expect(Throttle.wait(after: count) == seconds)
    }

    @Test func `however many guesses were made, a day or a quarter of an hour heals`() {
        let many = failures((0..<200).map { Int64($0) })
        let next = Throttle.nextGuess(after: many, at: start.adding(seconds: 200))
        #expect(next == start.adding(seconds: 199 + 900))
        #expect(Throttle.nextGuess(after: many, at: start.adding(seconds: 86_400 + 200)) == nil)
    }

    @Test func `no five minutes hold more than ten guesses, however hard one tries`() {
        var made: [Instant] = []
        for second in 0..<7200 {
            let now = start.adding(seconds: Int64(second))
            if Throttle.nextGuess(after: made, at: now) == nil { made.append(now) }
        }
        for (index, moment) in made.enumerated() {
            let inWindow = made[index...].prefix { $0 < moment.adding(seconds: 300) }
            #expect(inWindow.count <= 10)
        }
        #expect(made.count == 10 + 4 + 7)
    }
}

@Suite struct RemoteAddressTests {
    @Test func `the addresses of one IPv6 network count as one`() {
        let first = RemoteAddress.counted("2001:db8:0:1::1")
        #expect(first == RemoteAddress.counted("2001:db8:0:1:ffff:ffff:ffff:ffff"))
        #expect(first != RemoteAddress.counted("2001:db8:0:2::1"))
        #expect(RemoteAddress.counted("::ffff:192.0.2.1") == "192.0.2.1")
        #expect(RemoteAddress.counted("192.0.2.1") == "192.0.2.1")
        #expect(RemoteAddress.counted("not: an address") == "not: an address")
    }
}

@Suite struct SessionLimitsTests {
    let made = Instant(milliseconds: 1_760_000_000_000)

    @Test func `a session ends 30 minutes after the last click`() {
        let seen = made.adding(seconds: 3600)
        #expect(SessionLimits.holds(made: made, lastSeen: seen, at: seen.adding(seconds: 1799)))
        #expect(!SessionLimits.holds(made: made, lastSeen: seen, at: seen.adding(seconds: 1800)))
    }

    @Test func `a session ends after 10 hours however busy`() {
        let seen = made.adding(seconds: 35_990)
        #expect(SessionLimits.holds(made: made, lastSeen: seen, at: made.adding(seconds: 35_999)))
        #expect(!SessionLimits.holds(made: made, lastSeen: seen, at: made.adding(seconds: 36_000)))
    }

    @Test func `tokens differ, and show themselves to no log`() {
        let token = Token.make(for: ID(77))
        #expect(token.authority == ID(77) && token != Token.make(for: ID(77)))
        #expect(Token(text: "nonsense").authority == nil)
        #expect("\(token)" == "[token]")
        // SHA-256 of "abc": FIPS 180-2, appendix B.1.
        #expect(
            Token.hash(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
