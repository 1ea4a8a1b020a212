import Kernel

/// The keys of questions, scales and grades: small letters, digits and hyphens.
enum ToolKey {
    static func isKey(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    /// A key of those words that none of the taken has: "was-the-child-seen", "was-the-child-seen-2".
    static func make(_ words: String, taken: Set<String>, otherwise: String = "question") -> String {
        let parts = words.lowercased().withoutAccents.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var key = ""
        for part in parts {
            let longer = key.isEmpty ? String(part.prefix(40)) : key + "-" + part
            guard longer.utf8.count <= 40 else { break }
            key = longer
        }
        if key.isEmpty || key == Mark.notApplicable { key = otherwise }
        guard taken.contains(key) else { return key }
        var number = 2
        while taken.contains("\(key)-\(number)") { number += 1 }
        return "\(key)-\(number)"
    }
}
