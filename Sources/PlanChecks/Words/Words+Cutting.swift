extension Words {
    static func cut(_ bytes: [UInt8]) -> [Token] {
        var cutter = Cutter(bytes: bytes)
        cutter.run()
        return cutter.tokens
    }

    private struct Cutter {
        let bytes: [UInt8]
        var tokens: [Token] = []
        var position = 0
        var gap: Gap = []

        init(bytes: [UInt8]) {
            self.bytes = bytes
            tokens.reserveCapacity(bytes.count / 6 + 1)
        }

        mutating func run() {
            while position < bytes.count {
                let byte = bytes[position]
                if isDigit(byte) {
                    number()
                } else if isLetter(position) {
                    letters()
                } else {
                    other(byte)
                }
            }
        }

        private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

        /// ASCII letters and every other letter but the general punctuation (U+2000 to U+206F) and signs of Latin-1.
        private func isLetter(_ index: Int) -> Bool {
            let byte = bytes[index]
            if byte < 0x80 { return (0x61...0x7A).contains(byte | 0x20) }
            if byte == 0xC2 { return false }
            if byte == 0xE2 { return false }
            return true
        }

        private func isAlphanumeric(_ index: Int) -> Bool {
            index < bytes.count && (isDigit(bytes[index]) || isLetter(index))
        }

        /// `31st`, `25,000`, `22.2`, `20.05.2011`, `5/6`, `16+`.
        private mutating func number() {
            let start = position
            var isPure = true
            while position < bytes.count {
                if isDigit(bytes[position]) {
                    position += 1
                } else if isPure,
                    bytes[position] == 0x2E || bytes[position] == 0x2C || bytes[position] == 0x2F,
                    position + 1 < bytes.count, isDigit(bytes[position + 1])
                {
                    position += 1
                } else if isLetter(position) {
                    isPure = false
                    position += 1
                } else {
                    break
                }
            }
            if isPure, position < bytes.count, bytes[position] == 0x2B { position += 1 }
            append(start, shape: isPure ? .number : .lower)
        }

        private mutating func letters() {
            let start = position
            while position < bytes.count {
                if isAlphanumeric(position) {
                    position += 1
                } else if bytes[position] == 0x27, isAlphanumeric(position + 1) {
                    position += 1
                } else if isCurlyApostrophe(position), isAlphanumeric(position + 3) {
                    position += 3
                } else {
                    break
                }
            }
            let letters = bytes[start..<position].filter { (0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 }
            let isUpper = letters.allSatisfy { $0 < 0x61 }
            let first = bytes[start]
            let isCapital = first < 0x61
            append(
                start,
                shape: isUpper && position - start > 1 ? .upper : isCapital ? .capitalised : .lower)
        }

        private func isCurlyApostrophe(_ index: Int) -> Bool {
            index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
                && bytes[index + 2] == 0x99
        }

        private mutating func append(_ start: Int, shape: Shape) {
            var word = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
            if word.utf8.contains(0xE2) { word = word.split(separator: "’").joined(separator: "'") }
            tokens.append(Token(word: word, range: start..<position, gap: gap, shape: shape))
            gap = []
        }

        private mutating func sign(_ word: String, length: Int) {
            let range = position..<position + length
            tokens.append(Token(word: word, range: range, gap: gap, shape: .sign))
            gap = []
            position += length
        }

        private mutating func other(_ byte: UInt8) {
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0x20
            switch byte {
            case 0x25: return sign("%", length: 1)
            case 0x26: return sign("and", length: 1)
            case 0x0A: gap.insert(.newline)
            case 0x2E, 0x21, 0x3F: if !isAlphanumeric(position + 1) { gap.insert(.stop) }
            case 0x2C: gap.insert(.comma)
            case 0x3A: gap.insert(.colon)
            case 0x3B: gap.insert(.semicolon)
            case 0x28, 0x5B: gap.insert(.opening)
            case 0x29, 0x5D: gap.insert(.closing)
            case 0x2F: gap.insert(.slash)
            case 0x2D: gap.insert(.dash)
            case 0x22, 0x27: gap.insert(.quote)
            case 0xC2 where next == 0xA3: return sign("£", length: 2)
            case 0xC2: position += 1
            case 0xE2:
                generalPunctuation()
                return
            default: break
            }
            position += 1
        }

        private mutating func generalPunctuation() {
            guard position + 2 < bytes.count else {
                position = bytes.count
                return
            }
            switch (bytes[position + 1], bytes[position + 2]) {
            case (0x80, 0x93), (0x80, 0x94), (0x80, 0x91), (0x80, 0x90), (0x88, 0x92): gap.insert(.dash)
            case (0x80, 0x98), (0x80, 0x99), (0x80, 0x9C), (0x80, 0x9D): gap.insert(.quote)
            case (0x80, 0xA2): gap.insert(.bullet)
            case (0x80, 0xA6): gap.insert(.stop)
            default: break
            }
            position += 3
        }
    }
}
