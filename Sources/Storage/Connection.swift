/// The records inside one `read` or `write`: SQL written once, `$1` for its values, columns by position.
///
/// Valid only inside that closure.
package struct Connection {
    let session: any Session

    /// Every row of the answer, each turned into a value.
    package func rows<T>(
        _ sql: String, _ values: [SQLValue] = [], _ each: (Row) throws -> T
    ) throws -> [T] {
        var found: [T] = []
        try session.query(sql, values) {
            found.append(try each($0))
            return true
        }
        return found
    }

    /// The first row of the answer; nil when there is none.
    package func first<T>(
        _ sql: String, _ values: [SQLValue] = [], _ each: (Row) throws -> T
    ) throws -> T? {
        var found: T?
        try session.query(sql, values) {
            found = try each($0)
            return false
        }
        return found
    }

    /// Changes rows and says how many.
    @discardableResult
    package func run(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try session.execute(sql, values)
    }
}

/// What an engine gives the closure of one transaction.
protocol Session: AnyObject {
    var dialect: Dialect { get }
    /// Runs `each` on row after row until it gives false.
    func query(_ sql: String, _ values: [SQLValue], _ each: (Row) throws -> Bool) throws
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int
    /// Runs `each` on every row without ever holding more than a page of them.
    func stream(_ sql: String, page: Int, _ each: (Row) throws -> Void) throws
    /// Runs several statements that take no values: migrations.
    func script(_ sql: String) throws
}

/// The two engines' ways of saying things.
enum Dialect: Sendable {
    case sqlite, postgres
}
