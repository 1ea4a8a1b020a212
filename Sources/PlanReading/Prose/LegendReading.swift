import Documents
import Kernel
import PlanFormat

/// What the document says its codes stand for, and who its collective names are.
enum LegendReading {
    static func read(_ outline: Outline, into plan: inout Plan) {
        for section in outline.sections {
            let isLegend = [
                " key ", " legend ", " codes ", " source codes ", " sources ", " key to sources ",
            ]
            .contains(section.flatHeading)
            var isUnderLine = false
            for paragraph in section.paragraphs {
                let words = Words(paragraph.text.string)
                if isLegendWord(words) {
                    isUnderLine = true
                    continue
                }
                if inlineCodes(words, into: &plan) { continue }
                if let code = code(words, isLegend: isLegend || isUnderLine) {
                    plan.sourceCodes.append(code)
                } else {
                    collective(words, into: &plan)
                }
            }
            for table in section.tables { codes(table, into: &plan) }
        }
    }

    // MARK: Codes

    /// "Code (a) Relates to …", "Source P: peer review"; under a legend's heading also "P – peer review".
    private static func code(_ words: Words, isLegend: Bool) -> Plan.SourceCode? {
        var index = 0
        let isNamed = words.at(0)?.isWord("code", "source") == true
        if isNamed { index = 1 }
        guard isNamed || isLegend else { return nil }
        let isBracketed = words.at(index)?.isSign("(", "[") == true
        if isBracketed { index += 1 }
        guard let code = words.at(index), code.kind != .sign, code.range.count <= 4,
            isBracketed || code.isAllUpper || code.range.count <= 2
        else { return nil }
        index += 1
        if isBracketed {
            guard words.at(index)?.isSign(")", "]") == true else { return nil }
            index += 1
        }
        if let sign = words.at(index), sign.isSign("-", ":", "=", ".") {
            index += 1
        } else if !isBracketed {
            guard words.at(index)?.isWord("relates", "refers", "means", "is", "stands") == true else {
                return nil
            }
        }
        let text = words.text(index..<words.count).folded
        return text.isEmpty
            ? nil : Plan.SourceCode(code: code.lower(in: words, keepCase: !isBracketed), text: text)
    }

    private static func isLegendWord(_ words: Words) -> Bool {
        [" key ", " codes ", " sources ", " source codes ", " key to sources "].contains(words.flat)
    }

    /// "Key: O = Ofsted inspection; P = peer review", but not the colours of a RAG rating.
    private static func inlineCodes(_ words: Words, into plan: inout Plan) -> Bool {
        guard let colon = words.tokens.prefix(4).firstIndex(where: { $0.isSign(":") }),
            isLegendWord(Words(words.text(0..<colon)))
        else { return false }
        var found: [Plan.SourceCode] = []
        var starts = [colon + 1]
        starts += (colon + 1..<words.count).filter { words[$0].isSign(";", ",") }.map { $0 + 1 }
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : words.count
            guard start + 2 < end, words[start].isWord, words[start].range.count <= 4,
                words[start + 1].isSign("=", "-", ":")
            else { return false }
            let text = words.text(start + 2..<end).folded
            let isColour =
                Words(text).tokens.first?.isWord("red", "amber", "green", "blue", "grey", "yellow") ?? true
            guard !isColour else { return false }
            found.append(Plan.SourceCode(code: words[start].lower(in: words, keepCase: true), text: text))
        }
        plan.sourceCodes += found
        return !found.isEmpty
    }

    /// A table whose header says that it explains codes.
    private static func codes(_ table: Table, into plan: inout Plan) {
        guard
            let columns = table.header(containing: [
                [" code ", " source code "],
                [" meaning ", " source ", " description ", " relates to ", " inspection "],
            ]), columns[0] != columns[1]
        else { return }
        for row in table.rows.indices.dropFirst() {
            let cells = table.words(row: row)
            let code = cells[columns[0]].filter { $0.isLetter || $0.isNumber }
            guard !code.isEmpty, code.utf8.count <= 6, !cells[columns[1]].isEmpty else { continue }
            plan.sourceCodes.append(
                Plan.SourceCode(
                    code: code.utf8.count == 1 ? code.lowercased() : code, text: cells[columns[1]]))
        }
    }

    // MARK: Collectives

    /// "Where it refers to all Group Managers – this includes A; B; C", "PC's refers to all Practice Consultants".
    private static func collective(_ words: Words, into plan: inout Plan) {
        if let refers = words.find("refers to") ?? words.find("reference to") ?? words.find("refer to"),
            let includes = words.find("this includes", from: refers.upperBound)
                ?? words.find("this means", from: refers.upperBound) ?? words.find(
                    "these are", from: refers.upperBound)
                ?? words.find("they are", from: refers.upperBound) ?? words.find(
                    "namely", from: refers.upperBound)
                ?? words.find("this is", from: refers.upperBound)
        {
            var end = includes.lowerBound
            while end > refers.upperBound, words[end - 1].isSign("-", ",", ":", ";") { end -= 1 }
            add(words.text(refers.upperBound..<end), members(words, from: includes.upperBound), into: &plan)
            return
        }
        let begin = words.at(0)?.kind == .sign ? 1 : 0
        guard
            let verb = words.find("refers to") ?? words.find("refer to") ?? words.find("stands for")
                ?? words.find("comprises") ?? words.find("means"),
            (1...5).contains(verb.lowerBound - begin), words[begin].startsUpper
        else { return }
        let from = verb.upperBound
        var end = verb.lowerBound
        while end > begin + 1, words[end - 1].kind == .sign { end -= 1 }
        let name = words.text(begin..<end)
        let isPeople = LeadShape(words, from..<words.count, depth: LeadPhrase.bracketDepths(words)).isPost
        let short = name.replacing("’", with: "'").split(separator: "'").first.map(String.init) ?? name
        if let long = AbbreviationReading.expansion(of: short, startingAt: from, in: words) {
            AbbreviationReading.add(short, long, into: &plan)
        }
        guard isPeople else { return }
        add(name, members(words, from: from), into: &plan)
    }

    private static func add(_ name: String, _ members: [String], into plan: inout Plan) {
        let name = name.folded
        guard !name.isEmpty, !members.isEmpty, name.utf8.count < 80 else { return }
        plan.collectives.append(Plan.Collective(name: name, members: members))
    }

    /// Names with semicolons or commas between; else the words whole.
    private static func members(_ words: Words, from start: Int) -> [String] {
        var end = words.count
        while end > start, words[end - 1].isSign(".", ";") { end -= 1 }
        var low = start
        while low < end, words[low].isSign(":", "-") { low += 1 }
        guard low < end else { return [] }
        let isList = words.tokens[low..<end].contains { $0.isSign(";", ",") }
        let text = words.text(low..<end)
        return isList || words.tokens[low..<end].count <= 7 && !words[low].isWord("all")
            ? LeadPhrase.split(text) : [text.folded]
    }
}

extension Words.Token {
    fileprivate func lower(in words: Words, keepCase: Bool) -> String {
        keepCase && range.count > 1 ? String(decoding: words.bytes[range], as: UTF8.self) : lower
    }
}
