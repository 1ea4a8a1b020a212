/// Where the records are kept.
package enum DatabasePlace: Sendable, Hashable {
    /// SQLite, in `plumbline.sqlite` of that folder; the folder is made with mode 0700 when it is missing.
    case folder(String)
    /// PostgreSQL 15 or later, as a connection URI (`postgresql://user@host/database`).
    case postgres(String)
}
