/// How tools are spoken of on pages and in files.
extension Tool.Unit {
    /// One of them: "supervision file".
    package var words: String {
        switch self {
        case .child: "child"
        case .conference: "conference"
        case .supervisionFile: "supervision file"
        case .strategyDiscussion: "strategy discussion"
        case .venue: "venue"
        case .member: "member of staff"
        case .entry: "system entry"
        }
    }

    package var plural: String {
        switch self {
        case .child: "children"
        case .conference: "conferences"
        case .supervisionFile: "supervision files"
        case .strategyDiscussion: "strategy discussions"
        case .venue: "venues"
        case .member: "members of staff"
        case .entry: "system entries"
        }
    }
}

extension Tool.Kind {
    /// As the choice of a form names it; the words of the kind, without its details.
    var words: String {
        switch self {
        case .grade: "A grade"
        case .yesNo: "Yes or no"
        case .count: "How many of how many"
        case .date: "A date"
        case .choice: "One of a few words"
        case .text: "Words"
        }
    }
}
