import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// A closed round as people of different posts meet it.
struct ResultStories {
    private static let reads = ["result", "result/report", "result/workbook", "result/cases", "over-time"]

    private static func date(_ name: String, _ day: String) -> [(String, String)] {
        let parts = day.split(separator: "-").map(String.init)
        return [("\(name)-year", parts[0]), ("\(name)-month", parts[1]), ("\(name)-day", parts[2])]
    }

    @Test func `a result is there only after closing, and never for who is to read blind`() async throws {
        try await House.with { house in
            let round = try await house.givenResult(
                GivenReading.table(GivenReading.workedExample), population: 412)
            var grace = house.visitor("Grace O'Malley")
            for path in Self.reads {
                await grace.get("/audits/rounds/\(round)/\(path)")
                #expect(grace.status == 200, "\(path)")
            }
            try await house.database.write { connection in
                try connection.run("UPDATE audit_round SET closed_at = NULL WHERE id = $1", [.id(round)])
            }
            for name in ["Grace O'Malley", "Ines Farrow", "Simon Okafor", "Denise Aldous"] {
                var visitor = house.visitor(name)
                for path in Self.reads {
                    await visitor.get("/audits/rounds/\(round)/\(path)")
                    #expect(visitor.status == 404, "\(name) \(path)")
                }
            }
        }
    }

    @Test func `a board member sees no small number on any page or in any file, a manager only their own`()
        async throws
    {
        try await House.with { house in
            var cases = GivenReading.table(GivenReading.workedExample)
            for place in cases.indices where place % 2 == 0 {
                cases[place].team = "Millbrook team"
                cases[place].area = "South area"
            }
            let round = try await house.givenResult(cases, population: 412)
            var denise = house.visitor("Denise Aldous")
            await denise.get("/audits/rounds/\(round)/result")
            #expect(denise.status == 200)
            #expect(denise.text.contains("<strong>23 of 40</strong>"))
            #expect(denise.text.contains("<strong>15</strong>"))
            #expect(!denise.text.contains("15 times to 2"))
            #expect(denise.text.contains("could point at a child"))
            #expect(!denise.text.contains("kappa 0.51"), "the table could be worked out from it")
            for small in 1...5 {
                #expect(!denise.text.contains("<td class=\"kinder\">\(small)</td>"))
                #expect(!denise.text.contains("<td class=\"same\">\(small)</td>"))
            }
            let csv = String(
                decoding: await denise.file("/audits/rounds/\(round)/result?as=csv"), as: UTF8.self)
            #expect(!csv.isEmpty)
            for field in csv.split(whereSeparator: { ",\r\n".contains($0) }).dropFirst(10) {
                #expect(!(1...5).contains(Int(field) ?? 0) || field == "1" || field == "2", "\(field)")
            }
            await denise.get("/audits/rounds/\(round)/result/cases")
            #expect(denise.status == 404)

            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/rounds/\(round)/result/cases")
            #expect(imran.status == 200)
            #expect(imran.text.contains("20 cases"))
            #expect(!imran.text.contains("Millbrook"))
            #expect(!imran.text.contains("CH-1"), "a case is its number here")
            await imran.get("/audits/rounds/\(round)/result")
            #expect(imran.text.contains("Your own cases as they are"))
        }
    }

    @Test func `what inspectors found stands beside the round with both ranges`() async throws {
        try await House.with { house in
            let cases = (0..<539).map { place in
                GivenReading(first: [RoundTally.safe: place < 41 ? "no" : "yes", "overall": "2"])
            }
            let round = try await house.givenResult(cases, kind: .census)
            var grace = house.visitor("Grace O'Malley")
            let page = "/audits/rounds/\(round)/outside"
            await grace.get(page)
            await grace.post(
                page,
                [
                    ("who", "Inspectors"), ("what", "children who were not adequately protected"),
                    ("question", ".safe"), ("found", "29"), ("looked-at", "28"), ("random", "no"),
                ] + Self.date("day", "2026-09-14"))
            #expect(grace.status == 422)
            #expect(grace.text.contains("They cannot have found more than they looked at"))
            await grace.post(
                page,
                [
                    ("who", "Inspectors"), ("what", "children who were not adequately protected"),
                    ("question", ".safe"), ("found", "5"), ("looked-at", "28"), ("random", "no"),
                ] + Self.date("day", "2026-09-14"))
            // 17.9 %, 7.9 to 35.6, beside 7.6 %, 5.7 to 10.2: audit-methods §6.
            #expect(grace.text.contains("<strong>5 of 28</strong> (17.9%, 7.9% to 35.6%)"))
            #expect(grace.text.contains("<strong>41 of 539</strong> (7.6%, 5.7% to 10.2%)"))
            #expect(grace.text.contains("The ranges overlap, so the gap may be chance"))
            #expect(grace.text.contains("The 28 may not have been drawn at random"))
            var denise = house.visitor("Denise Aldous")
            await denise.get("/audits/rounds/\(round)/result")
            #expect(!denise.text.contains("5 of 28"))
        }
    }

    @Test func `past rounds come in by file, stand beside later ones, and go back out with a reason`()
        async throws
    {
        try await House.with { house in
            let tool = try await house.newTool(.trial)
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/past")
            func fields(_ title: String, _ day: String) -> [(String, String)] {
                [
                    ("title", title), ("series", "Plans"), ("tool", "\(tool)"), ("kind", "simple"),
                    ("first", "self"),
                ] + Self.date("day", day)
            }
            await grace.upload(
                Array("case,self,verifier\nC1,2,3\nC2,9,2\n".utf8), named: "past.csv", to: "/audits/past",
                fields("Spring", "2025-03-31"))
            #expect(grace.status == 422)
            #expect(grace.text.contains("Line 3: “9” in the column self is no grade of the scale"))
            await grace.upload(
                Array("case,self,verifier\nC1,2,3\nc1,1,2\n".utf8), named: "past.csv", to: "/audits/past",
                fields("Spring", "2025-03-31"))
            #expect(grace.text.contains("Line 3: this case stands on line 2 already"))
            // The 40 cases of the reference, a line each, by words as well as by codes.
            var file = "case,self,verifier,safe\n"
            var number = 0
            let words = ["Outstanding", "2", "requires improvement", "4"]
            for (row, counts) in GivenReading.workedExample.enumerated() {
                for (column, count) in counts.enumerated() {
                    for _ in 0..<count {
                        number += 1
                        file += "C\(number),\(words[row]),\(column + 1),yes\n"
                    }
                }
            }
            await grace.upload(
                Array(file.utf8), named: "past.csv", to: "/audits/past", fields("Spring 2025", "2025-03-31"))
            #expect(grace.text.contains("<strong>23 of 40</strong>"))
            #expect(grace.text.contains("Weighted kappa 0.51, AC1 0.45"))
            let past = grace.address
            await grace.upload(
                Array("standard,n,good\noverall,100,80\n1. nothing,4,4\n".utf8), named: "s.csv",
                to: "/audits/past", fields("Autumn 2025", "2025-09-30"))
            #expect(grace.text.contains("is no standard of this tool"))
            let now = try await house.givenResult(
                GivenReading.table([[2, 0, 0, 0], [0, 30, 2, 0], [0, 1, 4, 0], [0, 0, 0, 1]]),
                series: "Plans", kind: .simple, population: 412, toolID: tool)
            await grace.get("/audits/rounds/\(now)/over-time")
            #expect(grace.text.contains("Spring 2025"))
            #expect(grace.text.contains("15 of 40"))
            #expect(grace.text.contains("33 of 40"))
            #expect(grace.text.contains("2 of 3</strong> in the latest"))
            await grace.get(past.replacing("/result", with: "/undo"))
            await grace.post(past.replacing("/result", with: "/undo"), [("reason", "")])
            #expect(grace.status == 422)
            await grace.post(past.replacing("/result", with: "/undo"), [("reason", "Wrong file")])
            #expect(grace.text.contains("The past round is taken back."))
            await grace.get(past)
            #expect(grace.status == 404)
            let kept = try await house.database.read { connection in
                try connection.rows("SELECT team FROM audit_tally", []) { try $0.text(0) }
            }
            #expect(!kept.contains { $0.contains("C1") }, "what a case is called is not kept")
        }
    }
}
