package import Kernel

/// A census ⇄ bytes: its columns as they are, so that everything can be worked out again without the file.
///
/// What could not be read is not among them: `CINReturn.findings` is empty afterwards.
package enum CINStore {
    private static let version: UInt64 = 0x3130_4E49_434C_50

    package static func bytes(_ file: CINReturn) -> [UInt8] {
        var file = file
        var version = version
        var coder = ColumnCoder()
        coder.value(&version)
        file.columns(&coder)
        return coder.bytes + checksum(coder.bytes[...])
    }

    private static let checksumSize = 4

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let sum = PackedReader.checksum(bytes)
        return (0..<checksumSize).map { UInt8(truncatingIfNeeded: sum >> UInt32(8 * $0)) }
    }

    /// Nil when the bytes are not what `bytes(_:)` made.
    package static func census(_ bytes: [UInt8]) -> CINReturn? {
        guard bytes.count > checksumSize else { return nil }
        let columns = bytes.dropLast(checksumSize)
        guard checksum(columns).elementsEqual(bytes.suffix(checksumSize)) else { return nil }
        var coder = ColumnCoder(reading: Array(columns))
        var found: UInt64 = 0
        coder.value(&found)
        guard found == version else { return nil }
        var file = CINReturn()
        file.columns(&coder)
        return coder.isFinished && file.isSound ? file : nil
    }
}

extension CINReturn {
    /// Takes every reference and pupil number of that child out of the file. Gives how many children bore it.
    package mutating func erase(_ reference: Sensitive<String>) -> Int {
        var erased = 0
        for child in 0..<children.count where text(children.id[child]) == reference {
            for cell in [children.id[child], children.pupilNumber[child], children.formerPupilNumber[child]] {
                let start = Int(cell.start)
                for place in start..<start + Int(cell.length) { texts[place] = 0x20 }
            }
            children.id[child] = .missing
            children.pupilNumber[child] = .missing
            children.formerPupilNumber[child] = .missing
            erased += 1
        }
        return erased
    }

    /// Every column, in the one order of the store.
    fileprivate mutating func columns(_ coder: inout ColumnCoder) {
        coder.value(&header.collection)
        coder.value(&header.year)
        coder.value(&header.referenceDate)
        coder.value(&header.authority)
        coder.column(&children.id)
        coder.column(&children.pupilNumber)
        coder.column(&children.formerPupilNumber)
        coder.column(&children.pupilNumberUnknown)
        coder.column(&children.birth)
        coder.column(&children.expectedBirth)
        coder.column(&children.gender)
        coder.column(&children.sex)
        coder.column(&children.death)
        coder.column(&children.ethnicity)
        coder.column(&disabilities.owner)
        coder.column(&disabilities.code)
        coder.column(&episodes.owner)
        coder.column(&episodes.referral)
        coder.column(&episodes.source)
        coder.column(&episodes.need)
        coder.column(&episodes.closure)
        coder.column(&episodes.reason)
        coder.column(&episodes.conference)
        coder.column(&episodes.noFurtherAction)
        coder.column(&assessments.owner)
        coder.column(&assessments.start)
        coder.column(&assessments.review)
        coder.column(&assessments.end)
        coder.column(&factors.owner)
        coder.column(&factors.code)
        coder.column(&needPlans.owner)
        coder.column(&needPlans.start)
        coder.column(&needPlans.end)
        coder.column(&enquiries.owner)
        coder.column(&enquiries.start)
        coder.column(&enquiries.target)
        coder.column(&enquiries.conference)
        coder.column(&enquiries.conferenceNotRequired)
        coder.column(&protectionPlans.owner)
        coder.column(&protectionPlans.start)
        coder.column(&protectionPlans.end)
        coder.column(&protectionPlans.initialCategory)
        coder.column(&protectionPlans.latestCategory)
        coder.column(&protectionPlans.previous)
        coder.column(&reviews.owner)
        coder.column(&reviews.date)
        coder.column(&preProceedings.owner)
        coder.column(&preProceedings.start)
        coder.column(&preProceedings.letter)
        coder.column(&preProceedings.offered)
        coder.column(&preProceedings.held)
        coder.column(&preProceedings.firstMeeting)
        coder.column(&preProceedings.reviewMeetings)
        coder.column(&preProceedings.decision)
        coder.column(&preProceedings.outcome)
        coder.column(&preProceedings.application)
        coder.column(&preProceedings.initiation)
        coder.column(&texts)
    }

    /// Columns of a table are as long as one another, owners are there and ascend, and texts lie in their store.
    fileprivate var isSound: Bool {
        func fits(_ owner: [Int32], _ owners: Int, _ lengths: Int...) -> Bool {
            lengths.allSatisfy { $0 == owner.count }
                && owner.allSatisfy { 0 <= $0 && Int($0) < owners }
                && zip(owner, owner.dropFirst()).allSatisfy { $0 <= $1 }
        }
        let texts = texts.count
        let identities = [children.id, children.pupilNumber, children.formerPupilNumber]
        let lengths = [
            children.pupilNumberUnknown.count, children.birth.count, children.expectedBirth.count,
            children.gender.count, children.sex.count, children.death.count, children.ethnicity.count,
        ]
        return identities.allSatisfy { cells in
            cells.count == children.count && cells.allSatisfy { Int($0.start) + Int($0.length) <= texts }
        } && lengths.allSatisfy { $0 == children.count }
            && fits(disabilities.owner, children.count, disabilities.code.count)
            && fits(
                episodes.owner, children.count, episodes.referral.count, episodes.source.count,
                episodes.need.count, episodes.closure.count, episodes.reason.count,
                episodes.conference.count, episodes.noFurtherAction.count)
            && fits(
                assessments.owner, episodes.count, assessments.start.count, assessments.review.count,
                assessments.end.count)
            && fits(factors.owner, assessments.count, factors.code.count)
            && fits(needPlans.owner, episodes.count, needPlans.start.count, needPlans.end.count)
            && fits(
                enquiries.owner, episodes.count, enquiries.start.count, enquiries.target.count,
                enquiries.conference.count, enquiries.conferenceNotRequired.count)
            && fits(
                protectionPlans.owner, episodes.count, protectionPlans.start.count,
                protectionPlans.end.count, protectionPlans.initialCategory.count,
                protectionPlans.latestCategory.count, protectionPlans.previous.count)
            && fits(reviews.owner, protectionPlans.count, reviews.date.count)
            && fits(
                preProceedings.owner, episodes.count, preProceedings.start.count,
                preProceedings.letter.count, preProceedings.offered.count, preProceedings.held.count,
                preProceedings.firstMeeting.count, preProceedings.reviewMeetings.count,
                preProceedings.decision.count, preProceedings.outcome.count,
                preProceedings.application.count, preProceedings.initiation.count)
    }
}
