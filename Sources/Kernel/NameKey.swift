/// A name as printed, folded so that the same name written a little differently is one key.
///
/// Letters and digits only, lower case, single spaces between words; "&" is "and". It joins nothing that a
/// careful reader would keep apart: two spellings of one post are two keys, and each is mapped by a person.
package enum NameKey {
    package static func fold(_ printed: String) -> String {
        var key = ""
        var gap = false
        for character in printed.lowercased() {
            if character.isLetter || character.isNumber {
                if gap, !key.isEmpty { key.append(" ") }
                key.append(character)
                gap = false
            } else if character == "&" {
                key += key.isEmpty ? "and" : " and"
                gap = true
            } else if character != "'" && character != "’" && character != "." {
                gap = true
            }
        }
        return key
    }
}
