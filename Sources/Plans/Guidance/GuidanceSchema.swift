import Storage

enum GuidanceSchema {
    static let migrations: [Migration] = []
}
