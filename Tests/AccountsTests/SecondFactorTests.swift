import Kernel
import Testing

@testable import Accounts

@Suite struct SecondFactorTests {
    // RFC 6238, Appendix B: the SHA-1 rows.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `codes are those of RFC 6238`(_ seconds: Int64, _ code: String) {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        let step = TOTP.step(at: Instant(milliseconds: seconds * 1000))
        #expect(totp.code(step: step, digits: 8) == code)
        #expect(totp.code(step: step) == String(code.suffix(6)))
    }

    // RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `base 32 is that of RFC 4648`(_ text: String, _ encoded: String) {
        #expect(Base32.encode(Array(text.utf8)) == encoded)
    }

    @Test func `a code holds one step before and after, and once`() {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        // 89005924 belongs to the step that holds 1234567890: 41152263.
        let now = Instant(milliseconds: 1_234_567_890_000)
        #expect(totp.stepMatching("005924", at: now, after: nil) == 41_152_263)
        #expect(totp.stepMatching("005 924", at: now.adding(seconds: 30), after: nil) == 41_152_263)
        #expect(totp.stepMatching("005924", at: now.adding(seconds: -30), after: nil) == 41_152_263)
        #expect(totp.stepMatching("005924", at: now.adding(seconds: 60), after: nil) == nil)
        #expect(totp.stepMatching("005924", at: now, after: 41_152_263) == nil)
        #expect(totp.stepMatching("", at: now, after: nil) == nil)
    }

    @Test func `the app's address names council and person`() {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        #expect(totp.grouped == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            totp.address(account: "r.bello@ashmere.example", issuer: "Plumbline Ashmere")
                == "otpauth://totp/Plumbline%20Ashmere:r.bello%40ashmere.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Plumbline%20Ashmere"
                + "&algorithm=SHA1&digits=6&period=30")
    }

    @Test func `a QR code has its three finder squares and stays in its path`() throws {
        let code = try #require(QRCode("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ"))
        #expect((code.side - 17) % 4 == 0)
        let finder = [true, true, true, true, true, true, true, false]
        #expect(Array(code.dark[0..<8]) == finder)
        #expect(Array(code.dark[(code.side - 7)..<code.side]) == Array(finder.prefix(7)))
        #expect(code.path(at: 0).hasPrefix("M0 0h7v1h-7z"))
        #expect(QRCode("") == nil)
    }

    @Test func `recovery codes are ten, and forgive how they are typed`() async throws {
        let made = RecoveryCodes.make()
        #expect(Set(made.codes).count == 10)
        #expect(made.codes.allSatisfy { RecoveryCodes.normalised($0) == $0 })
        #expect(RecoveryCodes.normalised(" K7M2X 9QD4O ") == "k7m2x-9qd40")
        #expect(RecoveryCodes.normalised("k7m2x-9qd4") == nil)
        let salt = RecoveryCodes.newSalt()
        #expect(
            try await RecoveryCodes.hash("k7m2x-9qd40", salt: salt)
                == RecoveryCodes.hash("k7m2x-9qd40", salt: salt))
    }
}
