import Kernel
import Storage
import Testing

@testable import Plans

/// Who may judge whose work, over small organisations made by hand.
struct IndependenceTests {
    // A director, under her a vacant post, under that a head of service, under him a team manager.
    private static let director = ID<Post>(1), vacant = ID<Post>(2), head = ID<Post>(3), team = ID<Post>(4)
    private static let audit = ID<Post>(5)
    private static let dora = ID<Person>(11), hugh = ID<Person>(13), tess = ID<Person>(14)
    private static let anna = ID<Person>(15), olive = ID<Person>(16)

    private static func line(_ change: (inout Line) -> Void = { _ in }) -> Line {
        var line = Line()
        line.names = [dora: "Dora", hugh: "Hugh", tess: "Tess", anna: "Anna", olive: "Olive"]
        line.posts = [
            director: .init(title: "Director", reportsTo: nil, holders: [dora]),
            vacant: .init(title: "Assistant Director", reportsTo: director, holders: []),
            head: .init(title: "Head", reportsTo: vacant, holders: [hugh]),
            team: .init(title: "Team Manager", reportsTo: head, holders: [tess]),
            audit: .init(title: "Auditor", reportsTo: nil, holders: [anna]),
        ]
        change(&line)
        return line
    }

    private static func no(
        _ person: ID<Person>?, of accountable: Accountable?, authors: [Independence.Author] = [],
        _ change: (inout Line) -> Void = { _ in }
    ) -> String? {
        Independence(line(change), of: accountable, authors: authors).whyNot(person)?.sentence
    }

    private static let suffix = ", so somebody else must judge it"

    @Test func `somebody outside the line is independent, and so is somebody above`() {
        #expect(Self.no(Self.anna, of: .post(Self.head)) == nil)
        #expect(Self.no(Self.dora, of: .post(Self.head)) == nil)
        #expect(Self.no(Self.olive, of: .person(Self.hugh)) == nil, "who holds no post reports to nobody")
    }

    @Test func `whoever answers is not, as a person, by a post, or for another`() {
        #expect(Self.no(Self.hugh, of: .person(Self.hugh)) == "Hugh answers for this action" + Self.suffix)
        #expect(
            Self.no(Self.hugh, of: .post(Self.head)) == "Hugh answers for this action as Head" + Self.suffix)
        #expect(
            Self.no(Self.anna, of: .person(Self.hugh)) { $0.delegates[.person(Self.hugh)] = [Self.anna] }
                == "Anna acts for Hugh, who answers for this action" + Self.suffix)
        #expect(
            Self.no(Self.anna, of: .post(Self.head)) { $0.delegates[.post(Self.head)] = [Self.anna] }
                == "Anna acts for the post Head, which answers for this action" + Self.suffix)
        #expect(
            Self.no(Self.anna, of: .post(Self.head)) { $0.delegates[.person(Self.hugh)] = [Self.anna] }
                == "Anna acts for Hugh, who answers for this action" + Self.suffix, "of the post's holder")
    }

    @Test func `nobody below whoever answers is, at any distance`() {
        #expect(
            Self.no(Self.tess, of: .person(Self.hugh))
                == "Tess reports to Hugh, who answers for this action" + Self.suffix)
        #expect(
            Self.no(Self.tess, of: .person(Self.dora))
                == "Tess reports, through others, to Dora, who answers for this action" + Self.suffix,
            "past a vacant post")
        #expect(
            Self.no(Self.tess, of: .post(Self.vacant))
                == "Tess reports, through others, to the post Assistant Director, which answers for this action"
                + Self.suffix, "and below a vacant post that answers")
    }

    @Test func `a second post, a delegation and a shared post are in the line too`() {
        #expect(
            Self.no(Self.anna, of: .person(Self.hugh)) {
                $0.posts[Self.team]?.holders = [Self.tess, Self.anna]
            }
                == "Anna reports to Hugh, who answers for this action" + Self.suffix)
        #expect(
            Self.no(Self.anna, of: .person(Self.hugh)) { $0.delegates[.post(Self.team)] = [Self.anna] }
                == "Anna reports to Hugh, who answers for this action" + Self.suffix,
            "while she acts for Tess")
        #expect(
            Self.no(Self.tess, of: .person(Self.olive)) {
                $0.posts[Self.head]?.holders = [Self.hugh, Self.olive]
            }
                == "Tess reports to Olive, who answers for this action" + Self.suffix, "either of two holders"
        )
        #expect(
            Self.no(Self.tess, of: .person(Self.olive)) { $0.delegates[.post(Self.head)] = [Self.olive] }
                == "Tess reports to Olive, who answers for this action" + Self.suffix,
            "who acts for her manager")
    }

    @Test func `whoever reports to somebody who acts for the owner is not`() {
        // Olive acts for Anna, who answers; Tess reports to Olive.
        let sentence = Self.no(Self.tess, of: .person(Self.anna)) {
            $0.delegates[.person(Self.anna)] = [Self.olive]
            $0.posts[Self.head]?.holders = [Self.olive]
        }
        #expect(
            sentence == "Tess reports to Olive, who acts for Anna, who answers for this action" + Self.suffix)
    }

    @Test func `whoever proposed is as an owner, whoever added evidence only for themselves`() {
        let proposed = [Independence.Author.owner(Self.hugh, "proposed to close this action")]
        #expect(
            Self.no(Self.hugh, of: .person(Self.anna), authors: proposed)
                == "Hugh proposed to close this action" + Self.suffix)
        #expect(
            Self.no(Self.tess, of: .person(Self.anna), authors: proposed)
                == "Tess reports to Hugh, who proposed to close this action" + Self.suffix)
        let added = [Independence.Author.other(Self.hugh, "added this evidence")]
        #expect(
            Self.no(Self.hugh, of: .person(Self.anna), authors: added) == "Hugh added this evidence"
                + Self.suffix)
        #expect(Self.no(Self.tess, of: .person(Self.anna), authors: added) == nil)
    }

    @Test func `an account of nobody, somebody who left and an action of nobody are refused`() {
        #expect(Self.no(nil, of: .person(Self.hugh))?.contains("not tied to a person") == true)
        #expect(Self.no(ID(99), of: .person(Self.hugh))?.contains("not in the organisation") == true)
        #expect(Self.no(Self.anna, of: nil)?.contains("Nobody answers for this action yet") == true)
    }

    @Test(.timeLimit(.minutes(1))) func `rings in the data end`() {
        let ring: (inout Line) -> Void = { line in
            line.posts[Self.director]?.reportsTo = Self.team
            line.posts[Self.audit]?.reportsTo = Self.audit
        }
        #expect(Self.no(Self.anna, of: .person(Self.hugh), ring) == nil)
        #expect(Self.no(Self.dora, of: .person(Self.hugh), ring)?.contains("reports, through others") == true)
        #expect(Self.no(Self.anna, of: .post(Self.audit), ring) != nil)
    }

    /// The rule again, in the plainest words there are, over every line of three posts and three people.
    @Test func `it never lets through somebody whom the plain rule keeps out, nor keeps out another`() {
        let posts = [ID<Post>(1), ID<Post>(2), ID<Post>(3)]
        let people = [ID<Person>(11), ID<Person>(12), ID<Person>(13)]
        let above: [ID<Post>?] = [nil] + posts
        let holders: [Set<ID<Person>>] = [[], [people[0]], [people[1]], [people[2]], [people[0], people[1]]]
        var seen = 0
        for first in above {
            for second in above {
                for third in above {
                    for a in holders {
                        for b in holders {
                            for c in holders {
                                var line = Line()
                                line.names = [people[0]: "A", people[1]: "B", people[2]: "C"]
                                for (post, up, who) in zip3(posts, [first, second, third], [a, b, c]) {
                                    line.posts[post] = .init(title: "\(post)", reportsTo: up, holders: who)
                                }
                                for judge in people where judge != people[0] {
                                    let answer = Independence(line, of: .person(people[0]), authors: [])
                                        .whyNot(judge)
                                    let isBelow = line.managers(of: judge).contains(people[0])
                                    #expect((answer != nil) == isBelow)
                                    seen += 1
                                }
                            }
                        }
                    }
                }
            }
        }
        #expect(seen == 16_000)
    }

    private func zip3<A, B, C>(_ a: [A], _ b: [B], _ c: [C]) -> [(A, B, C)] {
        zip(a, zip(b, c)).map { ($0, $1.0, $1.1) }
    }
}
