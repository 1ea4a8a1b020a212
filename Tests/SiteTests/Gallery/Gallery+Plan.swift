import Kernel
import Markup

@testable import Site

extension Gallery {
    private struct Row {
        let reference: String
        let action: String
        let lead: String
        let post: String
        let due: DueDate
        let progress: Symbol
        let done: String?
        let accepted: String?
        let moved: Markup?
        let proof: Symbol?
    }

    private static let rows = [
        Row(
            reference: "1.1", action: "A group manager signs off every completed section 47 enquiry",
            lead: "Maya Okonkwo", post: "Head of Children in Need",
            due: DueDate(first: date("2026-06-12"), now: date("2026-06-12")), progress: .blue, done: "12 Jun",
            accepted: "3 Jul", moved: "\(strong: "Yes")", proof: .proven),
        Row(
            reference: "1.3", action: "Hold every strategy discussion with police and health present",
            lead: "Maya Okonkwo", post: "Head of Children in Need",
            due: DueDate(first: date("2026-07-31"), now: date("2026-09-25"), moves: 1), progress: .blue,
            done: "23 Sep", accepted: "14 Oct", moved: "Too soon", proof: .supported),
        Row(
            reference: "1.4",
            action:
                "Alert the Safeguarding and Standards Unit to any likely initial child protection conference "
                + "straight after the strategy discussion",
            lead: "Siân Llewellyn-Whitcombe", post: "Head of Access and Assessment",
            due: DueDate(first: date("2026-07-31"), now: date("2026-10-16"), moves: 2), progress: .red,
            done: nil, accepted: nil, moved: "Too soon", proof: .notClaimed),
        Row(
            reference: "2.1", action: "Audit child protection and child in need plans every month",
            lead: "Ruth Ashworth-Bello", post: "Safeguarding and Standards",
            due: DueDate(first: date("2026-06-30"), now: date("2026-06-30")), progress: .amber,
            done: "26 Jun",
            accepted: "20 Jul", moved: "No", proof: .contradicted),
        Row(
            reference: "2.6", action: "Share good plans at the practice forum", lead: "Tom Hallam",
            post: "Principal social worker", due: DueDate(first: nil, now: nil, says: "ongoing"),
            progress: .green, done: nil, accepted: nil, moved: nil, proof: nil),
    ]

    static let plan = Page(
        "Improvement plan", section: .plan,
        facts: [
            "38 actions in 7 areas", "Version 7, approved 12 November 2026",
            "\(strong: "14 dates") have moved, by \(strong: "6 weeks") on average",
        ],
        deed: Link("Add an action", "#add"),
        tabs: [
            Tab("Areas and actions", "#plan", isCurrent: true), Tab("Checks", "#checks", count: 8),
            Tab("Versions", "#versions"), Tab("Import", "#import"), Tab("Groups and roles", "#groups"),
            Tab("Risks", "#risks"),
        ]
    ) { m in
        m.filterBar(to: "/plan", "Show actions") { m in
            for (name, label, first) in [
                ("area", "Area", "All 7 areas"), ("lead", "Lead", "Anyone"), ("progress", "Progress", "Any"),
                ("proof", "Proof", "Any"),
            ] {
                m.select(name, label, [Choice("", first)])
            }
            m.textField("words", "Words", kind: "search")
        }
        m.listCount(
            shown: 38, of: 38, "actions", clear: "/plan",
            exports: ["Word", "Excel", "CSV", "calendar"].map { Link(Markup($0), "#\($0)") })
        m.table(
            "Actions by area",
            [
                Column("Ref", .reference), Column("Action", .name), Column("Lead"), Column("Due"),
                Column("Progress"), Column("Done", .short), Column("Accepted", .short),
                Column("Moved", .short),
                Column("Proof"),
            ]
        ) { rows in
            for (reference, name, note) in [
                (
                    "1", "Strategy discussions and section 47 enquiries",
                    "Inspection letter, paragraphs 4, 7 and 11"
                ),
                ("2", "Child protection and child in need plans", "Inspection letter, paragraph 12"),
            ] {
                rows.group(reference, Markup(name), note: Markup(note))
                for row in Gallery.rows where row.reference.hasPrefix(reference) { write(row, &rows) }
            }
        }
        m.key(Symbol.progress)
        m.part("Other areas") { m in
            m.taskList([
                TaskItem(
                    Link("3 Assessments that start from the child", "#3"),
                    why: "6 actions: 4 done, 2 accepted, 2 moved",
                    state: Markup { $0.unitStrip([.blue, .blue, .green, .green, .amber, .red]) })
            ])
        }
    }

    private static func write(_ row: Row, _ rows: inout TableRows) {
        rows.row { cells in
            cells.cell(row.reference)
            cells.cell("\(link: row.action, to: "#\(row.reference)")")
            cells.cell { m in
                m.add(row.lead)
                m.span(row.post, .class("note"))
            }
            cells.cell { $0.dueDate(row.due) }
            cells.cell(row.progress)
            if let done = row.done { cells.cell(done) } else { cells.empty() }
            if let accepted = row.accepted { cells.cell(accepted) } else { cells.empty() }
            if let moved = row.moved { cells.cell(moved) } else { cells.empty() }
            if let proof = row.proof { cells.cell(proof) } else { cells.cell("\(quiet: "No criterion")") }
        }
    }
}
