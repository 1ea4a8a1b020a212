import Kernel

extension CensusPlanter {
    /// Faults in who a child is.
    mutating func plantChildren() {
        plantPupilNumbers()
        let last = self.last
        let first = self.first
        let asksSex = census.asksSex
        plantShared("8510", \.reference)
        plant("1570", since: 2025) { child in
            child.reference? += "000000000000000"
            return true
        }
        plant("1580", since: 2025) { child in
            child.reference = child.reference.map { $0.prefix(1) + "-" + $0.dropFirst() }
            return true
        }
        plant("8500") { child in
            child.reference = nil
            return true
        }
        plant("4180") { child in
            guard child.birth != nil else { return false }
            child.sex = asksSex ? "X" : "3"
            return true
        }
        plant("4220") { child in
            child.ethnicity = "WHIT"
            return true
        }
        plant("8520") { child in
            guard child.birth != nil, child.episodes.allSatisfy({ ($0.referral ?? 0) > last - 200 }) else {
                return false
            }
            child.birth = last + 20
            return true
        }
        plant("8525Q") { child in
            guard child.birth != nil else { return false }
            child.birth = nil
            return true
        }
        plant("8775Q") { child in
            guard child.birth != nil, child.pupilNumber != nil, child.episodes.count == 1,
                child.episodes[0].isOpen
            else { return false }
            child.birth = Span.months(-26 * 12, after: last)
            return true
        }
        plantDeaths(first, last)
        plant("8540") { child in
            guard child.birth != nil, child.disabilities == ["NONE"],
                child.episodes.contains(where: \.isActedOn)
            else { return false }
            child.disabilities = []
            return true
        }
        plant("8790") { child in
            guard child.disabilities == ["NONE"] else { return false }
            child.disabilities = ["NONE", "LD"]
            return true
        }
        plant("8794") { child in
            guard child.disabilities == ["NONE"] else { return false }
            child.disabilities = ["LD", "LD"]
            return true
        }
        plant("8590") { child in
            guard child.pupilNumber != nil else { return false }
            child.episodes = []
            return true
        }
    }

    /// There are few unborn children: they are taken first.
    mutating func plantUnborn() {
        let asksSex = census.asksSex
        if census.year % 2 == 0 { plantExpectedBirths() }
        plant("8750") { child in
            guard child.expectedBirth != nil else { return false }
            child.sex = asksSex ? "M" : "1"
            return true
        }
        if census.year % 2 == 1 { plantExpectedBirths() }
    }

    private mutating func plantExpectedBirths() {
        let last = self.last
        plant("8530Q") { child in
            guard child.expectedBirth != nil else { return false }
            child.expectedBirth = last - 60
            return true
        }
    }

    private mutating func plantPupilNumbers() {
        let last = self.last
        plantShared("1520", \.pupilNumber)
        plant("1510") { child in
            guard let number = child.pupilNumber, let letter = number.first else { return false }
            child.pupilNumber = (letter == "A" ? "B" : "A") + number.dropFirst()
            return true
        }
        plant("1530") { child in
            guard let number = child.pupilNumber else { return false }
            let figures = "999" + number.dropFirst(4)
            child.pupilNumber = "\(PupilNumber.letter(figures))\(figures)"
            return true
        }
        plant("1540") { child in
            guard let number = child.pupilNumber else { return false }
            child.pupilNumber = number.prefix(5) + "X" + number.dropFirst(6)
            return true
        }
        plant("1550") { child in
            guard let number = child.pupilNumber else { return false }
            child.pupilNumber = number.dropLast() + "S"
            return true
        }
        plant("1560Q") { child in
            child.formerPupilNumber = "X12"
            return true
        }
        plant("8770Q") { child in
            guard child.pupilNumber != nil, let birth = child.birth,
                birth < Span.months(-8 * 12, after: last),
                child.episodes.contains(where: \.isActedOn)
            else { return false }
            child.pupilNumber = nil
            return true
        }
        plant("8772") { child in
            guard child.pupilNumber != nil, child.episodes.contains(where: \.isActedOn) else { return false }
            child.pupilNumber = nil
            child.noPupilNumber = "UN7"
            return true
        }
    }

    private mutating func plantDeaths(_ first: Int32, _ last: Int32) {
        plant("8535Q") { child in
            // Referred before the birth, and so before that death too.
            guard let birth = child.birth, birth - 5 >= first,
                child.episodes.allSatisfy({ ($0.referral ?? last) < birth - 5 && $0.hasNoPlan })
            else { return false }
            child.death = birth - 3
            return true
        }
        plant("8545Q") { child in
            guard let birth = child.birth, birth < first - 30, child.episodes.count == 1,
                child.episodes[0].hasNoPlan, (child.episodes[0].referral ?? last) < first - 10
            else { return false }
            child.death = first - 10
            return true
        }
        plant("8555Q") { child in
            guard child.episodes.count == 1, child.episodes[0].hasNoPlan,
                let referral = child.episodes[0].referral, referral - 2 >= first,
                let birth = child.birth, birth < referral - 2
            else { return false }
            child.death = referral - 2
            return true
        }
    }
}
