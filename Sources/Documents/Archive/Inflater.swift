import CZlib

/// Expands one part of an archive piece by piece; at the end its size and checksum must be what was declared.
final class Inflater {
    private let archive: Archive
    private let entry: Archive.Entry
    // zlib remembers the address of its stream, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isOpen = false
    private var position: Int
    private var produced = 0
    private var checksum: UInt = 0
    private var isAtEnd: Bool

    init(_ archive: Archive, _ entry: Archive.Entry) throws(Unreadable) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        self.archive = archive
        self.entry = entry
        position = entry.range.lowerBound
        isAtEnd = !entry.isDeflated && entry.range.isEmpty
        guard entry.isDeflated else { return }
        // Negative window bits: raw deflate, as in ZIP.
        let status = inflateInit2_(stream, -15, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw Archive.damaged(entry.name) }
        isOpen = true
    }

    deinit {
        if isOpen { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Fills the buffer as far as the part goes; 0 at its end.
    func read(into buffer: inout [UInt8]) throws(Unreadable) -> Int {
        var count = 0
        var failure: Unreadable?
        buffer.withUnsafeMutableBytes { target in
            do throws(Unreadable) { count = try read(into: target) } catch { failure = error }
        }
        if let failure { throw failure }
        return count
    }

    /// Fills the buffer as far as the part goes; 0 at its end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Unreadable) -> Int {
        let wanted = min(buffer.count, entry.expandedSize - produced)
        guard wanted > 0, !isAtEnd, let base = buffer.baseAddress else { return 0 }
        let count = entry.isDeflated ? try inflate(into: base, wanted) : copy(into: base, wanted)
        produced += count
        checksum = crc32(checksum, base.assumingMemoryBound(to: UInt8.self), UInt32(count))
        return count
    }

    private func copy(into base: UnsafeMutableRawPointer, _ wanted: Int) -> Int {
        let count = min(wanted, entry.range.upperBound - position)
        let start = position
        archive.bytes.withUnsafeBytes { source in
            if let from = source.baseAddress { base.copyMemory(from: from + start, byteCount: count) }
        }
        position += count
        isAtEnd = position == entry.range.upperBound
        return count
    }

    private func inflate(into base: UnsafeMutableRawPointer, _ wanted: Int) throws(Unreadable) -> Int {
        let rest = entry.range.upperBound - position
        let start = position
        var status = Z_OK
        // A whole buffer at a time: declared sizes stand below 4 GB, for ZIP64 is refused.
        archive.bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            stream.pointee.next_in = UnsafeMutablePointer(mutating: from + start)
            stream.pointee.avail_in = UInt32(rest)
            stream.pointee.next_out = base.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(wanted)
            status = CZlib.inflate(stream, Z_NO_FLUSH)
        }
        position += rest - Int(stream.pointee.avail_in)
        guard status == Z_OK || status == Z_STREAM_END else { throw Archive.damaged(entry.name) }
        if status == Z_STREAM_END { isAtEnd = true }
        return wanted - Int(stream.pointee.avail_out)
    }

    /// Checks, once the reader has had what it wanted, that the part is whole and no longer than declared.
    func finish() throws(Unreadable) {
        if entry.isDeflated, !isAtEnd {
            var extra: UInt8 = 0
            let count = try withUnsafeMutableBytes(of: &extra) { bytes throws(Unreadable) in
                guard let base = bytes.baseAddress else { return 0 }
                return try inflate(into: base, 1)
            }
            guard count == 0, isAtEnd else { throw Archive.damaged(entry.name) }
        }
        guard produced == entry.expandedSize, UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
            throw Archive.damaged(entry.name)
        }
    }
}
