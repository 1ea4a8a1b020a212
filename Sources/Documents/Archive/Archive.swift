/// A ZIP archive held in memory, its directory checked before anything is expanded.
///
/// PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4. Refused: ZIP64, several disks, encryption, methods other than
/// stored and deflate, names that leave the folder, the same name twice, entries that overlap, and more
/// expanded bytes than the limit.
package struct Archive: Sendable {
    package struct Entry: Hashable, Sendable {
        package var name: String
        var isDeflated: Bool
        var checksum: UInt32
        package var expandedSize: Int
        /// Where the entry's stored bytes lie in the archive.
        var range: Range<Int>
    }

    let bytes: [UInt8]
    package let entries: [Entry]
    /// By name in lower case: Office's part names do not tell case apart.
    private let index: [String: Int]

    package static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let mostEntries = 10_000

    package init(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) {
        self.bytes = bytes
        let directory = try Directory(bytes)
        guard directory.count <= Archive.mostEntries else {
            throw Unreadable(.unsafeArchive, "This file holds more than 10,000 parts, so it was not opened.")
        }
        var entries: [Entry] = []
        var index: [String: Int] = [:]
        var extents: [Range<Int>] = []
        var expanded = 0
        var offset = directory.start
        for _ in 0..<directory.count {
            let header = try directory.header(at: offset, in: bytes)
            offset = header.next
            try Archive.check(name: header.name)
            guard index.updateValue(entries.count, forKey: header.name.lowercased()) == nil else {
                throw Unreadable(
                    .unsafeArchive, "This file names two parts “\(header.name)”, so it was not opened.")
            }
            expanded += header.expandedSize
            guard expanded <= limits.expandedBytes else {
                throw Unreadable(
                    .tooLarge,
                    "This file would expand to more than \(limits.expandedBytes >> 20) MB: take pictures "
                        + "out and save it again."
                )
            }
            let extent = try directory.extent(of: header, in: bytes)
            extents.append(header.localOffset..<extent.upperBound)
            entries.append(
                Entry(
                    name: header.name, isDeflated: header.isDeflated, checksum: header.checksum,
                    expandedSize: header.expandedSize, range: extent))
        }
        extents.sort { $0.lowerBound < $1.lowerBound }
        for (left, right) in zip(extents, extents.dropFirst()) where left.upperBound > right.lowerBound {
            throw Unreadable(.unsafeArchive, "Parts of this file lie over one another, so it was not opened.")
        }
        self.entries = entries
        self.index = index
    }

    /// By its name; letters may be large or small.
    package func entry(_ name: String) -> Entry? {
        index[name.lowercased()].map { entries[$0] }
    }

    /// The whole of a part; nil when there is no such part.
    func contents(_ name: String) throws(Unreadable) -> [UInt8]? {
        guard let entry = entry(name) else { return nil }
        let inflater = try Inflater(self, entry)
        var result = [UInt8](repeating: 0, count: entry.expandedSize)
        let count = try inflater.read(into: &result)
        guard count == entry.expandedSize else { throw Archive.damaged(entry.name) }
        try inflater.finish()
        return result
    }

    /// The whole of an entry into `buffer`, which has room for its `expandedSize` and no more.
    package func expand(
        _ entry: Entry, into buffer: UnsafeMutableRawBufferPointer
    ) throws(Unreadable) {
        let inflater = try Inflater(self, entry)
        guard try inflater.read(into: buffer) == entry.expandedSize else {
            throw Archive.damaged(entry.name)
        }
        try inflater.finish()
    }

    static func damaged(_ name: String) -> Unreadable {
        Unreadable(
            .damaged, "The part “\(name)” of this file is damaged: open it in Office and save it again.")
    }

    private static func check(name: String) throws(Unreadable) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isUnsafe =
            name.isEmpty || name.hasPrefix("/") || name.utf8.contains(0) || name.utf8.contains(0x5C)
            || name.utf8.contains(0x3A) || parts.contains("..")
        guard !isUnsafe else {
            throw Unreadable(
                .unsafeArchive, "This file holds a name that leaves its folder, so it was not opened.")
        }
    }
}
