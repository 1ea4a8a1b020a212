import Kernel
import Markup

/// How a document stands, in words.
enum GuidanceWords {
    /// In a few words, as a list has it. `body` is the name of the body that it waits for or was sent back by.
    static func state(_ guidance: Guidance, _ roll: ReadingRoll?, body: String? = nil) -> String {
        if let withdrawn = guidance.withdrawn { return "Withdrawn on \(withdrawn.short)" }
        let issued =
            roll.map { "\($0.read.count) of \($0.readers.count) have read version \($0.version)" } ?? "Issued"
        let next = newest(guidance, body)
        guard guidance.issuedVersion != nil else { return next }
        return guidance.stage == .issued
            ? issued : "\(issued); version \(guidance.version): \(next.lowercasedFirst)"
    }

    private static func newest(_ guidance: Guidance, _ body: String?) -> String {
        switch guidance.stage {
        case .draft: guidance.version == 0 ? "Begun, nothing written" : "Draft"
        case .approving: "Waits for \(body ?? "approval")"
        case .sentBack: "Sent back by \(body ?? "a body")"
        case .approved: "Approved, not yet issued"
        case .issued: "Issued"
        }
    }

    /// The first sentence of the document's page.
    static func sentence(_ found: GuidanceCase) -> String {
        let guidance = found.guidance
        if let withdrawal = found.story.withdrawal {
            return "Withdrawn on \(withdrawal.on.long). Nobody follows it any more."
        }
        guard let roll = found.roll else { return draft(found) }
        guard found.seesDrafts, guidance.stage != .issued else { return roll.sentence }
        return roll.sentence + " " + draft(found)
    }

    private static func draft(_ found: GuidanceCase) -> String {
        let guidance = found.guidance
        let bodies = found.story.bodies(of: guidance.version)
        switch guidance.stage {
        case .draft where guidance.version == 0: return "Begun; nothing is written yet."
        case .draft: return "Version \(guidance.version) is a draft that no body has been asked to approve."
        case .approving:
            guard let body = found.body else { return "It waits for approval." }
            let place = bodies.count == 1 ? "" : ", the \(ordinal(body.position)) of \(bodies.count) bodies"
            let late =
                body.due < found.today
                ? "\(counted(found.today - body.due, "day")) late" : "by \(body.due.long)"
            return "Version \(guidance.version) waits for \(body.name)\(place), \(late)."
        case .sentBack:
            let body = bodies.first { $0.decision?.approved == false }
            let on = body?.decision.map { " on \($0.on.long)" } ?? ""
            return
                "\(body?.name ?? "A body") sent version \(guidance.version) back\(on): it needs a new version."
        case .approved: return "Version \(guidance.version) is approved and waits to be issued."
        case .issued: return "Version \(guidance.version) is issued."
        }
    }

    private static func ordinal(_ number: Int) -> String {
        ["first", "second", "third", "fourth"].indices.contains(number - 1)
            ? ["first", "second", "third", "fourth"][number - 1] : "\(number)th"
    }

    static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(max(1, bytes >> 10)) KB"
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
