import Kernel

// The few ways of counting that nearly all indicators share.

extension ListRows {
    /// Every row by the span that its date stands in. A row without a date that one can read is excluded; with
    /// `mayBeOpen` an empty date is of what has not happened yet, and is out.
    func byDate(
        _ reckoning: Reckoning, _ days: Days, mayBeOpen: Bool = false, _ verdict: (Int) -> Verdict
    ) -> Tally {
        var tally = Tally(reckoning, units)
        guard reckoning.last >= 0 else { return tally }
        for row in 0..<count {
            let day = days[row]
            if Days.isDay(day) {
                let place = reckoning.place(day)
                if place >= 0 { tally.add(verdict(row), place, unit[row]) }
            } else if !mayBeOpen || day == Days.unreadable {
                tally.add(.excluded, reckoning.last, unit[row])
            }
        }
        return tally
    }

    /// Each child once in each span, in the unit of the latest row of it, and so its verdict. A row that names no
    /// child is excluded.
    func childrenByDate(
        _ reckoning: Reckoning, _ days: Days, _ childCount: Int, _ verdict: (Int) -> Verdict = { _ in .yes }
    ) -> Tally {
        var tally = Tally(reckoning, units)
        guard reckoning.last >= 0 else { return tally }
        var latest = [Int32](repeating: -1, count: childCount * reckoning.spans.count)
        for row in 0..<count {
            let child = child(row)
            guard Days.isDay(days[row]), child >= 0, child < childCount else {
                let place = reckoning.place(days[row])
                if place >= 0 || !Days.isDay(days[row]) {
                    tally.add(.excluded, place >= 0 ? place : reckoning.last, unit[row])
                }
                continue
            }
            let place = reckoning.place(days[row])
            guard place >= 0 else { continue }
            let slot = place * childCount + child
            if latest[slot] < 0 || days[Int(latest[slot])] <= days[row] { latest[slot] = Int32(row) }
        }
        for place in reckoning.spans.indices {
            for child in 0..<childCount {
                let row = Int(latest[place * childCount + child])
                if row >= 0 { tally.add(verdict(row), place, unit[row]) }
            }
        }
        return tally
    }

    /// How things stand on the day, a verdict a row. With `once` a child's rows but the latest are excluded.
    func onTheDay(_ reckoning: Reckoning, once: [Bool]? = nil, _ verdict: (Int) -> Verdict) -> Tally {
        var tally = Tally(reckoning, units)
        for row in 0..<count {
            var result = verdict(row)
            if let once, !once[row], result != .out { result = .excluded }
            tally.add(result, reckoning.last, unit[row])
        }
        return tally
    }
}

/// Something that starts and is finished within a limit: an assessment, a conference.
struct Timed {
    let reckoning: Reckoning
    let start: Days
    let end: Days
    /// In working days.
    let limit: Int32

    /// What was finished in each span, in time or late, and beside it what at the end of the span was still open past
    /// its limit. `isAwaited` says whether a row that is not finished still has to be on a day.
    @inline(__always) func count(
        _ units: Units, _ unit: [Int32], leavesOut: (Int) -> Bool = { _ in false },
        isAwaited: (Int, Int32) -> Bool
    ) -> Tally {
        var tally = Tally(reckoning, units)
        let spanEnds = reckoning.spans.map(\.period.last.number)
        guard let last = spanEnds.last else { return tally }
        for row in unit.indices {
            let (start, end) = (start[row], end[row])
            let isDone = Days.isDay(end)
            guard Days.isDay(start), isDone || end == Days.missing, !leavesOut(row) else {
                let place = isDone ? reckoning.place(end) : reckoning.last
                if place >= 0 { tally.add(.excluded, place, unit[row]) }
                continue
            }
            if isDone {
                let place = reckoning.place(end)
                if place >= 0 {
                    let isInTime = reckoning.workingDays(start, end) <= limit
                    tally.add(end < start ? .excluded : isInTime ? .yes : .no, place, unit[row])
                }
            }
            let lastOpen = isDone ? min(end - 1, last) : last
            guard reckoning.workingDays(start, lastOpen) > limit else { continue }
            for (place, day) in spanEnds.enumerated() where day <= lastOpen {
                if reckoning.workingDays(start, day) > limit, isAwaited(row, day) {
                    tally.addOverdue(place, unit[row])
                }
            }
        }
        return tally
    }

    /// How long what was finished in each span took, in working days.
    func lengths(_ units: Units, _ unit: [Int32], leavesOut: (Int) -> Bool = { _ in false }) -> Tally {
        var tally = Tally(reckoning, units)
        guard reckoning.last >= 0 else { return tally }
        for row in unit.indices {
            guard Days.isDay(end[row]) else {
                if end[row] == Days.unreadable { tally.add(.excluded, reckoning.last, unit[row]) }
                continue
            }
            let place = reckoning.place(end[row])
            guard place >= 0 else { continue }
            if Days.isDay(start[row]), start[row] <= end[row], !leavesOut(row) {
                tally.add(value: reckoning.workingDays(start[row], end[row]), place, unit[row])
            } else {
                tally.add(.excluded, place, unit[row])
            }
        }
        return tally
    }

    /// What is open on the day: past its limit, or not yet.
    func open(
        _ units: Units, _ unit: [Int32], isAwaited: (Int, Int32) -> Verdict = { _, _ in .yes }
    ) -> Tally {
        var tally = Tally(reckoning, units)
        let day = reckoning.asAt.number
        for row in unit.indices {
            guard !Days.isDay(end[row]) || end[row] > day else { continue }
            let isReadable = Days.isDay(start[row]) && start[row] <= day && end[row] != Days.unreadable
            let isAwaited = isReadable ? isAwaited(row, day) : .excluded
            guard isAwaited == .yes else {
                tally.add(isAwaited == .no ? .out : isAwaited, reckoning.last, unit[row])
                continue
            }
            tally.add(reckoning.workingDays(start[row], day) > limit ? .yes : .no, reckoning.last, unit[row])
        }
        return tally
    }
}
