import Kernel
import Markup
import Site
import Storage

/// Moving standards and questions of a draft up and down, and removing them.
enum ArrangeDraft {
    enum Move: String, Sendable {
        case up, down, remove

        var words: String {
            switch self {
            case .up, .down: "Moved"
            case .remove: "Removed"
            }
        }
    }

    /// At the ends nothing moves.
    static func arrange<Piece>(_ pieces: inout [Piece], at index: Int, _ move: Move) {
        switch move {
        case .up: if index > 0 { pieces.swapAt(index, index - 1) }
        case .down: if index + 1 < pieces.count { pieces.swapAt(index, index + 1) }
        case .remove: pieces.remove(at: index)
        }
    }
}

extension AuditsFeature {
    func arrangeDraftStandard(_ visit: Visit) async throws -> Reply {
        let place = Int(visit.parameters["place"] ?? "") ?? 0
        let seen = visit.form["seen"]
        return try await arrangeDraft(visit, "a standard") { tool, move in
            let index = try ToolDraft.place(of: seen, near: place, in: tool)
            ArrangeDraft.arrange(&tool.standards, at: index, move)
            let now = move == .up ? index - 1 : move == .down ? index + 1 : index
            return "#standard-\(min(max(now, 0), max(tool.standards.count - 1, 0)) + 1)"
        }
    }

    func arrangeDraftQuestion(_ visit: Visit) async throws -> Reply {
        let key = visit.parameters["question"] ?? ""
        let seen = visit.form["seen"]
        return try await arrangeDraft(visit, "a question") { tool, move in
            guard let place = tool.place(of: key) else { throw ToolDraft.Refused.gone }
            let question = tool.standards[place.standard].questions[place.question]
            // What somebody changed meanwhile is not removed unread; moving it does no harm.
            guard move != .remove || question.print == seen else { throw ToolDraft.Refused.changedMeanwhile }
            ArrangeDraft.arrange(&tool.standards[place.standard].questions, at: place.question, move)
            return move == .remove ? "#standard-\(place.standard + 1)" : "#question-\(key)"
        }
    }

    private func arrangeDraft(
        _ visit: Visit, _ what: String,
        _ body: @escaping @Sendable (inout Tool, ArrangeDraft.Move) throws -> String
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        guard let move = ArrangeDraft.Move(rawValue: visit.form["do"]) else { throw BadRequest() }
        let now = visit.now
        return try await savingDraft(visit, id) { database in
            let place = try await database.write(for: officer.authority) { connection in
                var place = ""
                try ToolDraft.change(
                    id, "\(move.words) \(what)", by: officer, connection, at: now
                ) { tool, _ in place = try body(&tool, move) }
                return place
            }
            return DraftRoute.draft.link(id) + place
        } page: { whole, _, errors in
            DraftPage.page(whole, errors, visit)
        }
    }
}
