import Kernel
import Site
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// Dates that are never lost: first ones for ever, new ones with a reason and somebody else's approval.
struct DatesStories {
    @Test func `a lead asks, the board approves, and the slip is counted beside the first date`() async throws
    {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            let request = try await house.ask("4.2", as: "Maya Okonkwo", ("29", "1", "2027"))
            #expect(try await house.run("4.2").slips == 0, "asking moves nothing")

            var ruth = await ashmere.visitor("Ruth")
            await ruth.get("/work")
            #expect(ruth.text.contains("New dates to approve"))
            #expect(ruth.link("4.2 Launch the closure form") == request)
            await ruth.get(request)
            await ruth.post(request, DatesHouse.verdict("approve", who: "body"))
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("Name who approved it"))
            await ruth.post(
                request, DatesHouse.verdict("approve", who: "body", body: "the Improvement Board", day: "12"))
            #expect(ruth.text.contains("The date is now 29 January 2027."))
            // 11 December to 29 January: 20 days to the year's end and 29 more are 49, so 7 weeks.
            #expect(ruth.text.contains("first 11 Dec 2026"))
            #expect(ruth.text.contains("7 weeks later, 1 move"))
            #expect(ruth.text.contains("Approved by the Improvement Board, 12 November 2026."))
            await ruth.get("/work")
            #expect(!ruth.text.contains("New dates to approve"))

            let run = try await house.run("4.2")
            #expect(run.firstFinish == PartialDate("2026-12-11"))
            #expect(run.slips == 1)
            #expect(try await house.dates("4.2").map(\.finish.description) == ["2026-12-11", "2027-01-29"])
            await ruth.get("/plans/\(ashmere.plan)/dates?show=slipped")
            #expect(
                ruth.text.contains(
                    "<strong>1 of 24</strong> actions has slipped, by <strong>49 days</strong>"))
            #expect(
                ruth.text.contains("To 29 Jan 2027: Two posts are vacant. Approved by the Improvement Board"))
        }
    }

    @Test func `an earlier date is a move and no slip, and a refusal is kept with its words`() async throws {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            var ruth = await ashmere.visitor("Ruth")
            let first = try await house.ask("4.2", as: "Maya Okonkwo", ("29", "1", "2027"))
            await ruth.get(first)
            await ruth.post(first, DatesHouse.verdict("refuse"))
            #expect(ruth.text.contains("Say why the new date is refused"))
            await ruth.post(first, DatesHouse.verdict("refuse", words: "The form was promised to the court"))
            #expect(ruth.text.contains("The new date is refused. The date stays 11 December 2026."))
            #expect(ruth.text.contains("“The form was promised to the court”"))
            await ruth.post(first, DatesHouse.verdict("approve"))
            #expect(ruth.status == 422 && ruth.text.contains("decided on this already"))

            let second = try await house.ask("4.2", as: "Maya Okonkwo", ("", "11", "2026"))
            await ruth.get(second)
            await ruth.post(second, DatesHouse.verdict("approve"))
            let run = try await house.run("4.2")
            #expect(run.slips == 0)
            // The month stands for its last day, 30 November: 11 days before 11 December.
            #expect(try await house.dates("4.2").last?.finish.last == Day("2026-11-30"))
            await ruth.get("/plans/\(ashmere.plan)/dates?show=moved")
            #expect(ruth.text.contains("11 days earlier"))
            #expect(ruth.text.contains("moved otherwise once"))
        }
    }

    @Test func `nobody decides on a date that they answer for or asked for, by any route`() async throws {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            // Ruth holds the post that answers for 6.2.
            try await house.give("6.2", to: "Improvement Manager")
            let own = try await house.ask("6.2", as: "Ruth", ("26", "2", "2027"))
            var ruth = await ashmere.visitor("Ruth")
            for who in ["me", "body"] {
                await ruth.get(own)
                await ruth.post(own, DatesHouse.verdict("approve", who: who, body: "the Board"))
                #expect(ruth.status == 422)
                #expect(
                    ruth.text.contains("You answer for this action, so somebody else must decide on its date")
                )
            }
            await ruth.get("/work")
            #expect(!ruth.text.contains("New dates to approve"))

            // She asks for Maya's action as its keeper.
            try await house.give("4.2", to: "Head of Children in Need")
            let asked = try await house.ask("4.2", as: "Ruth", ("29", "1", "2027"))
            await ruth.get(asked)
            await ruth.post(asked, DatesHouse.verdict("approve", who: "body", body: "the Board"))
            #expect(ruth.text.contains("You asked for this date, so somebody else must decide on it"))

            // She acts for Maya while Maya is away.
            let delegated = try await house.ask("2.3", as: "Simon", answeringAs: "Head of Children in Need")
            try await house.delegate("Head of Children in Need", to: "Ruth Ashworth-Bello")
            await ruth.get(delegated)
            await ruth.post(delegated, DatesHouse.verdict("approve"))
            #expect(ruth.text.contains("You answer for this action"))

            // A lead has no say at all: the address is not theirs.
            var maya = await ashmere.visitor("Maya Okonkwo")
            await maya.get(own)
            #expect(maya.status == 200)
            await maya.post(own, DatesHouse.verdict("approve"))
            #expect(maya.status == 404)
            for reference in ["6.2", "4.2", "2.3"] {
                #expect(try await house.dates(reference).count == 1, "nothing moved")
            }
            var simon = await ashmere.visitor("Simon")
            await simon.get(own)
            await simon.post(own, DatesHouse.verdict("approve"))
            #expect(simon.text.contains("The date is now 26 February 2027."))
        }
    }

    @Test func `a first date is changed by nobody`() async throws {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            let address = try house.address("4.2")
            var ruth = await ashmere.visitor("Ruth")
            await ruth.get("\(address)/edit")
            #expect(!ruth.text.contains("name=\"when\""))
            #expect(ruth.link("Ask for a new date") == "\(address)/date")
            let form = [
                ("revision", "1"), ("reference", "4.2"), ("text", "Launch it"), ("leads", "Maya Okonkwo"),
            ]
            for when in ["31 March 2027", " "] {
                await ruth.post("\(address)/edit", form + [("when", when), ("first_finish", "2027-03-31")])
                #expect(ruth.status == 422)
                #expect(ruth.text.contains("another date has to be asked for"))
            }
            await ruth.post("\(address)/edit", form)
            #expect(ruth.text.contains("The action is changed."))
            // Neither does changing the area or the plan around it.
            let area = try #require(ruth.link("4 Closing and stepping down"))
            await ruth.get("\(area)/edit")
            await ruth.post(
                "\(area)/edit",
                [
                    ("revision", "1"), ("title", "Closing well"), ("reference", "4"),
                    ("first_finish", "2027-03-31"),
                ])
            #expect(ruth.text.contains("Closing well"))
            // The plan is published again, months later.
            try await house.database.write(for: house.authority) {
                try DatesHouse.publish(ashmere.plan, house.authority, at: Ashmere.now, $0)
            }
            let run = try await house.run("4.2")
            #expect(run.firstFinish == PartialDate("2026-12-11") && !run.isDatedLate)
            #expect(run.firstLocked == DatesHouse.published)
            let dates = try await house.dates("4.2")
            #expect(dates.count == 1 && dates[0].printed.contains("11 December 2026"))
        }
    }

    @Test func `a date given after the plan was published is locked then, and said to be late`() async throws
    {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            let address = try house.address("2.6")
            var ruth = await ashmere.visitor("Ruth")
            await ruth.get("\(address)/edit")
            await ruth.post(
                "\(address)/edit",
                [
                    ("revision", "1"), ("reference", "2.6"), ("text", "Share good plans"), ("leads", ""),
                    ("when", "June 2027"),
                ])
            #expect(ruth.text.contains("Dated late: first given on 20 November 2026"))
            let run = try await house.run("2.6")
            #expect(run.isDatedLate && run.firstFinish?.last == Day("2027-06-30"))
            await ruth.get("/plans/\(ashmere.plan)/dates?show=late")
            #expect(ruth.text.contains("<strong>1 of 24</strong> actions shown"))
        }
    }

    @Test func `who may not ask is told why, and a second question waits for the first`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            let address = try house.address("4.2")
            var tom = await ashmere.visitor("Tom Hallam")
            await tom.get("\(address)/date")
            #expect(tom.status == 422)
            #expect(tom.text.contains("Only who answers for this action"))
            _ = try await house.ask("4.2", as: "Maya Okonkwo", ("29", "1", "2027"))
            var maya = await ashmere.visitor("Maya Okonkwo")
            await maya.get("\(address)/date")
            #expect(maya.text.contains("A new date is asked for already"))
            await maya.post("\(address)/date", DatesHouse.wish(("30", "1", "2027")))
            #expect(maya.status == 422)
            var helen = await ashmere.visitor("Helen Marsh")
            await helen.get("\(address)/date")
            #expect(helen.status == 404)
        }
    }

    @Test func `two who ask at once are both heard`() async throws {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            let address = try house.address("4.2")
            var maya = await ashmere.visitor("Maya Okonkwo")
            await maya.get("\(address)/date")
            let request = try await house.ask("4.2", as: "Maya Okonkwo", ("29", "1", "2027"))
            var ruth = await ashmere.visitor("Ruth")
            await ruth.get(request)
            await ruth.post(request, DatesHouse.verdict("approve"))
            await maya.post(
                "\(address)/date", DatesHouse.wish(("26", "2", "2027"), reason: "Half term falls in it"))
            #expect(maya.status == 422)
            #expect(maya.text.contains("The date was moved while you had this open"))
            #expect(maya.text.contains("Half term falls in it"), "what was typed is kept")
            #expect(maya.text.contains("29 January 2027"), "how it stands is shown")
        }
    }

    @Test func `a following plan takes first dates, moves and slips with it`() async throws {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            let request = try await house.ask("4.2", as: "Maya Okonkwo", ("29", "1", "2027"))
            var ruth = await ashmere.visitor("Ruth")
            await ruth.get(request)
            await ruth.post(request, DatesHouse.verdict("approve"))
            // 2.6 was never dated, so its row can stand for the new plan's: it says 31 March 2027.
            let (old, new) = (try house.id("4.2"), try house.id("2.6"))
            try await house.database.write(for: house.authority) { connection in
                try connection.run(
                    """
                    UPDATE plan_action SET when_text = '31 March 2027', when_kind = 'by', finish = '2027-03-31',
                        finish_last = '2027-03-31' WHERE authority = $1 AND id = $2
                    """, [.id(house.authority), .id(new)])
                try DatesSQL.carry(
                    from: old, to: new,
                    on: .init(
                        reason: "Set by the plan that follows", approver: "the Board",
                        approved: Day(number: 20_777)),
                    house.authority, at: Ashmere.now, by: .init(account: nil, person: nil), connection)
            }
            let run = try await house.run("2.6")
            #expect(run.firstFinish == PartialDate("2026-12-11") && run.slips == 2)
            #expect(
                try await house.dates("2.6").map(\.finish.description)
                    == ["2026-12-11", "2027-01-29", "2027-03-31"])
        }
    }
}

/// The rules alone.
struct DateRules {
    private let today = Day(number: 20_777)

    private func read(_ day: String, _ month: String, _ year: String) -> PartialDateEntry {
        Fields(["d-day": day, "d-month": month, "d-year": year]).partialDate("d", called: "the new finish")
    }

    @Test func `a month is late after its last day, and 29 February is a day in leap years only`() throws {
        let june = try #require(PartialDate("2026-06"))
        #expect(read("", "June", "2026") == .date(june))
        #expect(june.last == Day("2026-06-30"))
        #expect(read("29", "2", "2028") == .date(try #require(PartialDate("2028-02-29"))))
        #expect(
            read("29", "2", "2027") == .wrong("There is no such day as 29 2 2027: correct the new finish"))
        #expect(read("", "13", "2027") == .wrong("There is no such month as 13 2027: correct the new finish"))
        #expect(read("3", "", "2027") == .wrong("Give the month of the new finish"))
        #expect(read("", "", "") == .empty)
    }

    @Test func `a new date lies ahead, differs, and says why`() throws {
        let finish = try #require(PartialDate("2026-12-11"))
        let standing = AskDate.Standing(
            start: PartialDate("2026-10-05"), finish: finish, isLocked: true, isClosed: false, isAsked: false,
            mayAsk: true, dates: 1)
        func refusal(
            _ finish: String, start: String? = nil, reason: String = "Because", _ different: String = "Cover"
        )
            -> AskDate.Refused?
        {
            guard let finish = PartialDate(finish) else { return nil }
            do {
                try AskDate.decide(
                    .init(
                        start: start.flatMap { PartialDate($0) }, finish: finish, reason: reason,
                        different: different), standing, on: today)
                return nil
            } catch { return error }
        }
        #expect(refusal("2027-01-29") == nil)
        #expect(refusal("2026-11") == nil, "the month's last day still lies ahead")
        #expect(refusal("2026-11-19") == .passed)
        #expect(refusal("2026-12-11") == .same)
        #expect(refusal("2027-01-29", start: "2027-02") == .startAfterFinish)
        #expect(refusal("2027-01-29", reason: "") == .reasonMissing)
        #expect(refusal("2027-01-29", "") == .differentMissing)
        #expect(refusal("2026-12-01", "") == nil, "an earlier date needs no promise")
    }

    @Test func `moves are counted by what they did`() {
        let finishes = ["2026-06", "2026-06-30", "2026-09-30", "2026-08-31", "2026-10-15"]
        let count = DateStory.count(finishes.compactMap { PartialDate($0) })
        // June to 30 June is no slip; then later, earlier, later.
        #expect(count.slips == 2 && count.others == 2)
    }

    @Test(arguments: [([], nil), ([7], 7), ([49, 7, 31], 31), ([10, 20], 15)] as [([Int], Int?)])
    func `the middle is the middle`(days: [Int], middle: Int?) {
        #expect(DateStory.middle(days) == middle)
    }
}
