import Kernel
import Plans
import Proof
import Storage

/// How criteria are tested, where they began, what was aimed for, and what was counted since.
enum ExampleCriteria {
    /// The action, of whom, by what measure, how often a figure comes, for how many periods, and which way is better.
    static let terms = """
        1.1 | Every section 47 enquiry completed in the month | Enquiries with a group manager’s decision | month | 3 | higher
        1.3 | Every strategy discussion of the month | Discussions with police and health present | month | 3 | higher
        1.6 | All staff who take part in enquiries | Staff trained in section 47 thresholds | month | 1 | higher
        2.1 | Every plan audited in the month | Audited plans with dated, measurable steps | month | 3 | higher
        3.2 | Every child referred in the month | Children seen alone within five working days | month | 2 | higher
        3.3 | Forty assessments, drawn each quarter | Assessments with a chronology that was used | quarter | 2 | higher
        4.1 | Fifty closures, drawn each month | Closures with the manager’s reason | month | 3 | higher
        4.2 | Every referral of the quarter | Re-referrals within 12 months | quarter | 2 | lower
        5.2 | Every child protection case on the last day of the month | Case supervision within 4 weeks | month | 3 | higher
        5.3 | Forty files, drawn each quarter | Records that show what changed for the child | quarter | 2 | higher
        6.1 | Forty cases, drawn each quarter | Self and second grade the same | quarter | 2 | higher
        """

    /// The action, given when, the figure, the day of it, its source, agreed by the board when.
    static let baselines = """
        1.1 | 2026-05-13 11:05 | 28 of 46 | 2026-02-28 | Case system, February | 2026-06-11 16:30
        1.3 | 2026-05-13 11:10 | 24 of 50 | 2026-02-28 | Minutes of strategy discussions, February | 2026-06-11 16:31
        2.1 | 2026-05-13 11:15 | 24 of 59 | 2026-03-31 | Plan audit, March | 2026-06-11 16:32
        3.2 | 2026-05-13 11:20 | 189 of 282 | 2026-03-31 | Case system, March | 2026-06-11 16:33
        3.3 | 2026-05-13 11:25 | 15 of 40 | 2026-03-31 | Case audit, March | 2026-06-11 16:34
        4.2 | 2026-05-13 11:30 | 68 of 283 | 2026-03-31 | Case system, March | 2026-06-11 16:35
        5.2 | 2026-05-13 11:35 | 268 of 406 | 2026-03-31 | Case system, March | 2026-06-11 16:36
        4.1 | 2026-06-08 11:05 | 26 of 50 | 2026-05-31 | Sample of closures, May | 2026-07-09 16:30
        1.6 | 2026-06-15 16:05 | 0 of 64 | 2026-06-14 | Training record | 2026-07-09 16:31
        5.3 | 2026-07-06 11:10 | 22 of 40 | 2026-06-30 | Sample of files, June | 2026-07-09 16:32
        6.1 | 2026-07-06 11:15 | 23 of 40 | 2026-06-30 | Audit round 1 | 2026-07-09 16:33
        """

    /// The action, proposed when, the number, by which day, agreed by the board when.
    static let targets = """
        1.1 | 2026-05-14 10:05 | 95 | 2026-10-31 | 2026-06-11 16:40
        1.3 | 2026-05-14 10:10 | 90 | 2026-12-31 | 2026-06-11 16:41
        1.6 | 2026-05-14 10:15 | 100 | 2026-12-18 | 2026-06-11 16:42
        2.1 | 2026-05-14 10:20 | 80 | 2026-11-30 | 2026-06-11 16:43
        3.2 | 2026-05-14 10:25 | 90 | 2026-09-30 | 2026-06-11 16:44
        3.3 | 2026-05-14 10:30 | 85 | 2027-01-31 | 2026-06-11 16:45
        4.1 | 2026-05-14 10:35 | 95 | 2026-11-30 | 2026-06-11 16:46
        4.2 | 2026-05-14 10:40 | 22 | 2026-12-31 | 2026-06-11 16:47
        4.2 | 2026-05-14 10:42 | 19 | 2027-03-31 | 2026-06-11 16:48
        5.2 | 2026-05-14 10:45 | 95 | 2026-11-30 | 2026-06-11 16:49
        5.3 | 2026-05-14 10:50 | 75 | 2027-03-31 | 2026-06-11 16:50
        6.1 | 2026-05-14 10:55 | 80 | 2027-03-31 | 2026-06-11 16:51
        """

    /// The action, what kind of figure, its source, and the figures of the months from May to October.
    static let monthly = """
        1.1 | Case system | 35 of 48, 44 of 50, 49 of 52, 47 of 49, 52 of 54, 57 of 59
        1.3 | Minutes of strategy discussions | 27 of 52, 28 of 51, 29 of 50, 31 of 53, 34 of 54, 37 of 52
        1.6 | Training record | , 11 of 64, 21 of 64, 29 of 64, 29 of 64, 41 of 64
        2.1 | Plan audit | 26 of 58, 28 of 60, 31 of 59, 33 of 60, 36 of 59, 38 of 60
        3.2 | Case system | 199 of 280, 213 of 281, 236 of 281, 245 of 284, 259 of 285, 268 of 290
        4.1 | Sample of closures | , 31 of 50, 38 of 50, 36 of 50, 29 of 50, 24 of 50
        5.2 | Case system | 276 of 405, 284 of 409, 292 of 411, 287 of 410, 262 of 411, 243 of 412
        """

    /// The last day of each month, and when its figures were entered.
    static let months = [
        ("2026-05-31", "2026-06-08"), ("2026-06-30", "2026-07-07"), ("2026-07-31", "2026-08-07"),
        ("2026-08-31", "2026-09-07"), ("2026-09-30", "2026-10-07"), ("2026-10-31", "2026-11-17"),
    ]

    /// Entered when, of which action, what kind of figure, at which day, from where.
    static let rounds = """
        2026-07-06 11:40 | 3.3 | ownRound | 18 of 40 | 2026-06-30 | Case audit, June
        2026-07-06 11:45 | 4.2 | measure | 70 of 288 | 2026-06-30 | Case system
        2026-10-12 11:40 | 3.3 | independentRound | 26 of 40 | 2026-09-30 | Case audit, September
        2026-10-12 11:45 | 4.2 | measure | 69 of 291 | 2026-09-30 | Case system
        2026-10-12 11:50 | 5.3 | independentRound | 24 of 40 | 2026-09-30 | Sample of files, September
        2026-10-12 11:55 | 6.1 | independentRound | 26 of 40 | 2026-09-30 | Audit round 2
        """

    /// Said when, of which action, by whom, met since when, in which words.
    static let claims = """
        2026-09-08 14:55 | 1.1 | Maya | 2026-08-31 | Two months above the target
        2026-10-08 14:40 | 3.2 | Siân | 2026-09-30 | The target was met in September
        """

    static func deeds() throws -> [ExampleRunning.Deed] {
        try setting() + giving() + aiming() + counting() + claiming()
    }

    private static func setting() throws -> [ExampleRunning.Deed] {
        let rows = try ExampleRunning.rows(terms, cells: 6)
        return try [
            ExampleRunning.Deed("2026-05-13 10:40") { scene in
                for row in rows {
                    var terms = CriterionFacts.Terms()
                    terms.population = row[1]
                    terms.measure = row[2]
                    terms.rhythm = FigureRhythm(rawValue: row[3])
                    terms.periods = Int(row[4]) ?? 3
                    terms.better = Better(rawValue: row[5]) ?? .higher
                    try SetTerms.set(
                        terms, before: CriterionFacts.Terms(), of: try scene.criterion(row[0]),
                        in: scene.plan, try scene.officer("Ruth"), scene.connection, at: scene.now)
                }
            }
        ]
    }

    private static func giving() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(baselines, cells: 6).flatMap { row in
            let form = GiveBaseline.Form(
                try figure(row[2]), on: try ExampleRunning.day(row[3]), source: row[4])
            return try [
                ExampleRunning.Deed(row[1]) { scene in
                    try GiveBaseline.give(
                        form, try scene.question(row[0], as: "Daniel"), scene.connection, at: scene.now)
                },
                agreeing(row[5], row[0]) { $0.baselines.last.map { .baseline($0) } },
            ]
        }
    }

    private static func aiming() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(targets, cells: 5).flatMap { row in
            let by = try ExampleRunning.day(row[3])
            let form = ProposeTarget.Form(by: by, Amount(row[2]))
            return try [
                ExampleRunning.Deed(row[1]) { scene in
                    try ProposeTarget.propose(
                        form, try scene.question(row[0], as: "Ruth"), scene.connection, at: scene.now)
                },
                agreeing(row[4], row[0]) { facts in
                    facts.targets.last { $0.byDay == by }.map { .target($0) }
                },
            ]
        }
    }

    /// The chair records what the board agreed that day.
    private static func agreeing(
        _ when: String, _ reference: String,
        _ subject: @escaping (CriterionFacts) -> AgreeFigure.Subject?
    ) throws -> ExampleRunning.Deed {
        try ExampleRunning.Deed(when) { scene in
            let question = try scene.question(reference, as: "Denise")
            let facts = try CriteriaSQL.facts(
                scene.connection, scene.authority, scene.plan, .one(try scene.criterion(reference)))
            let found = facts.values.first.flatMap(subject)
            try AgreeFigure.record(
                AgreeFigure.Form(agreed: true, by: ExampleBeginning.board, on: scene.today),
                of: try scene.found(found, reference), question, scene.connection, at: scene.now)
        }
    }

    private static func counting() throws -> [ExampleRunning.Deed] {
        var entries: [(when: String, reference: String, form: EnterValue.Form)] = []
        for (index, row) in try ExampleRunning.rows(monthly, cells: 3).enumerated() {
            let figures = row[2].split(separator: ",", omittingEmptySubsequences: false)
            for ((end, day), text) in zip(months, figures) where text.contains("of") {
                let form = EnterValue.Form(
                    .measure, try figure(String(text)), at: try ExampleRunning.day(end), source: row[1])
                entries.append(("\(day) 11:\(10 + index)", row[0], form))
            }
        }
        for row in try ExampleRunning.rows(rounds, cells: 6) {
            let form = EnterValue.Form(
                CriterionFacts.Value.Kind(rawValue: row[2]) ?? .measure, try figure(row[3]),
                at: try ExampleRunning.day(row[4]), source: row[5])
            entries.append((row[0], row[1], form))
        }
        return try entries.map { entry in
            try ExampleRunning.Deed(entry.when) { scene in
                try EnterValue.enter(
                    entry.form, try scene.question(entry.reference, as: "Daniel"), scene.connection,
                    at: scene.now)
            }
        }
    }

    private static func claiming() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(claims, cells: 5).map { row in
            let form = ClaimCriterion.Form(isMet: true, day: try ExampleRunning.day(row[3]), words: row[4])
            return try ExampleRunning.Deed(row[0]) { scene in
                try ClaimCriterion.say(
                    form, try scene.question(row[1], as: row[2]), scene.connection, at: scene.now)
            }
        }
    }

    /// `243 of 412`.
    private static func figure(_ text: String) throws -> Figure {
        let counts = text.split(separator: " ").compactMap { Int($0) }
        guard counts.count == 2 else { throw ExampleRunning.Unusable(text: text) }
        return .share(counts[0], of: counts[1])
    }
}

extension ExampleScene {
    /// The criterion of that action, before somebody who does something to it.
    fileprivate func question(_ reference: String, as name: String) throws -> CriterionInQuestion {
        let doer = try Doer.of(try officer(name), connection, on: today)
        return try found(
            try CriterionInQuestion.read(connection, plan, try criterion(reference), doer), reference)
    }
}
