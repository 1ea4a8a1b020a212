import Kernel

/// What a backup says of itself before its rows.
struct BackupManifest {
    let made: Instant
    let engine: String
    /// Number, name and digest of each migration that its schema had.
    let migrations: [(number: Int, name: String, digest: String)]

    var bytes: [UInt8] {
        let json: JSON = [
            "format": .integer(1), "made": .string(made.description), "engine": .string(engine),
            "migrations": .array(
                migrations.map {
                    [
                        "number": .integer(Int64($0.number)), "name": .string($0.name),
                        "digest": .string($0.digest),
                    ]
                }),
        ]
        return Array(json.text().utf8)
    }

    init(made: Instant, engine: String, migrations: [(number: Int, name: String, digest: String)]) {
        self.made = made
        self.engine = engine
        self.migrations = migrations
    }

    init?(_ bytes: [UInt8]) {
        guard let json = JSON(parsing: bytes), json["format"]?.integer == 1,
            let made = json["made"]?.string.flatMap({ Instant($0) }), let engine = json["engine"]?.string,
            let list = json["migrations"]?.array
        else { return nil }
        var migrations: [(Int, String, String)] = []
        for one in list {
            guard let number = one["number"]?.integer, let name = one["name"]?.string,
                let digest = one["digest"]?.string
            else { return nil }
            migrations.append((number, name, digest))
        }
        self.init(made: made, engine: engine, migrations: migrations)
    }
}

/// A table of a backup: its name and columns, before its rows.
struct BackupTable {
    let name: String
    let columns: [String]

    var bytes: [UInt8] {
        let json: JSON = ["table": .string(name), "columns": .strings(columns)]
        return Array(json.text().utf8)
    }

    init(name: String, columns: [String]) {
        self.name = name
        self.columns = columns
    }

    init?(_ bytes: [UInt8]) {
        guard let json = JSON(parsing: bytes), let name = json["table"]?.string,
            let columns = json["columns"]?.array
        else { return nil }
        self.init(name: name, columns: columns.compactMap(\.string))
    }
}
