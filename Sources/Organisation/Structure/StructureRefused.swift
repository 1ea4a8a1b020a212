package import Kernel

/// Why the organisation may not be changed so, in words that a page or a row of a file can show.
package enum StructureRefused: Refusal, Hashable {
    case nameMissing
    case titleMissing
    case personNameMissing
    case kindMissing
    case parentMissing
    case nodeMissing
    case personMissing
    case dayMissing(field: String, String)
    case wrongDay(field: String, String)
    case nameTaken(String, under: String)
    case ring(String, under: String)
    case parentLater(String, Day)
    case parentEnds(String, Day)
    case beforeBeginning(String, Day)
    case endsBeforeBeginning(Day)
    case afterEnd(String, Day)
    case rootStays
    case stillBelow([String])
    case postEnds(String, Day)
    case postRing(String)
    case ownLineManager
    case postsReport([String])
    case heldLonger([String])
    case heldAlready(String, from: Day)
    case heldByAnother([String])
    case leftBy(String, Day)
    case emailTaken(String, String)
    case emailWrong(String)
    case changedMeanwhile

    package var sentence: String {
        switch self {
        case .nameMissing: "Give its name"
        case .titleMissing: "Give the title of the post"
        case .personNameMissing: "Give the person’s name"
        case .kindMissing: "Say whether it is a service, an area or a team"
        case .parentMissing: "Say what it is part of"
        case .nodeMissing: "Say which part of the organisation the post belongs to"
        case .personMissing: "Say who holds the post"
        case .dayMissing(_, let what): "Give \(what)"
        case .wrongDay(_, let sentence): sentence
        case .nameTaken(let name, let parent): "There is a \(name) under \(parent) already"
        case .ring(let name, let parent):
            "\(parent) is itself part of \(name): a part cannot stand below itself"
        case .parentLater(let parent, let day):
            "\(parent) begins on \(day.long): give that day or a later one"
        case .parentEnds(let parent, let day):
            "\(parent) ends on \(day.long): nothing can be part of it after that"
        case .beforeBeginning(let name, let day):
            "\(name) begins on \(day.long): give that day or a later one"
        case .endsBeforeBeginning(let day): "The last day stands before the first, \(day.long)"
        case .afterEnd(let name, let day): "\(name) ended on \(day.long): give a day before that"
        case .rootStays: "The authority itself stays where it is, and does not end"
        case .stillBelow(let names):
            "\(listed(names)) would be left without a place: move or end \(names.count == 1 ? "it" : "them") first"
        case .postEnds(let title, let day):
            "The post \(title) ends on \(day.long): nobody can hold it after that"
        case .postRing(let title): "\(title) reports to this post itself, directly or through others"
        case .ownLineManager: "A post cannot report to itself"
        case .postsReport(let titles):
            "\(listed(titles)) would report to nobody: give \(titles.count == 1 ? "it" : "them") another line manager first"
        case .heldLonger(let names): "\(listed(names)) would hold it after its last day: say until when first"
        case .heldAlready(let name, let day): "\(name) already holds this post from \(day.long)"
        case .heldByAnother(let names):
            "\(listed(names)) holds this post then: say whether they leave it or share it"
        case .leftBy(let name, let day): "\(name) left on \(day.long)"
        case .emailTaken(let email, let name): "\(name) has the address \(email) already"
        case .emailWrong(let email): "\(email) is no email address: it wants a name, an @ and a place"
        case .changedMeanwhile:
            "Somebody changed this while you had it open: look at it again and make your change once more"
        }
    }

    package var field: String? {
        switch self {
        case .nameMissing, .personNameMissing, .nameTaken: "name"
        case .titleMissing: "title"
        case .kindMissing: "kind"
        case .parentMissing, .ring: "parent"
        case .nodeMissing: "node"
        case .personMissing, .heldAlready: "person"
        case .dayMissing(let field, _), .wrongDay(let field, _): field
        case .parentLater, .beforeBeginning: "from"
        case .parentEnds: "parent"
        case .endsBeforeBeginning, .afterEnd, .stillBelow, .postEnds, .heldLonger, .postsReport, .leftBy:
            "until"
        case .postRing, .ownLineManager: "reportsTo"
        case .heldByAnother: "others"
        case .emailTaken, .emailWrong: "email"
        case .rootStays, .changedMeanwhile: nil
        }
    }
}

/// `North area, South area and 3 more`.
private func listed(_ names: [String]) -> String {
    if names.count > 3 { return names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more" }
    if names.count < 2 { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
}
