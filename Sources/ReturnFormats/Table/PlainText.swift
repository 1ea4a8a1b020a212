import Documents
import Glibc

/// Brings the bytes of a delimited file into UTF-8.
enum PlainText {
    /// UTF-8, UTF-16 with its mark or its zeros, else Windows-1252. Files in UTF-8, the usual ones, are only looked at.
    static func utf8(_ bytes: [UInt8]) throws(UnusableFile) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes[3...]) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], low: 0) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], low: 1) }
        let hasZero = bytes.withUnsafeBytes { buffer in
            buffer.baseAddress.map { memchr($0, 0, buffer.count) != nil } ?? false
        }
        if hasZero {
            let head = bytes.prefix(4096)
            let odd = head.enumerated().count { $0.offset & 1 == 1 && $0.element == 0 }
            let even = head.enumerated().count { $0.offset & 1 == 0 && $0.element == 0 }
            guard max(odd, even) * 10 > head.count * 3, min(odd, even) * 20 < head.count else {
                throw UnusableFile("It is not plain text: save it as CSV (UTF-8).")
            }
            return utf16(bytes[...], low: odd > even ? 0 : 1)
        }
        return isUTF8(bytes) ? bytes : windows1252(bytes)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
        let start = bytes.startIndex
        let units = (0..<bytes.count / 2).lazy.map { index in
            UInt16(bytes[start + 2 * index + low]) | UInt16(bytes[start + 2 * index + 1 - low]) << 8
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var index = 0
            while index < buffer.count {
                if index + 8 <= buffer.count,
                    buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                } else if buffer[index] < 0x80 {
                    index += 1
                } else {
                    let length = sequence(buffer, index)
                    guard length > 0 else { return false }
                    index += length
                }
            }
            return true
        }
    }

    /// How long the character is that starts here; 0 where it is none (Unicode 16, table 3-7).
    private static func sequence(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let lead = bytes[index]
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return 0 }
        let second = bytes[index + 1]
        let least: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let most: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard least <= second, second <= most else { return 0 }
        for following in 2..<max(2, length) where bytes[index + following] & 0xC0 != 0x80 { return 0 }
        return length
    }

    private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let scalar = Unicode.Scalar(Encoding.fromWindows1252(UInt32(byte))) ?? "\u{FFFD}"
                text.append(contentsOf: scalar.utf8)
            }
        }
        return text
    }
}
