import Storage

enum PublishingSchema {
    static let migrations: [Migration] = []
}
