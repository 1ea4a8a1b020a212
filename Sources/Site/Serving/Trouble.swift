import Kernel
import Markup

/// What keeps a visitor from their page, other than a form that must be corrected.
enum Trouble: Error {
    case badRequest, staleForm, signedOut, notFound, wrongMethod, tooSlow, busy, fault
    case tooLarge(BodyLimit)
    case refused(String)

    var status: Int {
        switch self {
        case .badRequest: 400
        case .staleForm, .signedOut: 403
        case .notFound: 404
        case .wrongMethod: 405
        case .tooSlow: 408
        case .tooLarge: 413
        case .busy: 503
        case .refused: 422
        case .fault: 500
        }
    }

    var heading: String {
        switch self {
        case .badRequest: "That request could not be read"
        case .staleForm: "This form can no longer be sent"
        case .signedOut: "You are signed out"
        case .notFound: "There is nothing here"
        case .wrongMethod: "This address cannot be used that way"
        case .tooLarge: "That is too large"
        case .tooSlow: "It took too long to arrive"
        case .busy: "Too many files are arriving at once"
        case .refused: "That cannot be done"
        case .fault: "Something is wrong on our side"
        }
    }

    /// What happened and what to do next; a fault says its reference and nothing else about itself.
    func words(reference: String) -> Markup {
        switch self {
        case .badRequest: "Go back to the page that you came from and try from there."
        case .staleForm:
            "It was opened before you signed in, or on another site. Nothing was saved. Go back, load the page again and send it once more."
        case .signedOut: "Nothing was saved. Sign in and do it once more."
        case .notFound: "The address may be mistyped, or the page is not one that your post opens."
        case .wrongMethod: "Go to the page that you want through the navigation."
        case .tooLarge(let limit): "\(limit.words) Nothing was saved."
        case .tooSlow: "Nothing was saved. Send it again, or from a faster line."
        case .busy: "Nothing was saved. Send it again in a minute."
        case .refused(let sentence): "\(sentence)."
        case .fault:
            "Nothing that you sent was lost on purpose; check whether it was saved. When you report this, give the reference \(strong: reference)."
        }
    }
}

extension Site {
    /// The page for a trouble. When not even the frame can be made, a page without one.
    func page(for trouble: Trouble, _ course: inout Course) async -> Answer {
        let words = trouble.words(reference: course.id)
        let page = Page(trouble.heading) { m in m.p(words, .class("lead")) }
        do {
            let visit = try makeVisit(course, parameters: [:], form: Fields())
            let frame = try await settings.frame(visit)
            return html(FrameView.page(page, in: frame, for: visit), status: trouble.status, course)
        } catch {
            course.remark = "\(course.remark ?? "") frame: \(type(of: error))"
            let markup = FrameView.bare(title: trouble.heading, words: words)
            return html(markup, status: trouble.status, course)
        }
    }
}
