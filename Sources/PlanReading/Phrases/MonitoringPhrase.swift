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
    /// Reads an entry of a monitoring column.
    static func read(_ text: Text) -> MonitoringReading { MonitoringReading(rest: text) }

    /// Monitoring that an action, criterion or sentence states in passing; nil where it states none.
    static func find(inText text: Text, label: String? = nil, place: Place? = nil) -> Plan.Monitoring? { nil }
}
