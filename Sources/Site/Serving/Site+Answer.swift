import Kernel
import Markup
import Sheets

extension Site {
    /// Turns a handler's reply into bytes and headers.
    func answer(_ reply: Reply, to visit: Visit, _ course: inout Course) async throws -> Answer {
        switch reply.session {
        case .keep: break
        case .begin(let token): course.cookiesToSet.append(Cookies.set(Cookies.session, token))
        case .end: course.cookiesToSet.append(Cookies.clear(Cookies.session))
        }
        switch reply.kind {
        case .page(let page, let status):
            if status == 200, let sheet = page.sheet, let format = try TakeAway.format(visit) {
                return try await answer(sheet, as: format, to: visit, course)
            }
            return try await answer(page, status: status, to: visit, &course)
        case .redirect(let address, let notice):
            if let notice {
                let cookie = NoticeCookie.make(notice, now: course.now, key: siteKey)
                course.cookiesToSet.append(Cookies.set(Cookies.notice, cookie, seconds: 60))
            }
            return redirect(to: address, &course)
        case .file(let file):
            let headers = [("content-type", file.type), ("content-disposition", file.disposition)]
            return Answer(status: 200, headers: headers + setCookies(course), body: file.bytes)
        case .notFound: throw NotFound()
        }
    }

    /// The list of a page as a file; who may see the page may take its list away.
    private func answer(
        _ sheet: Sheet, as format: SheetFormat, to visit: Visit, _ course: Course
    ) async throws -> Answer {
        let pages = try await SheetPages(sheet, standing: FrameView.standing(visit))
        let bytes = try await pages.bytes(as: format)
        if let officer = visit.officer {
            try await settings.listTaken(
                TakenList(
                    officer: officer, at: visit.now, route: course.route,
                    plan: ID(visit.parameters["plan"] ?? ""), format: format, rows: pages.rows.count))
        }
        let file = FileReply(
            bytes: bytes, name: pages.fileName(as: format, on: visit.today), type: format.mediaType)
        let headers = [("content-type", file.type), ("content-disposition", file.disposition)]
        return Answer(status: 200, headers: headers + setCookies(course), body: file.bytes)
    }

    private func answer(
        _ page: Page, status: Int, to visit: Visit, _ course: inout Course
    ) async throws -> Answer {
        var page = page
        if let cookie = Cookies.value(Cookies.notice, in: course.inquiry.cookies), !cookie.isEmpty {
            course.cookiesToSet.append(Cookies.clear(Cookies.notice))
            if page.errors.isEmpty,
                let notice = NoticeCookie.read(cookie, now: course.now, key: siteKey)
            {
                page.banner = Banner(.saved, "Saved", Markup(notice))
            }
        }
        let frame = try await settings.frame(visit)
        let markup = FrameView.page(page, in: frame, for: visit)
        return html(markup, status: status, course)
    }

    func html(_ markup: Markup, status: Int, _ course: Course) -> Answer {
        Answer(
            status: status, headers: [("content-type", "text/html; charset=utf-8")] + setCookies(course),
            body: markup.bytes)
    }

    /// On to a local address; anything that would leave the site goes to the front page instead.
    func redirect(to address: String, _ course: inout Course) -> Answer {
        let target = LocalAddress.isLocal(address) ? address : settings.home
        return Answer(status: 303, headers: [("location", target)] + setCookies(course), body: [])
    }

    private func setCookies(_ course: Course) -> [(name: String, value: String)] {
        course.cookiesToSet.map { ("set-cookie", $0) }
    }
}

/// Addresses that stay on this site.
package enum LocalAddress {
    /// True for a path with or without a query: one slash first, nothing that a browser would read as a host.
    package static func isLocal(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard bytes.first == 0x2F else { return false }
        if bytes.count > 1, bytes[1] == 0x2F || bytes[1] == 0x5C { return false }
        return bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }
    }
}
