import Documents
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

/// Plans of invented councils, each in a layout of its own, with what a careful person finds in them.
struct LayoutTests {
    private func expect(
        _ document: Document, _ sketch: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = PlanSketch.of(PlanReader.read(document).plan)
        #expect(found == sketch, "\n\(found)\n", sourceLocation: sourceLocation)
    }

    @Test func `a workbook with title rows, sections across the sheet, true dates and a key of colours`() {
        let document = SampleDocument.make(
            [
                .table([
                    [.init("Ashmere County Council – Children’s Improvement Plan", columns: 7)],
                    [.init("Updated 3 March 2026", columns: 7)],
                    ["Ref", "Action", "Owner", "Start", "End", "Status", "Comments"],
                    [.init("Priority 1: Help at the right time", columns: 7)],
                    [
                        "1.1", "Agree thresholds with partners", "Head of Access",
                        .init("01/04/2026", day: Day(year: 2026, month: 4, day: 1)),
                        .init("30/06/2026", day: Day(year: 2026, month: 6, day: 30)), "In progress",
                        "Two drafts so far",
                    ],
                    [
                        "1.2", "Train the front door in thresholds", "Priya Lund",
                        .init("01/07/2026", day: Day(year: 2026, month: 7, day: 1)),
                        .init("30/09/2026", day: Day(year: 2026, month: 9, day: 30)), "Not started", "",
                    ],
                    [.init("Priority 2: Good plans", columns: 7)],
                    [
                        "2.1", "Rewrite the plan template", "Tom Ebanks", "",
                        .init("31/05/2026", day: Day(year: 2026, month: 5, day: 31)), "Complete",
                        "Issued 9 February",
                    ],
                ])
            ], format: .xlsx)
        expect(
            document,
            """
            area 1 “Help at the right time”
              action 1.1 “Agree thresholds with partners” lead Head of Access when range 2026-04-01 to 2026-06-30 status ongoing
              action 1.2 “Train the front door in thresholds” lead Priya Lund when range 2026-07-01 to 2026-09-30 status notStarted
            area 2 “Good plans”
              action 2.1 “Rewrite the plan template” lead Tom Ebanks when by 2026-05-31 status complete
            """)
        let findings = PlanReader.read(document).plan.findings.map(\.message)
        #expect(findings.contains { $0.contains("Comments") && $0.contains("2 cells") })
    }

    @Test func `areas merged down, one row an action`() {
        expect(
            SampleDocument.make([
                .heading(1, "Improvement plan 2025"),
                .table([
                    [
                        "Area for improvement", "What will we do?", "Who?", "By when?",
                        "What difference will it make?",
                    ],
                    [
                        .init("1. Visits to children are late", rows: 2),
                        "Publish a weekly list of visits that are due",
                        "Ines Okoro", "March 2025", "Children are seen on time",
                    ],
                    [
                        "Give each team a duty visitor", "Ines Okoro / Sam Pryce", "End May 2025",
                        "No visit is missed for leave",
                    ],
                    [
                        "2. Supervision is patchy", "Set a calendar of supervision", "All team managers",
                        "Immediate",
                        "Staff say that they are supported",
                    ],
                ]),
            ]),
            """
            area 1 “Visits to children are late”
              action - “Publish a weekly list of visits that are due” lead Ines Okoro when by 2025-03
              action - “Give each team a duty visitor” lead Ines Okoro; Sam Pryce when by 2025-05
              impact - “Children are seen on time”
              impact - “No visit is missed for leave”
            area 2 “Supervision is patchy”
              action 2 “Set a calendar of supervision” lead All team managers when immediate
              impact 2 “Staff say that they are supported”
            """)
    }

    @Test func `cards with names down the left, one a recommendation`() {
        func card(
            _ number: Int, _ need: String, _ actions: String, _ lead: String, _ when: String,
            _ success: String
        )
            -> SampleDocument.Part
        {
            .table([
                [.init("Recommendation \(number)"), .init(need)], ["Actions", .init(actions)],
                ["Responsible officer", .init(lead)], ["Timescale", .init(when)],
                ["How will we know?", .init(success)],
            ])
        }
        expect(
            SampleDocument.make([
                .line("Response to the inspection of Ferrowdale"),
                card(
                    1, "The council should see that assessments are finished on time.",
                    "a) Set up a tracker\nb) Review late assessments each week", "Head of Assessment",
                    "a) May 2026\nb) Ongoing",
                    "Nine in ten are finished on time"),
                card(
                    2, "The council should hear from children.", "Start a children’s panel", "Joy Amadi",
                    "By 1 September 2026",
                    "The panel meets\nIts advice is used"),
            ]),
            """
            area 1 “The council should see that assessments are finished on time.”
              action 1(a) (a) “Set up a tracker” lead Head of Assessment when by 2026-05
              action 1(b) (b) “Review late assessments each week” lead Head of Assessment when ongoing
              success - “Nine in ten are finished on time”
              monitored “Review late assessments each week” weekly
            area 2 “The council should hear from children.”
              action 2 “Start a children’s panel” lead Joy Amadi when by 2026-09-01
              success 2 “The panel meets”
              success 2 “Its advice is used”
            """)
    }

    @Test func `a header over two rows, with a start and a finish`() {
        expect(
            SampleDocument.make([
                .table([
                    [
                        .init("Ref", rows: 2), .init("Objective", rows: 2), .init("Action required", rows: 2),
                        .init("Timescale", columns: 2), .init("Lead", rows: 2),
                        .init("Success measure", rows: 2),
                    ],
                    ["Start", "Finish"],
                    [
                        "A1", "Safer handovers", "Write a handover protocol", "Jan 2026", "Mar 2026",
                        "Service Manager",
                        "Every transfer has a handover note",
                    ],
                    [
                        "A2", "Fewer moves", "Review sufficiency", "Feb 2026", "", "Commissioning Lead",
                        "Fewer than 5 % move twice",
                    ],
                ])
            ]),
            """
            area A1 “Safer handovers”
              action A1 “Write a handover protocol” lead Service Manager when range 2026-01 to 2026-03
              success A1 “Every transfer has a handover note”
            area A2 “Fewer moves”
              action A2 “Review sufficiency” lead Commissioning Lead when onwards 2026-02
              success A2 “Fewer than 5 % move twice”
            """)
    }

    @Test func `a heading for each priority with a table of actions under it`() {
        expect(
            SampleDocument.make([
                .heading(1, "Northmoor improvement plan"),
                .heading(2, "Leadership"),
                .heading(3, "Priority 1: Leaders know what practice is like"),
                .line("Lead: Director of Children’s Services"),
                .line("Outcome: Leaders act on what they see."),
                .table([
                    ["#", "Action", "Due", "RAG"],
                    ["1", "Leaders observe practice each month", "30 April 2026", "Green"],
                    ["2", "Publish what was learned", "30 June 2026", "Amber"],
                ]),
                .heading(2, "Practice"),
                .heading(3, "Priority 2: Plans that families understand"),
                .table([
                    ["#", "Action", "Due", "RAG"],
                    ["3", "Write plans in plain words", "31 July 2026", "Red"],
                ]),
                .line("Key: Green – completed; Amber – in progress; Red – not started"),
            ]),
            """
            area 1 “Leaders know what practice is like” in “Leadership”
              action 1 “Leaders observe practice each month” lead Director of Children’s Services when by 2026-04-30 status complete
              action 2 “Publish what was learned” lead Director of Children’s Services when by 2026-06-30 status ongoing
              outcome - “Leaders act on what they see.”
            area 2 “Plans that families understand” in “Practice”
              action 3 “Write plans in plain words” when by 2026-07-31 status notStarted
            """)
    }

    @Test func `headings and lists, without a table`() {
        expect(
            SampleDocument.make([
                .heading(1, "Action plan"), .line("This plan answers the visit of May 2025."),
                .heading(2, "Recommendation 1: Strengthen the edge of care offer"),
                .line("Action: Recruit two family workers"), .line("Lead: Mo Tranter"),
                .line("By when: September 2025"),
                .line("Action: Open a helpline for parents"), .line("Lead: Head of Early Help"),
                .line("By when: January 2026"),
                .line("How we will know:"), .bullet("Fewer children come into care in a crisis"),
                .bullet("Parents say that they were helped"),
                .heading(2, "Recommendation 2: Improve life story work"),
                .line("Action: Train all workers in life story work"), .line("Lead: Workforce Lead"),
                .line("By when: Q4 2025/26"),
            ]),
            """
            area 1 “Strengthen the edge of care offer”
              action - “Recruit two family workers” lead Mo Tranter when by 2025-09
              action - “Open a helpline for parents” lead Head of Early Help when by 2026-01
              success - “Fewer children come into care in a crisis”
              success - “Parents say that they were helped”
            area 2 “Improve life story work”
              action 2 “Train all workers in life story work” lead Workforce Lead when by 2026-03
            """)
    }

    @Test func `numbers of three levels in one column`() {
        expect(
            SampleDocument.make([
                .table([
                    ["No.", "Objective / Action", "Lead officer", "Deadline", "Evidence"],
                    ["1", "**Early help**", "", "", ""],
                    ["1.1", "**Families are helped early**", "", "", ""],
                    ["1.1.1", "Map what is on offer", "Al Reeve", "1 May 2026", "Map"],
                    ["1.1.2", "Publish the directory", "Al Reeve", "1 June 2026", "Directory online"],
                    ["1.2", "**Partners refer well**", "", "", ""],
                    ["1.2.1", "Run a launch for schools", "Bea Stow", "12 June 2026", "Register"],
                ])
            ]),
            """
            area 1.1 “Families are helped early” in “1 Early help”
              action 1.1.1 “Map what is on offer” lead Al Reeve when by 2026-05-01
              action 1.1.2 “Publish the directory” lead Al Reeve when by 2026-06-01
              evidence “Map”
              evidence “Directory online”
            area 1.2 “Partners refer well” in “1 Early help”
              action 1.2.1 “Run a launch for schools” lead Bea Stow when by 2026-06-12
              evidence “Register”
            """)
    }

    @Test func `a recommendation said again on each row, with a theme before it`() {
        expect(
            SampleDocument.make([
                .table([
                    [
                        "Theme", "Ofsted recommendation", "Ref", "Key actions", "Accountable",
                        "Completion date", "Measure", "Progress update",
                    ],
                    [
                        "Care leavers", "Pathway plans need to be better", "CL1", "Rewrite the template",
                        "Head of Care", "May 25", "All plans on the new form", "Done in part",
                    ],
                    [
                        "Care leavers", "Pathway plans need to be better", "CL2", "Train advisers",
                        "Head of Care", "June 25", "All trained", "",
                    ],
                    [
                        "Fostering", "Too few carers", "F1", "Run a campaign", "Recruitment Officer",
                        "Sept 25", "Ten more carers", "",
                    ],
                ])
            ]),
            """
            area - “Pathway plans need to be better” in “Care leavers”
              action CL1 “Rewrite the template” lead Head of Care when by 2025-05
              action CL2 “Train advisers” lead Head of Care when by 2025-06
              success CL1 “All plans on the new form”
              success CL2 “All trained”
            area - “Too few carers” in “Fostering”
              action F1 “Run a campaign” lead Recruitment Officer when by 2025-09
              success F1 “Ten more carers”
            """)
    }

    @Test func `milestones beside actions, and leads and dates named inside the cell`() {
        expect(
            SampleDocument.make([
                .table([
                    ["Priority", "Action", "Milestones", "Impact"],
                    [
                        "1 Placement choice", "Hold a market day\nLead: Dee Farr\nBy when: 4 May 2026",
                        "- Venue booked\n- Providers invited", "Children live nearer home",
                    ],
                    [
                        "2 Health checks",
                        "Share a list of due checks with the hospital\nLead: Designated Nurse\nBy when: monthly from June 2026",
                        "- First list sent", "Children’s health is known",
                    ],
                ])
            ]),
            """
            area 1 “Placement choice”
              action 1 “Hold a market day” lead Dee Farr when by 2026-05-04
              progress 1 “Venue booked”
              progress 1 “Providers invited”
              impact 1 “Children live nearer home”
            area 2 “Health checks”
              action 2 “Share a list of due checks with the hospital” lead Designated Nurse when onwards 2026-06
              progress 2 “First list sent”
              impact 2 “Children’s health is known”
            """)
    }

    @Test func `a table without a header`() {
        expect(
            SampleDocument.make([
                .bold("Actions agreed on 4 March 2026"),
                .table([
                    ["1", "Write to all schools about the new referral form", "Kit Vane", "18 March 2026"],
                    ["2", "Check that every school has a named contact", "Education Lead", "1 April 2026"],
                    ["3", "Report back to the board on how many use the form", "Kit Vane", "20 May 2026"],
                ]),
            ]),
            """
            area - “Actions agreed on 4 March 2026”
              action 1 “Write to all schools about the new referral form” lead Kit Vane when by 2026-03-18
              action 2 “Check that every school has a named contact” lead Education Lead when by 2026-04-01
              action 3 “Report back to the board on how many use the form” lead Kit Vane when by 2026-05-20
            """)
    }

    @Test func `one small table for each objective: title, fields, then a grid of actions`() {
        func block(_ title: String, _ lead: String, _ rows: [[SampleDocument.Cell]]) -> SampleDocument.Part {
            .table(
                [
                    [.init(title, columns: 4)], [.init("Strategic lead: \(lead)", columns: 4)],
                    ["Action", "Owner", "Target date", "KPI"],
                ] + rows)
        }
        expect(
            SampleDocument.make([
                block(
                    "Objective 1 – Children’s voices shape plans", "Assistant Director",
                    [
                        ["Buy a voice app", "Digital Lead", "Feb 2026", "Used in 80 % of reviews"],
                        ["Ask children what helps", "", "Mar 2026", ""],
                    ]),
                block(
                    "Objective 2 – Stable teams", "Director",
                    [["Offer a retention scheme", "HR Partner", "Apr 2026", "Turnover below 12 %"]]),
            ]),
            """
            area 1 “Children’s voices shape plans”
              action - “Buy a voice app” lead Digital Lead when by 2026-02
              action - “Ask children what helps” lead Assistant Director when by 2026-03
              success - “Used in 80 % of reviews”
            area 2 “Stable teams”
              action 2 “Offer a retention scheme” lead HR Partner when by 2026-04
              success 2 “Turnover below 12 %”
            """)
    }

    @Test func `fields down the left and an action in each column`() {
        expect(
            SampleDocument.make([
                .heading(2, "Improve permanence"),
                .table([
                    ["Action", "Track every child’s plan for permanence", "Hold a panel each fortnight"],
                    ["Lead", "Permanence Manager", "Adoption Lead"],
                    ["Deadline", "31 Jan 2026", "14 Feb 2026"],
                    [
                        "Success criteria", "No child waits for a decision",
                        "Panel sees each child by week 12",
                    ],
                ]),
            ]),
            """
            area - “Improve permanence”
              action - “Track every child’s plan for permanence” lead Permanence Manager when by 2026-01-31
              action - “Hold a panel each fortnight” lead Adoption Lead when by 2026-02-14
              success - “No child waits for a decision”
              success - “Panel sees each child by week 12”
            """)
    }

    @Test func `tables that are no plan give no areas`() {
        let plan = PlanReader.read(
            SampleDocument.make([
                .heading(1, "Board papers"),
                .table([["Name", "Role"], ["Ann Bright", "Chair"], ["Col Dent", "Lead member"]]),
                .table([
                    ["Version", "Date", "Author", "Changes"],
                    ["0.1", "1 May 2026", "C. Dent", "First draft"],
                ]),
                .table([
                    ["Risk", "Likelihood", "Impact", "Mitigation", "Owner"],
                    ["Staff leave", "High", "High", "Retention scheme", "HR Partner"],
                ]),
                .table([["Item", "Cost"], ["Training", "£4,000"], ["Total", "£4,000"]]),
                .table([["Term", "Meaning"], ["CIN", "Child in need"]]),
                .table([["Date", "Meeting", "Venue"], ["4 May 2026", "Improvement board", "County Hall"]]),
            ])
        ).plan
        #expect(plan.areas.isEmpty)
    }
}
