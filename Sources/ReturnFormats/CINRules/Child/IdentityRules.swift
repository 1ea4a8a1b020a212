import Kernel

// The authority's own reference, sex and ethnicity.

enum ChildIDLong: CINRule {
    static let id = "1570"
    static let title = "A child’s reference is longer than 20 characters"
    static let advice = "Give the reference in 20 letters and figures at most."
    static let years = CINYears.sex
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { $0.id.count > 20 && String(decoding: $0.id, as: UTF8.self).count > 20 }
    }
}

enum ChildIDLetters: CINRule {
    static let id = "1580"
    static let title = "A child’s reference holds something other than letters and figures"
    static let advice = "Give the reference in letters and figures alone."
    static let years = CINYears.sex
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            guard !child.id.allSatisfy(isPlain) else { return false }
            return !String(decoding: child.id, as: UTF8.self).allSatisfy { $0.isLetter || $0.isNumber }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        PupilNumber.isFigure(byte) || 0x41 <= byte & 0xDF && byte & 0xDF <= 0x5A
    }
}

enum SexWrong: CINRule {
    static let id = "4180"
    static let title = "A child’s sex, or gender in the years that ask for it, is missing or no code of it"
    static let advice = "Give M, F or U; up to 2023-24 a gender of 0, 1, 2 or 9."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { !census.codes.sexes.contains($0.sex) }
    }
}

enum EthnicityWrong: CINRule {
    static let id = "4220"
    static let title = "A child’s ethnicity is missing or no code of it"
    static let advice = "Give a code of the list; NOBT where it is not known yet."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { !CINCodes.ethnicities.contains($0.ethnicity) }
    }
}

enum ChildIDMissing: CINRule {
    static let id = "8500"
    static let title = "A child has no reference"
    static let advice = "Give the reference that the authority’s own system has."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] { census.children { $0.id.isEmpty } }
}

enum ChildIDTwice: CINRule {
    static let id = "8510"
    static let title = "Children share one reference"
    static let advice = "Put all episodes of a child under one record."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        Repeated.children(of: census, by: census.file.children.id)
    }
}

enum UnbornSex: CINRule {
    static let id = "8750"
    static let title = "A child not yet born has a sex, or a gender"
    static let advice = "Give U until the birth; up to 2023-24 a gender of 0."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { $0.isUnborn && $0.sex != census.codes.unbornSex }
    }
}

enum NoEpisode: CINRule {
    static let id = "8590"
    static let title = "A child has no episode"
    static let advice = "Give the episode of need, or leave the child out."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { census.episodesOfChild[$0.row].isEmpty }
    }
}
