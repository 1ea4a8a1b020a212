import Kernel
import Storage
import Testing

@testable import Plans

/// Who must read a document on a day, and who may say what of it: values in, values out.
struct GuidanceRules {
    // The tree of these tests: the county, under it a service with the teams Harbour and Quay.
    static let county = ID<Node>(1)
    static let service = ID<Node>(2)
    static let harbour = ID<Node>(3)
    static let quay = ID<Node>(4)
    static let anna = ID<Person>(11)
    static let ben = ID<Person>(12)
    static let cara = ID<Person>(13)
    static let issued = Day(number: 20_000)

    static func day(_ offset: Int) -> Day { issued.adding(days: offset) }

    static func membership() -> Membership {
        var membership = Membership()
        membership.nodes = [
            Membership.Node(id: county, name: "County", parent: nil, from: day(-500)),
            Membership.Node(id: service, name: "Service", parent: county, from: day(-500)),
            Membership.Node(id: harbour, name: "Harbour", parent: service, from: day(-500)),
            Membership.Node(id: quay, name: "Quay", parent: service, from: day(-500)),
        ]
        membership.people = [
            anna: Membership.Somebody("Anna"), ben: Membership.Somebody("Ben"),
            cara: Membership.Somebody("Cara"),
        ]
        membership.holdings = [
            Membership.Holding(post: ID(21), node: harbour, person: anna, from: day(-300)),
            Membership.Holding(post: ID(22), node: harbour, person: ben, from: day(-300)),
            Membership.Holding(post: ID(23), node: county, person: cara, from: day(-300)),
        ]
        return membership
    }

    static let toService = ReadingRoll.Issue(
        version: 1, on: issued, readAnew: true, to: [.node(service)])

    static func read(_ person: ID<Person>, version: Int = 1, on offset: Int = 1) -> ReadingRoll.Reading {
        ReadingRoll.Reading(version: version, person: person, on: day(offset))
    }

    @Test func `before the day of issue nobody is to read it`() {
        #expect(ReadingRoll.of([Self.toService], [], Self.membership(), on: Self.day(-1)) == nil)
    }

    @Test func `a part of the authority takes in the teams below it and nobody above`() throws {
        let roll = try #require(ReadingRoll.of([Self.toService], [], Self.membership(), on: Self.issued))
        #expect(roll.outstanding.map(\.name) == ["Anna", "Ben"])
        #expect(roll.sentence == "0 of 2 have read version 1.")
    }

    @Test func `who comes after the issue is to read it, as somebody who joined`() throws {
        var membership = Self.membership()
        let dev = ID<Person>(14)
        membership.people[dev] = Membership.Somebody("Dev")
        membership.holdings.append(
            Membership.Holding(post: ID(24), node: Self.quay, person: dev, from: Self.day(10)))
        let before = try #require(
            ReadingRoll.of([Self.toService], [Self.read(Self.anna)], membership, on: Self.day(9)))
        #expect(before.sentence == "1 of 2 have read version 1.")
        let after = try #require(
            ReadingRoll.of([Self.toService], [Self.read(Self.anna)], membership, on: Self.day(10)))
        #expect(after.joined.map(\.name) == ["Dev"])
        #expect(after.sentence == "1 of 3 have read version 1; one joined since.")
    }

    @Test func `who leaves owes nothing, and what they read stays`() throws {
        var membership = Self.membership()
        membership.people[Self.anna]?.left = Self.day(20)
        membership.holdings[1].until = Self.day(20)
        let lastDay = try #require(
            ReadingRoll.of([Self.toService], [Self.read(Self.anna)], membership, on: Self.day(20)))
        #expect(lastDay.readers.map(\.name) == ["Anna", "Ben"])
        let after = try #require(
            ReadingRoll.of([Self.toService], [Self.read(Self.anna)], membership, on: Self.day(21)))
        #expect(after.readers.isEmpty)
        #expect(after.left.map(\.name) == ["Anna"], "Ben, who had not read it, is asked no more")
    }

    @Test func `who moves inside the list stays on it and has not joined`() throws {
        var membership = Self.membership()
        membership.holdings[0].until = Self.day(4)
        membership.holdings.append(
            Membership.Holding(post: ID(25), node: Self.quay, person: Self.anna, from: Self.day(5)))
        let roll = try #require(
            ReadingRoll.of([Self.toService], [Self.read(Self.anna)], membership, on: Self.day(6)))
        #expect(roll.read.map(\.team) == ["Quay"])
        #expect(roll.joined.isEmpty)
    }

    @Test func `a post is whoever holds it, and a named person is that person wherever they are`() throws {
        let issue = ReadingRoll.Issue(
            version: 1, on: Self.issued, readAnew: true, to: [.post(ID(21)), .person(Self.cara)])
        var membership = Self.membership()
        membership.holdings[0].until = Self.day(2)
        membership.holdings.append(
            Membership.Holding(post: ID(21), node: Self.harbour, person: Self.ben, from: Self.day(3)))
        membership.holdings[2].until = Self.day(2)
        let roll = try #require(ReadingRoll.of([issue], [], membership, on: Self.day(3)))
        #expect(Set(roll.readers.map(\.name)) == ["Ben", "Cara"])
        #expect(roll.joined.map(\.name) == ["Ben"])
    }

    @Test func `a new version is read anew only where the issuer says so`() throws {
        func issue(_ version: Int, anew: Bool) -> ReadingRoll.Issue {
            ReadingRoll.Issue(
                version: version, on: Self.day(version * 10), readAnew: anew, to: [.node(Self.service)])
        }
        let readings = [Self.read(Self.anna)]
        let small = [Self.toService, issue(2, anew: false)]
        #expect(
            ReadingRoll.of(small, readings, Self.membership(), on: Self.day(20))?.sentence
                == "1 of 2 have read version 2.")
        let large = [Self.toService, issue(2, anew: true), issue(3, anew: false)]
        #expect(
            ReadingRoll.of(large, readings, Self.membership(), on: Self.day(30))?.sentence
                == "0 of 2 have read version 3.")
        let again = readings + [Self.read(Self.ben, version: 2, on: 21)]
        #expect(
            ReadingRoll.of(large, again, Self.membership(), on: Self.day(30))?.read.map(\.name) == ["Ben"])
    }

    @Test func `the person whose document it is cannot be named to record its approval`() throws {
        var line = Line()
        line.posts[ID(21)] = Line.PostInLine(title: "Head", reportsTo: nil, holders: [Self.anna])
        line.names = [Self.anna: "Anna", Self.ben: "Ben"]
        let guidance = Guidance(
            id: ID(1), plan: ID(1), kind: .guidance, title: "A note", purpose: "To help",
            accountable: .post(ID(21)), stage: .draft, version: 1, revision: 1)
        func asks(_ recorder: Accountable, due: Int = 5) throws -> Guidance {
            try AskBodies.decide(
                guidance, AskBodies.Form([AskBodies.Body("Board", recorder: recorder, due: Self.day(due))]),
                line, own: [Self.anna], on: Self.issued)
        }
        #expect(throws: AskBodies.Refused.self) { try asks(.post(ID(21))) }
        #expect(throws: AskBodies.Refused.self) { try asks(.person(Self.anna)) }
        #expect(throws: AskBodies.Refused.self) { try asks(.person(Self.ben), due: -1) }
        #expect(try asks(.person(Self.ben)).stage == .approving)
    }
}
