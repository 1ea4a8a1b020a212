/// Brings the forms of a word together: light English stemming, no dictionary.
enum Stem {
    static func of(_ word: String) -> String {
        if let irregular = irregular[word] { return irregular }
        var word = word
        if word.hasSuffix("'s") || word.hasSuffix("s'") { word.removeLast(2) }
        guard word.utf8.count > 3, word.utf8.first.map({ $0 > 0x39 }) ?? false else { return word }
        if word.hasSuffix("ies"), word.utf8.count > 4 {
            word.removeLast(3)
            word += "y"
        } else if word.hasSuffix("sses") {
            word.removeLast(2)
        } else if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is") {
            word.removeLast()
        }
        for ending in ["ing", "ed"] where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 3 {
            word.removeLast(ending.utf8.count)
            let tail = word.utf8.suffix(2)
            if tail.first == tail.last, let last = tail.last, !"lsz".utf8.contains(last) { word.removeLast() }
            break
        }
        if word.hasSuffix("e"), word.utf8.count > 3 { word.removeLast() }
        return word
    }

    private static let irregular: [String: String] = [
        "children": "child", "children's": "child", "people": "person", "families": "family",
        "women": "woman", "men": "man", "running": "run", "led": "lead", "sent": "send", "held": "hold",
        "written": "write", "built": "build", "planning": "plan", "planned": "plan",
        "implementation": "implement", "establishment": "establish", "development": "develop",
        "introduction": "introduc", "evaluation": "evaluat", "recruitment": "recruit",
    ]
}
