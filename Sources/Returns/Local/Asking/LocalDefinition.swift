package import Kernel
import Timescales

/// Who sends for one unit, and from when until when.
package struct LocalSender: Hashable, Sendable {
    package let id: ID<LocalSender>
    package let node: ID<Node>
    /// The post or the person that sends; both nil where whoever manages the unit does.
    package let post: ID<Post>?
    package let person: ID<Person>?
    package let from: Day
    package let until: Day?

    package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

/// A local return as it was and is: its versions, its questions, its senders.
package struct LocalDefinition: Sendable {
    package let id: ID<LocalReturn>
    /// Small letters, digits and hyphens; part of the key of its measures.
    package let key: String
    package let kind: ReturnTerms.Kind
    package let template: String?
    /// The last day that it is asked for; nil while it runs.
    package let endedOn: Day?
    package let revision: Int
    /// By day, the earliest first; never empty.
    package let versions: [ReturnTerms]
    /// By key, each with its versions, the earliest first.
    package let questions: [String: [QuestionVersion]]
    package let senders: [LocalSender]
}

extension LocalDefinition {
    /// The terms that hold for a period that ends on that day; the first ones before they began.
    package func terms(on day: Day) -> ReturnTerms { versions.last { $0.from <= day } ?? versions[0] }

    package var latest: ReturnTerms { versions[versions.count - 1] }
    package var began: Day { versions[0].from }
    package var name: String { latest.name }

    /// What is asked at the end of that day, in order; the first versions before they began.
    package func questions(on day: Day) -> [LocalQuestion] {
        questions.values.compactMap { versions -> QuestionVersion? in
            guard let version = versions.last(where: { $0.from <= day }) else {
                // Past values come in under the earliest definition, if the return began with it.
                return versions.first.flatMap { $0.from <= began && $0.isAsked ? $0 : nil }
            }
            return version.isAsked ? version : nil
        }
        .sorted { ($0.position, $0.question.key) < ($1.position, $1.question.key) }
        .map(\.question)
    }

    /// The period that holds the day, under the terms in force then.
    package func period(holding day: Day) -> Period {
        terms(on: day).rhythm.period(holding: day, anchor: began)
    }

    /// The period that ends on that day; nil where none does.
    package func period(endingOn day: Day) -> Period? {
        let period = period(holding: day)
        return period.last == day ? period : nil
    }

    package func previous(_ period: Period) -> Period { self.period(holding: period.first.adding(days: -1)) }
    package func next(_ period: Period) -> Period { self.period(holding: period.last.adding(days: 1)) }

    package func words(_ period: Period) -> String { terms(on: period.last).rhythm.words(period) }

    /// The day by which figures for the period must be in.
    package func due(_ period: Period) -> Day { terms(on: period.last).due.due(after: period.last) }

    /// The last day on which they are not late: the due day and the days of grace.
    package func lastDay(_ period: Period) -> Day {
        WorkingDays.adding(terms(on: period.last).grace, to: due(period))
    }

    /// Who must send for that period: whoever is the sender on its last day.
    package func senders(for period: Period) -> [LocalSender] {
        guard period.last >= began, endedOn.map({ period.last <= $0 }) ?? true else { return [] }
        return senders.filter { $0.holds(on: period.last) }
    }

    /// The last period that has ended by that day, and so can be answered for.
    package func lastEnded(by day: Day) -> Period {
        let current = period(holding: day)
        return current.last <= day ? current : previous(current)
    }

    /// The periods that have ended from the return's beginning to that day, the latest first, at most so many.
    package func ended(by day: Day, atMost limit: Int) -> [Period] {
        var found: [Period] = []
        var period = lastEnded(by: endedOn.map { min($0, day) } ?? day)
        while found.count < limit, period.last >= began {
            found.append(period)
            period = previous(period)
        }
        return found
    }
}
