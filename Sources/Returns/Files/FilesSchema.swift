import Storage

/// Files that were loaded, what their values stand for, and what is wrong with them. Migrations 50 to 54.
enum FilesSchema {
    static let migrations: [Migration] = []
}
