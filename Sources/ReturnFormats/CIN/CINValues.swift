/// What became of a value.
enum Kept {
    case stored, repeated, unreadable
}

extension CINReturn {
    /// Puts the value of an element into the last row of its table.
    mutating func keep(_ value: UnsafeRawBufferPointer, of element: CINElement, in group: CINElement) -> Kept
    {
        switch element {
        case .collection: Self.fill(&header.collection, value)
        case .year: Self.fill(&header.year, value)
        case .referenceDate: Self.fill(&header.referenceDate, value)
        case .authority: header.authority == .missing ? Self.fill(&header.authority, value) : .stored
        case .childID: text(value, \.children.id)
        case .pupilNumber: text(value, \.children.pupilNumber)
        case .formerPupilNumber: text(value, \.children.formerPupilNumber)
        case .pupilNumberUnknown: Self.put(value, &children.pupilNumberUnknown)
        case .birth: Self.put(value, &children.birth)
        case .expectedBirth: Self.put(value, &children.expectedBirth)
        case .gender: Self.put(value, &children.gender)
        case .sex: Self.put(value, &children.sex)
        case .death: Self.put(value, &children.death)
        case .ethnicity: Self.put(value, &children.ethnicity)
        case .disability: Self.add(value, &disabilities, owner: children.count - 1)
        case .referral: Self.put(value, &episodes.referral)
        case .referralSource: Self.put(value, &episodes.source)
        case .primaryNeed: Self.put(value, &episodes.need)
        case .closure: Self.put(value, &episodes.closure)
        case .closureReason: Self.put(value, &episodes.reason)
        case .noFurtherAction: Self.put(value, &episodes.noFurtherAction)
        case .conference where group == .enquiry: Self.put(value, &enquiries.conference)
        case .conference: Self.put(value, &episodes.conference)
        default: keepOfPart(value, element)
        }
    }

    /// Of what an episode holds.
    private mutating func keepOfPart(_ value: UnsafeRawBufferPointer, _ element: CINElement) -> Kept {
        switch element {
        case .assessmentStart: Self.put(value, &assessments.start)
        case .assessmentReview: Self.put(value, &assessments.review)
        case .assessmentEnd: Self.put(value, &assessments.end)
        case .factor: Self.add(value, &factors, owner: assessments.count - 1)
        case .needPlanStart: Self.put(value, &needPlans.start)
        case .needPlanEnd: Self.put(value, &needPlans.end)
        case .enquiryStart: Self.put(value, &enquiries.start)
        case .conferenceTarget: Self.put(value, &enquiries.target)
        case .conferenceNotRequired: Self.put(value, &enquiries.conferenceNotRequired)
        case .protectionStart: Self.put(value, &protectionPlans.start)
        case .protectionEnd: Self.put(value, &protectionPlans.end)
        case .initialCategory: Self.put(value, &protectionPlans.initialCategory)
        case .latestCategory: Self.put(value, &protectionPlans.latestCategory)
        case .previousPlans: Self.put(value, &protectionPlans.previous)
        case .review: addReview(value)
        case .preStart: Self.put(value, &preProceedings.start)
        case .letterSent: Self.put(value, &preProceedings.letter)
        case .meetingOffer: Self.put(value, &preProceedings.offered)
        case .meetingHeld: Self.put(value, &preProceedings.held)
        case .firstMeeting: Self.put(value, &preProceedings.firstMeeting)
        case .reviewMeetings: Self.put(value, &preProceedings.reviewMeetings)
        case .stepDecision: Self.put(value, &preProceedings.decision)
        case .preOutcome: Self.put(value, &preProceedings.outcome)
        case .courtApplication: Self.put(value, &preProceedings.application)
        case .initiationLetter: Self.put(value, &preProceedings.initiation)
        // Software and serial numbers of the file: nothing is asked of them.
        default: .stored
        }
    }

    private static func put<Cell: ReturnCell>(_ value: UnsafeRawBufferPointer, _ column: inout [Cell]) -> Kept
    {
        fill(&column[column.count - 1], value)
    }

    private static func fill<Cell: ReturnCell>(_ cell: inout Cell, _ value: UnsafeRawBufferPointer) -> Kept {
        guard !value.isEmpty else { return .stored }
        guard cell == .missing else { return .repeated }
        cell = Cell(value)
        return cell == .unreadable ? .unreadable : .stored
    }

    private static func add(_ value: UnsafeRawBufferPointer, _ list: inout Codes, owner: Int) -> Kept {
        guard !value.isEmpty else { return .stored }
        let code = CodeCell(value)
        list.owner.append(Int32(owner))
        list.code.append(code)
        return code == .unreadable ? .unreadable : .stored
    }

    private mutating func addReview(_ value: UnsafeRawBufferPointer) -> Kept {
        let date = DateCell(value)
        reviews.owner.append(Int32(protectionPlans.count - 1))
        reviews.date.append(date)
        return date == .unreadable ? .unreadable : .stored
    }

    private mutating func text(
        _ value: UnsafeRawBufferPointer, _ column: WritableKeyPath<CINReturn, [TextCell]>
    ) -> Kept {
        guard !value.isEmpty else { return .stored }
        let row = children.count - 1
        guard self[keyPath: column][row].isMissing else { return .repeated }
        self[keyPath: column][row] = TextCell(start: UInt32(texts.count), length: UInt32(value.count))
        texts.append(contentsOf: value)
        return .stored
    }
}
