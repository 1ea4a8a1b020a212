/// Finds what separates a file's fields: the mark that cuts most of the first records into the same number of fields.
enum CSVDialect {
    struct Found {
        var delimiter: UInt8
        /// Fields of most records.
        var width: Int
        /// Where the records begin, after Excel's `sep=;`.
        var start = 0
    }

    static func find(_ bytes: UnsafeRawBufferPointer) -> Found {
        if bytes.count > 5, bytes.prefix(4).elementsEqual("sep=".utf8) {
            let delimiter = bytes[4]
            let start = (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            return Found(
                delimiter: delimiter, width: width(bytes, delimiter, from: start).width, start: start)
        }
        var best = Found(delimiter: 0x2C, width: 1)
        var bestScore = 0
        for delimiter in [0x2C, 0x3B, 0x09, 0x7C] as [UInt8] {
            let (width, agreeing) = width(bytes, delimiter, from: 0)
            guard width > 1, agreeing > bestScore || agreeing == bestScore && width > best.width else {
                continue
            }
            best = Found(delimiter: delimiter, width: width)
            bestScore = agreeing
        }
        return best
    }

    /// The most common number of fields among the first records that have more than one, and how many have it.
    private static func width(
        _ bytes: UnsafeRawBufferPointer, _ delimiter: UInt8, from start: Int
    ) -> (width: Int, agreeing: Int) {
        let sample = UnsafeRawBufferPointer(rebasing: bytes[..<min(bytes.count, 1 << 18)])
        var tokens = CSVTokens(sample, delimiter: delimiter, from: start)
        var counts: [Int: Int] = [:]
        var (records, fields) = (0, 0)
        while records < 200, let field = tokens.next() {
            fields += 1
            guard field.endsRecord else { continue }
            if fields > 1 { counts[fields, default: 0] += 1 }
            records += 1
            fields = 0
        }
        let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return (best?.key ?? 1, best?.value ?? 0)
    }
}
