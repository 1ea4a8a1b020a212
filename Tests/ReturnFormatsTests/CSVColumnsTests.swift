import Kernel
import ReturnFormats
import Testing

struct CSVColumnsTests {
    @Test func `a column is what all of its values are`() throws {
        let file = try CSVColumns.read(
            Array(
                #"""
                count,share,day,code,team,mixed,none
                1,0.5,2026-11-20,007,A,1,
                -2,3,01/12/2026,12,"B, or ""C""",x,
                ,,,,,,
                30,1e-3,,3,A,2026-01-01,
                """#.utf8))
        #expect(file.rows == 4 && file.names.count == 7)
        guard case .whole(let counts) = file.column("Count"),
            case .decimals(let shares) = file.column("share"),
            case .days(let days) = file.column("day"), case .texts(let codes) = file.column("code"),
            case .texts(let teams) = file.column("team"), case .texts(let mixed) = file.column("mixed"),
            case .whole(let none) = file.column("none")
        else { throw UnusableFile("\(file.columns)") }
        #expect(counts.map(\.value) == [1, -2, nil, 30])
        #expect(shares[0] == 0.5 && shares[1] == 3 && shares[2].isNaN && shares[3] == 0.001)
        #expect(days.map(\.day) == [Day("2026-11-20"), Day("2026-12-01"), nil, nil])
        // A nought before a figure makes a code.
        #expect((0..<4).map { codes[$0] } == ["007", "12", "", "3"])
        #expect((0..<4).map { teams[$0] } == ["A", "B, or \"C\"", "", "A"])
        #expect((0..<4).map { mixed[$0] } == ["1", "x", "", "2026-01-01"])
        #expect(none == Array(repeating: .missing, count: 4))
    }

    @Test func `what comes late in a file widens its column`() throws {
        var text = "number,day,name\n"
        for row in 0..<3000 { text += "\(row),2026-01-01,name \(row)\n" }
        text += "1.5,soon,\"a \"\"b\"\"\"\nx,,\n"
        let file = try CSVColumns.read(Array(text.utf8))
        guard case .texts(let numbers) = file.columns[0], case .texts(let days) = file.columns[1],
            case .texts(let names) = file.columns[2]
        else { throw UnusableFile("\(file.columns.count)") }
        #expect(file.rows == 3002)
        #expect(numbers[2999] == "2999" && numbers[3000] == "1.5" && numbers[3001] == "x")
        #expect(days[0] == "2026-01-01" && days[3000] == "soon" && days.distinct.count == 3)
        #expect(names[17] == "name 17" && names[3000] == "a \"b\"" && names[3001] == "")
    }

    @Test func `texts of which most are different keep their places`() throws {
        let text = "name\r\n" + (0..<500).map { "n\($0)\r\n" }.joined()
        let file = try CSVColumns.read(Array(text.utf8))
        guard case .plain(let names) = file.columns[0] else { throw UnusableFile("\(file.columns.count)") }
        #expect(names.count == 500 && names[0] == "n0" && names[499] == "n499")
    }

    @Test(arguments: [
        "a;b\n1;x\n2;y\n", "a\tb\r\n1\tx\r\n2\ty", "sep=|\na|b\n1|x\n2|y\n", "\u{FEFF}a,b\r1,x\r2,y\r",
        "\n\na,b\n\n1,x\n2,y\n\n",
    ])
    func `any mark separates, and any line end`(text: String) throws {
        let file = try CSVColumns.read(Array(text.utf8))
        guard case .whole(let first) = file.column("a"), case .texts(let second) = file.column("b") else {
            throw UnusableFile("\(file.names)")
        }
        #expect(first.map(\.value) == [1, 2] && second.distinct == ["", "x", "y"])
    }

    @Test func `rows that do not fit the header are counted`() throws {
        let file = try CSVColumns.read(Array("a,b\n1\n1,2,3\n1,2,\n\n4,5,,6,7\n".utf8))
        #expect(file.rows == 4 && file.shortRows == 1)
        #expect(file.longRows == 2 && file.longLines == [3, 6])
    }
}
