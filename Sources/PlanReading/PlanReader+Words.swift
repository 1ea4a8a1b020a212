package import PlanFormat

extension PlanReader {
    /// A timescale as somebody typed it, read by the same rules as a document's.
    package static func timescale(_ text: String, baseYear: Int?) -> Plan.Timescale {
        var years = YearContext()
        years.baseYear = baseYear
        return TimescalePhrase.read(text, years: years).timescale
    }

    /// Leads as somebody typed them: one entry a person or post.
    package static func leads(_ text: String) -> [String] {
        LeadPhrase.split(text)
    }
}
