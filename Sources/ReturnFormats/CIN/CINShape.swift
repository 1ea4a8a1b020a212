/// Where elements stand in one another.
extension CINElement {
    /// The element that it stands in; nil for the outermost. `DateOfInitialCPC` stands in a Section 47 as well.
    var home: CINElement? {
        switch self {
        case .message: nil
        case .header, .children: .message
        case .collectionDetails, .source: .header
        case .collection, .year, .referenceDate: .collectionDetails
        case .sourceLevel, .authority, .softwareCode, .release, .serialNumber, .dateTime: .source
        case .child: .children
        case .identifiers, .characteristics, .details: .child
        case .childID, .pupilNumber, .formerPupilNumber, .pupilNumberUnknown, .birth, .expectedBirth, .gender,
            .sex, .death:
            .identifiers
        case .ethnicity, .disabilities: .characteristics
        case .disability: .disabilities
        case .referral, .referralSource, .primaryNeed, .closure, .closureReason, .conference,
            .noFurtherAction, .assessments, .needPlan, .enquiry, .protectionPlan, .preProceedings:
            .details
        case .assessmentStart, .assessmentReview, .assessmentEnd, .factors: .assessments
        case .factor: .factors
        case .needPlanStart, .needPlanEnd: .needPlan
        case .enquiryStart, .conferenceTarget, .conferenceNotRequired: .enquiry
        case .protectionStart, .protectionEnd, .initialCategory, .latestCategory, .previousPlans, .reviews:
            .protectionPlan
        case .review: .reviews
        case .preStart, .letterSent, .meetingOffer, .meetingHeld, .firstMeeting, .reviewMeetings,
            .stepDecision, .preOutcome, .courtApplication, .initiationLetter:
            .preProceedings
        }
    }

    /// Holds elements, and no text.
    var isGroup: Bool {
        switch self {
        case .message, .header, .collectionDetails, .source, .children, .child, .identifiers,
            .characteristics,
            .disabilities, .details, .assessments, .factors, .needPlan, .enquiry, .protectionPlan, .reviews,
            .preProceedings:
            true
        default: false
        }
    }

    func stands(in outer: CINElement?) -> Bool {
        home == outer || self == .conference && outer == .enquiry
    }
}

extension CINReturn {
    /// A new row of the table that a group of the file is kept in.
    mutating func begin(_ group: CINElement) {
        let child = Int32(children.count - 1)
        let episode = Int32(episodes.count - 1)
        switch group {
        case .child: children.add()
        case .details: episodes.add(child)
        case .assessments: assessments.add(episode)
        case .needPlan: needPlans.add(episode)
        case .enquiry: enquiries.add(episode)
        case .protectionPlan: protectionPlans.add(episode)
        case .preProceedings: preProceedings.add(episode)
        default: break
        }
    }

    /// `Reviews` without a date is kept as one review that has none.
    mutating func end(_ group: CINElement, hadReview: Bool) {
        guard group == .reviews, !hadReview else { return }
        reviews.owner.append(Int32(protectionPlans.count - 1))
        reviews.date.append(.missing)
    }
}

extension CINReturn.Children {
    fileprivate mutating func add() {
        id.append(.missing)
        pupilNumber.append(.missing)
        formerPupilNumber.append(.missing)
        pupilNumberUnknown.append(.missing)
        birth.append(.missing)
        expectedBirth.append(.missing)
        gender.append(.missing)
        sex.append(.missing)
        death.append(.missing)
        ethnicity.append(.missing)
    }
}

extension CINReturn.Episodes {
    fileprivate mutating func add(_ child: Int32) {
        owner.append(child)
        referral.append(.missing)
        source.append(.missing)
        need.append(.missing)
        closure.append(.missing)
        reason.append(.missing)
        conference.append(.missing)
        noFurtherAction.append(.missing)
    }
}

extension CINReturn.Assessments {
    fileprivate mutating func add(_ episode: Int32) {
        owner.append(episode)
        start.append(.missing)
        review.append(.missing)
        end.append(.missing)
    }
}

extension CINReturn.NeedPlans {
    fileprivate mutating func add(_ episode: Int32) {
        owner.append(episode)
        start.append(.missing)
        end.append(.missing)
    }
}

extension CINReturn.Enquiries {
    fileprivate mutating func add(_ episode: Int32) {
        owner.append(episode)
        start.append(.missing)
        target.append(.missing)
        conference.append(.missing)
        conferenceNotRequired.append(.missing)
    }
}

extension CINReturn.ProtectionPlans {
    fileprivate mutating func add(_ episode: Int32) {
        owner.append(episode)
        start.append(.missing)
        end.append(.missing)
        initialCategory.append(.missing)
        latestCategory.append(.missing)
        previous.append(.missing)
    }
}

extension CINReturn.PreProceedings {
    fileprivate mutating func add(_ episode: Int32) {
        owner.append(episode)
        start.append(.missing)
        letter.append(.missing)
        offered.append(.missing)
        held.append(.missing)
        firstMeeting.append(.missing)
        reviewMeetings.append(.missing)
        decision.append(.missing)
        outcome.append(.missing)
        application.append(.missing)
        initiation.append(.missing)
    }
}
