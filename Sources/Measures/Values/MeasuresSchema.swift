import Storage

/// Measures, their values and targets. Migrations 60 to 64.
enum MeasuresSchema {
    static let migrations: [Migration] = []
}
