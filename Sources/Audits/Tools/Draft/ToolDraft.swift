import Crypto
import Kernel
import Storage

/// The draft of a tool's next version, changed piece by piece.
///
/// Two people may work on one draft: a form carries a print of the piece that it shows, and is taken where that piece
/// is still the same, whatever became of the others.
enum ToolDraft {
    enum Refused: String, Refusal {
        case none =
            "This tool has no draft any more: somebody issued or discarded it. Begin the next version's draft"
        case changedMeanwhile =
            "Somebody else changed this meanwhile. What stands now is shown below: change your words to fit, then save again"
        case gone = "Somebody removed this from the draft meanwhile. Add it anew if it is still wanted"
        case exists = "A draft of the next version is begun already"
        case scaleInUse = "Questions are answered by this scale: choose another for them first"
    }

    /// What a piece is known by while somebody edits it: 16 hexadecimal digits.
    static func print(_ piece: JSON) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = SHA256.hash(data: Array(piece.text().utf8)).prefix(8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Changes the draft in the transaction of the connection; `says` is the journal's sentence.
    @discardableResult
    static func change(
        _ id: ID<AuditTool>, _ says: String, by officer: Officer, _ connection: Connection, at now: Instant,
        _ body: (inout Tool, ToolSQL.Whole) throws -> Void
    ) throws -> Tool {
        guard let whole = try ToolSQL.whole(connection, officer.authority, id), let draft = whole.draft,
            draft.rounds == 0
        else { throw Refused.none }
        var tool = draft.tool
        try body(&tool, whole)
        tool.tidyScales()
        guard tool != draft.tool else { return tool }
        try connection.run(
            """
            UPDATE audit_tool_version SET title = $4, unit = $5, content = $6, standards = $7, questions = $8,
                at = $9, account = $10
            WHERE authority = $1 AND tool = $2 AND version = $3 AND issued_at IS NULL
            """,
            [
                .id(officer.authority), .id(id), .int(draft.number), .text(tool.title),
                .text(tool.unit.rawValue), .json(tool.json), .int(tool.standardCount),
                .int(tool.questions.count), .instant(now), .id(officer.account),
            ])
        try connection.record(
            ToolEvent.event(
                "tool.changed", id, "\(says) in the draft of “\(tool.title)”, version \(draft.number)",
                officer, at: now))
        return tool
    }
}

extension Tool {
    /// Keeps the authority's own scales, and of those that come with the product the ones that are answered by.
    mutating func tidyScales() {
        let used = Set(
            questions.compactMap { question -> String? in
                if case .grade(let key) = question.kind { key } else { nil }
            })
        let shipped = Set(Scale.shipped.map(\.key))
        scales.removeAll { shipped.contains($0.key) && !used.contains($0.key) }
        for scale in Scale.shipped where used.contains(scale.key) {
            if !scales.contains(where: { $0.key == scale.key }) { scales.append(scale) }
        }
    }

    /// Where the question stands.
    func place(of key: String) -> (standard: Int, question: Int)? {
        for (standard, each) in standards.enumerated() {
            if let question = each.questions.firstIndex(where: { $0.key == key }) {
                return (standard, question)
            }
        }
        return nil
    }
}

extension Tool.Standard {
    /// What it is known by while somebody edits it: its own words, not its questions.
    var print: String {
        ToolDraft.print([
            "number": .string(number), "title": .string(title), "guidance": .string(guidance),
        ])
    }
}

extension Tool.Question {
    var print: String { ToolDraft.print(json) }
}

extension Scale {
    var print: String { ToolDraft.print(json) }
}

extension ToolDraft {
    /// Where the standard that somebody saw at that place (from 1) stands now: another may have moved it.
    static func place(of print: String, near place: Int, in tool: Tool) throws(Refused) -> Int {
        if tool.standards.indices.contains(place - 1), tool.standards[place - 1].print == print {
            return place - 1
        }
        if let moved = tool.standards.firstIndex(where: { $0.print == print }) { return moved }
        throw tool.standards.indices.contains(place - 1) ? .changedMeanwhile : .gone
    }
}
