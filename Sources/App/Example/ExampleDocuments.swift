import Kernel
import Plans
import Storage

/// The documents that carry the plan out: a policy that most have read, a standard that two bodies approved, and a
/// protocol that waits for its second body.
enum ExampleDocuments {
    static let policy = "Supervision policy"
    static let standard = "Assessment practice standard"

    /// Begun when, by whom, what kind, its title, what it is for, and the action that it carries out.
    static let begun = """
        2026-05-13 14:15 | Tom | guidance | Supervision policy | Says how often every case is supervised, and what a record holds | 5.1
        2026-05-14 14:20 | Siân | guidance | Assessment practice standard | Says what every assessment holds, beginning with the child | 3.1
        2026-10-02 14:30 | Maya | protocol | Strategy discussions with police and health | Says who must be present, and what happens where they are not | 1.3
        """

    /// Written when, by whom, of which document, as a file or in words.
    static let versions = """
        2026-05-15 14:25 | Tom | Supervision policy | Supervision policy.pdf |
        2026-05-18 14:30 | Siân | Assessment practice standard | Assessment practice standard.pdf |
        2026-10-06 14:35 | Maya | Strategy discussions with police and health | | No discussion is held without police and health. Where one of them cannot come the same day, the chair says on the record why it could not wait, and who tells them within the hour.
        """

    /// Sent when, by whom, which document, to which body, who records its decision, by which day.
    static let asked = """
        2026-05-18 11:15 | Tom | Supervision policy | Children’s leadership team | Simon | 2026-05-29
        2026-05-19 11:20 | Siân | Assessment practice standard | Practice standards group; Improvement Board | Tom; Denise | 2026-05-29; 2026-06-11
        2026-10-07 11:25 | Maya | Strategy discussions with police and health | Safeguarding partnership; Improvement Board | Ruth; Denise | 2026-10-30; 2026-12-10
        """

    /// Recorded when, by whom, of which document, in which words.
    static let approved = """
        2026-05-26 16:20 | Simon | Supervision policy | In force from 3 June
        2026-05-28 16:25 | Tom | Assessment practice standard | Approved, with the child’s own words first
        2026-06-11 17:05 | Denise | Assessment practice standard | Approved
        2026-10-29 16:30 | Ruth | Strategy discussions with police and health | Police and health agree
        """

    /// Issued when, by whom, which document, to be read by, reviewed by.
    static let issued = """
        2026-06-03 11:10 | Tom | Supervision policy | 2026-06-30 | 2027-06-03
        2026-06-15 11:15 | Siân | Assessment practice standard | 2026-07-15 | 2027-06-15
        """
    static let readers = ["Children in Need", "Access and Assessment"]

    /// Read when, by whom, which document.
    static let read = """
        2026-06-04 09:05 | Siân | Supervision policy
        2026-06-08 13:35 | Maya | Supervision policy
        2026-06-15 08:50 | Imran | Supervision policy
        2026-06-24 08:40 | Owen | Supervision policy
        2026-06-16 08:45 | Imran | Assessment practice standard
        2026-06-17 13:10 | Maya | Assessment practice standard
        2026-06-18 09:05 | Siân | Assessment practice standard
        2026-06-22 08:55 | Lucy | Assessment practice standard
        2026-07-10 08:35 | Owen | Assessment practice standard
        """

    static func deeds() throws -> [ExampleRunning.Deed] {
        try writing() + deciding() + issuing() + reading()
    }

    private static func writing() throws -> [ExampleRunning.Deed] {
        let beginning = try ExampleRunning.rows(begun, cells: 6).map { row in
            try ExampleRunning.Deed(row[0]) { scene in
                let officer = try scene.officer(row[1])
                // Who looks after a document answers for its action too.
                try WriteGuidance.add(
                    WriteGuidance.Form(
                        Guidance.Kind(rawValue: row[2]) ?? .other, row[3], purpose: row[4],
                        accountable: officer.person.map { .person($0) },
                        actions: [try scene.action(row[5])]),
                    to: scene.plan, try scene.acting(row[1]))
            }
        }
        let giving = try ExampleRunning.rows(versions, cells: 5).map { row in
            try ExampleRunning.Deed(row[0]) { scene in
                let content: AddGuidanceVersion.Content =
                    row[3].isEmpty ? .words(row[4]) : .file(name: row[3], bytes: ExampleFiles.bytes(row[3]))
                try AddGuidanceVersion.act(
                    AddGuidanceVersion.Form(content), on: try scene.document(row[2]), of: scene.plan,
                    try scene.acting(row[1]))
            }
        }
        return beginning + giving
    }

    private static func deciding() throws -> [ExampleRunning.Deed] {
        let asking = try ExampleRunning.rows(asked, cells: 6).map { row in
            let (names, people, days) = (parts(row[3]), parts(row[4]), parts(row[5]))
            return try ExampleRunning.Deed(row[0]) { scene in
                let bodies = try zip(zip(names, people), days).map { body, due in
                    let person = try scene.found(try scene.officer(body.1).person, body.1)
                    return AskBodies.Body(
                        body.0, recorder: .person(person), due: try ExampleRunning.day(due))
                }
                try AskBodies.act(
                    AskBodies.Form(bodies), on: try scene.document(row[2]), of: scene.plan,
                    try scene.acting(row[1]))
            }
        }
        let recording = try ExampleRunning.rows(approved, cells: 4).map { row in
            try ExampleRunning.Deed(row[0]) { scene in
                try RecordDecision.act(
                    RecordDecision.Form(approved: true, on: scene.today, words: row[3]),
                    on: try scene.document(row[2]), of: scene.plan, try scene.acting(row[1]))
            }
        }
        return asking + recording
    }

    private static func issuing() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(issued, cells: 5).map { row in
            let (readBy, review) = (try ExampleRunning.day(row[3]), try ExampleRunning.day(row[4]))
            return try ExampleRunning.Deed(row[0]) { scene in
                try IssueGuidance.act(
                    IssueGuidance.Form(
                        to: try readers.map { .node(try scene.node($0)) }, on: scene.today, readBy: readBy,
                        review: review),
                    on: try scene.document(row[2]), of: scene.plan, try scene.acting(row[1]))
            }
        }
    }

    private static func reading() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(read, cells: 3).map { row in
            try ExampleRunning.Deed(row[0]) { scene in
                try ConfirmReading.act(try scene.document(row[2]), try scene.acting(row[1]))
            }
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0.drop { $0 == " " }) }
    }
}

extension ExampleScene {
    fileprivate func acting(_ name: String) throws -> GuidanceActing {
        GuidanceActing(try officer(name), at: now, on: today, connection)
    }

    fileprivate func document(_ title: String) throws -> ID<GuidanceRecord> {
        try found(
            try connection.first(
                "SELECT id FROM guidance WHERE authority = $1 AND plan = $2 AND title = $3",
                [.id(authority), .id(plan), .text(title)]
            ) { try $0.id(0) }, title)
    }

    fileprivate func node(_ name: String) throws -> ID<Node> {
        try found(
            try connection.first(
                "SELECT node FROM node_version WHERE authority = $1 AND name = $2",
                [.id(authority), .text(name)]
            ) { try $0.id(0) }, name)
    }
}
