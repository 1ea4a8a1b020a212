import CZlib

/// Writes a ZIP archive whose bytes depend on nothing but what is put in: every part is dated 1980-01-01.
package struct ArchiveWriter: Sendable {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private let level: Int32

    /// Fast: deflated a third as small again, in a fifth of the time.
    package init(isFast: Bool = false) {
        level = isFast ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION
    }

    /// Adds a part, deflated where that makes it shorter.
    package mutating func add(_ name: String, _ contents: some Collection<UInt8>) {
        let contents = Array(contents)
        let deflated = ArchiveWriter.deflate(contents, level)
        add(name, contents, stored: deflated.count < contents.count ? deflated : nil)
    }

    /// Adds a part as it is.
    package mutating func addStored(_ name: String, _ contents: some Collection<UInt8>) {
        add(name, Array(contents), stored: nil)
    }

    /// The whole archive, its directory at the end.
    package func finish() -> [UInt8] {
        var result = bytes + directory
        result.append(little: 0x0605_4B50, 4)
        for value in [0, 0, count, count] { result.append(little: value, 2) }
        result.append(little: directory.count, 4)
        result.append(little: bytes.count, 4)
        result.append(little: 0, 2)
        return result
    }

    private mutating func add(_ name: String, _ contents: [UInt8], stored: [UInt8]?) {
        let offset = bytes.count
        let checksum = contents.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        var header: [UInt8] = []
        // Version 2.0; names are UTF-8 (bit 11); the first day that ZIP can say.
        for value in [20, 0x0800, stored == nil ? 0 : 8, 0, 0x21] { header.append(little: value, 2) }
        header.append(little: Int(checksum), 4)
        header.append(little: stored?.count ?? contents.count, 4)
        header.append(little: contents.count, 4)
        header.append(little: name.utf8.count, 2)
        header.append(little: 0, 2)

        bytes.append(little: 0x0403_4B50, 4)
        bytes += header
        bytes += name.utf8
        bytes += stored ?? contents

        directory.append(little: 0x0201_4B50, 4)
        directory.append(little: 20, 2)
        directory += header
        for value in [0, 0, 0] { directory.append(little: value, 2) }
        directory.append(little: 0, 4)
        directory.append(little: offset, 4)
        directory += name.utf8
        count += 1
    }

    private static func deflate(_ contents: [UInt8], _ level: Int32) -> [UInt8] {
        var stream = z_stream()
        // Negative window bits: raw deflate, as in ZIP.
        let status = deflateInit2_(
            &stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { return contents }
        defer { deflateEnd(&stream) }
        var result = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(contents.count))))
        var isWhole = false
        contents.withUnsafeBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                isWhole = CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        return isWhole ? Array(result.prefix(Int(stream.total_out))) : contents
    }
}

extension [UInt8] {
    fileprivate mutating func append(little value: Int, _ width: Int) {
        for index in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
}
