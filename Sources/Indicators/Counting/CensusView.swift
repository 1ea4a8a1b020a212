import Kernel
import ReturnFormats

/// A CIN census as its indicators see it: it names no team and no worker, so everything stands in one unit.
final class CensusView: Sendable {
    let file: CINReturn
    let asAt: Day
    let settings: IndicatorSettings
    /// The spans that are being counted: months, the year, or the day.
    let reckoning: Reckoning

    init(_ file: CINReturn, _ reckoning: Reckoning) {
        self.file = file
        asAt = reckoning.asAt
        settings = reckoning.settings
        self.reckoning = reckoning
    }

    /// The child of an episode.
    @inline(__always) func child(ofEpisode episode: Int) -> Int { Int(file.episodes.owner[episode]) }

    /// The unit of each of so many rows.
    func unit(_ rows: Int) -> [Int32] { Array(repeating: 0, count: rows) }

    func byDate(_ days: Days, _ rows: Int, mayBeOpen: Bool = false, _ verdict: (Int) -> Verdict) -> Tally {
        var tally = Tally(reckoning, .none)
        guard reckoning.last >= 0 else { return tally }
        for row in 0..<rows {
            let place = Days.isDay(days[row]) ? reckoning.place(days[row]) : -1
            if place >= 0 {
                tally.add(verdict(row), place, 0)
            } else if days[row] == Days.unreadable || days[row] == Days.missing && !mayBeOpen {
                tally.add(.excluded, reckoning.last, 0)
            }
        }
        return tally
    }

    /// Each child once in each span.
    func childrenByDate(_ days: Days, _ rows: Int, child: (Int) -> Int) -> Tally {
        var tally = Tally(reckoning, .none)
        guard reckoning.last >= 0 else { return tally }
        let width = file.children.count
        var seen = [Bool](repeating: false, count: width * reckoning.spans.count)
        for row in 0..<rows {
            guard Days.isDay(days[row]) else {
                tally.add(.excluded, reckoning.last, 0)
                continue
            }
            let place = reckoning.place(days[row])
            guard place >= 0, !seen[place * width + child(row)] else { continue }
            seen[place * width + child(row)] = true
            tally.add(.yes, place, 0)
        }
        return tally
    }

    func onTheDay(_ rows: Int, _ verdict: (Int) -> Verdict) -> Tally {
        var tally = Tally(reckoning, .none)
        for row in 0..<rows { tally.add(verdict(row), reckoning.last, 0) }
        return tally
    }
}
