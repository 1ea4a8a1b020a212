import Kernel
import Testing

@testable import ReturnFormats

/// A file of a few columns, checked as at 30 June 2026. Each list is given as CSV: headers, then rows.
struct CheckedFile {
    let file: AnnexA
    private let findings: [AnnexARuleFinding]

    init(asAt: String = "2026-06-30", _ lists: [AnnexAList: String]) throws {
        let sources = lists.sorted { $0.key < $1.key }.map {
            ReturnSource(name: "List_\($0.key.rawValue).csv", bytes: Array($0.value.utf8))
        }
        let reading = try AnnexAReader.read(sources)
        for list in lists.keys {
            try #require(reading.file[list] != nil, "list \(list.rawValue) was not found")
        }
        file = reading.file
        findings = AnnexACheck.run(file, asAt: try #require(Day(asAt)))
    }

    /// Rows that the rule found, as lines of the list's CSV from 2, by list.
    func lines(_ rule: String) throws -> [AnnexAList: [Int]] {
        Dictionary(grouping: try finding(rule).hits, by: \.list).mapValues { $0.map(\.place) }
    }

    func children(_ rule: String) throws -> Int { try finding(rule).children }

    func finding(_ rule: String) throws -> AnnexARuleFinding {
        try #require(findings.first { $0.rule.id == rule }, "there is no rule \(rule)")
    }
}
