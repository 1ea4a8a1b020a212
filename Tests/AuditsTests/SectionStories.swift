import SiteTesting
import Testing

/// The section's pages before anything is in them.
struct SectionStories {
    @Test func `everybody but the administrator finds the section, and is told what it will hold`()
        async throws
    {
        try await House.with { house in
            for name in house.officers.keys.sorted() where name != "Victor Stroud" {
                var visitor = house.visitor(name)
                await visitor.get("/audits")
                #expect(visitor.status == (name == "Priya Nair" ? 404 : 200), "\(name)")
            }
            var grace = house.visitor("Grace O'Malley")
            for path in ["mine", "safety", "actions", "cohorts", "schedules", "tools"] {
                await grace.get("/audits/\(path)")
                #expect(grace.status == 200 && grace.text.contains("class=\"lead\""), "\(path)")
            }
        }
    }
}
