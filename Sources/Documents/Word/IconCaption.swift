/// The words drawn in an icon: Word keeps the caption of an embedded file nowhere but in its picture.
///
/// Enhanced metafiles ([MS-EMF] 2.3.5.8): every record says its kind and its length; text is of kind 84.
enum IconCaption {
    private static let textRecord = 84
    private static let mostRecords = 20_000

    /// Nil for a picture of another kind, and for one without words.
    static func read(_ picture: [UInt8]) -> String? {
        // The header's kind is 1, and its signature stands at byte 40.
        guard picture.uint32(at: 0) == 1, picture.uint32(at: 40) == 0x464D_4520 else { return nil }
        var words = TextBuilder()
        var offset = 0
        for _ in 0..<mostRecords {
            guard let kind = picture.uint32(at: offset), let size = picture.uint32(at: offset + 4), size >= 8
            else { break }
            if kind == textRecord, let text = text(picture, at: offset, size) {
                words.append(" ".utf8)
                words.append(text.utf8)
            }
            offset += size
        }
        let caption = words.finish().string
        return caption.isEmpty ? nil : caption
    }

    private static func text(_ picture: [UInt8], at offset: Int, _ size: Int) -> String? {
        guard let count = picture.uint32(at: offset + 44), let start = picture.uint32(at: offset + 48),
            count < 1000,
            start <= size, start + 2 * count <= size
        else { return nil }
        var units: [UInt16] = []
        for index in 0..<count {
            guard let unit = picture.uint16(at: offset + start + 2 * index) else { return nil }
            units.append(UInt16(truncatingIfNeeded: unit))
        }
        return String(decoding: units, as: UTF16.self)
    }
}
