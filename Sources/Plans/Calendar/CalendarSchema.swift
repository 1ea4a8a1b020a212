import Storage

enum CalendarSchema {
    static let migrations: [Migration] = []
}
