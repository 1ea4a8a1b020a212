import Storage

/// Local returns: what is asked, of whom, and what was sent. Migrations 55 to 59.
enum LocalSchema {
    static let migrations: [Migration] = []
}
