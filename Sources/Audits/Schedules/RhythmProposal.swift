import Kernel
import PlanReading
import Storage

/// What the words of a plan ask for in a rhythm, and nobody has settled yet.
struct RhythmProposal: Sendable {
    /// The sentence, its place and its key: the part of the plan, and which rhythm of that part it is.
    let words: AuditSources.PlanWords
    let reading: RhythmWords
}

extension RhythmProposal {
    /// Every proposal of the plans that the officer reads, plan by plan in the order of the plan.
    static func read(
        _ connection: Connection, _ officer: Officer, _ sources: AuditSources, on today: Day
    ) throws -> [RhythmProposal] {
        let settled = Set(
            try connection.rows(
                "SELECT plan, source FROM rhythm WHERE authority = $1 AND source IS NOT NULL",
                [.id(officer.authority)]
            ) { "\(try $0.integer(0)) \(try $0.text(1))" })
        return all(try sources.planWords(connection, officer, today)).filter {
            !settled.contains("\($0.words.plan.rawValue) \($0.words.source)")
        }
    }

    /// The same sentence in one plan's action and in its monitoring is one proposal: the first place has it.
    static func all(_ parts: [AuditSources.PlanWords]) -> [RhythmProposal] {
        var found: [RhythmProposal] = []
        var seen: Set<String> = []
        for part in parts {
            let place: RhythmWords.Place = part.source.hasPrefix("monitoring.") ? .monitoring : .elsewhere
            let readings = RhythmWords.read(part.words, in: place, by: part.by.isEmpty ? [] : [part.by])
            for (index, reading) in readings.enumerated() {
                guard seen.insert("\(part.plan) \(part.area) \(NameKey.fold(reading.words))").inserted else {
                    continue
                }
                var words = part
                words.source = "\(part.source).\(index)"
                words.words = reading.words
                found.append(RhythmProposal(words: words, reading: reading))
            }
        }
        return found
    }

    /// What a person has to settle, each in a sentence.
    var questions: [String] {
        reading.asks.map { ask in
            switch ask {
            case .amount: "It does not say how many are looked at."
            case .interval: "It does not say how often."
            case .meaning(let words): "“\(words)” means one thing to some people and another to others."
            case .tooOften:
                "It says daily. A rhythm here is weekly at most: choose how often somebody answers for it."
            case .doer: "It does not say who does it."
            }
        }
    }
}
