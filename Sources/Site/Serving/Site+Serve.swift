import Kernel

extension Site {
    /// Finds the route, who asks and whether they may; then lets the handler answer.
    func serve(_ course: inout Course) async -> Answer {
        if let fixed = fixedAnswer(course.inquiry) { return fixed }
        do {
            try await signIn(&course)
            return try await serveRoute(&course)
        } catch let kept as KeptForm {
            return await page(for: kept, &course)
        } catch let trouble as Trouble {
            return await page(for: trouble, &course)
        } catch is NotFound {
            return await page(for: .notFound, &course)
        } catch is BadRequest {
            return await page(for: .badRequest, &course)
        } catch is TooSlow {
            return await page(for: .tooSlow, &course)
        } catch let refusal as any Refusal {
            return await page(for: .refused(refusal.sentence), &course)
        } catch {
            course.remark = "fault: \(type(of: error)): \(error)"
            return await page(for: .fault, &course)
        }
    }

    private func signIn(_ course: inout Course) async throws {
        let cookies = course.inquiry.cookies
        if let token = Cookies.value(Cookies.session, in: cookies), !token.isEmpty {
            course.signedIn = try await settings.sessions.find(token, course.now)
            course.token = course.signedIn == nil ? nil : token
        }
        guard course.signedIn == nil else { return }
        if let cookie = Cookies.value(Cookies.form, in: cookies), cookie.utf8.count == 43 {
            course.formCookie = cookie
        } else {
            let cookie = Base64URL.randomToken()
            course.formCookie = cookie
            course.cookiesToSet.append(Cookies.set(Cookies.form, cookie))
        }
    }

    private func serveRoute(_ course: inout Course) async throws -> Answer {
        let inquiry = course.inquiry
        let method = inquiry.method == "HEAD" ? "GET" : inquiry.method
        guard let match = tree.match(inquiry.path) else { throw Trouble.notFound }
        guard let number = match.routes[method] else { throw Trouble.wrongMethod }
        let route = handlers[number]
        course.route = route.declaration.path
        let parameters = Dictionary(uniqueKeysWithValues: zip(route.parameters, match.values))
        let admission = try await Admission.decide(
            route.declaration.access, parameters: parameters, officer: course.signedIn?.officer,
            reach: settings.reach)
        switch admission {
        case .admitted: break
        case .alreadySignedIn: return redirect(to: settings.home, &course)
        case .signInFirst:
            course.remark = "refused: signed out"
            guard method == "GET" else { throw try await lost(.signedOut, route, course) }
            return redirect(
                to: settings.signIn + Query(dictionaryLiteral: ("back", inquiry.target)).suffix, &course)
        case .refused(let why):
            course.remark = "refused: \(why)"
            throw Trouble.notFound
        }
        let form = method == "POST" ? try await readForm(route, &course) : Fields()
        let visit = try makeVisit(course, parameters: parameters, form: form)
        let reply = try await route.handler(visit)
        return try await answer(reply, to: visit, &course)
    }

    /// Reads a POST's form, after its origin and before anything acts on it: V3 of ASVS 5.0.
    private func readForm(_ route: HandledRoute, _ course: inout Course) async throws -> Fields {
        guard Origin.isOurs(course.inquiry, publicAddress: settings.publicAddress) else {
            course.remark = "refused: cross-site form"
            throw Trouble.staleForm
        }
        if let length = course.inquiry.header("content-length").flatMap(Int.init), length > route.limit.bytes
        {
            throw Trouble.tooLarge(route.limit)
        }
        let form: Fields
        switch route.limit {
        case .form: form = try await readBody(route.limit, course.inquiry)
        case .files, .attachment:
            guard await uploads.enter() else { throw Trouble.busy }
            do {
                form = try await readBody(route.limit, course.inquiry)
                await uploads.leave()
            } catch {
                await uploads.leave()
                throw error
            }
        }
        guard formKey(course).accepts(form.exact(FormKey.field)) else {
            course.remark = "refused: form key"
            guard Origin.isShownToBeOurs(course.inquiry, publicAddress: settings.publicAddress),
                let kept = KeptForm(form, isSignedIn: course.signedIn != nil)
            else { throw Trouble.staleForm }
            throw kept
        }
        return form
    }

    /// What to answer a POST whose session has ended: its form, kept, where the request shows that it is ours.
    private func lost(
        _ trouble: Trouble, _ route: HandledRoute, _ course: Course
    ) async throws -> any Error {
        guard Origin.isShownToBeOurs(course.inquiry, publicAddress: settings.publicAddress),
            let length = course.inquiry.header("content-length").flatMap(Int.init),
            length <= BodyLimit.form.bytes,
            let form = try? await readBody(.form, course.inquiry),
            let kept = KeptForm(form, isSignedIn: false)
        else { return trouble }
        return kept
    }

    private func readBody(_ limit: BodyLimit, _ inquiry: Inquiry) async throws -> Fields {
        let body: [UInt8]
        do {
            body = try await inquiry.body(limit.bytes)
        } catch is TooLarge {
            throw Trouble.tooLarge(limit)
        }
        return try FormBody.read(body, type: inquiry.header("content-type") ?? "")
    }

    func formKey(_ course: Course) -> FormKey {
        FormKey(secret: course.signedIn?.formSecret ?? course.formCookie ?? "", siteKey: siteKey)
    }

    func makeVisit(_ course: Course, parameters: [String: String], form: Fields) throws(BadRequest) -> Visit {
        Visit(
            officer: course.signedIn?.officer, session: course.token, parameters: parameters,
            query: try FormBody.urlEncoded(course.inquiry.queryText.utf8), form: form, now: course.now,
            today: settings.today(course.signedIn?.officer, course.now), address: course.inquiry.target,
            formKey: formKey(course), requestID: course.id, remote: course.remote,
            agent: String((course.inquiry.header("user-agent") ?? "").prefix(200)))
    }
}

/// Whether a POST came from a page of this site.
enum Origin {
    /// True only where the browser itself says so: what it sent may be shown back to it.
    static func isShownToBeOurs(_ inquiry: Inquiry, publicAddress: String?) -> Bool {
        if let site = inquiry.header("sec-fetch-site") { return site == "same-origin" }
        return inquiry.header("origin") != nil && isOurs(inquiry, publicAddress: publicAddress)
    }

    static func isOurs(_ inquiry: Inquiry, publicAddress: String?) -> Bool {
        if let site = inquiry.header("sec-fetch-site") { return site == "same-origin" || site == "none" }
        // Programs older than 2023 send no Sec-Fetch-Site; the key of the form still has to fit.
        guard let origin = inquiry.header("origin") else { return true }
        if let publicAddress, origin == publicAddress { return true }
        guard let host = inquiry.header("host") else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
