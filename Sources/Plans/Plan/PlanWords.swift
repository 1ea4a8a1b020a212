package import PlanFormat

/// How the plan's own values are said on a page.
extension Plan.Action.Status {
    package var words: String {
        switch self {
        case .complete: "Complete"
        case .inPlace: "In place"
        case .ongoing: "Ongoing"
        case .notStarted: "Not started"
        }
    }
}

extension Plan.Criterion.Kind {
    package var words: String {
        switch self {
        case .success: "Success"
        case .progress: "Progress"
        case .impact: "Impact"
        case .outcome: "Outcome"
        }
    }
}

extension Plan.Frequency {
    package var words: String {
        switch self {
        case .daily: "every day"
        case .weekly: "every week"
        case .fortnightly: "every two weeks"
        case .fourWeekly: "every four weeks"
        case .monthly: "every month"
        case .twoMonthly: "every two months"
        case .quarterly: "every quarter"
        case .sixMonthly: "every six months"
        case .annual: "every year"
        }
    }
}

extension Plan.Frequency {
    /// How many days lie between a lead's updates: the plan's own rhythm where it is that short, else four weeks.
    var daysBetweenUpdates: Int {
        switch self {
        case .daily: 1
        case .weekly: 7
        case .fortnightly: 14
        case .fourWeekly, .monthly, .twoMonthly, .quarterly, .sixMonthly, .annual: 28
        }
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String {
        var scalars = Substring(self).unicodeScalars
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
