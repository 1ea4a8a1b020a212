import Storage

enum ClosingSchema {
    static let migrations: [Migration] = []
}
