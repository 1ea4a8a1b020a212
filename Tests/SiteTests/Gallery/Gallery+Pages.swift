import Kernel
import Markup

@testable import Site

extension Gallery {
    static let overview = Page(
        "Overview", section: .overview,
        facts: [
            "Improvement plan after the February 2026 inspection",
            "Version 7, approved by the board on 12 November 2026", "Data as at 18 November 2026",
        ]
    ) { m in
        m.columns(.eightFour) { m in
            m.honestSentence(
                """
                \(strong: "18 of 38") actions are done. Someone else has accepted the evidence for \(strong: 11) of \
                them. Only \(strong: 6) have moved their measure.
                """)
            m.unitBars(
                [
                    UnitBar("Done", says: "the lead says so", 18),
                    UnitBar("Accepted", says: "someone else has checked", 11),
                    UnitBar("Moved", says: "a measure or an audit shows it", 6),
                ], of: 38)
        } beside: { m in
            m.h2("Monitoring visit")
            m.p("\(strong: "Wednesday 9 December 2026")")
            m.p("13 working days from today. 13 open actions are due by then, and 5 of them are red.")
            m.p("\(link: "See what inspectors will see", to: "#see")")
        }
        m.columns(.eightFour) { m in
            m.h2("Needs you today")
            m.taskList([
                TaskItem(
                    Link("2 criteria are contradicted", "#1"),
                    why: "The plan calls them met; their measures have not moved",
                    state: Markup(Symbol.contradicted)),
                TaskItem(
                    Link("5 actions are red", "#2"),
                    why: "Longest: 5.5, overdue by 7 weeks, no recovery date",
                    state: Markup(Symbol.red)),
                TaskItem(
                    Link("7 done actions wait for a verifier", "#3"),
                    why: "Longest wait 31 days. 3 have no verifier named", state: "31 days"),
            ])
        } beside: { m in
            m.h2("Since the last board")
            m.note("12 November 2026, 6 working days ago")
            m.historyList(
                [
                    HistoryItem(
                        Day("2026-11-19")!, "\(strong: "1.6") date moved to 18 December, 11 weeks later"),
                    HistoryItem(Day("2026-11-18")!, "\(strong: "5.2") contradicted: supervision fell to 59%"),
                ], all: Link("All 23 changes", "#all"))
        }
        m.part("Areas for improvement", note: "One shape for each action, one for each success criterion.") {
            m in
            m.table(
                "Areas for improvement",
                [
                    Column("Area", .reference), Column("Name", .name), Column("Actions"),
                    Column("Done", .short), Column("Accepted", .short), Column("Moved", .short),
                    Column("Success criteria", label: "Criteria"),
                ]
            ) { rows in
                rows.row { cells in
                    cells.cell("1")
                    cells.cell("\(link: "Strategy discussions and section 47 enquiries", to: "#a1")")
                    cells.cell { $0.unitStrip([.blue, .blue, .blue, .green, .amber, .red]) }
                    cells.cell(4)
                    cells.cell(3)
                    cells.cell(2)
                    cells.cell { $0.unitStrip([.proven, .proven, .supported, .claimed, .notClaimed]) }
                }
                rows.row { cells in
                    cells.cell("2")
                    cells.cell("\(link: "Child protection and child in need plans", to: "#a2")")
                    cells.cell { $0.unitStrip([.blue, .green, .green, .amber, .amber, .red, .grey]) }
                    cells.cell(2)
                    cells.cell(1)
                    cells.cell(0)
                    cells.cell { $0.unitStrip([.claimed, .contradicted, .notClaimed]) }
                }
            }
            m.key(Symbol.progress)
            m.key(Symbol.proof, wordsOnly: true)
        }
    }

    static let action = Page(
        "Supervise every child protection case at least once in four weeks", section: .plan,
        breadcrumbs: [Link("Plan", "#plan"), Link("5 Supervision and management oversight", "#5")],
        facts: [
            "Action \(strong: "5.2")", "Lead \(strong: "Maya Okonkwo"), Head of Children in Need",
            "Verifier \(strong: "Tom Hallam"), principal social worker",
            Markup { $0.tag(.blue, "Blue: verified and closed") },
        ],
        banner: Banner(
            .contradiction, "The measure contradicts this action",
            "The action was done on 14 August and its evidence accepted on 2 September. Since then supervision has fallen."
        )
    ) { m in
        m.threeFacts([
            ActionFact("Done", .yes, "14 August 2026", "Maya Okonkwo says so: new calendar in all 11 teams."),
            ActionFact(
                "Accepted", .notYet, "Not yet", "Tom Hallam has been asked. He does not report to the lead."),
            ActionFact("Moved", .no, "No: 59%, getting worse", "243 of 412 cases at 31 October. Target 95%."),
        ])
        m.columns(.eightFour) { m in
            m.part("What the plan and the inspectors said") { m in
                m.quote(
                    "Supervision of CP cases to take place 4 weekly as a minimum. HoS CIN / \(mark: "Ongoing").",
                    source: "Improvement plan v1.docx, page 9, table 3, row 18.",
                    see: Link("See the page", "#p"))
            }
        } beside: { m in
            m.part("Due date") { m in
                m.dueDate(DueDate(first: date("2026-07-31"), now: date("2026-08-14"), moves: 1))
            }
            m.part("What happens next") { m in
                m.buttons { m in
                    m.button("Reopen this action")
                    m.buttonLink("Add an update", to: "#update", .other)
                }
            }
        }
    }

    static let checks = Page(
        "Plan checks", section: .plan, breadcrumbs: [Link("Plan", "#plan")],
        facts: ["Draft of version 8", "42 checks, on 38 actions and 28 criteria", "Run at 09:12 today"]
    ) { m in
        m.honestSentence("\(strong: "Version 8 cannot be published yet:") 5 errors stand in the way.")
        m.figures { m in
            m.figure("5", "\(strong: "Errors.") Stop publishing", symbol: .red)
            m.figure("2", "\(strong: "Warnings.") A reader will ask", symbol: .amber)
            m.figure("1", "\(strong: "Notes.") Tidy when you can", symbol: .grey)
            m.figure("3", "\(strong: "Accepted with a reason.") \(link: "See them", to: "#accepted")")
        }
        for (severity, check, title) in [
            (ShownFinding.Severity.error, "O01", "No lead is named"),
            (.warning, "O05", "One person leads too much"),
            (.note, "D10", "Due on a day when nobody is at work"),
        ] {
            m.finding(
                ShownFinding(
                    severity, check: check, title: title, place: "Action 2.5",
                    quote: "Lead: \(mark: "(blank)")",
                    words: "An action without a named person is nobody’s. Name one person.")
            ) { m in
                m.buttonLink("Name a lead", to: "#lead", .other)
                m.a("Accept with a reason", .href("#accept"))
            }
        }
    }

    static let review = Page(
        "Review what was read", section: .plan,
        breadcrumbs: [Link("Plan", "#plan"), Link("Import", "#import")],
        facts: [
            "\(strong: "Improvement plan v1.docx"), 14 pages, 5 tables", "Nothing is saved until you accept",
        ]
    ) { m in
        m.columns(.eightFour) { m in
            m.honestSentence(
                "\(strong: "38 actions in 7 areas.") 31 need nothing from you. 5 need a decision.")
            m.splitBar([
                SplitPart(31, "as read", .settled), SplitPart(5, "to decide", .question),
                SplitPart(2, "left out", .out),
            ])
        } beside: { m in
            m.p("31 as read")
        }
        m.part("Decision 2 of 5: the date and one of the leads") { m in
            m.columns(.half) { m in
                m.h3("In the document")
                m.sourceTable(
                    caption: "The rows around it in the document",
                    headings: ["No.", "Key action", "Lead person", "Timescale"],
                    rows: [
                        SourceRow(
                            ["5.1", "Supervision policy to be reviewed.", "T Hallam", "5 June 2026"],
                            isInQuestion: false),
                        SourceRow(
                            [
                                "5.2", "Supervision of CP cases 4 weekly.",
                                "Maya Okonkwo (HoS CIN) \(mark: "/")", "\(mark: "Ongoing")",
                            ],
                            isInQuestion: true),
                    ])
            } beside: { m in
                m.h3("Proposed action 5.2")
                m.summaryList([
                    SummaryRow("Area", "5 Supervision and management oversight", .words("As read")),
                    SummaryRow("Starts", nil, .change("#starts")),
                ])
                m.question { m in
                    m.radios(
                        "finish", "When will it be finished?",
                        [
                            Choice("date", "By a date"),
                            Choice("review", "No finish, but review it on a date"),
                        ],
                        in: Entry(filled: ["finish": "date", "day-day": "31"]),
                        hint: "“Ongoing” never ends, so it can never be late."
                    ) { choice, m in
                        if choice.value == "date" {
                            m.dateField(
                                "day", "The date", in: Entry(filled: ["day-day": "31", "day-month": "7"]))
                        }
                    }
                }
                m.buttons { m in
                    m.button("Save and see decision 3")
                    m.button("Leave this row out", .other)
                }
            }
        }
    }
}
