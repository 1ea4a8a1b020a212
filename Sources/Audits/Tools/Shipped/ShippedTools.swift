/// The tools that come with Plumbline, in our own words: an authority takes one into use and may then change it.
package enum ShippedTools {
    package struct Entry: Sendable {
        /// Its name for ever, as `audit_tool.shipped` holds it: "casework".
        package let key: String
        package let tool: Tool
        /// What it follows, for those who want to read on.
        package let source: String
    }

    package static let all = [
        Entry(
            key: "casework", tool: casework,
            source: "The twelve quality standards of the self-evaluation in the progress report of 2004"),
        Entry(
            key: "supervision", tool: supervision,
            source: "The checks of supervision records in the progress report of 2004 and the plan of 2011"),
        Entry(
            key: "strategy-discussion", tool: strategyDiscussion,
            source: "The minimum standard of recording in the improvement plan of 2011, area 5"),
        Entry(
            key: "conference-minutes", tool: conferenceMinutes,
            source: "What inspections ask of the minutes of child protection conferences"),
        Entry(key: "plan-quality", tool: planQuality, source: "The five tests of a plan’s actions (SMART)"),
        Entry(key: "closure", tool: closure, source: "What is asked before a case is closed"),
        Entry(
            key: "record-accuracy", tool: recordAccuracy,
            source: "A system entry held against the truth, field by field"),
        Entry(key: "venue", tool: venue, source: "What families are met with where they are met"),
        Entry(key: "thematic", tool: thematic, source: "One issue over many files, to be filled"),
    ]

    package static func entry(_ key: String) -> Entry? { all.first { $0.key == key } }
}

extension Tool.Question {
    /// A question of the scale met, partly met, not met, with what each looks like on a file.
    static func met(
        _ key: String, _ text: String, met: String, partly: String, not: String
    ) -> Tool.Question {
        Tool.Question(
            key: key, text: text, kind: .grade("met"),
            guidance: ["met": met, "partly": partly, "not": not])
    }

    /// The overall grade, on the four points of Ofsted's judgements.
    static func overall(
        _ text: String, outstanding: String, good: String, requiresImprovement: String, inadequate: String
    ) -> Tool.Question {
        Tool.Question(
            key: "overall", text: text, kind: .grade("ofsted"),
            guidance: ["1": outstanding, "2": good, "3": requiresImprovement, "4": inadequate])
    }

    static func yesNo(
        _ key: String, _ text: String, good: Bool = true, yes: String = "", no: String = ""
    ) -> Tool.Question {
        var guidance: [String: String] = [:]
        if !yes.isEmpty { guidance["yes"] = yes }
        if !no.isEmpty { guidance["no"] = no }
        return Tool.Question(key: key, text: text, kind: .yesNo(good: good), guidance: guidance)
    }

    static func count(_ key: String, _ text: String, of what: String) -> Tool.Question {
        Tool.Question(key: key, text: text, kind: .count(of: what))
    }

    static let strengths = Tool.Question(
        key: "strengths", text: "What made a difference to this child? Name no one", kind: .text,
        isRequired: false)

    static let feedback = Tool.Question(
        key: "feedback", text: "Did the child or a parent tell the auditor what they think of the help?",
        kind: .choice(["Yes", "Asked and declined", "Not asked"]), isRequired: false)
}
