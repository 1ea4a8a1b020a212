import Kernel

enum EnquiryBeforeReferral: CINRule {
    static let id = "2889"
    static let title = "A section 47 starts before the referral"
    static let advice = "Correct the start of the section 47 or the date of the referral."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries { isBefore($0.start, $0.episode.referral) }
    }
}

enum EnquiryWithoutAssessment: CINRule {
    static let id = "2991Q"
    static let title = "An episode has a section 47 and no assessment"
    static let advice = "Give the assessment, or say why there is none."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { !$0.enquiryRows.isEmpty && $0.assessmentRows.isEmpty }
    }
}

enum EnquiryOverdue: CINRule {
    static let id = "8675Q"
    static let title =
        "A section 47 began more than 15 working days before the reference date and waits for its conference"
    static let advice = "Give the date of the conference, mark it as not required, or say why it waits."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        let earliest = census.workingDays(15, before: census.lastDay)
        return census.enquiries {
            $0.conference == nil && $0.conferenceNotRequired == .no && isBefore($0.start, earliest)
        }
    }
}

enum OpenEnquiryOutsideYear: CINRule {
    static let id = "8740"
    static let title = "A section 47 that waits for its conference started outside the year"
    static let advice = "Give the date of the conference, or correct the start."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries {
            $0.conference == nil && $0.conferenceNotRequired == .no && census.isOutsideYear($0.start)
        }
    }
}

enum EnquiriesOpen: CINRule {
    static let id = "8839"
    static let title = "An episode has more than one open section 47"
    static let advice = "Give the conference of all but one, or mark it as not required."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            episode.enquiryRows.count > 1 && episode.enquiries.count(where: \.isOpen) > 1
        }
    }
}

enum EnquiryDuringAnother: CINRule {
    static let id = "8890"
    static let title = "A section 47 starts while another of the episode goes on"
    static let advice = "Correct the dates, or make one section 47 of the two."
    static let place = CINPart.enquiry
    /// From the start of the other to its conference, both days included; to the reference date while it is open. One
    /// that needed no conference has no end that the census knows, and is in nobody's way.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.episodes.count).flatMap { row -> [CINHit] in
            guard census.enquiriesOfEpisode[row].count > 1 else { return [] }
            let enquiries = CINEpisode(census: census, row: row).enquiries
            var runs = Runs()
            for enquiry in enquiries {
                let last = enquiry.conference ?? (enquiry.isOpen ? census.lastDay : nil)
                runs.add(enquiry.start, through: last, row: enquiry.row)
            }
            runs.sort()
            return enquiries.filter { runs.cover($0.start, apartFrom: $0.row) }.map(\.hit)
        }
    }
}
