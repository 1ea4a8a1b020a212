import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// A second reader sees nothing that a first reader said, or that is made of it, until the round is closed; nor the
/// other way about; nor does one colleague see another's grades.
struct BlindStories {
    /// Words that stand nowhere but in the first readings, and in the second ones.
    private static let firstWords = ["Heron", "Kestrel"]
    private static let secondWords = ["Osprey", "Plover"]

    private static func round(_ house: House, second: [String]) async throws -> GivenRound {
        let holders = ["Lucy Penhaligon", "Sam Adeyemi", "Dana Orme"]
        let teams = ["Harbour team", "Harbour team", "Millbrook team"]
        let round = try await house.givenRound(
            holders.indices.map {
                GivenCase(
                    holder: holders[$0], team: teams[$0], first: holders[$0],
                    second: second.indices.contains($0) ? second[$0] : nil)
            })
        for (index, holder) in holders.enumerated() {
            var answers = Tool.good
            answers["_safe"] = index == 0 ? "no" : "yes"
            answers["helped"] = firstWords[0]
            try await house.grade(
                round.first[index], by: holder, round.tool, answers,
                notes: ["seen": firstWords[1], "_safe": firstWords[1]])
        }
        return round
    }

    private static func readSecond(_ house: House, _ round: GivenRound, _ index: Int, by name: String)
        async throws
    {
        guard let audit = round.second[index] else { return }
        var answers = Tool.good
        answers["overall"] = "4"
        answers["helped"] = secondWords[0]
        try await house.grade(audit, by: name, round.tool, answers, notes: ["seen": secondWords[1]])
    }

    /// Everything of audits that the person can be led to, with lists as files, and those addresses besides.
    private static func walk(_ house: House, _ name: String, besides: [String]) async -> [(
        String, Int, String
    )] {
        var visitor = house.visitor(name)
        var seen: Set<String> = []
        var found: [(String, Int, String)] = []
        var next =
            [
                "/audits", "/audits/mine", "/audits/team", "/audits/safety", "/audits/actions",
                "/audits/schedules",
            ] + besides
        while let address = next.popLast(), seen.count < 400 {
            guard seen.insert(address).inserted else { continue }
            await visitor.get(address)
            found.append((address, visitor.status, visitor.text))
            guard visitor.status == 200 else { continue }
            next += visitor.links.filter { $0.hasPrefix("/audits") }
            for format in ["csv", "html"] where visitor.text.contains("as=\(format)") {
                next.append(address + (address.contains("?") ? "&" : "?") + "as=\(format)")
            }
        }
        return found
    }

    /// Where anything made of the round's readings might stand, by typing its address.
    private static func addresses(_ round: GivenRound) -> [String] {
        let own = (round.first + round.second.compactMap { $0 }).flatMap {
            ["/audits/mine/\($0)", "/audits/mine/\($0)/check"]
        }
        let base = "/audits/rounds/\(round.id)"
        return own + round.cases.flatMap { ["\(base)/cases/\($0)", "\(base)/cases/\($0)/grades"] }
            + [
                "", "/result", "/differences", "/progress", "/cases", "/export", "/agreement", "/findings",
                "/draw", "/frame",
            ]
            .map { base + $0 } + ["/result", "/differences"].map { "\(base)\($0)?as=csv" }
    }

    @Test(arguments: ["Joan Pike", "Grace O'Malley", "Owen Castellane", "Tom Hallam", "Victor Stroud"])
    func
        `a second reader reaches nothing of the first readings by any page before closing, whatever else they are`(
            name: String
        ) async throws
    {
        try await House.with { house in
            let round = try await Self.round(house, second: [name])
            let walked = await Self.walk(house, name, besides: Self.addresses(round))
            #expect(walked.count { $0.1 == 200 } > 3)
            for (address, _, text) in walked {
                for word in Self.firstWords { #expect(!text.contains(word), "\(word) in \(address)") }
            }
            // Their own form is there; no other audit, no case, no result, no list of differences.
            let found = Dictionary(walked.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
            let second = try #require(round.second[0])
            #expect(found["/audits/mine/\(second)"] == 200)
            for audit in round.first { #expect(found["/audits/mine/\(audit)"] == 404) }
            for subject in round.cases {
                #expect(found["/audits/rounds/\(round.id)/cases/\(subject)/grades"] == 404)
            }
            for path in ["result", "differences"] {
                #expect(found["/audits/rounds/\(round.id)/\(path)"] == 404)
            }
            // What is made of first readings: how many are sent, what is unsafe, what is late.
            for (address, status, text) in walked where status == 200 && address.hasPrefix("/audits/team") {
                #expect(!text.contains("Twelve standards, autumn"), "\(address)")
            }
            for (address, status, text) in walked where status == 200 && address.hasPrefix("/audits/safety") {
                #expect(!text.contains("Case 1<") && !text.contains("Twelve standards, autumn"), "\(address)")
            }
            let officer = try house.officer(name)
            let items = try await house.database.read {
                try AuditsWork.items($0, officer, on: Day("2026-12-01") ?? house.clock.now.inLondon.day)
            }
            #expect(items.allSatisfy { $0.kind == .verification }, "\(items.map(\.title))")
            // Once the verification is sent and the round is closed, a quality lead who read second sees both.
            try await Self.readSecond(house, round, 0, by: name)
            #expect(
                await Self.walk(house, name, besides: Self.addresses(round)).allSatisfy { walked in
                    Self.firstWords.allSatisfy { !walked.2.contains($0) }
                })
            try await house.close(round.id)
            var visitor = house.visitor(name)
            await visitor.get("/audits/rounds/\(round.id)/cases/\(round.cases[0])/grades")
            if name == "Grace O'Malley" {
                #expect(
                    visitor.status == 200 && visitor.text.contains("Heron") && visitor.text.contains("Osprey")
                )
            } else {
                #expect(visitor.status == 404)
            }
        }
    }

    @Test func `a first reader and their line see nothing of the second readings before closing`()
        async throws
    {
        try await House.with { house in
            let round = try await Self.round(house, second: ["Joan Pike", "Ines Farrow"])
            try await Self.readSecond(house, round, 0, by: "Joan Pike")
            try await Self.readSecond(house, round, 1, by: "Ines Farrow")
            for name in ["Lucy Penhaligon", "Sam Adeyemi", "Dana Orme", "Imran Shah", "Maya Okonkwo"] {
                let walked = await Self.walk(house, name, besides: Self.addresses(round))
                for (address, _, text) in walked {
                    for word in Self.secondWords {
                        #expect(!text.contains(word), "\(word) in \(address) for \(name)")
                    }
                }
                for audit in round.second.compactMap({ $0 }) {
                    #expect(walked.contains { $0.0 == "/audits/mine/\(audit)" && $0.1 == 404 }, "\(name)")
                }
            }
            // One second reader does not see the other's.
            let ines = try #require(round.second[1])
            let joan = await Self.walk(house, "Joan Pike", besides: Self.addresses(round))
            #expect(joan.contains { $0.0 == "/audits/mine/\(ines)" && $0.1 == 404 })
            try await house.close(round.id)
            let base = "/audits/rounds/\(round.id)/cases"
            // The holder and their line see their own case, and no other; so it stays for colleagues.
            for (name, statuses) in [
                ("Lucy Penhaligon", [200, 404, 404]), ("Sam Adeyemi", [404, 200, 404]),
                ("Imran Shah", [200, 200, 404]), ("Owen Castellane", [404, 404, 200]),
                ("Maya Okonkwo", [200, 200, 200]), ("Simon Okafor", [200, 200, 200]),
                ("Grace O'Malley", [200, 200, 200]), ("Joan Pike", [404, 404, 404]),
                ("Denise Aldous", [404, 404, 404]), ("Helen Marsh", [404, 404, 404]),
                ("Priya Nair", [404, 404, 404]), ("Ruth Ashworth-Bello", [404, 404, 404]),
            ] {
                var visitor = house.visitor(name)
                for (index, status) in statuses.enumerated() {
                    await visitor.get("\(base)/\(round.cases[index])/grades")
                    #expect(visitor.status == status, "\(name) \(index)")
                }
            }
        }
    }

    @Test func `colleagues never see one another's grades, and the journal holds none`() async throws {
        try await House.with { house in
            let round = try await Self.round(house, second: [])
            let sam = await Self.walk(house, "Sam Adeyemi", besides: Self.addresses(round))
            for (address, status, text) in sam
            where !address.hasPrefix("/audits/mine/\(round.first[1])") && status == 200 {
                for word in Self.firstWords { #expect(!text.contains(word), "\(word) in \(address)") }
            }
            let journal = try await house.database.read { connection in
                try connection.rows(
                    "SELECT kind, COALESCE(from_json, ''), COALESCE(to_json, ''), COALESCE(reason, '') FROM event"
                ) {
                    (try $0.text(0), [try $0.text(1), try $0.text(2), try $0.text(3)].joined(separator: " "))
                }
            }
            let said = journal.filter { $0.0.hasPrefix("audit.") || $0.0.hasPrefix("safety.") }
            #expect(said.count >= 6)
            for (kind, words) in said {
                for word in Self.firstWords + ["CH-000", "Good", "unsure", "not safe", "Met"] {
                    #expect(!words.contains(word), "\(kind): \(words)")
                }
            }
        }
    }

    @Test
    func
        `the keeper of a round without verification sees its cases as they come in, others when it is closed`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(
                [GivenCase(holder: "Lucy Penhaligon", team: "Harbour team", first: "Imran Shah")],
                first: .line, isVerified: false)
            try await house.grade(round.first[0], by: "Imran Shah", round.tool, Tool.good)
            let address = "/audits/rounds/\(round.id)/cases/\(round.cases[0])/grades"
            for (name, status) in [("Grace O'Malley", 200), ("Lucy Penhaligon", 404), ("Simon Okafor", 404)] {
                var visitor = house.visitor(name)
                await visitor.get(address)
                #expect(visitor.status == status, "\(name)")
            }
            try await house.close(round.id)
            var lucy = house.visitor("Lucy Penhaligon")
            await lucy.get(address)
            #expect(lucy.status == 200 && lucy.text.contains("One person has read this case"))
        }
    }
}
