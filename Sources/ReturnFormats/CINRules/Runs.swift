import Kernel

/// Runs of days of one child or episode, asked whether another record's day falls within one of them: in n log n,
/// so that a file with a hundred thousand episodes under one child is still answered.
struct Runs {
    private struct Run {
        let first: Day
        let last: Day
        let row: Int
    }

    private var runs: [Run] = []
    /// At n, which of the first n + 1 runs ends last, and which of another row does.
    private var latest: [(Run, Run?)] = []

    /// Both days included; nothing where one is missing or the run is empty.
    mutating func add(_ first: Day?, through last: Day?, row: Int) {
        guard let first, let last, first <= last else { return }
        runs.append(Run(first: first, last: last, row: row))
    }

    /// Before asking.
    mutating func sort() {
        if runs.count > 1 { runs.sort { $0.first < $1.first } }
        latest.reserveCapacity(runs.count)
        for run in runs {
            guard let (best, other) = latest.last else {
                latest.append((run, nil))
                continue
            }
            if run.last > best.last {
                latest.append((run, best))
            } else if other == nil || run.last > other!.last {
                latest.append((best, run))
            } else {
                latest.append((best, other))
            }
        }
    }

    /// Whether the day falls within a run of another row.
    func cover(_ day: Day?, apartFrom row: Int = -1) -> Bool {
        guard let day else { return false }
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].first <= day { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return false }
        let (best, other) = latest[low - 1]
        if best.row != row { return best.last >= day }
        return other.map { $0.last >= day } ?? false
    }
}
