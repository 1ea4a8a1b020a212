import Documents
import Kernel
import PlanFormat

/// The document's title, version, date, status, owners and how often leads report.
enum TitleReading {
    static func read(_ document: Document, _ outline: Outline, into plan: inout Plan) {
        let opening = opening(document)
        plan.title = plan.title ?? title(opening) ?? document.title?.folded.nilIfEmpty
        for line in opening { lineOfFacts(line.text.string, isHeading: line.isHeadingLike, into: &plan) }
        for section in outline.sections.prefix(3) {
            for table in section.tables.prefix(2) where table.rows.count <= 12 && table.columnCount <= 4 {
                for cell in table.rows.flatMap(\.cells) where cell.text.utf8.count <= 120 {
                    lineOfFacts(cell.text.folded, isHeading: false, into: &plan)
                }
            }
        }
        for (label, value) in pairs(outline) { fact(label, value, into: &plan) }
        for section in outline.sections {
            for paragraph in section.paragraphs { sentence(paragraph.text.string, into: &plan) }
        }
        if plan.date == nil { plan.date = dateAtEnd(plan.title) }
        if plan.status == nil, let title = plan.title { plan.status = status(Words(title).flat) }
    }

    /// The paragraphs before the document settles into its text: at most a dozen, none of them long.
    private static func opening(_ document: Document) -> [Paragraph] {
        var found: [Paragraph] = []
        for block in document.blocks {
            guard case .paragraph(let paragraph) = block, found.count < 12 else { break }
            let words = Words(paragraph.text.string).flat
            if [" contents ", " introduction ", " background "].contains(words) { break }
            if !paragraph.text.isEmpty, paragraph.text.string.utf8.count <= 240 { found.append(paragraph) }
        }
        return found
    }

    // MARK: Title

    private static func title(_ opening: [Paragraph]) -> String? {
        let headings = opening.prefix { $0.isHeadingLike || isFact($0.text.string) }.filter(\.isHeadingLike)
            .map { $0.text.string.folded }.filter { !isFact($0) }
        guard var first = headings.indices.first else {
            return opening.first.flatMap { $0.text.string.utf8.count <= 120 ? $0.text.string.folded : nil }
        }
        // The authority's name may stand above the plan's.
        if let named = headings.firstIndex(where: namesPlan), named <= 3, !namesPlan(headings[first]) {
            first = named
        }
        var title = headings[first]
        for next in headings[(first + 1)...] {
            guard goesOn(title, next) else { break }
            title += " " + next
        }
        return title
    }

    private static func namesPlan(_ text: String) -> Bool {
        let flat = Words(text).flat
        return [
            " plan ", " report ", " response ", " responding ", " project ", " programme ", " strategy ",
            " recommendations ",
        ].contains(where: flat.contains)
    }

    /// One title over two lines: the first ends in, or the second begins with, a small word.
    private static func goesOn(_ first: String, _ second: String) -> Bool {
        let small: Set<String> = [
            "of", "for", "the", "and", "to", "in", "on", "with", "by", "at", "from", "following", "after",
        ]
        let (before, after) = (Words(first).tokens.last, Words(second).tokens.first)
        return before?.isWord(in: small) ?? false || before?.isSign(",", "&", "-") ?? false
            || after?.isWord(in: small) ?? false
    }

    // MARK: Facts

    /// A line that gives only a date, a version or a status.
    private static func isFact(_ text: String) -> Bool {
        let words = Words(text)
        let dates = DateFinder.find(in: words, isTimescale: false).map(\.tokens)
        return words.count <= 14
            && words.tokens.indices.allSatisfy { index in
                words[index].kind != .word || words[index].isWord(in: factWords)
                    || dates.contains { $0.contains(index) }
            } && (words.tokens.contains { $0.isWord(in: factWords) } || !dates.isEmpty)
    }

    private static let factWords: Set<String> = [
        "draft", "final", "version", "v", "date", "dated", "updated", "last", "revised", "status", "approved",
        "as", "at", "published", "on", "of", "issue", "issued", "for", "approval", "consultation",
    ]

    private static func lineOfFacts(_ text: String, isHeading: Bool, into plan: inout Plan) {
        let words = Words(text)
        let flat = words.flat
        if let colon = words.tokens.firstIndex(where: { $0.isSign(":") }), colon <= 8 {
            fact(words.text(0..<colon), words.text(colon + 1..<words.count), into: &plan)
        }
        plan.version = plan.version ?? version(words)
        if isFact(text) || isHeading && status(flat) == "draft" { plan.status = plan.status ?? status(flat) }
        let saysDate = [" updated ", " dated ", " as at ", " version ", " issued ", " published "]
            .contains(where: flat.contains)
        if isFact(text) || saysDate && words.count <= 20 {
            let dates = DateFinder.find(in: words, isTimescale: false).filter(\.namesYear)
            if dates.count == 1 { plan.date = plan.date ?? dates[0].last.partial }
        }
    }

    /// "Label: value" lines, and rows of two cells, outside plan tables.
    private static func pairs(_ outline: Outline) -> [(String, String)] {
        var found: [(String, String)] = []
        for section in outline.sections {
            for paragraph in section.paragraphs {
                let words = Words(paragraph.text.string)
                guard let colon = words.tokens.firstIndex(where: { $0.isSign(":") }), (1...8).contains(colon)
                else {
                    continue
                }
                found.append((words.text(0..<colon), words.text(colon + 1..<words.count)))
            }
            for table in section.tables where table.columnCount == 2 {
                for row in table.rows.indices {
                    let cells = table.words(row: row)
                    found.append((cells[0], cells[1]))
                }
            }
        }
        return found
    }

    private static func fact(_ label: String, _ value: String, into plan: inout Plan) {
        guard !value.isEmpty, value.utf8.count < 300, label.utf8.count < 60 else { return }
        let flat = Words(label).flat
        let words = Words(value)
        if isOwner(flat) {
            for owner in LeadPhrase.split(value) where !plan.owners.contains(owner) {
                plan.owners.append(owner)
            }
        } else if flat == " version " || flat == " version number " || flat == " version no " {
            plan.version = plan.version ?? value.folded
        } else if flat == " status " || flat == " document status " || flat == " plan status " {
            plan.status = plan.status ?? status(words.flat) ?? value.folded.lowercased()
        } else if [
            " date ", " date of plan ", " plan date ", " document date ", " last updated ", " date updated ",
            " updated ",
            " date of issue ", " date of this plan ", " version date ",
        ].contains(flat) {
            let dates = DateFinder.find(in: words, isTimescale: true).filter(\.namesYear)
            plan.date = plan.date ?? dates.first?.last.partial
        }
    }

    private static func isOwner(_ flat: String) -> Bool {
        if [
            " owner ", " plan owner ", " owned by ", " document owner ", " sro ",
            " senior responsible officer ",
            " senior responsible owner ", " accountable officer ", " plan lead ", " programme sponsor ",
            " overall lead ", " overall owner ", " executive sponsor ", " plan sponsor ", " sponsor ",
        ].contains(flat) {
            return true
        }
        return (flat.contains(" responsible ") || flat.contains(" accountable ")) && flat.contains(" plan ")
    }

    /// `v17`, `3.2` of "Version 3.2", `Draft 2`.
    private static func version(_ words: Words) -> String? {
        for index in 0..<words.count {
            let token = words[index]
            guard token.isWord("v", "version", "draft"), var end = number(words, after: index) else {
                continue
            }
            // "Draft 2016 plan", "draft 10 November".
            if DateMention.month(words.at(end)) != nil { continue }
            while let stop = words.at(end), let next = words.at(end + 1), stop.isSign("."), !next.isSpaced,
                next.kind == .number
            {
                end += 2
            }
            if token.isWord("version") {
                let from = (index + 1..<end).first { words[$0].kind == .number } ?? index + 1
                return words.text(from..<end)
            }
            return words.text(index..<end)
        }
        return nil
    }

    private static func number(_ words: Words, after index: Int) -> Int? {
        var next = index + 1
        while let token = words.at(next), token.isSign(".", ":") || token.isWord("no", "number") {
            next += 1
        }
        guard let token = words.at(next), token.kind == .number, token.range.count <= 2 else { return nil }
        if words[index].isWord("v"), token.isSpaced { return nil }
        return next + 1
    }

    private static func status(_ flat: String) -> String? {
        if flat.contains(" draft ") { return "draft" }
        if flat.contains(" final ") { return "final" }
        return flat.contains(" approved ") ? "approved" : nil
    }

    /// "Improvement Plan – November 2015", but not "the inspection of November 2015".
    private static func dateAtEnd(_ title: String?) -> PartialDate? {
        guard let title else { return nil }
        let words = Words(title)
        let dates = DateFinder.find(in: words, isTimescale: false)
        guard dates.count == 1, let only = dates.first, only.namesYear, only.form != .financialYear,
            only.tokens.upperBound == words.count,
            words.at(only.tokens.lowerBound - 1)?.isWord("of", "in", "from", "following") != true
        else { return nil }
        return only.last.partial
    }

    // MARK: How often leads report

    private static func sentence(_ text: String, into plan: inout Plan) {
        guard plan.updateFrequency == nil else { return }
        for sentence in Sentences.split(text) {
            let flat = Words(sentence).flat
            let isReport = flat.contains(" report ") || flat.contains(" reports ")
            let isByLeads = [" lead ", " leads ", " owners ", " lead officers "].contains(
                where: flat.contains)
            guard
                flat.contains(" update")
                    && (isByLeads || flat.contains(" plan ") || flat.contains(" officers "))
                    || isReport && [" leads ", " owners ", " lead officers "].contains(where: flat.contains)
            else {
                continue
            }
            switch FrequencyPhrase.find(in: flat) {
            case .frequency(let found): plan.updateFrequency = found
            case .ambiguous(let printed), .other(let printed):
                plan.findings.append(
                    .init(place: nil, message: "How often leads report (“\(printed)”) is not one rhythm."))
            case nil: continue
            }
            return
        }
    }
}
