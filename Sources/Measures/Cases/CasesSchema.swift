import Storage

/// The open cases of the latest file, for work lists and caseloads. Migrations 65 to 69.
enum CasesSchema {
    static let migrations: [Migration] = []
}
