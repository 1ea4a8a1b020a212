import Kernel
import ReturnFormats

/// How many children each worker holds: Lists 6 and 9. A worker stands in the team of most of their children.
enum WorkloadIndicators {
    static let all = [mean, median, overLimit]

    private static let left = "children whose worker is nobody"
    private static let cannot =
        "How much of a post the worker has, whether they are newly qualified or of an agency, and cases of families"
        + " that hold no child of these lists. It is not the published caseload of 30 September."
    private static let convention =
        "A child counts once: from List 6 where the case is open, else from List 9 where the service stays in touch."

    private static let mean = Indicator(
        "workers.caseload", .need, over: .day, "Children for each worker",
        asks: "How many children does a worker hold?", as: .mean,
        counts: "children with an open case or a leaving-care service and a named worker",
        of: "workers who are named", leavingOut: left, .neutral, .workers, convention: convention,
        cannotTell: cannot, basis: "Annex A, Lists 6 and 9",
        annexA: { count($0) { $0.add($1, of: 1, 0, $2) } })

    private static let median = Indicator(
        "workers.caseloadMedian", .need, over: .day, "Children for each worker, median",
        asks: "How many children does a worker usually hold, and the busiest one?", as: .median,
        counts: "children with an open case or a leaving-care service", of: "workers who are named",
        leavingOut: left, .neutral, .workers, convention: convention, cannotTell: cannot,
        basis: "Annex A, Lists 6 and 9", annexA: { count($0) { $0.add(value: Int32(clamping: $1), 0, $2) } })

    private static let overLimit = Indicator(
        "workers.overLimit", .need, over: .day, "Workers who hold more children than the limit",
        asks: "Who holds too much?",
        counts: "workers who hold more children than the authority's limit (18, or what it set)",
        of: "workers who are named", leavingOut: left, .down, .workers, convention: convention,
        cannotTell: cannot + " There is no national limit.",
        basis: "Annex A, Lists 6 and 9; the authority's limit",
        annexA: { view in
            count(view) { $0.add($1 > view.settings.caseloadLimit ? .yes : .no, 0, $2) }
        })

    /// Adds each worker's number of children.
    private static func count(_ view: AnnexAView, _ add: (inout Tally, Int, Int32) -> Void) -> Tally? {
        guard view[.need]?.table.texts(.worker) != nil else { return nil }
        var children: [String: [String: Int]] = [:]
        var nobodys: [String: [String: Int]] = [:]
        for open in Indicators.openCases(view) where open.list == .need || open.list == .careLeavers {
            if open.isAllocated {
                children[open.worker, default: [:]][open.team, default: 0] += 1
            } else {
                nobodys[open.team, default: [:]][open.worker, default: 0] += 1
            }
        }
        let workers = children.map { worker, teams in
            (
                team: teams.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? "", worker: worker,
                children: teams.values.reduce(0, +)
            )
        }
        let nobody = nobodys.flatMap { team, workers in
            workers.map { (team: team, worker: $0.key, children: $0.value) }
        }
        var tally = Tally(view.day, Units((workers + nobody).map { ($0.team, $0.worker) }))
        for (unit, worker) in workers.enumerated() { add(&tally, worker.children, Int32(unit)) }
        for (unit, worker) in nobody.enumerated() {
            for _ in 0..<worker.children { tally.add(.excluded, 0, Int32(workers.count + unit)) }
        }
        return tally
    }
}
