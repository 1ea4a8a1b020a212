import Kernel
import Plans
import Storage

/// Who proposed to close what, who verified it, and what the board decided.
enum ExampleClosings {
    /// Proposed when, which action, by whom, done on which day, and what is different now.
    static let proposed = """
        2026-05-29 14:30 | 1.2 | Daniel | 2026-05-25 | Both heads of service know every Monday which discussions are open
        2026-05-29 15:10 | 6.1 | Ruth | 2026-05-28 | Every audit is graded twice, the second time blind
        2026-06-08 11:40 | 5.1 | Tom | 2026-06-03 | Everybody knows the minimum: once in four weeks
        2026-06-11 09:30 | 1.1 | Maya | 2026-06-10 | No enquiry is completed without a group manager’s decision
        2026-06-29 10:10 | 2.1 | Ruth | 2026-06-26 | Plans of both services are audited every month
        2026-07-02 14:35 | 3.1 | Siân | 2026-07-01 | All teams assess by one standard
        2026-07-31 10:40 | 4.1 | Maya | 2026-07-31 | Managers say on the file why a case is closed
        2026-08-14 10:50 | 5.2 | Maya | 2026-08-14 | New supervision calendar in all 11 teams
        2026-09-23 10:15 | 3.2 | Siân | 2026-09-22 | Each team knows every morning which child is to be seen
        2026-10-23 10:20 | 3.3 | Siân | 2026-10-23 | Every team uses the chronology tool
        2026-10-30 15:20 | 2.3 | Maya | 2026-10-30 | Plans are written in words that parents chose
        2026-11-05 15:25 | 1.4 | Siân | 2026-10-30 | The unit hears of every likely conference at once
        2026-11-06 15:05 | 2.4 | Maya | 2026-11-06 | Every child protection plan says what happens if it does not work
        """

    /// Verified when, which action, by whom, accepted or rejected, and why.
    static let verified = """
        2026-06-04 14:40 | 6.1 | Grace | accepted | The tool does what the action asks.
        2026-06-05 10:35 | 1.2 | Tom | accepted | The list came on two Mondays running.
        2026-06-10 09:15 | 5.1 | Simon | accepted | The policy is issued to everybody whom it binds.
        2026-06-25 10:55 | 1.1 | Tom | accepted | The rule holds in the case system and on the files that I opened.
        2026-07-07 11:30 | 3.1 | Grace | accepted | Approved by both bodies and issued to both services.
        2026-07-08 10:45 | 2.1 | Tom | accepted | Two months are done, and July is booked.
        2026-08-07 10:25 | 4.1 | Tom | accepted | The July sample bears it out.
        2026-09-02 11:40 | 5.2 | Tom | accepted | Checked 11 calendars. I do not report to the lead.
        2026-10-01 10:50 | 3.2 | Tom | accepted | The list is read, and children are seen.
        2026-11-10 11:35 | 2.3 | Tom | rejected | Three families say little about every plan: draw a sample that the teams do not choose.
        2026-11-13 10:45 | 3.3 | Grace | accepted | The September audit and my own ten agree.
        """

    /// The meetings of the board: recorded when, what was closed, in which words.
    static let decided = """
        2026-06-11 16:10 | 1.2, 5.1, 6.1 | Closed. The Board wants to see what supervision records show by the autumn.
        2026-07-09 15:30 | 1.1, 2.1, 3.1 | Closed. The figures stay on the Board’s agenda.
        2026-08-13 15:40 | 4.1 | Closed on the July sample.
        2026-09-10 15:35 | 5.2 | Closed. The Board expects 95% by 30 November.
        2026-10-08 15:45 | 3.2 | Closed.
        """

    static func deeds() throws -> [ExampleRunning.Deed] {
        try proposing() + verifying() + deciding()
    }

    private static func proposing() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(proposed, cells: 5).map { row in
            let form = ProposeClosing.Form(different: row[4], done: try ExampleRunning.day(row[3]))
            return try ExampleRunning.Deed(row[0]) { scene in
                try ProposeClosing.propose(
                    form, try scene.action(row[1]), of: scene.plan, by: try scene.officer(row[2]),
                    at: scene.now, on: scene.today, scene.connection)
            }
        }
    }

    private static func verifying() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(verified, cells: 5).map { row in
            try ExampleRunning.Deed(row[0]) { scene in
                try VerifyClosing.verify(
                    VerifyClosing.Form(isAccepted: row[3] == "accepted", reason: row[4]),
                    try scene.action(row[1]), of: scene.plan, by: try scene.officer(row[2]), at: scene.now,
                    on: scene.today, scene.connection)
            }
        }
    }

    private static func deciding() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(decided, cells: 3).map { row in
            try ExampleRunning.Deed(row[0]) { scene in
                for reference in row[1].split(separator: ",") {
                    try DecideClosing.record(
                        DecideClosing.Form(
                            isClosed: true, met: scene.today, words: row[2],
                            present: ExampleBeginning.boardSays),
                        try scene.action(String(reference.drop { $0 == " " })), of: scene.plan,
                        by: try scene.officer("Denise"), at: scene.now, on: scene.today, scene.connection)
                }
            }
        }
    }
}
