import Kernel
import PlanFormat

/// O06: the lead, or the lead's own unit, also measures, verifies or closes the action.
enum MarksOwnWork: PlanCheck {
    static let id = "O06"
    static let severity = CheckFinding.Severity.error
    static let title = "The lead checks the lead’s own work"
    static let advice = "Name somebody outside the lead’s line of management to check it."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.rows.compactMap { row in
            byNamedMonitor(row, index) ?? ownUnits(row, index) ?? checkedBy(row, index)
                ?? auditsAmongLeads(row)
        }
    }

    /// The area's monitoring names the lead as the one who monitors.
    private static func byNamedMonitor(_ row: PlanIndex.Row, _ index: PlanIndex) -> CheckFinding? {
        let area = index.areas[row.area].area
        for monitoring in area.monitoring where applies(monitoring.label, to: row, in: index) {
            for name in monitoring.by {
                let monitor = Lead(name)
                guard let lead = row.leads.first(where: { isSame($0, monitor) }) else { continue }
                let text = monitoring.text.contains(name) ? monitoring.text : "\(monitoring.text) (\(name))"
                return finding(
                    row, "\(lead.text) leads this and also measures it.", text: text, marked: [name],
                    place: monitoring.place)
            }
        }
        return nil
    }

    private static func applies(_ label: String?, to row: PlanIndex.Row, in index: PlanIndex) -> Bool {
        guard let label, index.areas[row.area].area.actions.contains(where: { $0.label == label })
        else { return true }
        return row.action.label == label
    }

    private static func isSame(_ lead: Lead, _ other: Lead) -> Bool {
        guard lead.kind == .person || lead.kind == .post else { return false }
        if lead.key == other.key { return true }
        return lead.post.map { Lead($0).key == other.key } ?? false
    }

    /// "within their own teams", "self-audit".
    private static func ownUnits(_ row: PlanIndex.Row, _ index: PlanIndex) -> CheckFinding? {
        let texts = [(row.words, row.action.place)] + criteriaTexts(row, index)
        for (words, place) in texts where checking.matches(words) {
            guard let range = own.matches(in: words).first else { continue }
            return finding(
                row, "Those who did the work audit it themselves.",
                text: words.sentenceText(words.sentence(around: range.lowerBound)),
                marked: [words.string(range)],
                place: place)
        }
        return nil
    }

    /// "checked by", "audit by", "monitoring within" the lead, the lead's post or the lead's unit.
    private static func checkedBy(_ row: PlanIndex.Row, _ index: PlanIndex) -> CheckFinding? {
        for (words, place) in [(row.words, row.action.place)] + criteriaTexts(row, index) {
            for range in by.matches(in: words) {
                for lead in row.leads {
                    guard let count = names(lead, at: range.upperBound, in: words) else { continue }
                    let named = range.upperBound..<range.upperBound + count
                    return finding(
                        row, "\(words.string(named)) leads this and also checks it.",
                        text: words.sentenceText(words.sentence(around: range.lowerBound)),
                        marked: [words.string(range.lowerBound..<named.upperBound)], place: place)
                }
            }
        }
        return nil
    }

    /// How many tokens name the lead, the post or its unit there.
    private static func names(_ lead: Lead, at index: Int, in words: Words) -> Int? {
        guard lead.kind == .person || lead.kind == .post else { return nil }
        var start = index
        if ["the", "a", "an"].contains(words.word(start)) { start += 1 }
        var candidates = [Words(lead.key)]
        if let post = lead.post {
            candidates.append(Words(post))
            // "Head of SASU" and an audit by SASU are one.
            if let of = post.firstRange(of: " of ") {
                let unit = Words(String(post[of.upperBound...]))
                if unit.tokens.count == 1, unit.tokens[0].shape == .upper { candidates.append(unit) }
            }
        }
        for candidate in candidates where !candidate.tokens.isEmpty {
            let end = start + candidate.tokens.count
            guard end <= words.tokens.count else { continue }
            if zip(candidate.tokens, words.tokens[start..<end]).allSatisfy({ $0.word == $1.word }) {
                return end - index
            }
        }
        return nil
    }

    /// A lead of the action is there to audit it.
    private static func auditsAmongLeads(_ row: PlanIndex.Row) -> CheckFinding? {
        guard row.leads.count > 1 else { return nil }
        for text in row.action.leads {
            let words = Words(text)
            guard let range = auditing.matches(in: words).first else { continue }
            return finding(
                row, "Somebody who leads this is also there to audit it.", text: "Lead: \(text)",
                marked: [words.string(range)], place: row.action.leadPlace)
        }
        return nil
    }

    private static func criteriaTexts(_ row: PlanIndex.Row, _ index: PlanIndex) -> [(Words, Place?)] {
        let own = row.ownCriteria.map { (index.criteria[$0].words, index.criteria[$0].criterion.place) }
        let area = index.areas[row.area]
        guard area.rows.count == 1 else { return own }
        let shared = row.sharedCriteria.map { (index.criteria[$0].words, index.criteria[$0].criterion.place) }
        let monitoring = area.area.monitoring.map { (Words($0.text), $0.place) }
        return own + shared + monitoring + area.area.evidence.map { (Words($0.text), $0.place) }
    }

    private static let checking = Lexicon([
        "audit", "audits", "audited", "check", "checks", "checked", "verify", "verified", "monitor",
        "monitors",
        "quality assure", "quality assured", "self audit", "self audits", "sample", "samples",
    ])
    private static let own = Lexicon([
        "their own teams", "their own team", "their own units", "their own unit", "their own cases",
        "their own work", "their own files", "own case files", "self audit", "self audits", "self audited",
        "own practice",
    ])
    private static let by = Lexicon([
        "audited by", "audits by", "audit by", "checked by", "checks by", "verified by", "signed off by",
        "monitored by", "monitoring by", "monitoring within", "quality assured by", "closed by", "sampled by",
        "measured by", "supervision by", "validated by", "reviewed by", "sign off by", "auditing by",
        "sampling by",
    ])
    private static let auditing = Lexicon([
        "for auditing", "to audit", "for audit", "for quality assurance", "to verify", "to check",
        "for checking",
        "for monitoring",
    ])
}
