import Kernel
import Storage

/// Who may take the next step on an action from an audit; every no is a sentence.
enum LoopRules {
    static func whyNotDone(_ finding: Finding, _ scope: FindingScope) -> String? {
        let owner = scope.ladders.name(finding.owner)
        guard finding.kind != .anomaly else { return "An anomaly is answered with a reply" }
        guard finding.seen == nil else { return "This action has been seen on the file: it is finished" }
        guard isOwner(finding, scope) else {
            return "\(owner) says when it is done, since it is \(owner)’s action"
        }
        return nil
    }

    static func whyNotSee(_ finding: Finding, _ scope: FindingScope) -> String? {
        let owner = scope.ladders.name(finding.owner)
        guard let done = finding.done else {
            return "There is nothing to see on the file yet: \(owner) has not said that it is done"
        }
        guard finding.seen == nil else { return "This action has been seen on the file already" }
        guard let person = scope.officer.person else {
            return
                "Your account belongs to nobody in the organisation, so nobody can tell whether you did it"
        }
        guard person != finding.owner, person != done.by else {
            return "It is your own action, so somebody else sees on the file that it is done"
        }
        guard !scope.ladders.line.managers(of: person).contains(finding.owner) else {
            return "You report to \(owner), so somebody else sees on the file that it is done"
        }
        guard
            finding.madeBy == person || scope.below.people.contains(finding.owner)
                || scope.officer.holds(SafetyScope.wideRoles)
        else {
            return "Whoever found it, somebody above \(owner) or the quality lead sees it on the file"
        }
        return nil
    }

    static func whyNotReply(_ finding: Finding, _ scope: FindingScope) -> String? {
        guard finding.kind == .anomaly else { return "Only an anomaly is answered with a reply" }
        guard isOwner(finding, scope) else {
            return "\(scope.ladders.name(finding.owner)) replies, as the line manager who was asked"
        }
        return nil
    }

    /// Whoever answers for an action does not move its day.
    static func whyNotMove(_ finding: Finding, _ scope: FindingScope) -> String? {
        guard !finding.isAnswered else { return "It is done, so its day stays" }
        guard let person = scope.officer.person, !isOwner(finding, scope) else {
            return "Somebody above you, or the quality lead, gives your action a new day"
        }
        guard
            finding.madeBy == person || scope.below.people.contains(finding.owner)
                || scope.officer.holds(SafetyScope.wideRoles)
        else { return "Somebody above its owner, or the quality lead, gives it a new day" }
        return nil
    }

    /// Who is asked to look at the file: whoever found it, or else the owner's line manager.
    static func askedToSee(_ finding: Finding, _ ladders: SafetyLadders) -> Set<ID<Person>> {
        let line = ladders.line
        if let maker = finding.madeBy, maker != finding.owner, maker != finding.done?.by,
            line.names[maker] != nil, !line.managers(of: maker).contains(finding.owner)
        {
            return [maker]
        }
        return line.lineManagers(of: .person(finding.owner)).subtracting(
            [finding.done?.by].compactMap(\.self))
    }

    static func isOwner(_ finding: Finding, _ scope: FindingScope) -> Bool {
        scope.officer.person.map { scope.ladders.standsFor($0).contains(finding.owner) } ?? false
    }
}
