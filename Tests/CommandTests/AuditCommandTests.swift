import Kernel
import Testing

/// `plumbline audit`, run as anyone runs it.
struct AuditCommandTests {
    private static let cases = (1...20).map { "C0\($0 < 10 ? "0" : "")\($0)" }

    @Test func `the printed draw comes out, from a list and from a column`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        try program.write("frame.txt", "\u{FEFF}" + Self.cases.joined(separator: "\r\n"))
        try program.write(
            "frame.csv", "Team,Whom\n" + Self.cases.reversed().map { "\"North, 1\",\($0)\n" }.joined())
        let drawn = "C009\nC011\nC018\nC012\nC001\n"
        let list = try program.run(
            "audit", "sample", "--frame", "frame.txt", "--seed", "2026-Q1:audit-7", "--size", "5")
        #expect(list.status == 0 && list.text == drawn)
        let column = try program.run(
            "audit", "sample", "--frame", "frame.csv", "--seed", "2026-Q1:audit-7", "--size", "22%",
            "--column",
            "whom")
        #expect(column.status == 0 && column.text == drawn)
    }

    @Test func `a draw as JSON says of what frame it is and what it can show`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        try program.write("frame.txt", (1...40).map { "\($0)\n" }.joined())
        let printed = try program.run(
            "audit", "sample", "--frame", "frame.txt", "--seed", "s", "--size", "20%", "--format", "json")
        let told = try #require(JSON(parsing: Array(printed.text.utf8)))
        #expect(told["frame"]?["count"]?.integer == 40 && told["count"]?.integer == 8)
        // seq 40 | LC_ALL=C sort | sha256sum
        #expect(
            told["frame"]?["sha256"]?.string
                == "505bd0b8bceb02dad98d94e3835faa219cc51ed00d3897b8785aa65b9ab30ed9")
        #expect(told["ids"]?.array?.count == 8)
        // ±31.4 points, and none found in 8 of 40 still allows 11 (audit-methods.md, §4).
        #expect(try abs(#require(told["marginPoints"]?.double) - 31.4) < 0.05)
        #expect(told["noneFoundAllows"]?.integer == 11)
    }

    @Test(arguments: [
        ("1\n2\n1\n", "2", 65, "on lines 1 and 3"), ("", "1", 65, "It is empty."),
        ("1\n2\n", "3", 65, "has 2"),
        ("1\n2\n", "0", 64, "--size takes"), ("1\n2\n", "200%", 64, "--size takes"),
    ])
    func `a frame or size that will not do is refused`(
        frame: String, size: String, status: Int32, words: String
    ) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        try program.write("frame.txt", frame)
        let refused = try program.run(
            "audit", "sample", "--frame", "frame.txt", "--seed", "s", "--size", size, withErrors: true)
        #expect(refused.status == status && refused.text.contains(words))
        let missing = try program.run("audit", "sample", "--frame", "none.txt", "--seed", "s", "--size", "1")
        #expect(missing.status == 66 && missing.text.isEmpty)
    }

    /// The worked example of audit-methods.md, §5 and §6, to five decimals.
    @Test func `the worked example is printed whole`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let table = [[2, 3, 0, 0], [0, 9, 8, 1], [0, 1, 9, 3], [0, 0, 1, 3]]
        let names = ["Outstanding", "Good", "RI", "Inadequate"]
        var rows = ["case,self,verifier"]
        for (own, row) in table.enumerated() {
            for (verified, count) in row.enumerated() {
                for _ in 0..<count { rows.append("\(rows.count),\(names[own]),\(verified + 1)") }
            }
        }
        rows += ["x,2,", "y,,2", "z,,"]
        try program.write("grades.csv", rows.joined(separator: "\n"))
        let printed = try program.run("audit", "agreement", "grades.csv", "--format", "json")
        #expect(printed.status == 0)
        let told = try #require(JSON(parsing: Array(printed.text.utf8)))
        func number(_ path: String...) -> Double? {
            path.reduce(JSON?.some(told)) { $0?[$1] }?.double
        }
        func isNear(_ value: Double?, _ expected: Double) -> Bool {
            value.map { abs($0 - expected) < 0.000_005_1 } ?? false
        }
        #expect(number("n") == 40 && number("leftOut", "withoutEither") == 1)
        #expect(number("exact", "share") == 0.575 && number("withinOne", "share") == 0.975)
        #expect(isNear(number("kappa", "value"), 0.378428))
        #expect(isNear(number("kappa", "expected"), 0.31625))
        #expect(isNear(number("kappa", "standardError"), 0.113218))
        #expect(isNear(number("kappaLinear", "value"), 0.511533))
        #expect(isNear(number("kappaQuadratic", "value"), 0.655172))
        #expect(isNear(number("ac1", "value"), 0.452055))
        #expect(isNear(number("ac2Linear", "value"), 0.685177))
        #expect(isNear(number("ac2Quadratic", "value"), 0.842084))
        #expect(isNear(number("alpha", "nominal"), 0.376509))
        #expect(isNear(number("alpha", "ordinal"), 0.626684))
        #expect(isNear(number("alpha", "interval"), 0.644464))
        #expect(number("direction", "net") == 0.325 && number("direction", "meanShift") == 0.35)
        #expect(isNear(number("direction", "kinderOfDifferent"), 0.88235))
        #expect(isNear(number("direction", "signTestP"), 0.00235))
        #expect(number("direction", "goodOrBetter", "verifier", "share") == 0.375)
        let text = try program.run("audit", "agreement", "grades.csv").text
        #expect(text.hasPrefix("Self and verifier agree on 23 of the 40 cases with both grades;"))
        #expect(text.contains("Left out  3 of 43 rows"))
    }

    @Test func `a grade of another scale ends the command with its line`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        try program.write("grades.csv", "case,self,verifier\n1,2,2\n2,5,2\n3,2,splendid\n")
        let refused = try program.run("audit", "agreement", "grades.csv", withErrors: true)
        #expect(refused.status == 65)
        #expect(refused.text.contains("Line 3, self: “5”\nLine 4, verifier: “splendid”\n"))
        let own = try program.run("audit", "agreement", "grades.csv", "--scale", "splendid,2,5")
        #expect(own.status == 0)
        #expect(try program.run("audit", "agreement", "grades.csv", "--scale", "splendid").status == 64)
    }
}
