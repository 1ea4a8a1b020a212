import Foundation
import Kernel
import Site
import Testing

@Suite struct FormTests {
    @Test func `a wrong date comes back as it was typed, with what is missing`() async throws {
        let site = try Ashmere.site()
        let key = await site.key(as: "manager")
        let answer = await site.post(
            "/plans/\(Ashmere.plan)/date", as: "manager",
            "form-key=\(key)&due-day=18&due-month=12&due-year=&reason=Trainer+%3Cwithdrew%3E")
        #expect(answer.status == 422)
        #expect(answer.text.contains("<title>Error: Move the date"))
        #expect(answer.text.contains("Error: give the year of the new date"))
        #expect(answer.text.contains("href=\"#due\""))
        #expect(answer.text.contains("value=\"18\""))
        #expect(answer.text.contains("Trainer &lt;withdrew&gt;</textarea>"))
    }

    @Test func `a saved form leads on, and the next page says so once`() async throws {
        let site = try Ashmere.site()
        let key = await site.key(as: "manager")
        let answer = await site.post(
            "/plans/\(Ashmere.plan)/date", as: "manager",
            "form-key=\(key)&due-day=5&due-month=9&due-year=2026")
        #expect(answer.status == 303)
        #expect(answer.header("location") == "/plans/\(Ashmere.plan)")
        let cookie = try #require(answer.header("set-cookie")).prefix { $0 != ";" }
        let next = await site.get("/plans/\(Ashmere.plan)", as: "manager", cookies: String(cookie))
        #expect(next.text.contains("The new date is 5 September 2026."))
        #expect(next.header("set-cookie")?.contains("Max-Age=0") == true)
        let forged = String(cookie).replacingOccurrences(of: "notice=", with: "notice=A")
        let third = await site.get("/plans/\(Ashmere.plan)", as: "manager", cookies: forged)
        #expect(!third.text.contains("5 September"))
    }

    @Test func `a form without this session's key changes nothing`() async throws {
        let site = try Ashmere.site()
        let others = await site.key(as: "manager-of-plan")
        for key in ["", others, "x"] {
            let answer = await site.post(
                "/plans/\(Ashmere.plan)/date", as: "manager", "form-key=\(key)&due-day=5")
            #expect(answer.status == 403)
        }
    }

    @Test(arguments: ["manager", "nobody"])
    func `a form that outlived its session is given back whole, and sent again under the new one's key`(
        name: String
    ) async throws {
        let site = try Ashmere.site()
        let path = "/plans/\(Ashmere.plan)/date"
        let typed = "due-day=5&due-month=9&due-year=2026&reason=Trainer+%3Cwithdrew%3E"
        let ours = [("sec-fetch-site", "same-origin"), ("content-length", "99")]
        let given = await site.post(path, as: name, "form-key=old&\(typed)", headers: ours)
        #expect(given.status == 403)
        #expect(given.text.contains("name=\"reason\" value=\"Trainer &lt;withdrew&gt;\""))
        #expect(!given.text.contains("value=\"old\""))
        // Elsewhere's form is not shown back, let alone offered for sending.
        let theirs = await site.post(path, as: name, "form-key=old&\(typed)")
        #expect(theirs.status == 403 && !theirs.text.contains("withdrew"))
        let key = await site.key(as: "manager")
        let sent = await site.post(path, as: "manager", "form-key=\(key)&\(typed)", headers: ours)
        #expect(sent.status == 303)
    }

    @Test(arguments: [
        ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example"),
        ("origin", "null"),
    ])
    func `a form from another site changes nothing even with the key`(name: String, value: String)
        async throws
    {
        let site = try Ashmere.site()
        let key = await site.key(as: "manager")
        let answer = await site.post(
            "/plans/\(Ashmere.plan)/date", as: "manager",
            "form-key=\(key)&due-day=5&due-month=9&due-year=2026",
            headers: [(name, value), ("host", "plumbline.example")])
        #expect(answer.status == 403)
    }

    @Test func `an uploaded file keeps its bytes and loses its folders`() async throws {
        let site = try Ashmere.site()
        let key = await site.key(as: "manager")
        let body =
            "--xYz\r\nContent-Disposition: form-data; name=\"form-key\"\r\n\r\n\(key)\r\n"
            + "--xYz\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nPhase 2\r\n"
            + "--xYz\r\nContent-Disposition: form-data; name=\"document\"; filename=\"C:\\\\plans\\\\a b.docx\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n\r\n--xY\r\n1\r\n--xYz--\r\n"
        let answer = await site.post(
            "/plans/\(Ashmere.plan)/file", as: "manager", body, type: "multipart/form-data; boundary=xYz")
        #expect(answer.text.contains("a b.docx of 9 for Phase 2"))
    }

    @Test(arguments: [
        "--xYz", "--xYz\r\n", "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb", "junk", "",
    ])
    func `a broken upload is a bad request, not a fault`(body: String) async throws {
        let site = try Ashmere.site()
        let answer = await site.post(
            "/plans/\(Ashmere.plan)/file", as: "manager", body, type: "multipart/form-data; boundary=xYz")
        #expect(answer.status == 400)
    }

    @Test func `a form larger than a form may be is refused`() async throws {
        let site = try Ashmere.site()
        let answer = await site.post(
            "/plans/\(Ashmere.plan)/date", as: "manager", "a=" + String(repeating: "b", count: 1 << 20))
        #expect(answer.status == 413)
    }
}
