package import Kernel

/// A CIN census as typed columns: a table for each kind of record, a row for each record in the order of the file.
///
/// Rows point at the row that holds them (`owner`); `Spans` gives the rows that a row holds. What an element said that
/// could not be read is a finding, and the cell says `unreadable`; what was left out or empty is `missing`.
package struct CINReturn: Sendable {
    package struct Header: Sendable {
        package internal(set) var collection = CodeCell.missing
        package internal(set) var year = CodeCell.missing
        package internal(set) var referenceDate = DateCell.missing
        /// Three figures; of the first source where there are several.
        package internal(set) var authority = CodeCell.missing
    }

    package struct Children: Sendable {
        package internal(set) var id: [TextCell] = []
        package internal(set) var pupilNumber: [TextCell] = []
        package internal(set) var formerPupilNumber: [TextCell] = []
        package internal(set) var pupilNumberUnknown: [CodeCell] = []
        package internal(set) var birth: [DateCell] = []
        package internal(set) var expectedBirth: [DateCell] = []
        /// `GenderCurrent`, up to 2023-24.
        package internal(set) var gender: [CodeCell] = []
        /// From 2024-25.
        package internal(set) var sex: [CodeCell] = []
        package internal(set) var death: [DateCell] = []
        package internal(set) var ethnicity: [CodeCell] = []
        package var count: Int { id.count }
    }

    /// A code of a list: a child's disabilities, an assessment's factors.
    package struct Codes: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var code: [CodeCell] = []
        package var count: Int { owner.count }
    }

    /// `CINdetails`.
    package struct Episodes: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var referral: [DateCell] = []
        package internal(set) var source: [CodeCell] = []
        package internal(set) var need: [CodeCell] = []
        package internal(set) var closure: [DateCell] = []
        package internal(set) var reason: [CodeCell] = []
        package internal(set) var conference: [DateCell] = []
        package internal(set) var noFurtherAction: [FlagCell] = []
        package var count: Int { owner.count }
    }

    package struct Assessments: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var start: [DateCell] = []
        package internal(set) var review: [DateCell] = []
        package internal(set) var end: [DateCell] = []
        package var count: Int { owner.count }
    }

    package struct NeedPlans: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var start: [DateCell] = []
        package internal(set) var end: [DateCell] = []
        package var count: Int { owner.count }
    }

    /// `Section47`.
    package struct Enquiries: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var start: [DateCell] = []
        package internal(set) var target: [DateCell] = []
        package internal(set) var conference: [DateCell] = []
        package internal(set) var conferenceNotRequired: [FlagCell] = []
        package var count: Int { owner.count }
    }

    package struct ProtectionPlans: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var start: [DateCell] = []
        package internal(set) var end: [DateCell] = []
        package internal(set) var initialCategory: [CodeCell] = []
        package internal(set) var latestCategory: [CodeCell] = []
        package internal(set) var previous: [CountCell] = []
        package var count: Int { owner.count }
    }

    /// `Reviews`, which may be empty: a row for each date, and one without a date for an empty group.
    package struct Reviews: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var date: [DateCell] = []
        package var count: Int { owner.count }
    }

    /// `PreProceedingsandFGDM`, from 2026-27.
    package struct PreProceedings: Sendable {
        package internal(set) var owner: [Int32] = []
        package internal(set) var start: [DateCell] = []
        package internal(set) var letter: [DateCell] = []
        package internal(set) var offered: [FlagCell] = []
        package internal(set) var held: [FlagCell] = []
        package internal(set) var firstMeeting: [DateCell] = []
        package internal(set) var reviewMeetings: [CountCell] = []
        package internal(set) var decision: [DateCell] = []
        package internal(set) var outcome: [CodeCell] = []
        package internal(set) var application: [DateCell] = []
        package internal(set) var initiation: [DateCell] = []
        package var count: Int { owner.count }
    }

    package internal(set) var header = Header()
    package internal(set) var children = Children()
    package internal(set) var disabilities = Codes()
    package internal(set) var episodes = Episodes()
    package internal(set) var assessments = Assessments()
    package internal(set) var factors = Codes()
    package internal(set) var needPlans = NeedPlans()
    package internal(set) var enquiries = Enquiries()
    package internal(set) var protectionPlans = ProtectionPlans()
    package internal(set) var reviews = Reviews()
    package internal(set) var preProceedings = PreProceedings()
    package internal(set) var findings = CINFindings()
    var texts: [UInt8] = []

    /// A reference or a pupil number as written: about a child.
    package func text(_ cell: TextCell) -> Sensitive<String> {
        let start = Int(cell.start)
        return Sensitive(String(decoding: texts[start..<start + Int(cell.length)], as: UTF8.self))
    }
}

/// For each row of one table, the rows of another that it holds: they stand together.
package struct Spans: Sendable {
    private var starts: [Int32]

    /// `owners` ascend.
    package init(_ owners: [Int32], of count: Int) {
        starts = Array(repeating: 0, count: count + 1)
        for owner in owners { starts[Int(owner) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
    }

    package subscript(row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }
}

/// What of a census could not be taken as it stands. Every one is counted; of each kind and element the first are
/// kept with their lines.
package struct CINFindings: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case unknownElement = "unknown element"
        case misplacedElement = "element in the wrong place"
        case repeatedElement = "element given twice"
        case unreadableValue = "value that cannot be read"
        case strayText = "text between elements"
    }

    package struct Subject: Hashable, Sendable {
        package let kind: Kind
        /// The name of the element; for text, of the element that it stands in.
        package let element: String
    }

    package struct Example: Sendable {
        package let subject: Subject
        package let line: Int
        /// The row of the child; nil in the header.
        package let child: Int?
        /// What stood there, up to 40 bytes of it.
        package let text: Sensitive<String>
    }

    package static let mostSubjects = 1000
    package static let mostExamples = 20

    package internal(set) var counts: [Subject: Int] = [:]
    /// In the order of the file.
    package internal(set) var examples: [Example] = []
    /// Found once there were `mostSubjects` different ones.
    package internal(set) var others = 0

    package func count(_ kind: Kind, _ element: String) -> Int {
        counts[Subject(kind: kind, element: element)] ?? 0
    }
}
