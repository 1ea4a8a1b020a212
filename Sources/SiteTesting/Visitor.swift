import Kernel
package import Site

/// Somebody's browser against the whole site, in process: keeps cookies and the key of the form last seen.
package struct Visitor {
    let site: Site
    private var cookies: [String: String] = [:]
    private var key = ""
    package private(set) var status = 0
    package private(set) var text = ""
    package private(set) var headersOfAnswer: [(name: String, value: String)] = []
    /// Where the last answer came from, after redirects.
    package private(set) var address = ""

    package init(_ site: Site) {
        self.site = site
    }

    /// Carries that session from here on.
    package mutating func hold(_ token: String) { cookies["__Host-plumbline"] = token }

    package mutating func get(_ path: String) async {
        await send(Inquiry("GET", path, headers: headers()))
    }

    package mutating func post(_ path: String, _ fields: [(String, String)] = [], withKey: Bool = true) async
    {
        var sent = Fields()
        if withKey { sent.add("form-key", key) }
        // A name may come many times, as ticked boxes send it.
        for (name, value) in fields { sent.add(name, value) }
        let body = Array(Query(sent).suffix.dropFirst().utf8)
        await send(
            Inquiry("POST", path, headers: headers("application/x-www-form-urlencoded")) { _ in body })
    }

    /// Sends a file as a browser's form does.
    package mutating func upload(
        _ bytes: [UInt8], named name: String, to path: String, _ fields: [(String, String)] = []
    ) async {
        await upload([(bytes, name)], to: path, fields)
    }

    /// Sends several files chosen together.
    package mutating func upload(
        _ files: [(bytes: [UInt8], name: String)], to path: String, _ fields: [(String, String)] = []
    ) async {
        var body: [UInt8] = []
        for (name, value) in [("form-key", key)] + fields {
            body += Array(
                "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            body += Array(
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n\r\n"
                    .utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--edge--\r\n".utf8)
        let sent = body
        await send(
            Inquiry("POST", path, headers: headers("multipart/form-data; boundary=edge")) { limit in
                guard sent.count <= limit else { throw TooLarge() }
                return sent
            })
    }

    private func headers(_ type: String? = nil) -> [(name: String, value: String)] {
        [("cookie", cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))]
            + (type.map { [("content-type", $0)] } ?? [])
    }

    private mutating func send(_ inquiry: Inquiry) async {
        let answer = await site.answer(inquiry)
        for header in answer.headers where header.name == "set-cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
        }
        (status, text, address) = (answer.status, answer.text, inquiry.target)
        headersOfAnswer = answer.headers
        if let found = value(after: "name=\"form-key\" value=\"") { key = found }
        if answer.status == 303, let location = answer.header("location") {
            await get(String(location.prefix { $0 != "#" }))
        }
    }

    /// The bytes at that address; none where the answer is no file.
    package mutating func file(_ path: String) async -> [UInt8] {
        let answer = await site.answer(Inquiry("GET", path, headers: headers()))
        return answer.status == 200 && answer.header("content-disposition") != nil ? answer.body : []
    }

    package func header(_ name: String) -> String? { headersOfAnswer.first { $0.name == name }?.value }

    /// What stands on the page between those words and the next quote.
    package func value(after start: String) -> String? {
        text.firstRange(of: start).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// The address of the first link with those words.
    package func link(_ words: String) -> String? {
        for part in text.split(separator: "<a ").dropFirst() {
            guard let close = part.firstIndex(of: ">"), part[part.index(after: close)...].hasPrefix(words),
                let range = part.firstRange(of: "href=\"")
            else { continue }
            return String(part[range.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        }
        return nil
    }

    /// Every local address that the page links to.
    package var links: [String] {
        text.split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            .filter { $0.hasPrefix("/") && !$0.hasPrefix("/assets/") }
            .map { String($0.prefix { $0 != "#" }).replacing("&amp;", with: "&") }
    }
}
