import Storage

enum DatesSchema {
    static let migrations: [Migration] = []
}
