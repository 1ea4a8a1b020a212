package import Markup

/// What stands around every page for one visitor. App makes it for each request.
package struct Frame: Sendable {
    /// The authority's name; empty before the first run.
    package var authority: String
    /// The sections that exist and that the visitor's post opens.
    package var sections: [SectionLink]
    /// The visitor's own account, behind their name.
    package var account: String
    /// Where the button Sign out posts to.
    package var signOut: String
    /// The address of the search, which takes `?q=`; nil shows no box for it.
    package var search: String?
    /// The links of the foot beside Print this page: accessibility, words, journal where allowed.
    package var foot: [Link]
    /// Says that this is the invented authority and which day it is there; nil for a real one.
    package var example: Markup?

    package init(
        authority: String, sections: [SectionLink] = [], account: String = "/account",
        signOut: String = "/sign-out", search: String? = nil, foot: [Link] = [], example: Markup? = nil
    ) {
        self.authority = authority
        self.sections = sections
        self.account = account
        self.signOut = signOut
        self.search = search
        self.foot = foot
        self.example = example
    }
}

/// A section in the navigation.
package struct SectionLink: Sendable {
    package let section: Section
    package let address: String
    /// How many wait for somebody to act, and the hidden word for them ("overdue"); nil shows none.
    package let count: (number: Int, words: String)?

    package init(_ section: Section, _ address: String, count: (number: Int, words: String)? = nil) {
        self.section = section
        self.address = address
        self.count = count
    }
}
