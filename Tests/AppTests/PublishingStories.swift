import Foundation
import Kernel
import PlanFormat
import Site
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// Publishing a version, seeing two side by side, and a plan that follows.
struct PublishingStories {
    private static let form = [
        "name": "1.0", "approvedBy": "the Improvement Board", "approvedWords": "Agreed",
    ]
    .on("approvedOn", 9, 2, 2026)

    @Test func `a version waits for its errors, then is kept with who, when and the hash of its file`()
        async throws
    {
        try await VersionsHouse.with { house in
            let action = try #require(try await house.action("2.1"))
            var ruth = try await house.keeper(at: "2026-02-10T10:00")
            await ruth.change(action, of: house.plan, leads: "")
            let address = "/plans/\(house.plan)/versions/new"
            await ruth.get(address)
            #expect(ruth.sees("Mend or accept these first"))
            let revision = { (browser: HouseBrowser) in
                browser.text.firstRange(of: "name=\"revision\" value=\"").map {
                    String(browser.text[$0.upperBound...].prefix { $0 != "\"" })
                } ?? ""
            }
            var form = Self.form
            form["revision"] = revision(ruth)
            await ruth.post(address, form)
            #expect(ruth.status == 422 && ruth.sees("of the checks"))
            // The board stands by what is open.
            try await house.standByErrors()
            await ruth.get(address)
            await ruth.post(address, form.merging(["approvedBy": ""]) { $1 })
            #expect(ruth.status == 422 && ruth.sees("Say which body approved it"))
            await ruth.post(address, form.on("approvedOn", 11, 2, 2026))
            #expect(ruth.status == 422 && ruth.sees("The day of approval cannot be ahead"))
            await ruth.post(address, form)
            #expect(ruth.sees("Version 1 is published. The first dates are locked"))
            #expect(ruth.sees("The board knows"))
            // The old page is older than the plan now.
            await ruth.post(address, form)
            #expect(ruth.status == 422 && ruth.sees("The plan was changed while you had this page open"))

            let file = try await house.bytes("/plans/\(house.plan)/versions/1/export/json")
            #expect(String(decoding: file, as: UTF8.self).contains("\"format\": \"plumbline.version/1\""))
            await ruth.get("/plans/\(house.plan)/versions/1")
            #expect(ruth.sees(try Self.sha256(of: file)))
            let run = try #require(try await house.running()?.actions[action.id]?.run)
            #expect(run.firstFinish == PartialDate("2026-06-30"))
        }
    }

    /// By the machine's own program: a source outside the code under test.
    private static func sha256(of bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let program = Process()
        program.executableURL = URL(filePath: "/usr/bin/sha256sum")
        program.arguments = [file.path]
        let pipe = Pipe()
        program.standardOutput = pipe
        try program.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        program.waitUntilExit()
        return String(String(decoding: said, as: UTF8.self).prefix { $0 != " " })
    }

    @Test func `an analyst reads the versions and publishes none`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            var maya = await house.visitor("Maya")
            await maya.get("/plans/\(house.plan)/versions")
            #expect(maya.status == 200 && maya.text.contains("no version of it has been published"))
            #expect(!maya.text.contains("Publish a version"))
            await maya.post("/plans/\(house.plan)/versions/new", [])
            #expect(maya.status == 404)
        }
    }

    @Test func `two versions stand side by side, with words marked and moved dates counted`() async throws {
        try await VersionsHouse.with { house in
            var ruth = try await house.keeper(at: "2026-02-10T10:00")
            _ = try await house.publish("First")
            ruth = try await house.keeper(at: "2026-03-10T10:00")
            let action = try #require(try await house.action("1.2"))
            await ruth.change(action, of: house.plan, text: "Publish a standard for visiting")
            try await house.move(try #require(try await house.action("1.1")).id, to: "2026-06-30")
            ruth = try await house.keeper(at: "2026-04-10T10:00")
            #expect(try await house.publish("Second") == 2)
            await ruth.get("/plans/\(house.plan)/versions/compare?from=v1&to=v2")
            #expect(ruth.sees("Between version 1, First and version 2, Second"))
            #expect(ruth.sees("<mark>visiting</mark>") && ruth.sees("<mark>for visiting</mark>"))
            #expect(ruth.sees("1 with another finish"))
            await ruth.get("/plans/\(house.plan)/versions/compare?from=v1&to=v2&only=moved")
            #expect(ruth.sees("<mark>April</mark>") && !ruth.sees("<mark>for visiting</mark>"))
            await ruth.get("/plans/\(house.plan)/versions/compare?from=2026-02-28&to=v1")
            #expect(ruth.status == 200)
            await ruth.get("/plans/\(house.plan)/versions")
            #expect(ruth.sees("<strong>2 versions</strong> published"))
        }
    }

    @Test func `a following plan keeps first dates and slips, and the old action says where it went`()
        async throws
    {
        try await VersionsHouse.with { house in
            var ruth = try await house.keeper(at: "2026-02-10T10:00")
            _ = try await house.publish("First")
            let action = try #require(try await house.action("1.1"))
            ruth = try await house.keeper(at: "2026-03-10T10:00")
            try await house.move(action.id, to: "2026-06-30")
            let (author, at) = (house.officer, house.now)
            let (old, other) = (action.id, try #require(try await house.action("1.2")).id)
            try await house.app.database.write { connection in
                try StepsSQL.insert(
                    ActionStep(
                        id: .make(at: at), revision: 1, text: "Agree the form",
                        due: at.inLondon.day.adding(days: 30), done: nil),
                    of: old, house.plan, by: author, at: at, connection)
                try StepsSQL.insert(
                    ActionWait(id: .make(at: at), action: old, waitsFor: other, why: "The form comes first"),
                    by: author, at: at, connection)
            }
            await ruth.get("/plans/\(house.plan)/follow")
            #expect(ruth.sees("1.1 See every child alone"))
            await ruth.post("/plans/\(house.plan)/follow", ["title": "Second phase"])
            #expect(ruth.status == 422 && ruth.sees("Choose at least one action"))
            await ruth.post(
                "/plans/\(house.plan)/follow", ["title": "Second phase", "action": action.id.description])
            #expect(ruth.sees("Second phase is begun."))
            let id = try #require(
                ID<PlanRecord>(String(ruth.address.split(separator: "/").last?.prefix { $0 != "?" } ?? "")))
            let (authority, today) = (house.authority, house.now.inLondon.day)
            let plan = try await house.app.database.read {
                try RunningPlan.read($0, authority, id, at: nil, on: today)
            }
            let following = try #require(plan)
            #expect(following.plan.actions.map(\.value.reference) == ["1.1"])
            let run = try #require(following.actions.values.first?.run)
            #expect(run.firstFinish == PartialDate("2026-04-30"))
            #expect(run.slips == 1)
            #expect(run.carriedFrom == action.id)
            let new = try #require(following.plan.actions.first?.id)
            let (steps, waits) = try await house.app.database.read { connection in
                (
                    try StepsSQL.steps(of: new, authority, connection),
                    try StepsSQL.waits(authority, connection).filter { $0.action == new }
                )
            }
            #expect(steps.map(\.text) == ["Agree the form"])
            #expect(waits.map(\.waitsFor) == [other])
            await ruth.get("/plans/\(house.plan)/actions/\(action.id)")
            #expect(ruth.sees("Goes on in “Second phase” as 1.1"))
        }
    }
}

extension VersionsHouse {
    func standByErrors() async throws {
        let (plan, officer, now) = (plan, officer, now)
        try await app.database.write { connection in
            try Self.standByErrors(plan, officer, now, connection)
        }
    }
}
