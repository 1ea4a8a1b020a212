import Kernel
import Plans
import SiteTesting
import Storage
import Testing

@testable import App

/// Who acts for whom, kept by who keeps the organisation.
struct DelegateStories {
    @Test func `somebody acts for a post from a day until a day, and answers with it`() async throws {
        try await Ashmere.with { house in
            let post = try await house.post("Head of Children in Need")
            let grace = try await house.who("Grace")
            var ruth = await house.visitor("Ruth")
            let page = "/organisation/posts/\(post)/delegates/add"
            await ruth.get(page)
            #expect(ruth.text.contains("They act under their own name"))
            let form = [("delegate", "\(grace)"), ("reason", "Leave")].on("from", 1, 11, 2026)
            await ruth.post(page, form)
            #expect(
                ruth.text.contains(
                    "Grace O&#39;Malley acts for the post Head of Children in Need from 1 November 2026"))
            await ruth.get("/organisation/people/\(grace)")
            #expect(ruth.text.contains("Acts for") && ruth.text.contains("The post Head of Children in Need"))
            // She answers for what the post answers for, and so does not judge it.
            let action = try await house.action("5.2")
            try await house.answers(.post(post), for: action)
            var visitor = await house.visitor("Grace")
            await visitor.get("/plans/\(house.plan)/actions/\(action)/closing/proposal")
            await visitor.post(
                "/plans/\(house.plan)/actions/\(action)/closing/proposal",
                [("different", "Each case is looked at")].on("done", 1, 11, 2026))
            #expect(
                visitor.text.contains(
                    "Grace O&#39;Malley for Head of Children in Need (Maya Okonkwo) says so"))
            await ruth.get("/organisation/posts/\(post)")
            let until = try #require(ruth.link("Until when<span class=\"hidden\"> Grace"))
            await ruth.get(until)
            await ruth.post(until, [("revision", "1")].on("until", 19, 11, 2026))
            #expect(ruth.text.contains("until 19 November 2026"))
            await ruth.post(until, [("revision", "1")].on("until", 30, 11, 2026))
            #expect(ruth.status == 422 && ruth.text.contains("Somebody changed this"))
        }
    }

    @Test func `nobody acts for themselves, for a post they hold, twice, or after they left`() async throws {
        try await Ashmere.with { house in
            let post = try await house.post("Head of Children in Need")
            let maya = try await house.who("Maya")
            let paul = try await house.who("Paul")
            try await house.run("UPDATE person SET left_on = '2026-12-31' WHERE id = $1", [.id(paul)])
            var ruth = await house.visitor("Ruth")
            func form(_ person: ID<Person>) -> [(String, String)] {
                [("delegate", "\(person)"), ("reason", "Leave")].on("from", 1, 11, 2026)
            }
            for (address, person, why) in [
                ("people/\(maya)", maya, "Maya Okonkwo cannot act for themselves"),
                ("posts/\(post)", maya, "Maya Okonkwo holds the post then"),
                ("people/\(maya)", paul, "Paul Idris Hale leaves on 31 December 2026"),
            ] {
                await ruth.get("/organisation/\(address)/delegates/add")
                await ruth.post("/organisation/\(address)/delegates/add", form(person))
                #expect(ruth.status == 422 && ruth.text.contains(why), "\(why)")
            }
            let grace = try await house.who("Grace")
            for status in [200, 422] {
                await ruth.get("/organisation/people/\(maya)/delegates/add")
                await ruth.post("/organisation/people/\(maya)/delegates/add", form(grace))
                #expect(ruth.status == status)
            }
            #expect(ruth.text.contains("acts for them already, from 1 November 2026"))
            // A ring is nobody's harm: Maya acts for Grace too.
            await ruth.get("/organisation/people/\(grace)/delegates/add")
            await ruth.post("/organisation/people/\(grace)/delegates/add", form(maya))
            #expect(ruth.status == 200)
            var grace2 = await house.visitor("Grace")
            await grace2.get("/organisation/people/\(maya)/delegates/add")
            #expect(grace2.status == 404, "who reads the organisation does not keep it")
        }
    }
}
