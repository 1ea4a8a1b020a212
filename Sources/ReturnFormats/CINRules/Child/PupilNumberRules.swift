import Kernel

// The unique pupil number: a check letter, an authority's number, eight figures, and a figure or, while it is
// temporary, a letter. The rules about one of its characters ask numbers of 13 characters; 1540 and 1550 find others.

enum PupilNumber {
    static let length = 13
    /// A to Z without I, O and S: by remainder.
    static let checkLetters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    static func isFigure(_ byte: UInt8) -> Bool { 0x30 <= byte && byte <= 0x39 }

    /// Characters from one position to another, both counted from 1; fewer where there are not so many.
    static func characters(_ positions: ClosedRange<Int>, of number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        number.dropFirst(positions.lowerBound - 1).prefix(positions.count)
    }

    /// A figure or a letter other than I, O and S.
    static func endsWell(_ number: ArraySlice<UInt8>) -> Bool {
        number.last.map { isFigure($0) || checkLetters.contains($0) } ?? false
    }
}

enum CheckLetterWrong: CINRule {
    static let id = "1510"
    static let title = "The check letter of a pupil number is wrong"
    static let advice = "Compare the number with the school’s; a character has been mistyped."
    static let place = CINPart.child
    /// Numbers with twelve figures: what a temporary number's letter weighs is not in the rule.
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            let number = child.pupilNumber
            guard number.count == PupilNumber.length, number.dropFirst().allSatisfy(PupilNumber.isFigure)
            else {
                return false
            }
            let sum = number.dropFirst().enumerated().reduce(0) {
                $0 + ($1.offset + 2) * Int($1.element - 0x30)
            }
            return number.first != PupilNumber.checkLetters[sum % 23]
        }
    }
}

enum PupilNumberTwice: CINRule {
    static let id = "1520"
    static let title = "Children share one pupil number"
    static let advice = "Find out whose number it is; if it is one child, merge the records."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        Repeated.children(of: census, by: census.file.children.pupilNumber)
    }
}

enum PupilNumberAuthority: CINRule {
    static let id = "1530"
    static let title = "Characters 2 to 4 of a pupil number are no authority’s number"
    static let advice = "Compare the number with the school’s."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            let number = child.pupilNumber
            guard number.count == PupilNumber.length else { return false }
            let characters = PupilNumber.characters(2...4, of: number)
            guard characters.allSatisfy(PupilNumber.isFigure) else { return true }
            return !census.codes.authorities[characters.reduce(0) { $0 * 10 + Int($1 - 0x30) }]
        }
    }
}

enum PupilNumberFigures: CINRule {
    static let id = "1540"
    static let title = "Characters 5 to 12 of a pupil number are not all figures"
    static let advice = "Compare the number with the school’s."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            let number = child.pupilNumber
            guard !number.isEmpty else { return false }
            let characters = PupilNumber.characters(5...12, of: number)
            return characters.count < 8 || !characters.allSatisfy(PupilNumber.isFigure)
        }
    }
}

enum PupilNumberEnd: CINRule {
    static let id = "1550"
    static let title =
        "A pupil number does not end with a figure, or a letter other than I, O and S, at character 13"
    static let advice = "Compare the number with the school’s."
    static let place = CINPart.child
    /// Also of a number that goes on after character 13. One that is cut short before it is left to 1540.
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            let number = child.pupilNumber
            return number.count > PupilNumber.length
                || number.count == PupilNumber.length && !PupilNumber.endsWell(number)
        }
    }
}

enum FormerPupilNumberShape: CINRule {
    static let id = "1560Q"
    static let title = "A former pupil number is not formed as one"
    static let advice = "Give a letter, eleven figures, and a figure or a letter; or say why it is otherwise."
    static let place = CINPart.child
    /// A temporary number ends with a letter, and is a usual former number.
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            let number = child.formerPupilNumber
            guard let first = number.first else { return false }
            return number.count != PupilNumber.length || !(0x41...0x5A).contains(first)
                || !PupilNumber.characters(2...12, of: number).allSatisfy(PupilNumber.isFigure)
                || !PupilNumber.endsWell(number)
        }
    }
}

enum PupilNumberExpected: CINRule {
    static let id = "8770Q"
    static let title = "A child who is old enough for school has no pupil number and no reason for that"
    static let advice = "Give the number or the code that says why it is not known."
    static let place = CINPart.child
    /// Up to 2023-24 a child born more than six years before the reference date. From 2024-25 one who was five by the
    /// last 31 August but one before it, to whom "not of school age" no longer applies.
    static func run(on census: CINCensus) -> [CINHit] {
        guard let last = census.lastDay else { return [] }
        let oldest =
            census.codes.asksSex
            ? Day(year: last.civil.year - 6, month: 8, day: 31) : last.adding(months: -72).adding(days: -1)
        guard let oldest else { return [] }
        return census.children { child in
            guard let birth = child.birth, birth <= oldest else { return false }
            return child.pupilNumber.isEmpty && !census.codes.noPupilNumber.contains(child.pupilNumberUnknown)
                && child.hasActedOnReferral
        }
    }
}

enum NoActionReasonWithAction: CINRule {
    static let id = "8772"
    static let title = "A pupil number is missing for want of further action, but a referral led to some"
    static let advice = "Give the pupil number, or another reason than UN7."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            child.pupilNumberUnknown == "UN7" && child.episodes.contains { $0.noFurtherAction != .yes }
        }
    }
}

/// Texts that more than one child has.
enum Repeated {
    static func children(of census: CINCensus, by column: [TextCell]) -> [CINHit] {
        let file = census.file
        let rows = column.indices.filter { !column[$0].isMissing }
        let shared: [Int] = file.texts.withUnsafeBytes { texts in
            func text(_ row: Int) -> UnsafeRawBufferPointer {
                let start = Int(column[row].start)
                return UnsafeRawBufferPointer(rebasing: texts[start..<start + Int(column[row].length)])
            }
            let sorted = rows.sorted { precedes(text($0), text($1)) }
            return sorted.indices.filter { index in
                index > 0 && text(sorted[index]).elementsEqual(text(sorted[index - 1]))
                    || index + 1 < sorted.count
                        && text(sorted[index]).elementsEqual(text(sorted[index + 1]))
            }.map { sorted[$0] }
        }
        return shared.sorted().map { CINChild(census: census, row: $0).hit }
    }

    private static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
}
