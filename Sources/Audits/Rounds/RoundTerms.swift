package import Kernel
import Statistics

/// What a keeper sets for a round before its frame is locked.
package struct RoundTerms: Hashable, Sendable {
    package var series: String
    package var title: String
    package var question: String
    package var node: ID<Node>
    package var tool: ID<AuditTool>
    package var toolVersion: Int
    package var kind: Round.Kind
    package var size: Round.Size
    package var stratum: Round.Stratum?
    package var first: Relation
    package var dueOn: Day
    package var verification: Round.Verification?
    package var safetyDueOn: Day?
    package var passShare: Int
    package var mostEach: Int?
    package var restMonths: Int?

    package init(
        series: String, title: String, question: String, node: ID<Node>, tool: ID<AuditTool>,
        toolVersion: Int, kind: Round.Kind = .census, size: Round.Size = .all, stratum: Round.Stratum? = nil,
        first: Relation = .own, dueOn: Day, verification: Round.Verification? = nil,
        safetyDueOn: Day? = nil, passShare: Int = 80, mostEach: Int? = nil, restMonths: Int? = nil
    ) {
        self.series = series
        self.title = title
        self.question = question
        self.node = node
        self.tool = tool
        self.toolVersion = toolVersion
        self.kind = kind
        self.size = size
        self.stratum = stratum
        self.first = first
        self.dueOn = dueOn
        self.verification = verification
        self.safetyDueOn = safetyDueOn
        self.passShare = passShare
        self.mostEach = mostEach
        self.restMonths = restMonths
    }

    package init(_ round: Round) {
        self.init(
            series: round.series, title: round.title, question: round.question, node: round.node,
            tool: round.tool, toolVersion: round.toolVersion, kind: round.kind, size: round.size,
            stratum: round.stratum, first: round.first, dueOn: round.dueOn,
            verification: round.verification, safetyDueOn: round.safetyDueOn, passShare: round.passShare,
            mostEach: round.mostEach, restMonths: round.restMonths)
    }
}

extension Round.Size {
    /// Cases of a frame of `population`; nil for an empty frame, and for more than it holds.
    package func count(of population: Int) -> Int? {
        let count: Int? =
            switch self {
            case .all: population
            case .number(let number): number
            case .percent(let tenths): SampleSize.percentage(thousandths: tenths * 100).count(of: population)
            case .margin(let tenths):
                SampleSize.margin(points: Double(tenths) / 10).count(of: population)
            }
        guard let count, (1...max(1, population)).contains(count), population > 0 else { return nil }
        return count
    }

    /// `all of them`, `108`, `20%`, `a margin of 5 points`.
    package var words: String {
        switch self {
        case .all: "all of them"
        case .number(let number): "\(number)"
        case .percent(let tenths): "\(Round.Size.tenths(tenths))%"
        case .margin(let tenths): "a margin of \(Round.Size.tenths(tenths)) points"
        }
    }

    /// `20`, `12.5`.
    static func tenths(_ value: Int) -> String {
        value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)"
    }
}

extension Round.Kind {
    package var words: String {
        switch self {
        case .census: "every case"
        case .simple: "simple random sample"
        case .stratified: "stratified random sample"
        case .purposive: "chosen on purpose"
        case .perPerson: "so many for each person"
        case .perEvent: "so many for each event"
        }
    }
}

extension Round.Stratum {
    package var words: String {
        switch self {
        case .team: "team"
        case .area: "area"
        case .group: "category or group"
        }
    }
}

extension Relation {
    /// Who reads: "the holder".
    package var reader: String {
        switch self {
        case .own: "whoever holds the case"
        case .line: "the holder’s supervisor"
        case .independent: "somebody independent"
        }
    }
}
