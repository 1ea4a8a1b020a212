import Glibc
import Testing

@testable import ReturnFormats

struct RecognitionTests {
    /// `RECOGNITION_SEEDS=5 swift test --filter RecognitionTests` prints the figures by column.
    @Test func `of spellings not learned most are recognised, and hardly any wrongly`() throws {

        let seeds = UInt64(Self.setting("RECOGNITION_SEEDS") ?? "") ?? 1
        let share = Double(Self.setting("RECOGNITION_SHARE") ?? "") ?? 0.2
        var columns: [String: RecognitionMeasure.Figure] = [:]
        var all = RecognitionMeasure.Figure()
        for seed in 1...seeds {
            for (column, figure) in RecognitionMeasure.holdOut(share, seed: seed) {
                columns[column.name, default: RecognitionMeasure.Figure()].add(figure)
                all.add(figure)
            }
        }
        if Self.setting("RECOGNITION_SEEDS") != nil {
            for (name, figure) in columns.sorted(by: { $0.key < $1.key }) + [("All", all)] {
                let asked = Double(figure.asked)
                print(
                    "\(name.prefix(50)): \(figure.asked), recognised \(Double(figure.recognised) / asked), "
                        + "wrong \(Double(figure.wrong) / asked)")
            }
            for line in all.wrongOnes { print(line) }
        }
        #expect(Double(all.recognised) / Double(all.asked) > 0.7)
        #expect(Double(all.wrong) / Double(all.asked) < 0.01)
    }

    @Test func `every learned spelling is recognised as what it was learned for`() {
        for column in ValueColumn.all {
            let recogniser = ValueRecogniser(column)
            for (spelling, group) in ValueKnowledge.learned(column) {
                #expect(recogniser.recognise(spelling).group ?? "?" == group, "\(column.name): \(spelling)")
            }
        }
    }

    @Test(arguments: [
        ("Ethnicity", "a) WBRI", "a) White", "WBRI"),
        ("Ethnicity", " white\u{A0} british ", "a) White", "WBRI"),
        ("Ethnicity", "“White – British”", "a) White", "WBRI"),
        ("Ethnicity", "s) NOBT", "f) Not stated", "NOBT"),
        ("Ethnicity", "BSLN", "d) Black or black British", "BAFR"),
        ("Ethnicity", "White & Pakistani", "b) Mixed", nil), ("Gender", "Female", "b) Female", "Female"),
        ("Gender", "f", "b) Female", "Female"),
        ("Contact Source", "p1) 5D: LA services", "f) LA services", "5D"),
        ("Contact Source", "3B", "d) Health services", "3B"),
        ("Primary Need Code", "N3 - parental illness", "c) Parents illness or disability", "N3"),
        (
            "Reason for Closure", "Case closed after assessment, no further action",
            "h) Child not in need after assessment", "RC8"
        ),
        ("Reason for Closure", "RC9", "h) Child not in need after assessment", "RC9"),
        (
            "Placement Type", "Foster placement with relative or friend - long term fostering",
            "a) Foster placement",
            "U1"
        ),
        ("Placement Type", "T4", "o) Temporary placement", "T4"),
        (
            "Reason Ceased to be Looked After", "E4A", "d) Returned home to live with parents or relatives",
            "E4A"
        ),
        ("Latest Category of Abuse", "NYNY", "e) Multiple", "Multiple/not recommended"),
        ("Latest Category of Abuse", "Emotional Abuse; Neglect", "e) Multiple", "Multiple/not recommended"),
        (
            "Activity Status", "G6", "G6: Not in education, employment or training - pregnancy or parenting",
            "G6"
        ),
        ("Activity Status", "F1: Full time in higher education", "F1: Full time in higher education", "F1"),
        ("Was the Child Seen Alone?", "a) Yes", "True", "Yes"),
        ("Was the Child Seen Alone?", "Child not seen alone", "False", "No"),
        ("Referral NFA?", "b) No", "False", "No"), ("LA in Touch", "a) Yes", "a) In touch", "Yes"),
        ("LA in Touch", "e) NREQ", "b) Not in touch", "NREQ"),
        ("Suitability of Accommodation", "Unsuitabel", "b) Not suitable", "Unsuitable"),
        ("Placement Location", "b) Out", "b) Out", "Out"),
    ])
    func `a value is taken for its group, and for its code where that can be told`(
        name: String, value: String, group: String, code: String?
    ) throws {
        let column = try #require(ValueColumn.named(name))
        let said = ValueRecogniser(column).recognise(value)
        #expect(said.group == group)
        #expect(said.code.map { column.set.codes[Int($0)].name } == code)
    }

    @Test func `every code of the template is recognised, bare and as the template writes it`() {
        for column in ValueColumn.all {
            let recogniser = ValueRecogniser(column)
            for (place, code) in column.set.codes.enumerated() {
                for value in [code.name, code.written, code.written.uppercased()] {
                    #expect(recogniser.recognise(value).code == Int16(place), "\(column.name): \(value)")
                }
            }
        }
    }

    /// Short breaks, supported accommodation and errors of the source have a code, and no group that is reported.
    @Test func `a code of the template that falls into no group is still the code`() throws {
        for (name, value, code) in [
            ("Child's Legal Status", "V3", "V3"),
            ("Child's Legal Status", "V4: Short term breaks, agreements recorded", "V4"),
            ("Placement Type", "K3", "K3"),
            ("Placement Type", "K3 - Supported accommodation (registered)", "K3"),
            ("Placement Type", "Supported accommodation [K3]", "K3"),
            ("Reason Ceased to be Looked After", "X1", "X1"),
        ] {
            let column = try #require(ValueColumn.named(name))
            let said = ValueRecogniser(column).recognise(value)
            #expect(said.group == nil)
            #expect(said.code.map { column.set.codes[Int($0)].name } == code, "\(value)")
        }
    }

    @Test(arguments: [
        ("Primary Need Code", ["N11", "RC1", "U4", "x", "N1; N2; N7", "Harbour team", "17"]),
        ("Reason for Closure", ["RC10", "RC11", "N1", "U4", "WBRI", "E8"]),
        ("Placement Type", ["U44", "R4 - Youth club", "N1", "WBRI", "RC8", "Toast", "31/03/2026"]),
        (
            "Ethnicity",
            ["N1", "U4", "Martian", "Yes", "#N/A", "zebra crossing", "31/03/2026", "Harbour team"]
        ),
        ("Contact Source", ["WBRI", "U4", "RC8", "zebra crossing", "11", "Prison Service"]),
        ("Was the Child Seen Alone?", ["Non", "in", "out", "Suitable", "2", "Yes and no", "Nope"]),
        ("Placement Location", ["Yes and no", "No", "Outing", "Inn", "Suitable"]),
        ("Gender", ["Mole", "Femme", "Yes", "Indeterminate", "Transgender Male"]),
        ("Suitability of Accommodation", ["Suited", "Un", "Yes and no", "unstable"]),
        ("Eligibility Category", ["Irrelevant", "Ineligible", "Disqualifying"]),
        ("Latest Category of Abuse", ["NNNN", "Not neglect", "Verbal", "Neglect of duty"]),
        ("LA in Touch", ["In", "Out of touch lately", "Touch"]),
    ])
    func `what it cannot know it leaves: other codes, near opposites, words of other columns`(
        name: String, values: [String]
    ) throws {
        let recogniser = ValueRecogniser(try #require(ValueColumn.named(name)))
        for value in values { #expect(recogniser.recognise(value).group == nil, "\(value)") }
    }

    @Test func `an authority's own mapping goes before everything else`() throws {
        let column = try #require(ValueColumn.named("referral source"))
        let recogniser = ValueRecogniser(
            column, mapping: ["Police": "i) Other", "MASH desk": "5D", "Nobody": "no such code"])
        #expect(recogniser.recognise("Police").group == "i) Other")
        #expect(recogniser.recognise("MASH desk").group == "f) LA services")
        #expect(recogniser.recognise("MASH desk").code == column.set.place(of: "5D"))
        #expect(recogniser.recognise("Nobody").group == nil)
        #expect(recogniser.recognise("police").group == "g) Police")
    }

    @Test func `a column is found by its header, the template's or the tools', and by what files call it`() {
        #expect(ValueColumn.named("CASE STATUS")?.field == .caseStatus)
        #expect(ValueColumn.named("la in touch")?.field == .inTouch)
        #expect(ValueColumn.named("Child’s Legal Status")?.field == .legalStatus)
        #expect(ValueColumn.named("UASC")?.field == .unaccompanied)
        #expect(ValueColumn.named("Date of Birth") == nil)
    }

    private static func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
