package import Markup
package import Sheets

/// One page as a feature gives it; the frame stands around it.
package struct Page: Sendable {
    /// What the browser's tab says; the heading too, unless `heading` says it with more.
    package var title: String
    package var heading: Markup?
    /// The section that is marked in the navigation; nil for pages behind the person's name.
    package var section: Section?
    /// The way here, without this page; none on the sections themselves.
    package var breadcrumbs: [Link]
    /// Two to four facts under the heading.
    package var facts: [Markup]
    /// The one button of the page, at the right of the heading.
    package var deed: Link?
    /// The section's own pages, as a row of links under the heading.
    package var tabs: [Tab]
    /// One banner at most; a notice after a redirect goes before it.
    package var banner: Banner?
    /// What is wrong with the form, for the summary above it.
    package var errors: [FieldError]
    package var body: Markup
    /// The list that the page shows, for taking away as it stands; nil where it shows none.
    package var sheet: Sheet?

    package init(
        _ title: String, heading: Markup? = nil, section: Section? = nil, breadcrumbs: [Link] = [],
        facts: [Markup] = [], deed: Link? = nil, tabs: [Tab] = [], banner: Banner? = nil,
        errors: [FieldError] = [], sheet: Sheet? = nil, body: (inout Markup) throws -> Void
    ) rethrows {
        self.title = title
        self.heading = heading
        self.section = section
        self.breadcrumbs = breadcrumbs
        self.facts = facts
        self.deed = deed
        self.tabs = tabs
        self.banner = banner
        self.errors = errors
        self.sheet = sheet
        self.body = try Markup(body)
    }
}

/// The sections of the product, in the order of the navigation.
package enum Section: String, CaseIterable, Sendable {
    case overview = "Overview"
    case work = "My work"
    case plan = "Plan"
    case timeline = "Timeline"
    case measures = "Measures"
    case audits = "Audits"
    case today = "Today"
    case returns = "Returns"
    case reports = "Reports"
}
