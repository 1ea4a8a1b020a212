package import Kernel
package import Markup

/// The dates of many actions by area: as first promised, as they stand now, and today.
package struct Gantt: Sendable {
    package let areas: [Area]
    package let today: Day
    /// Days that everything leads to, such as a monitoring visit: dashed, with their words.
    package let visits: [Visit]

    package struct Area: Sendable {
        package let reference: String
        package let name: String
        package let bars: [Bar]

        package init(_ reference: String, _ name: String, _ bars: [Bar]) {
            self.reference = reference
            self.name = name
            self.bars = bars
        }
    }

    /// One action.
    package struct Bar: Sendable {
        package let reference: String
        package let name: Link
        /// Nil when no date says how the work stands.
        package let progress: Symbol?
        package let isContradicted: Bool
        /// Nil when nobody says when it begins.
        package let start: Day?
        package let due: DueDate
        /// Done, and accepted: its date can no longer pass.
        package let isClosed: Bool
        /// When it was first to begin, where that is known.
        package let firstStart: Day?
        /// Dated steps, drawn as small marks under the bar.
        package let steps: [Step]
        /// What it waits for, in words: `3.2 and 5.1`; empty where it waits for nothing.
        package let waitsFor: String

        package init(
            _ reference: String, _ name: Link, progress: Symbol?, isContradicted: Bool = false, start: Day?,
            due: DueDate, isClosed: Bool, firstStart: Day? = nil, steps: [Step] = [], waitsFor: String = ""
        ) {
            self.reference = reference
            self.name = name
            self.progress = progress
            self.isContradicted = isContradicted
            self.start = start
            self.due = due
            self.isClosed = isClosed
            self.firstStart = firstStart
            self.steps = steps
            self.waitsFor = waitsFor
        }
    }

    /// A dated step of an action.
    package struct Step: Hashable, Sendable {
        package let due: Day
        package let isDone: Bool

        package init(_ due: Day, isDone: Bool) {
            self.due = due
            self.isDone = isDone
        }
    }

    package struct Visit: Sendable {
        package let day: Day
        package let words: String

        package init(_ day: Day, _ words: String) {
            self.day = day
            self.words = words
        }
    }

    package init(areas: [Area], today: Day, visits: [Visit] = []) {
        self.areas = areas
        self.today = today
        self.visits = visits
    }

    var bars: [Bar] { areas.flatMap(\.bars) }

    /// What the chart shows: `10 of these 18 dates have moved. 6 actions are past their date and still open.`
    package var sentence: Markup {
        let dated = bars.filter { $0.due.now != nil }
        let moved = dated.filter(\.hasMoved).count
        let late = bars.filter { $0.isPast(today) }.count
        let open = bars.count - dated.count
        var words: Markup =
            "\(strong: "\(moved) of these \(dated.count) dates \(moved == 1 ? "has" : "have") moved.")"
        if late > 0 {
            words.add(" \(Gantt.actions(late)) past \(late == 1 ? "its" : "their") date and still open.")
        }
        if open > 0 { words.add(" \(Gantt.have(open)) no finish date.") }
        return words
    }

    private static func actions(_ count: Int) -> String {
        count == 1 ? "1 action is" : "\(count) actions are"
    }

    private static func have(_ count: Int) -> String { count == 1 ? "1 action has" : "\(count) actions have" }
}

extension Gantt.Bar {
    /// The class that colours it; grey where there is no state.
    var colour: String { (progress ?? .grey).rawValue }

    var hasMoved: Bool {
        guard let first = due.first else { return false }
        return due.now.map { $0 != first } ?? false
    }

    func isPast(_ today: Day) -> Bool {
        guard !isClosed, let now = due.now else { return false }
        return now.last < today
    }

    /// True where the picture has something first promised to show behind the bar.
    var hasGhost: Bool {
        hasMoved || (firstStart != nil && start != nil && firstStart != start)
    }

    /// `2 of 3 steps done`; empty where it has none.
    var stepWords: String {
        guard !steps.isEmpty else { return "" }
        return "\(steps.count(where: \.isDone)) of \(steps.count) \(steps.count == 1 ? "step" : "steps") done"
    }

    /// `Due 16 Oct 2026, first 31 Jul 2026, 11 weeks later; waits for 3.2; 2 of 3 steps done`.
    var sentence: Markup {
        var words = dueSentence
        if !waitsFor.isEmpty { words.add("; waits for \(waitsFor)") }
        if !steps.isEmpty { words.add("; \(stepWords)") }
        return words
    }

    private var dueSentence: Markup {
        guard let now = due.now else {
            return due.says.isEmpty
                ? "\(strong: "No finish date")" : "\(strong: "No finish date"); plan says “\(due.says)”"
        }
        guard let first = due.first, first != now else { return "Due \(strong: now.short), as first set" }
        return "Due \(strong: now.short), first \(first.short), \(due.length)"
    }
}
