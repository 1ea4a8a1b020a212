import Storage

enum UpdatesSchema {
    static let migrations: [Migration] = []
}
