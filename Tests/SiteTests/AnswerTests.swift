import Foundation
import Kernel
import Synchronization
import Testing

@testable import Site

@Suite struct AnswerTests {
    @Test func `a fault shows a reference and nothing else, and the log has the rest`() async throws {
        let lines = Mutex<[RequestRecord]>([])
        let site = try Ashmere.site { record in lines.withLock { $0.append(record) } }
        let answer = await site.get("/fault?name=child", as: "manager")
        let record = try #require(lines.withLock { $0.last })
        #expect(answer.status == 500)
        #expect(answer.text.contains(record.id))
        #expect(!answer.text.contains("hunter2") && !answer.text.contains("Broken"))
        #expect(record.remark?.contains("Broken") == true)
        #expect(!record.line.contains("child"))
    }

    @Test func `a refused visit stands in the log`() async throws {
        let lines = Mutex<[RequestRecord]>([])
        let site = try Ashmere.site { record in lines.withLock { $0.append(record) } }
        _ = await site.get("/plans/0000000000008", as: "reader")
        let record = try #require(lines.withLock { $0.last })
        #expect(record.remark == "refused: scope")
        #expect(record.account == ID(21))
        #expect(record.route == "/plans/{plan}")
    }

    @Test func `every page forbids what it does not need`() async throws {
        let answer = try await Ashmere.site().get("/own", as: "manager")
        #expect(answer.header("content-security-policy")?.contains("default-src 'none'") == true)
        #expect(answer.header("cache-control") == "no-store")
        #expect(answer.header("x-content-type-options") == "nosniff")
        #expect(!answer.text.contains("style=") && !answer.text.contains("<script>"))
    }

    @Test(arguments: [
        ("GET", "/health", 200), ("GET", "/robots.txt", 200), ("GET", "/.well-known/security.txt", 200),
        ("DELETE", "/own", 405), ("POST", "/own", 405), ("GET", "/%zz", 404), ("GET", "/own?a=%ff", 400),
        ("GET", "//evil.example/", 404), ("GET", "/../own", 404), ("HEAD", "/own", 200),
    ])
    func `plain questions get plain answers`(method: String, target: String, status: Int) async throws {
        let answer = try await Ashmere.site().answer(
            Inquiry(method, target, headers: [("cookie", "__Host-plumbline=manager")]))
        #expect(answer.status == status)
    }

    @Test func `a file is kept, never shown, and keeps its name`() async throws {
        let answer = try await Ashmere.site().get("/plans/0000000000007/export", as: "reader")
        #expect(
            answer.header("content-disposition")
                == "attachment; filename=\"Plan ___ 1.csv\"; filename*=UTF-8''Plan%20%E2%80%93%201.csv")
    }

    @Test func `an asset is smaller for who can unpack it`() async throws {
        let site = try Ashmere.site()
        let path = Assets.stylesheet.path
        let plain = await site.answer(Inquiry("GET", path))
        let packed = await site.answer(Inquiry("GET", path, headers: [("accept-encoding", "gzip, br")]))
        #expect(packed.header("content-encoding") == "gzip")
        #expect(packed.body.starts(with: [0x1F, 0x8B]))
        #expect(packed.body.count * 3 < plain.body.count)
    }

    @Test func `the page's assets are there, and may be kept for ever`() async throws {
        let site = try Ashmere.site()
        let page = await site.get("/own", as: "manager").text
        let start = try #require(page.range(of: "href=\"/assets/plumbline-")?.lowerBound)
        let path = page[start...].dropFirst(6).prefix { $0 != "\"" }
        let answer = await site.get(String(path))
        #expect(answer.status == 200)
        #expect(answer.header("cache-control")?.contains("immutable") == true)
    }
}
