import Documents
import Kernel
import PlanFormat

/// How often, how much and by whom something is monitored.
struct MonitoringReading: Hashable, Sendable {
    var frequency: Plan.Frequency?
    var samplePercent: Double?
    var quota: Plan.Monitoring.Quota?
    var by: [String] = []
    /// The text without a trailing "– *Head of Service*"; empty when the text is only who monitors.
    var rest: Text
    /// What could not be settled ("bi-monthly"), in a sentence for a person.
    var unsettled: String?
}

enum MonitoringPhrase {
    /// Reads an entry of a monitoring column. Wholly italic text is who monitors.
    static func read(_ text: Text) -> MonitoringReading {
        var reading = MonitoringReading(rest: text)
        let (rest, by) = MonitoredBy.split(text)
        reading.rest = rest
        reading.by = by.flatMap { LeadPhrase.split($0) }
        let words = Words(rest.string)
        if reading.by.isEmpty { reading.by = MonitoredBy.named(in: words) }
        amount(words, into: &reading)
        return reading
    }

    /// Monitoring that an action, criterion or sentence states in passing; nil where it states none.
    ///
    /// Its text is the sentence that states it. `unsettled` is what the caller has to put before a person.
    static func find(
        inText text: Text, label: String? = nil, place: Place? = nil, unsettled: inout String?
    ) -> Plan.Monitoring? {
        for sentence in Sentences.split(text.string) {
            let words = Words(sentence)
            guard words.tokens.contains(where: { $0.isWord(in: watching) }) else { continue }
            var reading = MonitoringReading(rest: Text(sentence))
            amount(words, into: &reading)
            guard
                reading.frequency != nil || reading.samplePercent != nil || reading.quota != nil
                    || reading.unsettled != nil
            else { continue }
            var found = Plan.Monitoring(label: label, text: sentence.folded, place: place)
            (found.frequency, found.samplePercent, found.quota) =
                (reading.frequency, reading.samplePercent, reading.quota)
            found.by = MonitoredBy.named(in: words)
            unsettled = reading.unsettled
            return found
        }
        return nil
    }

    static func find(inText text: Text, label: String? = nil, place: Place? = nil) -> Plan.Monitoring? {
        var unsettled: String?
        return find(inText: text, label: label, place: place, unsettled: &unsettled)
    }

    /// Words without which a rhythm is only a rhythm: "meets weekly", "plans are updated every six months".
    private static let watching: Set<String> = [
        "audit", "audits", "audited", "auditing", "sample", "samples", "sampled", "sampling", "dip",
        "monitor",
        "monitors", "monitored", "monitoring", "check", "checks", "checked", "report", "reports", "reported",
        "reporting", "return", "returns", "statistics", "statistical", "data", "survey", "surveys",
        "oversight",
        "scrutiny", "scrutinise", "information", "dashboard", "scorecard", "observation", "observations",
        "review", "reviews", "moderation", "tracker", "tracking", "questionnaire", "feedback",
    ]

    private static func amount(_ words: Words, into reading: inout MonitoringReading) {
        switch FrequencyPhrase.find(in: words.flat) {
        case .frequency(let frequency): reading.frequency = frequency
        case .ambiguous(let printed):
            reading.unsettled =
                "“\(printed)” may mean twice as often or half as often; no frequency was taken from it."
        case .other(let printed):
            reading.unsettled = "“\(printed)” is a rhythm that has no word in the plan format."
        case nil: break
        }
        reading.samplePercent = SamplePhrase.percent(words)
        reading.quota = SamplePhrase.quota(words)
    }
}
