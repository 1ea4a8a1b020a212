import Documents

/// Bytes that stay where they are for as long as they are read.
final class HeldBytes {
    let bytes: UnsafeRawBufferPointer
    private let memory: UnsafeMutableRawBufferPointer

    private init(count: Int) {
        // Sixteen more, so that words of eight bytes can be read at the end.
        memory = .allocate(byteCount: count + 16, alignment: 16)
        memory.baseAddress?.advanced(by: count).initializeMemory(as: UInt8.self, repeating: 0, count: 16)
        bytes = UnsafeRawBufferPointer(rebasing: memory[..<count])
    }

    convenience init(_ array: [UInt8]) {
        self.init(count: array.count)
        memory.copyBytes(from: array)
    }

    /// A part of an archive.
    convenience init(_ entry: Archive.Entry, of archive: Archive) throws(UnusableFile) {
        self.init(count: entry.expandedSize)
        do throws(Unreadable) {
            try archive.expand(
                entry, into: UnsafeMutableRawBufferPointer(rebasing: memory[..<entry.expandedSize]))
        } catch {
            throw UnusableFile(error.sentence)
        }
    }

    deinit { memory.deallocate() }
}

/// Room for text that had to be decoded: what it hands out stays until it is emptied.
final class Scratch {
    private var chunks: [UnsafeMutableRawBufferPointer] = []
    private var used = 0

    private static let chunkBytes = 1 << 16

    func empty() {
        guard !chunks.isEmpty else { return }
        for chunk in chunks.dropFirst() { chunk.deallocate() }
        if chunks.count > 1 { chunks.removeLast(chunks.count - 1) }
        used = 0
    }

    func keep(_ text: [UInt8]) -> UnsafeRawBufferPointer {
        if (chunks.last?.count ?? 0) - used < text.count {
            chunks.append(.allocate(byteCount: max(text.count, Scratch.chunkBytes), alignment: 8))
            used = 0
        }
        guard let chunk = chunks.last, !text.isEmpty else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        let place = UnsafeMutableRawBufferPointer(rebasing: chunk[used..<used + text.count])
        place.copyBytes(from: text)
        used += text.count
        return UnsafeRawBufferPointer(place)
    }

    deinit { for chunk in chunks { chunk.deallocate() } }
}
