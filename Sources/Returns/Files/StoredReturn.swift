import Kernel
import ReturnFormats
import Storage

/// A return's columns as the records keep them: a run of bytes for each list.
enum StoredReturn {
    /// Where a census stands, and the children that the lists of an Annex A point at.
    private static let whole = 0

    static func blocks(of columns: UnderstoodReturn.Columns) -> [(list: Int, bytes: [UInt8])] {
        switch columns {
        case .census(let file): return [(list: whole, bytes: CINStore.bytes(file))]
        case .annexA(let file):
            let kept = AnnexAStore.encode(file)
            return [(list: whole, bytes: kept.children)]
                + kept.lists.sorted { $0.key < $1.key }.map { (list: $0.key.rawValue, bytes: $0.value) }
        }
    }

    /// The run of bytes that holds the references of children.
    static func blocksOfChildren(_ columns: UnderstoodReturn.Columns) -> [(list: Int, bytes: [UInt8])] {
        blocks(of: columns).filter { $0.list == whole }
    }

    /// As it was recognised when it was loaded; nil where there is no such file. Throws a fault when it is damaged.
    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<ReturnFile>
    ) throws -> UnderstoodReturn.Columns? {
        let kind = try connection.first(
            "SELECT kind FROM return_file WHERE authority = $1 AND id = $2", [.id(authority), .id(id)]
        ) { ReturnKind(rawValue: try $0.text(0)) }
        guard let kind, let kind else { return nil }
        let blocks = try StoredColumns.lists(connection, authority, id)
        let columns: UnderstoodReturn.Columns? =
            switch kind {
            case .annexA: annexA(blocks).map { .annexA($0) }
            case .cinCensus: blocks[whole].flatMap(CINStore.census).map { .census($0) }
            }
        guard let columns else { throw StorageError.fault("The columns of the file \(id) are damaged.") }
        return columns
    }

    private static func annexA(_ blocks: [Int: [UInt8]]) -> AnnexA? {
        var kept = AnnexAStore.Kept(lists: [:], children: blocks[whole] ?? [])
        for (number, bytes) in blocks where number != whole {
            guard let list = AnnexAList(rawValue: number) else { return nil }
            kept.lists[list] = bytes
        }
        return try? AnnexAStore.decode(kept)
    }
}
