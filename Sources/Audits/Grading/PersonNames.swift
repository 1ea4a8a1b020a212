import Kernel

/// Whether words in a text are the name of a person: one of our own, one after a title, or a common first name with a
/// capital word behind it that is no place.
enum PersonNames {
    static func stand(in text: String, staff: Set<String>) -> Bool {
        let words = words(of: text)
        var index = 0
        while index < words.count {
            guard words[index].isCapital else {
                index += 1
                continue
            }
            // Everything with a capital letter and nothing between.
            var end = index + 1
            while end < words.count, words[end].isCapital, !words[end].followsBreak { end += 1 }
            if isName(words[index..<end].map(\.text), staff) { return true }
            index = end
        }
        return hasSurnameFirst(words)
    }

    private struct Word {
        var text: String
        var isCapital: Bool
        /// A comma, a full stop or another sign stands before it.
        var followsBreak: Bool
        var followsComma: Bool
    }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var word = ""
        var breaks = false
        var comma = false
        func end() {
            while word.last == "'" || word.last == "’" || word.last == "-" { word.removeLast() }
            // "Mia's" is Mia.
            for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
            guard let first = word.first else { return }
            // A word with a figure in it is a code or a number, and parts what stands around it.
            guard !word.contains("0") else {
                word = ""
                breaks = true
                comma = false
                return
            }
            words.append(
                Word(text: word, isCapital: first.isUppercase, followsBreak: breaks, followsComma: comma))
            word = ""
            breaks = false
            comma = false
        }
        for character in text {
            if character.isLetter
                || (!word.isEmpty && (character == "'" || character == "’" || character == "-"))
            {
                word.append(character)
            } else if character.isNumber {
                word.append("0")
            } else {
                let isTitle = character == "." && titles.contains(word.lowercased())
                end()
                if !character.isWhitespace || character.isNewline, !isTitle {
                    breaks = true
                    comma = character == ","
                }
            }
        }
        end()
        return words
    }

    /// Of words that stand side by side with a capital each.
    private static func isName(_ run: [String], _ staff: Set<String>) -> Bool {
        for first in run.indices {
            for last in run.indices where last > first && last - first < 4 {
                if staff.contains(NameKey.fold(run[first...last].joined(separator: " "))) { return true }
            }
        }
        let keys = run.map { $0.lowercased() }
        for (index, key) in keys.enumerated() where titles.contains(key) && index + 1 < keys.count {
            if !notNames.contains(keys[index + 1]), isWord(run[index + 1]) { return true }
        }
        // "Victoria Road", "Charlotte House School": what ends in a place or an office is one.
        guard let last = keys.last, run.count > 1, !notNames.contains(last) else { return false }
        for index in run.indices.dropLast() {
            let (first, second) = (keys[index], keys[index + 1])
            guard isWord(run[index]), isWord(run[index + 1]), !notNames.contains(second) else { continue }
            if CommonNames.first.contains(first) { return true }
            if CommonNames.last.contains(second), !notNames.contains(first) { return true }
        }
        return false
    }

    /// "CARTER, Mia".
    private static func hasSurnameFirst(_ words: [Word]) -> Bool {
        zip(words, words.dropFirst()).contains { one, two in
            two.followsComma && one.isCapital && two.isCapital && one.text.count > 2
                && CommonNames.first.contains(two.text.lowercased())
                && (CommonNames.last.contains(one.text.lowercased())
                    || (one.text == one.text.uppercased() && !notNames.contains(one.text.lowercased())))
        }
    }

    /// Written as a name is: more than one letter, and not an abbreviation of capitals only up to four.
    private static func isWord(_ text: String) -> Bool {
        text.count > 1 && (text != text.uppercased() || text.count > 4)
    }

    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "master", "sir", "prof"]

    /// Words that stand with a capital and end no person's name, or begin none.
    private static let notNames = Set(
        """
        road street avenue lane close drive court house hall school academy college nursery hospital surgery clinic \
        centre center ward park way place square crescent gardens terrace church primary infants juniors secondary \
        college university trust team service services area unit office council county borough town city north south \
        east west plan review report conference meeting assessment visit panel board strategy group form order act \
        lead manager worker officer social child children protection need care police health nurse teacher gp \
        january february march april may june july august september october november december monday tuesday \
        wednesday thursday friday saturday sunday spring summer autumn winter the a an in on at of to by for from \
        with and or but no not yes he she they it his her their this that these those there here when where who why \
        how what if as so we i is was were are be has had have after before since until during case file record \
        note notes section page minutes chronology supervision decision action actions referral contact core initial \
        foundation family families home village estate station library hotel farm hub project youth justice early \
        help working together ofsted camhs mash
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
