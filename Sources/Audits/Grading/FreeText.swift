import Kernel
import Storage

/// Whether free text looks as if it said who somebody is. It warns and never refuses: a person decides.
package enum FreeText {
    package enum Kind: String, CaseIterable, Sendable {
        case name, healthNumber, postcode, birthDate

        var words: String {
            switch self {
            case .name: "a person’s name"
            case .healthNumber: "an NHS number"
            case .postcode: "a postcode"
            case .birthDate: "a date of birth"
            }
        }
    }

    /// Names of our own people, folded by `NameKey`.
    package struct Names: Hashable, Sendable {
        package var staff: Set<String>

        package init(staff: Set<String> = []) {
            self.staff = staff
        }

        static func read(
            _ connection: Connection, _ authority: ID<Authority>, _ typed: [AnswerFields.Typed]
        ) throws -> Names {
            guard typed.contains(where: { !$0.note.isEmpty || $0.question.kind == .text }) else {
                return Names()
            }
            return Names(
                staff: Set(
                    try connection.rows("SELECT name FROM person WHERE authority = $1", [.id(authority)]) {
                        NameKey.fold(try $0.text(0))
                    }))
        }
    }

    /// Says the kinds and never the words.
    package static func sentence(_ kinds: Set<Kind>) -> String {
        let words = Kind.allCases.filter(kinds.contains).map(\.words)
        let list =
            words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
        return "This looks as if it held \(list): take it out, or tick that it is to be saved all the same"
    }

    package static func seen(in text: String, _ names: Names) -> Set<Kind> {
        guard !text.isEmpty else { return [] }
        var found: Set<Kind> = []
        if PersonNames.stand(in: text, staff: names.staff) { found.insert(.name) }
        if hasHealthNumber(text) { found.insert(.healthNumber) }
        if hasPostcode(text) { found.insert(.postcode) }
        if hasBirthDate(text) { found.insert(.birthDate) }
        return found
    }
}

// MARK: NHS number

extension FreeText {
    /// Ten digits, alone or as 3, 3 and 4 with a space or a hyphen between, whose last is the check digit: 11 less the
    /// remainder of the weighted sum (10 for the first down to 2 for the ninth) by 11, where 11 stands as 0 and 10 is
    /// no number (NHS Data Dictionary, NHS NUMBER).
    static func hasHealthNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            // A run of digits with single separators between them.
            var groups: [[Int]] = [[]]
            var end = index
            while end < bytes.count {
                if isDigit(bytes[end]) {
                    groups[groups.count - 1].append(Int(bytes[end]) - 0x30)
                } else if bytes[end] == 0x20 || bytes[end] == 0x2D, end + 1 < bytes.count,
                    isDigit(bytes[end + 1])
                {
                    groups.append([])
                } else {
                    break
                }
                end += 1
            }
            for start in groups.indices {
                if groups[start].count == 10, isChecked(groups[start]) { return true }
                guard start + 2 < groups.count else { continue }
                let three = groups[start...(start + 2)]
                if three.map(\.count) == [3, 3, 4], isChecked(three.flatMap { $0 }) { return true }
            }
            index = end
        }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isChecked(_ digits: [Int]) -> Bool {
        let sum = zip(digits.prefix(9), stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        // A row of one digit passes the sum and is nobody's number.
        return check != 10 && check == digits[9] && Set(digits).count > 1
    }
}

// MARK: Postcode

extension FreeText {
    /// The letters that a postcode of the United Kingdom begins with (Royal Mail's postcode areas).
    private static let areas = Set(
        """
        AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY \
        G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP \
        NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB \
        W WA WC WD WF WN WR WS WV YO ZE
        """.split(separator: " ").map(String.init))

    /// An area, a district and the inward part ("LS12 4QF", "ls12 4qf", "LS124QF"); never the letters C I K M O V at
    /// its end.
    static func hasPostcode(_ text: String) -> Bool {
        // Every word, and every word with the next one.
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for (index, word) in words.enumerated() {
            if isPostcode(word, together: true) { return true }
            if index + 1 < words.count, isPostcode(word + " " + words[index + 1], together: false) {
                return true
            }
        }
        return false
    }

    private static func isPostcode(_ text: String, together: Bool) -> Bool {
        guard (5...8).contains(text.utf8.count), text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        let upper = text.uppercased()
        let isLower = text == text.lowercased()
        guard text == upper || isLower else { return false }
        let compact = Array(upper.utf8.filter { $0 != 0x20 })
        guard (5...7).contains(compact.count) else { return false }
        let inward = compact.suffix(3)
        guard let first = inward.first, isDigit(first),
            inward.dropFirst().allSatisfy({ isLetter($0) && !"CIKMOV".utf8.contains($0) })
        else { return false }
        // "p2 1st" in small letters is the first of something.
        if isLower, ["ST", "ND", "RD", "TH"].contains(String(decoding: inward.dropFirst(), as: UTF8.self)) {
            return false
        }
        // In one word and in small letters it is more often a file's code.
        if isLower, together { return false }
        let outward = compact.dropLast(3)
        if !together, text.split(separator: " ").first?.utf8.count != outward.count { return false }
        let area = outward.prefix(while: isLetter)
        let district = outward.dropFirst(area.count)
        guard areas.contains(String(decoding: area, as: UTF8.self)), let digit = district.first,
            isDigit(digit)
        else {
            return false
        }
        return district.count == 1
            || (district.count == 2 && (isDigit(district.last ?? 0) || isLetter(district.last ?? 0)))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

// MARK: Date of birth

extension FreeText {
    /// A whole date close to a word of birth. Dates alone are what evidence is found by, and no reason to warn.
    static func hasBirthDate(_ text: String) -> Bool {
        let lower = text.lowercased().replacing(".", with: "/").replacing("-", with: "/")
        let words = lower.split { !$0.isLetter && !$0.isNumber && $0 != "/" }.map(String.init)
        let dates = words.indices.filter { isDate(words, at: $0) }
        guard !dates.isEmpty else { return false }
        let cues = words.indices.filter { index in
            let word = words[index].split(separator: "/").joined()
            if ["dob", "born", "birthday", "birthdate"].contains(word) { return true }
            return word == "birth" && index > 1 && words[index - 1] == "of" && words[index - 2] == "date"
        }
        return cues.contains { cue in dates.contains { (-4...5).contains($0 - cue) } }
    }

    /// "3/4/2015", "2015/04/03", or "3 april 2015", "3rd apr 15", "april 3 2015" from that word on.
    private static func isDate(_ words: [String], at index: Int) -> Bool {
        let parts = words[index].split(separator: "/").map(String.init)
        if parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) { return true }
        guard index + 2 < words.count else { return false }
        let three = Array(words[index...(index + 2)])
        func isDay(_ word: String) -> Bool {
            let digits = word.utf8.prefix(while: isDigit).count
            return (1...2).contains(digits)
                && ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits)))
        }
        func isMonth(_ word: String) -> Bool {
            word.utf8.count >= 3 && Day.monthNames.contains { $0.lowercased().hasPrefix(word) }
        }
        func isYear(_ word: String) -> Bool {
            [2, 4].contains(word.utf8.count) && word.utf8.allSatisfy(isDigit)
        }
        return isYear(three[2])
            && ((isDay(three[0]) && isMonth(three[1])) || (isMonth(three[0]) && isDay(three[1])))
    }
}
