import Indicators
import Kernel
import ReturnFormats
import Testing

/// As at 30 September 2026, so that September is whole and the six months begin on 30 March.
struct FrontDoorIndicatorsTests {
    private let asAt = "2026-09-30"

    private func referral(
        _ child: String, _ day: String, earlier: String = "0", team: String = "North", nfa: String = "No"
    ) -> Sample.Row {
        [
            .child: child, .referral: day, .earlierReferrals: earlier, .team: team, .noFurtherAction: nfa,
            .referralSource: "6",
        ]
    }

    // Child 1 twice in September, first in North and then in South; child 2 in August and September; child 3
    // with a day that nobody can read.
    private var referrals: [Sample.Row] {
        [
            referral("1", "2026-09-01", earlier: "1"),
            referral("1", "2026-09-20", earlier: "1", team: "South"),
            referral("2", "2026-08-03", earlier: "1"), referral("2", "2026-09-02", earlier: "1", nfa: "Yes"),
            referral("3", "??"), referral("4", "2026-09-05", earlier: "0", nfa: "??"),
        ]
    }

    private func figures(_ id: String, _ lists: [AnnexAList: [Sample.Row]]) -> [String: IndicatorCells] {
        Sample.figures(id, lists, asAt: asAt)
    }

    @Test func `referrals are episodes; what has no day that one can read is left out of the last month`() {
        let received = figures("referrals.received", [.referrals: referrals])
        #expect(received.total("2026-08-01") == "1 of 0")
        #expect(received.total("2026-09-01") == "4 of 0, 1 left out")
        #expect(received.team("2026-09-01", "South") == "1 of 0")
    }

    @Test func `a child with rows in two teams counts once, in the team of the latest, so that teams add up`()
    {
        let children = figures("referrals.children", [.referrals: referrals])
        #expect(children.total("2026-09-01") == "3 of 0, 1 left out")
        #expect(children.team("2026-09-01", "South") == "1 of 0")
        #expect(children.team("2026-09-01", "North") == "2 of 0, 1 left out")
    }

    @Test
    func `repeat referrals take one row a child, the latest, because the count on every row is the latest's`()
    {
        let repeated = figures("referrals.repeatChildren", [.referrals: referrals])
        // Children 1 and 2 came before, child 4 did not; child 1's earlier row is left out, and child 3's.
        #expect(repeated.total("2026-09-01") == "2 of 3, 2 left out")
        // Child 2's referral of August is not its latest.
        #expect(repeated.total("2026-08-01") == "0 of 0, 1 left out")
    }

    @Test func `no further action is of those with an answer`() {
        #expect(
            figures("referrals.noFurtherAction", [.referrals: referrals]).total("2026-09-01")
                == "1 of 3, 2 left out")
    }

    @Test func `a share for each source, out of those whose source is recognised`() {
        let rows: [Sample.Row] = ["6", "6", "2A", "??", ""].map {
            [.child: "1", .contact: "2026-09-02", .contactSource: $0]
        }
        #expect(
            figures("contacts.from.police", [.contacts: rows]).total("2026-09-01") == "2 of 3, 2 left out")
        #expect(
            figures("contacts.from.education", [.contacts: rows]).total("2026-09-01") == "1 of 3, 2 left out")
        #expect(figures("referrals.from.police", [.referrals: referrals]).total("2026-08-01") == "1 of 1")
    }

    @Test func `contacts: rows, children, children with two or more in the six months`() {
        let rows: [Sample.Row] = [
            [.child: "1", .contact: "2026-04-02"], [.child: "1", .contact: "2026-09-02"],
            [.child: "2", .contact: "2026-09-02"], [.child: "2", .contact: "2026-03-29"],
            [.contact: "2026-09-03"],
        ]
        #expect(figures("contacts.received", [.contacts: rows]).total("2026-09-01") == "3 of 0")
        #expect(figures("contacts.children", [.contacts: rows]).total("2026-09-01") == "2 of 0, 1 left out")
        // The contact of 29 March is a day too old; the one that names no child is left out.
        #expect(figures("contacts.repeat", [.contacts: rows]).total("2026-03-30") == "1 of 2, 1 left out")
    }

    @Test func `a contact became a referral when the child was referred on the day or within seven days`() {
        let contacts: [Sample.Row] = [
            [.child: "1", .contact: "2026-09-01"], [.child: "2", .contact: "2026-09-02"],
            [.child: "3", .contact: "2026-09-02"], [.child: "4", .contact: "2026-09-24"],
        ]
        let referrals = [
            referral("1", "2026-09-08"), referral("2", "2026-09-10"), referral("3", "2026-09-01"),
            referral("4", "2026-09-25"),
        ]
        // Child 1 on day 7; child 2 on day 8; child 3 the day before; child 4's days are not over on the 30th.
        #expect(
            figures("contacts.toReferral", [.contacts: contacts, .referrals: referrals]).total("2026-09-01")
                == "1 of 3, 1 left out")
    }

    @Test
    func
        `not in need: an assessment of the child that found no need, after the referral and before the next`()
    {
        let assessments: [Sample.Row] = [
            [.child: "1", .assessmentStart: "2026-08-05", .assessmentEnd: "2026-08-20", .needsSupport: "No"],
            [
                .child: "2", .assessmentStart: "2026-08-05", .assessmentEnd: "2026-08-20",
                .needsSupport: "Yes",
            ],
        ]
        let referrals = [
            referral("1", "2026-08-03"), referral("1", "2026-08-25"), referral("2", "2026-08-03"),
            referral("1", "2026-08-04"),
        ]
        // Of child 1's three referrals only that of the 4th was followed by it before the next.
        #expect(
            figures("referrals.notInNeed", [.referrals: referrals, .assessments: assessments])
                .total("2026-08-01") == "1 of 4")
    }

    @Test func `a list or a column that the file lacks makes no figure, not a nought`() {
        #expect(figures("contacts.received", [.referrals: referrals]).isEmpty)
        var file = Sample.annexA([.referrals: referrals])
        file.tables[.referrals]?.columns[.noFurtherAction] = nil
        #expect(
            Indicators.compute(
                file, asAt: Sample.day(asAt), IndicatorSettings(),
                only: [IndicatorID("referrals.noFurtherAction")]
            ).isEmpty)
    }
}
