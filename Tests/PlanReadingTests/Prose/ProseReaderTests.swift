import Documents
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

/// Documents, people and places are invented.
struct ProseReaderTests {
    @Test func `the opening lines give title, version, date, status and owners`() {
        let plan = ProseSample.plan(
            """
            # Ashmere County Council
            # Children's Services Improvement Plan
            DRAFT v17 – 8 June 2017
            Lead person responsible for this plan: Jane Roe Head of Safeguarding and Ann Poe Principal Manager
            # Introduction
            Action leads will provide updates to this plan on a 4 weekly basis to the programme office.
            """)
        #expect(plan.title == "Children's Services Improvement Plan")
        #expect(plan.version == "v17")
        #expect(plan.date?.description == "2017-06-08")
        #expect(plan.status == "draft")
        #expect(plan.owners == ["Jane Roe Head of Safeguarding", "Ann Poe Principal Manager"])
        #expect(plan.updateFrequency == .fourWeekly)
    }

    @Test func `a table of facts about the document gives them too`() {
        let plan = ProseSample.plan(
            """
            # Improvement Plan
            Version | 3.2
            Status | Final
            Date | 31 March 2026
            Plan owner | Jane Roe, Director of Children's Services
            """)
        #expect(plan.version == "3.2")
        #expect(plan.status == "final")
        #expect(plan.date?.description == "2026-03-31")
        #expect(plan.owners == ["Jane Roe, Director of Children's Services"])
    }

    @Test func `a title over two lines is one, and the date below it is none of it`() {
        let plan = ProseSample.plan(
            """
            # A PROGRAMME TO RESPOND TO THE INSPECTION OF
            # ASHMERE'S FRONT DOOR
            # JANUARY 2016
            # CONTENTS
            # Introduction
            # Risks
            # Introduction
            The inspectors visited Ashmere in November 2015.
            """)
        #expect(plan.title == "A PROGRAMME TO RESPOND TO THE INSPECTION OF ASHMERE'S FRONT DOOR")
        #expect(plan.date?.description == "2016-01")
        #expect(plan.keyDates.map { $0.date?.description } == ["2015-11"])
    }

    @Test func `a group has its purpose, members, chair, meetings and whom it reports to`() throws {
        let plan = ProseSample.plan(
            """
            # Improvement Board (IB)
            Terms of reference:
            To oversee the work of the Delivery Team and provide progress reports monthly to the Cabinet and to the Scrutiny Committee.
            Membership:
            Jane Roe | Chief Executive (Chair)
            Ann Poe | Team Manager (West)
            Bob Lee | Area Manager (Project Manager)
            The Board will meet once per month.
            # Delivery Team
            Membership:
            - Ann Poe, Head of Access (Chair)
            - Head of Practice
            Reporting arrangements:
            This team will meet on a weekly basis. Ann Poe will report to the Improvement Board on progress.
            # Schools
            Schools are partners.
            """)
        let board = try #require(plan.groups.first)
        #expect(plan.groups.map(\.name) == ["Improvement Board", "Delivery Team"])
        #expect(board.abbreviation == "IB")
        #expect(board.meets == .monthly)
        #expect(board.reportsTo == ["Cabinet", "Scrutiny Committee"])
        #expect(board.members.map(\.role) == ["chair", nil, "Project Manager"])
        #expect(board.members[1].post == "Team Manager (West)")
        #expect(board.purpose?.hasPrefix("To oversee the work") == true)
        let team = plan.groups[1]
        #expect(team.meets == .weekly)
        #expect(team.reportsTo == ["Improvement Board"])
        #expect(
            team.members == [
                .init(name: "Ann Poe", post: "Head of Access", role: "chair"),
                .init(name: nil, post: "Head of Practice"),
            ])
    }

    @Test func `tasks given to a group in prose are its tasks, with their time`() throws {
        let plan = ProseSample.plan(
            """
            # Square Group
            Terms of reference:
            1. To see that services are good.
            # Square Group
            The Square Group have been given two tasks to undertake by March 2016. These are:
            1. To develop a tool that measures the work.
            The tool will be tested first.
            2. To weigh caseloads.
            A further task, within a six month period, will be undertaken for all children on the register.
            """)
        let group = try #require(plan.groups.first)
        #expect(plan.groups.count == 1)
        #expect(group.purpose == "To see that services are good.")
        #expect(group.tasks.map(\.label) == ["1", "2", nil])
        #expect(group.tasks.map { $0.timescale?.finish?.description } == ["2016-03", "2016-03", nil])
        #expect(group.tasks[2].timescale?.kind == .unclear)
    }

    @Test func `a group that stands only in a sentence is found, and a group only named is not`() {
        let plan = ProseSample.plan(
            """
            # Governance
            An Improvement Board has been established, chaired by Jane Roe. It will meet monthly and will report to the Lead Member.
            The Safeguarding Partnership was consulted. Staff like the Reading Group.
            """)
        #expect(plan.groups.map(\.name) == ["Improvement Board"])
        #expect(plan.groups.first?.meets == .monthly)
        #expect(plan.groups.first?.members == [.init(name: "Jane Roe", post: nil, role: "chair")])
        #expect(plan.groups.first?.reportsTo == ["Lead Member"])
    }

    @Test func `a table of governance gives groups`() {
        let plan = ProseSample.plan(
            """
            # Governance
            Group | Chair | Members | Frequency | Reports to
            Improvement Board | Jane Roe | Ann Poe; Bob Lee | Monthly | Cabinet
            Delivery Team | Ann Poe | Bob Lee | Fortnightly | Improvement Board
            """)
        #expect(plan.groups.map(\.name) == ["Improvement Board", "Delivery Team"])
        #expect(plan.groups.map(\.meets) == [.monthly, .fortnightly])
        #expect(plan.groups[0].members.map(\.name) == ["Jane Roe", "Ann Poe", "Bob Lee"])
        #expect(plan.groups[1].reportsTo == ["Improvement Board"])
    }

    @Test func `risks have their contingency from brackets or from a column`() {
        let listed = ProseSample.plan(
            """
            # Risks
            The risks, with contingencies (in brackets), are:
            1. Too little time for members (cover can be provided).
            2. Further findings in the last report (actions (some) would be moved).
            3. Staff may leave.
            """)
        #expect(
            listed.risks.map(\.text) == [
                "Too little time for members", "Further findings in the last report", "Staff may leave.",
            ])
        #expect(
            listed.risks.map(\.contingency) == [
                "cover can be provided", "actions (some) would be moved", nil,
            ])
        let table = ProseSample.plan(
            """
            # Risk register
            Risk | Likelihood | Mitigation
            Staff turnover | High | Recruitment drive
            """)
        #expect(table.risks.map(\.text) == ["Staff turnover"])
        #expect(table.risks.map(\.contingency) == ["Recruitment drive"])
    }

    @Test func `a budget is read as stated, its sum never mended`() {
        let plan = ProseSample.plan(
            """
            # Resources
            These sums are needed:
            |  | £
            Cover | 25,000
            Training | £10,000
            Total | 45,000
            """)
        #expect(plan.budget?.lines.map(\.amount) == [25_000, 10_000])
        #expect(plan.budget?.statedTotal == 45_000)
        let prose = ProseSample.plan(
            """
            # Budget
            - Two practice leads – £120k
            - Training: £15,500
            A total of £135,500 is set aside.
            """)
        #expect(prose.budget?.lines.map(\.item) == ["Two practice leads", "Training"])
        #expect(prose.budget?.lines.map(\.amount) == [120_000, 15_500])
        #expect(prose.budget?.statedTotal == 135_500)
    }

    @Test func `training needs stand by audience, and the list of contents is no audience`() {
        let plan = ProseSample.plan(
            """
            # Plan
            # Contents
            # Aims
            # Training needs
            # Risks
            - Appendix 1
            # Aims
            We aim high.
            # Training needs
            # Social Workers
            - risk assessment
            - chronologies
            # Team Managers
            - supervision
            # Risks
            None.
            """)
        #expect(plan.training.map(\.audience) == ["Social Workers", "Team Managers"])
        #expect(plan.training.map(\.needs) == [["risk assessment", "chronologies"], ["supervision"]])
    }

    @Test func `quality standards keep their numbers`() {
        let plan = ProseSample.plan(
            """
            # QUALITY STANDARDS FOR CASEWORK
            1. Telling families what will happen
            2. Writing it down
            Staff were asked about these.
            # Standard 2: Delivery
            Words.
            """)
        #expect(plan.standards.map(\.label) == ["1", "2"])
        #expect(plan.standards.map(\.text) == ["Telling families what will happen", "Writing it down"])
    }

    @Test(arguments: [
        ("Some 4 children of the 25 cases examined were at risk.", ["4/25"]),
        ("An audit of all 512 children was made.", ["512"]),
        ("There are now 98 children in this category representing 21.5% of the register.", ["98 21.5%"]),
        ("This compares with 140 and 26.1% before.", ["140 26.1%"]),
        ("There was a 12.5% reduction.", ["12.5%"]),
        ("The number on the register (437) is low.", ["437"]),
        ("It amounts to approximately 1,200 across Ashmere.", ["1200"]),
        ("Only two of the nine standards were met.", ["2/9"]),
        ("23 of 40 (58%) plans were good.", ["23/40 58%"]),
        ("58% (23/40) of plans were good.", ["23/40 58%"]), ("15 out of 60 visits were late.", ["15/60"]),
        ("22% of the 490 children were seen.", ["/490 22%"]), ("46 per cent were late.", ["46%"]),
        ("34 (85%) of the 40 cases were good.", ["34/40 85%"]), ("Of 40 cases, 34 were good.", ["34/40"]),
        ("One in four children waited.", ["1/4"]), ("4 (22%) were poor.", ["4 22%"]),
        ("Between 400 and 450 children are expected.", ["400", "450"]),
        // What is no figure.
        ("See paragraph 2.3 and Appendix 2, section 47.", []),
        ("In the next 3 months and within 2-3 weeks.", []),
        ("A fund of £25,000 is needed.", []), ("The framework (2000) was issued in June 2002.", []),
        ("We keep our 2 star rating on a scale of 1-5.", []),
        ("The posts are for young people aged 16+ from 5 May.", []),
        ("They commit at least 1 day per week.", []), ("Two tasks were set.", []),
        ("Phase 2 begins at 9am.", []),
    ])
    func `counts, bases and percentages are read as the sentence states them`(
        sentence: String, expected: [String]
    ) {
        let found = FigureReading.figures(sentence).map { figure in
            let count = figure.count.map { "\(Int($0))" } ?? ""
            let base = figure.base.map { "/\(Int($0))" } ?? ""
            let percent = figure.percent.map { "\($0 == $0.rounded() ? "\(Int($0))" : "\($0)")%" }
            return [count + base, percent ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(found == expected)
    }

    @Test func `inspections, returns, reports, reviews and ends are key dates`() {
        let plan = ProseSample.plan(
            """
            # Plan
            In late October/early November 2015, the inspectorate inspected Ashmere. At the feedback meeting on 12 November, officers heard more.
            The final inspection report will be delivered during January 2016.
            It is expected that the inspectors will return in July 2016.
            All groups remain in place for at least a nine month period, with a review of them taking place in August 2016.
            Date of monitoring visit: 3 May 2016
            Guidance (March 2013) was followed. The team moved in June 2014.
            """)
        #expect(
            plan.keyDates.map { $0.date?.description }
                == ["2015-11", "2015-11-12", "2016-01", "2016-07", nil, "2016-08", "2016-05-03"])
        #expect(plan.keyDates.last?.what == "Date of monitoring visit")
    }

    @Test func `two dates in a sentence are two key dates, each with its own words`() {
        let plan = ProseSample.plan(
            "# Plan\nInspectors visited between 4 and 15 November 2025 and their report was published on 12 January 2026."
        )
        #expect(plan.keyDates.map { $0.date?.description } == ["2025-11-15", "2026-01-12"])
        #expect(
            plan.keyDates.map(\.what) == [
                "Inspectors visited between 4 and 15 November 2025",
                "their report was published on 12 January 2026.",
            ])
    }

    @Test
    func `a group's key lines hold its chair, members and meetings, and a rhythm without a word is said`() {
        let plan = ProseSample.plan(
            """
            # Improvement Board
            Chair: Bob Lee (Independent Chair)
            Members: Jane Roe (DCS); Lead Member for Children
            Frequency: six-weekly
            Reports to: Cabinet and Scrutiny Committee
            Purpose: to oversee this plan
            The Board will:
            - receive reports
            - challenge partners
            """)
        let board = plan.groups.first
        #expect(
            board?.members == [
                .init(name: "Bob Lee", post: nil, role: "chair"), .init(name: "Jane Roe", post: "DCS"),
                .init(name: nil, post: "Lead Member for Children"),
            ])
        #expect(board?.meets == nil)
        #expect(board?.purpose == "to oversee this plan")
        #expect(board?.reportsTo == ["Cabinet", "Scrutiny Committee"])
        #expect(board?.tasks.map(\.text) == ["receive reports", "challenge partners"])
        #expect(plan.findings.count == 1)
    }

    @Test func `keys and glossaries are read in a line, in a list and in a table`() {
        let plan = ProseSample.plan(
            """
            # Plan
            Key: O = Ofsted inspection; P = peer review
            RAG key: R = Red, off track; G = Green, on track
            # Glossary
            ILACS | Inspection of children's services
            QAF | Quality Assurance Framework
            """)
        #expect(plan.sourceCodes.map(\.code) == ["o", "p"])
        #expect(plan.abbreviations.map(\.short) == ["ILACS", "QAF"])
    }

    @Test func `codes, collectives, attachments and abbreviations are the document's own`() {
        let plan = ProseSample.plan(
            """
            # Plan
            Code (a) Relates to the inspection of Children in Need (CIN)
            Code (b) Relates to peer review
            1. Where it refers to all Team Managers – this includes Jane Roe; Ann Poe; Bob Lee.
            2. PC's refers to all Practice Consultants within the service
            Multi-agency Safeguarding Hub (MASH) and newly qualified staff (ASYE) work with Heads of Service (HOS).
            Action | Evidence
            Launch the Initial Child Protection Conferences (ICPCs) guide | Update.doc
            Education, Employment or Training (EET) | Audit (final...
            """)
        #expect(plan.sourceCodes.map(\.code) == ["a", "b"])
        #expect(
            plan.sourceCodes.map(\.text) == [
                "Relates to the inspection of Children in Need (CIN)", "Relates to peer review",
            ])
        #expect(plan.collectives.map(\.name) == ["all Team Managers", "PC's"])
        #expect(plan.collectives.first?.members == ["Jane Roe", "Ann Poe", "Bob Lee"])
        #expect(plan.attachments.map(\.caption) == ["Update.doc", "Audit (final..."])
        let found = Dictionary(uniqueKeysWithValues: plan.abbreviations.map { ($0.short, $0.long) })
        #expect(
            found == [
                "PC": "Practice Consultants", "CIN": "Children in Need",
                "MASH": "Multi-agency Safeguarding Hub",
                "HOS": "Heads of Service", "ICPCs": "Initial Child Protection Conferences",
                "EET": "Education, Employment or Training",
            ])
    }
}
