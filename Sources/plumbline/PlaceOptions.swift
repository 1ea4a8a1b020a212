import ArgumentParser
import Storage

/// Where the records are: `--data` or `--database`, the same for every command that needs them.
struct PlaceOptions: ParsableArguments {
    @Option(help: "The folder that holds the records.")
    var data = "data"

    @Option(help: "A PostgreSQL address (postgres://…) instead of a folder.")
    var database: String?

    var place: DatabasePlace { database.map { .postgres($0) } ?? .folder(data) }

    /// Runs the body on records that are there, and turns what the store throws into a sentence and a status.
    func withRecords<T>(_ body: (Database) async throws -> T) async throws -> T {
        try await Self.explained {
            let database = try await Database.existing(at: place)
            do {
                let result = try await body(database)
                await database.close()
                return result
            } catch {
                await database.close()
                throw error
            }
        }
    }

    static func explained<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as StorageError {
            throw CommandOutput.fail(error.description, status: status(of: error))
        } catch let error as BackupError {
            throw CommandOutput.fail(error.description, status: status(of: error))
        }
    }

    private static func status(of error: StorageError) -> Int32 {
        switch error {
        case .unusable, .unavailable: 66
        case .busy, .conflict, .fault: 70
        }
    }

    private static func status(of error: BackupError) -> Int32 {
        switch error {
        case .noSuchFile: 66
        case .damaged, .newer: 65
        case .targetInUse, .cannotWrite: 73
        }
    }
}
