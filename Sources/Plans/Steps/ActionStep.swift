package import Kernel

/// A dated step of an action, as its latest revision leaves it.
package struct ActionStep: Hashable, Sendable {
    package var id: ID<ActionStep>
    package var revision: Int
    package var text: String
    package var due: Day
    package var done: Done?

    package struct Done: Hashable, Sendable {
        package var day: Day
        package var account: ID<Account>
        /// The name of the account; not read where a step is only counted.
        package var by: String
    }

    func isLate(on today: Day) -> Bool { done == nil && due < today }
}

/// An action that waits for another, and why.
package struct ActionWait: Hashable, Sendable {
    package var id: ID<ActionWait>
    package var action: ID<ActionRecord>
    package var waitsFor: ID<ActionRecord>
    package var why: String
}

/// What of an action matters to those that wait for it.
struct WaitingAction: Hashable, Sendable {
    var id: ID<ActionRecord>
    var plan: ID<PlanRecord>
    var planTitle: String
    var reference: String?
    var text: String
    var start: PartialDate?
    var finish: PartialDate?
    var firstFinish: PartialDate?
    var closed: Day?

    /// `3.2`, or the first words where the plan prints no number.
    var name: String { reference ?? text.short }

    /// Whole days past the finish; nil where it is not late.
    func daysLate(on today: Day) -> Int? {
        guard closed == nil, let finish, finish.last < today else { return nil }
        return today - finish.last
    }
}

/// Which action waits for which: arrows from who waits to what is waited for.
struct WaitGraph: Sendable {
    private var waitsFor: [ID<ActionRecord>: [ID<ActionRecord>]] = [:]
    private var heldUp: [ID<ActionRecord>: [ID<ActionRecord>]] = [:]

    init(_ waits: some Sequence<(action: ID<ActionRecord>, waitsFor: ID<ActionRecord>)>) {
        for (action, other) in waits {
            waitsFor[action, default: []].append(other)
            heldUp[other, default: []].append(action)
        }
    }

    /// Every action that waits for this one, straight or through others, the nearest first.
    func heldUp(by action: ID<ActionRecord>) -> [ID<ActionRecord>] {
        WaitGraph.reached(from: action, heldUp)
    }

    /// Every action that this one waits for, straight or through others, the nearest first.
    func waited(by action: ID<ActionRecord>) -> [ID<ActionRecord>] {
        WaitGraph.reached(from: action, waitsFor)
    }

    /// The ring that would close if `action` waited for `other`: from `other` back to `action`; nil where there is none.
    func ring(_ action: ID<ActionRecord>, waitingFor other: ID<ActionRecord>) -> [ID<ActionRecord>]? {
        if action == other { return [action] }
        var cameFrom: [ID<ActionRecord>: ID<ActionRecord>] = [:]
        var next = [other]
        var index = 0
        while index < next.count {
            let here = next[index]
            index += 1
            for onward in waitsFor[here] ?? [] where onward != other && cameFrom[onward] == nil {
                cameFrom[onward] = here
                if onward == action { return WaitGraph.path(to: action, from: other, cameFrom) }
                next.append(onward)
            }
        }
        return nil
    }

    private static func path(
        to end: ID<ActionRecord>, from start: ID<ActionRecord>,
        _ cameFrom: [ID<ActionRecord>: ID<ActionRecord>]
    ) -> [ID<ActionRecord>] {
        var path = [end]
        while let last = path.last, last != start, let before = cameFrom[last] { path.append(before) }
        return path.reversed()
    }

    private static func reached(
        from start: ID<ActionRecord>, _ arrows: [ID<ActionRecord>: [ID<ActionRecord>]]
    ) -> [ID<ActionRecord>] {
        var seen: Set<ID<ActionRecord>> = [start]
        var found: [ID<ActionRecord>] = []
        var next = [start]
        var index = 0
        while index < next.count {
            for other in arrows[next[index]] ?? [] where seen.insert(other).inserted {
                found.append(other)
                next.append(other)
            }
            index += 1
        }
        return found
    }
}

/// What waiting comes to, in sentences.
enum WaitWords {
    /// `3.4`, `3.4 and 5.1`, `3.4, 3.5 and 5.1`.
    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// `That would be a ring: 3.2 waits for 5.1, and 5.1 would wait for 3.2`; the names from what is waited for back.
    static func ring(_ names: [String]) -> String {
        guard let last = names.last, let first = names.first, names.count > 1 else {
            return "An action cannot wait for itself"
        }
        let links = zip(names, names.dropFirst()).map { "\($0) waits for \($1)" }
        return "That would be a ring: \(links.joined(separator: ", ")), and \(last) would wait for \(first)"
    }

    /// `3.2 is 5 weeks late and holds up 3.4 and 5.1`, or what its slip holds up; nil where it holds nothing up.
    static func holdsUp(_ action: WaitingAction, _ others: [String], on today: Day) -> String? {
        guard !others.isEmpty, action.closed == nil else { return nil }
        if let days = action.daysLate(on: today) {
            return "\(action.name) is \(length(days)) late and holds up \(list(others))"
        }
        if let first = action.firstFinish, let now = action.finish, now.last > first.last {
            return
                "\(action.name) has slipped by \(length(now.last - first.last)) and holds up \(list(others))"
        }
        return nil
    }

    /// Says where the order of two dates makes no sense: what is waited for ends after what waits begins or ends.
    static func clash(_ waited: WaitingAction, _ waiting: WaitingAction) -> String? {
        guard waited.closed == nil, waiting.closed == nil, let finish = waited.finish else { return nil }
        if let end = waiting.finish, finish.last > end.last {
            return
                "\(waited.name) finishes on \(finish.last.long), after \(waiting.name) finishes (\(end.last.long))"
        }
        if let start = waiting.start, finish.last > start.last {
            return
                "\(waited.name) finishes on \(finish.last.long), after \(waiting.name) starts (\(start.long))"
        }
        return nil
    }

    /// Weeks, rounded, from a week on; days below.
    static func length(_ days: Int) -> String {
        days < 7 ? counted(days, "day") : counted((days + 3) / 7, "week")
    }
}
