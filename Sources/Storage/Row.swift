package import Kernel

/// One row of an answer, read by position from 0; valid only inside the closure that it is given to.
///
/// A wrong type, a missing column or an unexpected null is an error of ours and thrown as a fault.
package struct Row {
    enum Source {
        case sqlite(SQLiteColumns)
        case postgres(PostgresColumns)
    }
    let source: Source

    package func text(_ column: Int) throws -> String { try present(textOrNil(column), column) }
    package func textOrNil(_ column: Int) throws -> String? {
        switch source {
        case .sqlite(let columns): try columns.text(column)
        case .postgres(let columns): try columns.text(column)
        }
    }

    package func integer(_ column: Int) throws -> Int64 { try present(integerOrNil(column), column) }
    package func integerOrNil(_ column: Int) throws -> Int64? {
        switch source {
        case .sqlite(let columns): try columns.integer(column)
        case .postgres(let columns): try columns.integer(column)
        }
    }

    package func real(_ column: Int) throws -> Double { try present(realOrNil(column), column) }
    package func realOrNil(_ column: Int) throws -> Double? {
        switch source {
        case .sqlite(let columns): try columns.real(column)
        case .postgres(let columns): try columns.real(column)
        }
    }

    package func blob(_ column: Int) throws -> [UInt8] { try present(blobOrNil(column), column) }
    package func blobOrNil(_ column: Int) throws -> [UInt8]? {
        switch source {
        case .sqlite(let columns): try columns.blob(column)
        case .postgres(let columns): try columns.blob(column)
        }
    }

    /// The value of a column of that kind, null or not: for what copies rows without knowing them.
    func value(_ column: Int, as kind: SQLValue.Kind) throws -> SQLValue {
        switch kind {
        case .integer: try integerOrNil(column).map { .integer($0) } ?? .null
        case .real: try realOrNil(column).map { .real($0) } ?? .null
        case .text: try textOrNil(column).map { .text($0) } ?? .null
        case .blob: try blobOrNil(column).map { .blob($0) } ?? .null
        }
    }

    private func present<T>(_ value: T?, _ column: Int) throws -> T {
        guard let value else { throw StorageError.fault("Column \(column) holds nothing.") }
        return value
    }
}

extension Row {
    package func int(_ column: Int) throws -> Int { Int(try integer(column)) }
    package func intOrNil(_ column: Int) throws -> Int? { try integerOrNil(column).map(Int.init) }
    package func bool(_ column: Int) throws -> Bool { try integer(column) != 0 }
    package func boolOrNil(_ column: Int) throws -> Bool? { try integerOrNil(column).map { $0 != 0 } }

    package func id<Owner>(_ column: Int) throws -> ID<Owner> { ID(try integer(column)) }
    package func idOrNil<Owner>(_ column: Int) throws -> ID<Owner>? {
        try integerOrNil(column).map { ID($0) }
    }

    package func day(_ column: Int) throws -> Day { try present(dayOrNil(column), column) }
    package func dayOrNil(_ column: Int) throws -> Day? {
        try textOrNil(column).map { text in
            guard let day = Day(text) else { throw StorageError.fault("Column \(column) holds no date.") }
            return day
        }
    }

    package func instant(_ column: Int) throws -> Instant { try present(instantOrNil(column), column) }
    package func instantOrNil(_ column: Int) throws -> Instant? {
        try textOrNil(column).map { text in
            guard let instant = Instant(text) else {
                throw StorageError.fault("Column \(column) holds no moment.")
            }
            return instant
        }
    }

    package func json(_ column: Int) throws -> JSON { try present(jsonOrNil(column), column) }
    package func jsonOrNil(_ column: Int) throws -> JSON? {
        try textOrNil(column).map { text in
            guard let value = JSON(parsing: Array(text.utf8)) else {
                throw StorageError.fault("Column \(column) holds no JSON.")
            }
            return value
        }
    }

    package func sensitive(_ column: Int) throws -> Sensitive<String> { Sensitive(try text(column)) }
    package func sensitiveOrNil(_ column: Int) throws -> Sensitive<String>? {
        try textOrNil(column).map { Sensitive($0) }
    }
}
