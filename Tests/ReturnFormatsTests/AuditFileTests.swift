import ReturnFormats
import Testing

struct FrameFileTests {
    static func read(_ text: String, column: String? = nil) throws -> FrameFile {
        try FrameFile.read(Array(text.utf8), column: column)
    }

    static func refusal(_ text: String, column: String? = nil) -> String? {
        do { _ = try read(text, column: column) } catch let error as UnusableFile {
            return error.sentence
        } catch {}
        return nil
    }

    @Test(arguments: [
        "C001\nC002\nC003\n", "\u{FEFF}C001\r\nC002\r\n\r\nC003", "case\rC001\rC002\rC003\r",
        "Team,Child Unique ID\nNorth,C001\nSouth,C002\n\"Harbour, west\",C003\n",
        "\"Reference\"; \"Note\"\n\"C001\";\"\"\nC002;two\nC003\n", "ID\tArea\nC001\tA\nC002\tB\n C003 \tC\n",
    ])
    func `a frame is a list, or the column that names the case`(text: String) throws {
        #expect(try Self.read(text).ids == ["C001", "C002", "C003"])
    }

    @Test func `ids stay as written, and the column may be named`() throws {
        let file = try Self.read("Ident,Seq\n007,1\n7,2\n1e3,3\n'=A1,4\n\"a \"\"b\"\"\",5\n", column: "ident")
        #expect(file.ids == ["007", "7", "1e3", "=A1", "a \"b\""])
        #expect(file.lines == [2, 3, 4, 5, 6] && file.heading == "Ident")
    }

    @Test func `ids that stand twice are named by their lines alone`() {
        #expect(
            Self.refusal("C001\nC002\n\nC001\nC003\nC002\nC001\n")
                == "2 ids stand more than once, on lines 1, 4, 7; 2 and 6. A frame names each case once.")
        let many = (0..<40).map { "K\($0 % 20)" }.joined(separator: "\n")
        #expect(Self.refusal(many)?.contains("20 ids stand more than once") == true)
        #expect(Self.refusal(many)?.contains("and 10 more") == true)
        #expect(Self.refusal(many)?.contains("K") == false)
    }

    @Test(arguments: [
        ("", nil, "It is empty."), ("\u{FEFF}\r\n \n", nil, "It is empty."),
        ("case\n", nil, "It has a heading and no case under it."),
        ("a,b\n1,2\n", nil, "None of its columns is known to name the case: say which of “a”, “b”."),
        (
            "case,child\n1,2\n", nil,
            "More than one of its columns may name the case: say which of “case”, “child”."
        ),
        ("a,b\n1,2\n", "c", "It has no column “c”: its first line has “a”, “b”."),
        ("a,A\n1,2\n", "a", "It has 2 columns “a”: rename all but one."),
        ("case,team\nC1,North\n,South\n", nil, "Line 3 has no id: give it one, or take it out."),
        ("C1\nC2;C3\n", nil, nil),
        (
            "Conference\nC1\nC2\n", nil,
            "Its first line, “Conference”, has no figure while every other has, so it may be a heading: name it as the column, or take it out."
        ),
        (
            "case\n\"C1\nC2\"\n", nil,
            "Line 2: the id holds a line end or another character that cannot be printed."
        ),
    ])
    func `what is no frame is refused with what to do`(text: String, column: String?, sentence: String?)
        throws
    {
        let refusal = try #require(Self.refusal(text, column: column))
        if let sentence { #expect(refusal == sentence) }
    }

    @Test func `a picture is no frame`() {
        #expect(Self.refusal("\u{0}\u{1}\u{2}PNG\u{0}") != nil)
    }
}

struct GradePairsFileTests {
    static let ofsted = scale(
        good: 2, ("1", "Outstanding"), ("2", "Good"), ("3", "Requires improvement"), ("4", "Inadequate"))
    static let five = scale(
        good: 2, ("5", "5, excellent"), ("4", "4, good"), ("3", "3, adequate"), ("2", "2, weak"),
        ("1", "1, poor"))
    static let met = scale(good: 1, ("met", "Met"), ("partly", "Partly met"), ("not", "Not met"))

    private static func scale(good: Int, _ grades: (String, String)...) -> WrittenScale {
        WrittenScale(
            grades.enumerated().map { WrittenScale.Grade(code: $1.0, words: $1.1, isGood: $0 < good) })
    }

    static func read(_ text: String, _ scale: WrittenScale = ofsted) throws -> GradePairsFile {
        try GradePairsFile.read(Array(text.utf8), scale: scale)
    }

    @Test func `grades are read as written, best first whatever the number says`() throws {
        let file = try Self.read(
            "Case,Self,Verifier,Team\n1,1,Good,x\n2,requires improvement,RI\n3,2.0,INADEQUATE\n4, o ,4\n")
        #expect(file.unknown.isEmpty)
        #expect(file.pairs.map(\.own) == [0, 2, 1, 0] && file.pairs.map(\.verified) == [1, 2, 3, 3])
        // One to five runs the other way: 5 is the best.
        let five = try Self.read("case,self,verifier\n1,5,1\n2,4,poor\n", Self.five)
        #expect(five.pairs.map(\.own) == [0, 1] && five.pairs.map(\.verified) == [4, 4])
        let met = try Self.read("case,self,verifier\n1,Met,partially met\n2,partly,Not met\n", Self.met)
        #expect(met.pairs.map(\.own) == [0, 1] && met.pairs.map(\.verified) == [1, 2])
    }

    @Test func `a missing grade is counted, never guessed`() throws {
        let file = try Self.read(
            "case,self,verifier\n1,2,2\n2,,2\n3,3,\n4,,\n5,n/a,2\n6,2,N/A\n7,2\n\n8,1,1\n")
        #expect(file.pairs.count == 2 && file.rows == 8)
        let left = file.leftOut
        #expect(left.withoutSelf == 1 && left.withoutVerifier == 2 && left.withoutEither == 1)
        #expect(left.notApplicable == 2 && left.count == 6)
    }

    @Test func `a grade of another scale is listed with its line`() throws {
        let file = try Self.read("case,self,verifier\n1,2,5\n2,fine,2\n3,,met\n")
        #expect(file.unknown.map(\.line) == [2, 3, 4])
        #expect(file.unknown.map(\.column) == ["verifier", "self", "verifier"])
        #expect(file.unknown.map(\.text) == ["5", "fine", "met"])
    }

    @Test(arguments: [
        ("", "It is empty."), ("case,self,verifier\n", "It has a heading and no case under it."),
        (
            "case,own,verifier\n1,2,2\n",
            "Its first line must name the columns case, self and verifier: self is missing from “case”, “own”, “verifier”."
        ),
        ("case,self,self,verifier\n1,2,2,2\n", "It has more than one column self: rename all but one."),
        ("case,self,verifier\n,2,2\n", "Line 2 names no case."),
        (
            "case,self,verifier\n1,2,2\n2,2,2\n1,2,3\n",
            "Lines 2 and 4 hold the same case: give each case once."
        ),
    ])
    func `a file without what is asked for is refused`(text: String, sentence: String) {
        #expect(throws: UnusableFile(sentence)) { try Self.read(text) }
    }

    @Test func `a grade may be written in several ways, never in one that could be two`() {
        #expect(["RI", "requires improvement to be good", "3"].map(Self.ofsted.place) == [2, 2, 2])
        #expect(Self.five.place(of: "excellent") == 0 && Self.five.grades[0] == "5 excellent")
        #expect(Self.five.good == 2 && Self.met.good == 1)
        let blurred = Self.scale(good: 1, ("1", "Good"), ("2", "Grave"))
        #expect(blurred.place(of: "g") == nil && blurred.place(of: "grave") == 1)
    }

    @Test func `a scale may be given best first`() {
        let own = WrittenScale(listing: " Strong, Fair ,Weak")
        #expect(own?.grades == ["Strong", "Fair", "Weak"] && own?.good == nil)
        #expect(own?.place(of: "FAIR") == 1 && own?.place(of: "1") == nil)
        for text in ["", "good", "a,", "a,A", ",", "a,,b"] {
            #expect(WrittenScale(listing: text) == nil, "\(text)")
        }
    }
}
