/// Puts columns one behind the other into bytes, or takes them out again in the same order: one list of columns
/// serves both ways. Numbers are as the machine has them, which on every platform of ours is little-endian.
struct ColumnCoder {
    private(set) var bytes: [UInt8]
    private let reads: Bool
    private var place = 0
    /// False once what was read is not what was written.
    private(set) var isWhole = true

    init() {
        bytes = []
        reads = false
    }

    init(reading bytes: [UInt8]) {
        self.bytes = bytes
        reads = true
    }

    /// True when everything was read, and nothing more.
    var isFinished: Bool { isWhole && place == bytes.count }

    /// A column of plain values, any of whose bits are a value.
    mutating func column<Cell: StorableCell>(_ cells: inout [Cell]) {
        var count = UInt64(cells.count)
        value(&count)
        guard reads else {
            cells.withUnsafeBytes { bytes.append(contentsOf: $0) }
            return
        }
        let size = MemoryLayout<Cell>.stride
        guard isWhole, count <= UInt64(bytes.count - place) / UInt64(size) else {
            isWhole = false
            return
        }
        let length = Int(count) * size
        cells = bytes.withUnsafeBytes { all in
            [Cell](unsafeUninitializedCapacity: Int(count)) { buffer, initialised in
                if length > 0 {
                    UnsafeMutableRawBufferPointer(buffer)
                        .copyMemory(from: UnsafeRawBufferPointer(rebasing: all[place..<place + length]))
                }
                initialised = Int(count)
            }
        }
        place += length
    }

    /// The same for answers, of which not every byte is one.
    mutating func column(_ cells: inout [FlagCell]) {
        var raw = cells.map(\.rawValue)
        column(&raw)
        guard reads else { return }
        cells = raw.map { FlagCell(rawValue: $0) ?? .unreadable }
    }

    mutating func value<Cell: StorableCell>(_ cell: inout Cell) {
        let size = MemoryLayout<Cell>.size
        guard reads else {
            withUnsafeBytes(of: cell) { bytes.append(contentsOf: $0) }
            return
        }
        guard isWhole, bytes.count - place >= size else {
            isWhole = false
            return
        }
        cell = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Cell.self) }
        place += size
    }
}

/// A plain value any of whose bits are a value: it may be copied as bytes.
protocol StorableCell: BitwiseCopyable {}

extension UInt8: StorableCell {}
extension Int16: StorableCell {}
extension Int32: StorableCell {}
extension UInt64: StorableCell {}
extension DateCell: StorableCell {}
extension CodeCell: StorableCell {}
extension CountCell: StorableCell {}
extension TextCell: StorableCell {}
