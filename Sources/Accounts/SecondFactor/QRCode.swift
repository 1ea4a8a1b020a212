import CQRencode

/// The squares of a QR code (ISO/IEC 18004), medium error correction, without the quiet border.
struct QRCode: Sendable {
    /// Squares along one side.
    let side: Int
    /// Row by row, true for dark.
    let dark: [Bool]

    /// Nil when the text is empty or too long for a code (2,331 bytes).
    init?(_ text: String) {
        guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        dark = UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 }
    }

    /// The dark squares as one path, each row's runs together, so many units from the corner.
    func path(at border: Int) -> String {
        var parts: [String] = []
        for row in 0..<side {
            var column = 0
            while column < side {
                guard dark[row * side + column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < side, dark[row * side + column] { column += 1 }
                parts.append("M\(start + border) \(row + border)h\(column - start)v1h-\(column - start)z")
            }
        }
        return parts.joined()
    }
}
