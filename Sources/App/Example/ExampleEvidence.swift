import Kernel
import Plans
import Storage

/// What was put forward to show that work was done, and who judged it how.
enum ExampleEvidence {
    /// Added when, for which action, by whom, under which name, at which address where it is a link, whether it holds
    /// personal data, the day of which it is true, and what it shows.
    static let added = """
        2026-05-28 15:10 | 1.2 | Daniel | Open strategy discussions, 25 May.csv | | no | 2026-05-25 | The first weekly list as it went out
        2026-05-28 15:40 | 6.1 | Ruth | Audit tool with a second grade | https://intranet.ashmere.example/audit-tool | no | 2026-05-27 | The tool, with a second grade by somebody who has not seen the first
        2026-06-03 15:20 | 5.1 | Tom | Supervision policy.pdf | | no | 2026-06-03 | The policy as issued, with a fixed minimum
        2026-06-10 14:50 | 1.1 | Maya | Section 47 sign-off by month.csv | | no | 2026-06-09 | Decisions rose from 61% in February to 73% in May
        2026-06-10 15:00 | 1.1 | Maya | The rule in the procedures | https://procedures.ashmere.example/section-47 | no | 2026-06-01 | No enquiry can be completed without the decision
        2026-06-29 09:30 | 2.1 | Ruth | Plan audits, May and June.csv | | no | 2026-06-26 | Two monthly audits were held, 118 plans in all
        2026-07-01 15:15 | 3.1 | Siân | Assessment practice standard.pdf | | no | 2026-06-15 | The standard as issued to both services
        2026-07-30 15:05 | 4.1 | Maya | Closures sampled, July.csv | | yes | 2026-07-29 | The manager’s reason in each of 50 closures
        2026-08-10 15:30 | 5.2 | Maya | Note to managers, supervision policy.txt | | no | 2026-08-10 | Managers were told of the policy
        2026-08-14 09:45 | 5.2 | Maya | Supervision calendars, 11 teams.csv | | no | 2026-08-13 | Meetings are booked in all 11 teams
        2026-09-22 15:20 | 3.2 | Siân | Children seen alone within five days.csv | | no | 2026-09-21 | The list by which each team works every morning
        2026-10-20 15:25 | 1.6 | Paul | Section 47 training, places taken.csv | | no | 2026-10-19 | 41 of 64 staff have been trained
        2026-10-22 14:50 | 3.3 | Siân | Chronology audit, September.csv | | no | 2026-09-30 | A chronology that was used stands in 26 of 40 assessments
        2026-10-22 14:55 | 3.3 | Siân | Training morning in the front door.txt | | no | 2026-10-14 | Who came to the training
        2026-10-30 15:00 | 2.3 | Maya | What three families said.txt | | yes | 2026-10-28 | Three families understood their plans
        2026-10-30 15:10 | 5.3 | Tom | Themes of the October sessions.txt | | no | 2026-10-29 | What five observed sessions had in common
        2026-11-05 15:05 | 1.4 | Siân | Alerts to the unit, October.csv | | no | 2026-10-31 | Every alert of October, with the hours that it took
        2026-11-06 14:45 | 2.4 | Maya | Contingency wording in the template.txt | | no | 2026-11-06 | The wording that every plan carries
        """

    /// Judged when, which one, by whom, how and why.
    static let judged = """
        2026-06-04 14:20 | Audit tool with a second grade | Grace | accepted | Opened the tool: the second grader cannot see the first grade.
        2026-06-05 10:15 | Open strategy discussions, 25 May.csv | Tom | accepted | Both heads of service confirm that they have it.
        2026-06-09 16:40 | Supervision policy.pdf | Simon | accepted | Read it: once in four weeks is the minimum for every case.
        2026-06-25 10:20 | Section 47 sign-off by month.csv | Tom | accepted | Opened ten of the enquiries: nine carry the decision.
        2026-06-25 10:35 | The rule in the procedures | Tom | accepted | Tried it in the case system: it asks for the decision.
        2026-07-07 11:10 | Assessment practice standard.pdf | Grace | accepted | This is the version that both bodies approved.
        2026-07-08 10:25 | Plan audits, May and June.csv | Tom | accepted | Counted the audits in the tool: 118.
        2026-08-06 11:15 | Closures sampled, July.csv | Tom | accepted | Opened twelve of the 50: the reason is there in nine, as the list says.
        2026-09-02 11:05 | Note to managers, supervision policy.txt | Tom | rejected | It shows that the policy was sent, not that it is followed.
        2026-09-02 11:20 | Supervision calendars, 11 teams.csv | Tom | accepted | Checked 11 calendars: every case is booked for September.
        2026-10-01 10:30 | Children seen alone within five days.csv | Tom | accepted | Sat in the morning meeting of two teams.
        2026-11-12 10:05 | Chronology audit, September.csv | Grace | accepted | Graded ten of the 40 again and came to the same.
        2026-11-12 10:20 | Training morning in the front door.txt | Grace | rejected | It shows who came, not that a chronology is used.
        2026-11-10 11:10 | What three families said.txt | Tom | rejected | Three families who were chosen by the team that works with them.
        """

    static func deeds() throws -> [ExampleRunning.Deed] {
        try adding() + judging()
    }

    private static func adding() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(added, cells: 8).map { row in
            let what: AddEvidence.Offered.What =
                row[4].isEmpty
                ? try AddEvidence.file(ExampleFiles.bytes(row[3]), named: row[3])
                : .link(name: row[3], address: row[4])
            let offered = AddEvidence.Offered(
                what, shows: row[7], dated: try ExampleRunning.day(row[6]), isPersonal: row[5] == "yes")
            return try ExampleRunning.Deed(row[0]) { scene in
                try AddEvidence.add(
                    offered, to: try scene.action(row[1]), of: scene.plan, by: try scene.officer(row[2]),
                    at: scene.now, on: scene.today, scene.connection)
            }
        }
    }

    private static func judging() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(judged, cells: 5).map { row in
            try ExampleRunning.Deed(row[0]) { scene in
                let item = try scene.connection.first(
                    "SELECT id FROM evidence WHERE authority = $1 AND plan = $2 AND name = $3",
                    [.id(scene.authority), .id(scene.plan), .text(row[1])]
                ) { try $0.id(0) as ID<EvidenceRecord> }
                try JudgeEvidence.judge(
                    try scene.found(item, row[1]), of: scene.plan,
                    JudgeEvidence.Form(isAccepted: row[3] == "accepted", reason: row[4]),
                    by: try scene.officer(row[2]), at: scene.now, on: scene.today, scene.connection)
            }
        }
    }
}
