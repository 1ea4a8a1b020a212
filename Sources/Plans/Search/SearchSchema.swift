import Storage

enum SearchSchema {
    static let migrations: [Migration] = []
}
