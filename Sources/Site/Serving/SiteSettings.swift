package import Kernel

/// What the site must be told; App fills it once.
package struct SiteSettings: Sendable {
    /// Signs notices and the keys of forms: 32 random bytes, the same for every process that serves the site.
    package var secret: [UInt8]
    /// Where people reach the site (`https://plumbline.ashmere.gov.uk`); nil on the machine itself.
    package var publicAddress: String?
    /// True behind a proxy of the council's own, whose `X-Forwarded-For` is then believed.
    package var trustsProxy: Bool
    /// The address of the page to sign in at, which takes `?back=` with a local address.
    package var signIn: String
    /// Where somebody lands who has nowhere to go back to.
    package var home: String
    /// For `/.well-known/security.txt`: `mailto:…` or `https://…`.
    package var securityContact: String
    package var sessions: SessionSource
    package var reach: ReachSource
    /// What stands around a page for this visitor.
    package var frame: @Sendable (Visit) async throws -> Frame
    package var now: @Sendable () -> Instant
    /// The day that counts as today: London's, unless this is the example authority.
    package var today: @Sendable (Officer?, Instant) -> Day
    /// Keeps in the journal that somebody took a list away, before they get it.
    package var listTaken: @Sendable (TakenList) async throws -> Void
    /// Takes one record for each request; must not wait.
    package var log: @Sendable (RequestRecord) -> Void

    package init(
        secret: [UInt8], publicAddress: String? = nil, trustsProxy: Bool = false, signIn: String = "/sign-in",
        home: String = "/", securityContact: String = "mailto:security@localhost",
        sessions: SessionSource, reach: ReachSource,
        frame: @escaping @Sendable (Visit) async throws -> Frame,
        now: @escaping @Sendable () -> Instant,
        today: @escaping @Sendable (Officer?, Instant) -> Day = { $1.inLondon.day },
        listTaken: @escaping @Sendable (TakenList) async throws -> Void = { _ in },
        log: @escaping @Sendable (RequestRecord) -> Void
    ) {
        self.secret = secret
        self.publicAddress = publicAddress
        self.trustsProxy = trustsProxy
        self.signIn = signIn
        self.home = home
        self.securityContact = securityContact
        self.sessions = sessions
        self.reach = reach
        self.frame = frame
        self.now = now
        self.today = today
        self.listTaken = listTaken
        self.log = log
    }
}
