import Kernel
import SiteTesting
import StorageTesting
import Testing

@testable import App

/// The short guides of the roles, in the product.
struct GuideStories {
    @Test(arguments: Role.allCases)
    func `what a role's guide leads to opens for an account of that role`(role: Role) async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            let somebody = try #require(ExampleOrganisation.people.first { $0.roles.contains(role) })
            var visitor = await house.visitor(somebody.name)
            await visitor.get("/guide/\(role.guideName)")
            #expect(visitor.status == 200)
            let guide = RoleGuide.of(role)
            #expect(guide.role == role)
            for page in Set(guide.week.compactMap(\.page)) {
                await visitor.get("/guide/\(role.guideName)")
                #expect(visitor.links.contains(page.address), "\(role) is led to \(page.address)")
                await visitor.get(page.address)
                #expect(visitor.status == 200, "\(role) at \(page.address)")
            }
        }
    }

    @Test func `one's own roles stand first, and the guides of others lead nowhere`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            var lucy = await house.visitor("Lucy")
            await lucy.get("/work")
            #expect(lucy.link("How to use Plumbline") == "/guide")
            await lucy.get("/guide")
            #expect(lucy.text.contains("<h2>Social worker</h2>"))
            #expect(lucy.link("Programme manager") == "/guide/programme-manager")
            await lucy.get("/guide/programme-manager")
            #expect(lucy.text.contains("You keep the plan"))
            #expect(!lucy.links.contains("/import"))
            await lucy.get("/guide/nobody")
            #expect(lucy.status == 404)
        }
    }
}
