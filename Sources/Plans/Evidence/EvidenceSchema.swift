import Storage

enum EvidenceSchema {
    static let migrations: [Migration] = []
}
