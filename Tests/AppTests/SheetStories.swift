import Kernel
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// A list taken away as it stands.
struct SheetStories {
    @Test func `a list is taken away as a file by whoever sees it, and the journal keeps that it was`()
        async throws
    {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/plans")
            let address = try #require(ruth.link("CSV"))
            #expect(address == "/plans?as=csv")
            await ruth.get(address)
            #expect(ruth.header("content-type") == "text/csv; charset=utf-8")
            #expect(ruth.text.hasPrefix("\u{FEFF}Plan,Version,Dated,Stands\r\n"))
            await ruth.get("/plans?as=exe")
            #expect(ruth.status == 404)
            await ruth.get("/journal?kind=list.exported")
            #expect(ruth.text.contains("list.exported"))
        }
    }
}
