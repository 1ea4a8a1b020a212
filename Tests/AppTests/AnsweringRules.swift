import Kernel
import Storage
import Testing

@testable import Plans

/// Whom the printed leads propose, and who may never be asked.
struct AnsweringRules {
    private let maya = ID<Person>(1)
    private let helen = ID<Person>(2)
    private let gone = ID<Person>(3)
    private let head = ID<Post>(11)
    private let vacant = ID<Post>(12)

    private var line: Line {
        var line = Line()
        line.names = [maya: "Maya Okonkwo", helen: "Helen Marsh"]
        line.posts[head] = Line.PostInLine(title: "Head of Service", reportsTo: nil, holders: [maya])
        line.posts[vacant] = Line.PostInLine(title: "Team Manager", reportsTo: head, holders: [])
        return line
    }

    private func propose(_ leads: (String, AnsweringSQL.PrintedLead.Meaning)...) -> Proposed {
        Proposed(
            leads.map { AnsweringSQL.PrintedLead(printed: $0.0, meaning: $0.1) }, in: line, onlyReads: [helen]
        )
    }

    @Test func `joint leads propose the first, and say so`() {
        let proposed = propose(("MO", .somebody(.person(maya))), ("Head", .somebody(.post(head))))
        #expect(proposed.who == .person(maya))
        #expect(proposed.note == "the first of 2 joint leads; the others contribute")
    }

    @Test func `a body, somebody who left and an observer are passed over`() {
        let proposed = propose(
            ("All teams", .body), ("A Leaver", .somebody(.person(gone))), ("HM", .somebody(.person(helen))),
            ("Head", .somebody(.post(head))))
        #expect(proposed.who == .post(head))
        #expect(proposed.note == "of 4 joint leads, the first who can answer")
        #expect(
            propose(("The Board", .body)).note == "“The Board” is a body: it contributes, a person answers")
        #expect(propose(("JT", .unknown)).note == "Nobody has said whom “JT” means")
        #expect(propose().note == "The plan names no lead")
    }

    @Test func `a vacant post may answer, one that only an observer holds may not`() {
        var line = line
        #expect(throws: Never.self) {
            try NameAccountable.decide(.post(vacant), in: line, onlyReads: [helen])
        }
        #expect(line.words(.post(vacant)) == "Team Manager (vacant)")
        line.posts[vacant]?.holders = [helen]
        #expect(throws: NameAccountable.Refused.onlyReads("Team Manager (Helen Marsh)")) {
            try NameAccountable.decide(.post(vacant), in: line, onlyReads: [helen])
        }
        #expect(throws: NameAccountable.Refused.body) { try NameAccountable.chosen("node:0000000000007") }
    }
}
