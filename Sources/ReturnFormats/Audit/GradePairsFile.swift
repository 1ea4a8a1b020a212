import Documents

/// Two grades of each case, from a file with the columns `case`, `self` and `verifier` and any others.
///
/// A row without one of the grades is left out and counted: missing is missing. So is one where a grade is `n/a`. A grade
/// that is none of the scale is never guessed: it is listed with its line, and the file is not used.
package struct GradePairsFile: Hashable, Sendable {
    package struct Pair: Hashable, Sendable {
        /// The self grade's place on the scale, 0 the best.
        package let own: Int
        /// The verifier's.
        package let verified: Int
    }

    /// A grade that is none of the scale.
    package struct Unknown: Hashable, Sendable {
        package let line: Int
        package let column: String
        package let text: String
    }

    /// Why a row has no pair.
    package struct LeftOut: Hashable, Sendable {
        package var withoutSelf = 0
        package var withoutVerifier = 0
        package var withoutEither = 0
        /// One of the two, or both, say that the grade does not apply.
        package var notApplicable = 0

        package var count: Int { withoutSelf + withoutVerifier + withoutEither + notApplicable }
    }

    package let pairs: [Pair]
    package let leftOut: LeftOut
    /// Rows under the heading that hold something.
    package let rows: Int
    /// In the order of the file. Where there are any, the pairs are not to be used.
    package let unknown: [Unknown]

    private static let columns = ["case", "self", "verifier"]
    private static let notApplicable: Set<String> = ["n/a", "na", "n.a.", "not applicable"]

    package static func read(_ bytes: [UInt8], scale: WrittenScale) throws(UnusableFile) -> GradePairsFile {
        let file = try AuditRecords.read(bytes)
        let places = try places(file.headings)
        guard !file.records.isEmpty else { throw UnusableFile("It has a heading and no case under it.") }
        var pairs: [Pair] = []
        var unknown: [Unknown] = []
        var leftOut = LeftOut()
        var seen: [String: Int] = [:]
        for row in file.records {
            let name = row.cell(places[0])
            guard !name.isEmpty else { throw UnusableFile("Line \(row.line) names no case.") }
            if let first = seen.updateValue(row.line, forKey: name) {
                throw UnusableFile("Lines \(first) and \(row.line) hold the same case: give each case once.")
            }
            let texts = [row.cell(places[1]), row.cell(places[2])]
            let isOut = texts.map { notApplicable.contains($0.lowercased()) }
            var grades: [Int?] = [nil, nil]
            for index in 0...1 where !texts[index].isEmpty && !isOut[index] {
                grades[index] = scale.place(of: texts[index])
                guard grades[index] == nil else { continue }
                unknown.append(Unknown(line: row.line, column: columns[index + 1], text: texts[index]))
            }
            switch (grades[0], grades[1]) {
            case (let own?, let verified?): pairs.append(Pair(own: own, verified: verified))
            case _ where isOut.contains(true): leftOut.notApplicable += 1
            case _ where texts == ["", ""]: leftOut.withoutEither += 1
            case _ where texts[0].isEmpty: leftOut.withoutSelf += 1
            case _ where texts[1].isEmpty: leftOut.withoutVerifier += 1
            default: break
            }
        }
        return GradePairsFile(pairs: pairs, leftOut: leftOut, rows: file.records.count, unknown: unknown)
    }

    private static func places(_ heading: [String]) throws(UnusableFile) -> [Int] {
        let lowered = heading.map { $0.lowercased() }
        let missing = columns.filter { !lowered.contains($0) }
        guard missing.isEmpty else {
            let list = heading.prefix(6).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
            throw UnusableFile(
                "Its first line must name the columns case, self and verifier: \(missing.joined(separator: " and ")) "
                    + "\(missing.count == 1 ? "is" : "are") missing from \(list).")
        }
        if let twice = columns.first(where: { name in lowered.count { $0 == name } > 1 }) {
            throw UnusableFile("It has more than one column \(twice): rename all but one.")
        }
        return columns.compactMap { lowered.firstIndex(of: $0) }
    }
}
