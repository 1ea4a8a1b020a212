import Kernel
import Statistics

/// How far the cases that were read speak for others.
enum ResultBasis: Hashable, Sendable {
    /// Every case of the list was asked for.
    case census
    /// Drawn by chance from a list of so many; nil where nobody knows how long it was.
    case random(Int?)
    /// Drawn by chance from each part of the list.
    case strata
    /// Chosen on purpose, or so many for each: they speak for themselves alone.
    case chosen

    init(_ result: RoundResult) {
        let round = result.round
        switch round.kind {
        case .census: self = .census
        case .simple: self = .random(round.frame?.count)
        case .stratified: self = .strata
        case .purposive, .perPerson, .perEvent: self = .chosen
        }
    }

    /// The second readers' cases are drawn by chance from the first readers': of a whole list that makes a random sample
    /// of it.
    func second(_ result: RoundResult) -> ResultBasis {
        guard self == .census, let draw = result.sample.draws[.second],
            let population = result.round.frame?.count, draw.size < population
        else { return self }
        return .random(population)
    }
}

/// A share of good or better, with where the true one lies, 19 chances in 20.
struct ResultEstimate: Sendable {
    enum Method: Hashable, Sendable {
        /// Wilson's, for the process that made these cases: all of the list was looked at.
        case process
        /// Wilson's, for a list of which nobody knows the length.
        case wilson
        /// Exact, for a list of so many: between so many and so many of it.
        case exact(ClosedRange<Int>, of: Int)
        /// Each part of the list weighing what it holds.
        case weighted
    }

    let share: Share
    /// 0 to 1: the share itself, or the weighted one.
    let value: Double
    let interval: Interval?
    let method: Method

    /// Nil for cases that were chosen, where there is none, and where the counts are withheld.
    init?(_ shown: ShownResult, _ answered: RoundResult.Answered, _ leg: Leg) {
        let result = shown.result
        let own = ResultBasis(result)
        guard own != .chosen, let share = shown.share(answered, .good(leg), of: .judged(leg)),
            let value = share.value
        else { return nil }
        self.share = share
        switch leg == .first ? own : own.second(result) {
        case .chosen: return nil
        case .census: (self.value, interval, method) = (value, share.wilson(), .process)
        case .random(let population):
            // Where some do not apply, nobody knows how many of the list do.
            guard let population, shown[answered, .notJudged(leg)] == 0,
                let exact = Hypergeometric(found: share.count, in: share.total, of: population)
            else {
                (self.value, interval, method) = (value, share.wilson(), .wilson)
                return
            }
            (self.value, interval) = (value, exact.shares)
            method = .exact(exact.bounds, of: population)
        case .strata:
            guard let weighted = ResultEstimate.weighted(result, answered, leg) else {
                (self.value, interval, method) = (value, nil, .weighted)
                return
            }
            (self.value, interval, method) = (weighted.value, weighted.interval, .weighted)
        }
    }

    private static func weighted(
        _ result: RoundResult, _ answered: RoundResult.Answered, _ leg: Leg
    ) -> (value: Double, interval: Interval?)? {
        var strata: [Strata.Stratum] = []
        for (name, size) in result.strata {
            let counts = answered.strata[name].map { leg == .first ? $0.first : $0.second } ?? []
            var (good, judged) = (0, 0)
            for (place, count) in counts.enumerated() {
                guard let isGood = answered.answers[place].isGood else { continue }
                judged += count
                if isGood { good += count }
            }
            guard let share = Share(good, of: judged), let stratum = Strata.Stratum(size: size, found: share)
            else { return nil }
            strata.append(stratum)
        }
        return Strata.estimate(strata)
    }

    /// "58%": the weighted share where it is one.
    var percentage: String {
        guard method == .weighted else { return "\(share.percentage() ?? "–")%" }
        return "\(ResultWords.percent(value, decimals: share.decimals))%"
    }

    /// "42% to 72%"
    var reach: String? {
        interval.map { "\(ResultWords.percent($0.lower))% to \(ResultWords.percent($0.upper))%" }
    }
}
