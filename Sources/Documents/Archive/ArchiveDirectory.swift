extension Archive {
    /// The central directory: where it starts and how many entries it lists.
    struct Directory {
        let start: Int
        let end: Int
        let count: Int

        struct Header {
            var name: String
            var isDeflated: Bool
            var checksum: UInt32
            var storedSize: Int
            var expandedSize: Int
            var localOffset: Int
            /// The offset of the next header.
            var next: Int
        }

        private static let truncated = Unreadable(
            .truncated, "This file is cut short: fetch it or save it again.")
        private static let zip64 = Unreadable(
            .unsafeArchive, "This file is packed as ZIP64: open it in Office and save it again.")
        private static let broken = Unreadable(
            .damaged, "This file’s list of parts is damaged: open it in Office and save it again.")

        init(_ bytes: [UInt8]) throws(Unreadable) {
            let end = try Directory.findEnd(bytes)
            guard let disk = bytes.uint16(at: end + 4), let startDisk = bytes.uint16(at: end + 6),
                let countHere = bytes.uint16(at: end + 8), let count = bytes.uint16(at: end + 10),
                let size = bytes.uint32(at: end + 12), let start = bytes.uint32(at: end + 16)
            else { throw Directory.truncated }
            let hasLocator = end >= 20 && bytes.uint32(at: end - 20) == 0x0706_4B50
            guard !hasLocator, count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else {
                throw Directory.zip64
            }
            guard disk == 0, startDisk == 0, countHere == count else {
                throw Unreadable(.unsafeArchive, "This file is one of several disks of an archive.")
            }
            guard start + size == end else { throw Directory.broken }
            self.start = start
            self.end = end
            self.count = count
        }

        /// The end record, whose comment must reach to the end of the file.
        private static func findEnd(_ bytes: [UInt8]) throws(Unreadable) -> Int {
            var offset = bytes.count - 22
            let lowest = max(0, bytes.count - 22 - 0xFFFF)
            while offset >= lowest {
                if bytes[offset] == 0x50, bytes.uint32(at: offset) == 0x0605_4B50,
                    let comment = bytes.uint16(at: offset + 20), offset + 22 + comment == bytes.count
                {
                    return offset
                }
                offset -= 1
            }
            throw truncated
        }

        func header(at offset: Int, in bytes: [UInt8]) throws(Unreadable) -> Header {
            guard offset <= end - 46, bytes.uint32(at: offset) == 0x0201_4B50,
                let flags = bytes.uint16(at: offset + 8), let method = bytes.uint16(at: offset + 10),
                let checksum = bytes.uint32(at: offset + 16), let storedSize = bytes.uint32(at: offset + 20),
                let expandedSize = bytes.uint32(at: offset + 24),
                let nameLength = bytes.uint16(at: offset + 28),
                let extraLength = bytes.uint16(at: offset + 30),
                let commentLength = bytes.uint16(at: offset + 32),
                let localOffset = bytes.uint32(at: offset + 42)
            else { throw Directory.broken }
            let next = offset + 46 + nameLength + extraLength + commentLength
            guard next <= end else { throw Directory.broken }
            let name = String(decoding: bytes[offset + 46..<offset + 46 + nameLength], as: UTF8.self)
            guard storedSize != 0xFFFF_FFFF, expandedSize != 0xFFFF_FFFF, localOffset != 0xFFFF_FFFF else {
                throw Directory.zip64
            }
            // Bit 0: encrypted; bit 6: strong encryption; bit 13: the directory itself is masked.
            guard flags & 0x2041 == 0 else {
                throw Unreadable(.encrypted, "This file is encrypted: save it without a password.")
            }
            guard method == 0 || method == 8 else {
                throw Unreadable(
                    .unsafeArchive,
                    "The part “\(name)” is packed by a method that Office does not use: save the file again "
                        + "in Office."
                )
            }
            guard method == 8 || storedSize == expandedSize else { throw Archive.damaged(name) }
            return Header(
                name: name, isDeflated: method == 8, checksum: UInt32(truncatingIfNeeded: checksum),
                storedSize: storedSize, expandedSize: expandedSize, localOffset: localOffset, next: next)
        }

        /// Where the entry's own bytes lie, by its local header.
        func extent(of header: Header, in bytes: [UInt8]) throws(Unreadable) -> Range<Int> {
            let offset = header.localOffset
            guard bytes.uint32(at: offset) == 0x0403_4B50, let flags = bytes.uint16(at: offset + 6),
                let nameLength = bytes.uint16(at: offset + 26),
                let extraLength = bytes.uint16(at: offset + 28)
            else { throw Directory.broken }
            guard flags & 0x41 == 0 else {
                throw Unreadable(.encrypted, "This file is encrypted: save it without a password.")
            }
            let first = offset + 30 + nameLength + extraLength
            let end = first + header.storedSize
            guard end <= start else { throw Directory.broken }
            return first..<end
        }
    }
}
