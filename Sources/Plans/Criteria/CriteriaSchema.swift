import Storage

enum CriteriaSchema {
    static let migrations: [Migration] = []
}
