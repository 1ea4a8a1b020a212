import Kernel

/// A clock of one row: what started it, and the last day in time. Day numbers.
struct RunningClock {
    let trigger: Int32
    let due: Int32

    func isLate(on day: Int32) -> Bool { due < day }
}

/// What a row says of a clock.
enum ClockReading {
    /// Nothing runs: the case is closed, or has no such clock.
    case out
    /// It is open, and its dates cannot be read or stand after the day of the file.
    case unreadable
    case runs(RunningClock)

    /// Yes where it is still in time on the day.
    func inDate(on day: Int32) -> Verdict {
        switch self {
        case .out: .out
        case .unreadable: .excluded
        case .runs(let clock): clock.isLate(on: day) ? .no : .yes
        }
    }
}

extension Reckoning {
    /// How a case stands that starts and may end: open on the day, closed or not begun, or not to be read.
    func isOpen(_ start: Int32, _ end: Int32) -> Verdict {
        let day = asAt.number
        if end == Days.unreadable { return .excluded }
        if Days.isDay(end), end <= day { return .no }
        return Days.isDay(start) && start <= day ? .yes : .excluded
    }

    /// The latest event since `start`: nil where there is none, or only one of before; throws nothing away but says
    /// `unreadable` for what stands after the day of the file.
    func latest(_ event: Int32, since start: Int32) -> LatestEvent {
        if event == Days.missing { return .none }
        guard Days.isDay(event), event <= asAt.number else { return .unreadable }
        return event < start ? .none : .on(event)
    }
}

enum LatestEvent {
    case none, unreadable
    case on(Int32)
}
