import Kernel

/// Writes a census as XML, element by element in the order of the specification.
struct CensusXML: ~Copyable {
    private var buffer: Buffer
    private let census: Census

    init(_ census: Census) {
        self.census = census
        buffer = Buffer(capacity: census.children.count * 1_600 + 4_096)
    }

    consuming func bytes(written day: Int32) -> [UInt8] {
        header(day)
        buffer.put("  <Children>\n")
        for child in census.children { write(child) }
        buffer.put("  </Children>\n</Message>\n")
        return buffer.bytes
    }

    private mutating func header(_ day: Int32) {
        buffer.put(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message>\n  <Header>\n    <CollectionDetails>\n")
        buffer.put("      <Collection>CIN</Collection>\n      <Year>")
        buffer.put(census.year)
        buffer.put("</Year>\n")
        put("      <ReferenceDate>", census.referenceDate, "</ReferenceDate>\n")
        buffer.put(
            "    </CollectionDetails>\n    <Source>\n      <SourceLevel>L</SourceLevel>\n      <LEA>001</LEA>\n"
        )
        buffer.put("      <SoftwareCode>Plumbline example</SoftwareCode>\n      <SerialNo>001</SerialNo>\n")
        buffer.put("      <DateTime>")
        buffer.put(Array(Day(number: day).description.utf8))
        buffer.put("T09:00:00</DateTime>\n    </Source>\n  </Header>\n")
    }

    private mutating func write(_ child: Census.Child) {
        buffer.put("    <Child>\n      <ChildIdentifiers>\n")
        put("        <LAchildID>", child.reference, "</LAchildID>\n")
        put("        <UPN>", child.pupilNumber, "</UPN>\n")
        put("        <FormerUPN>", child.formerPupilNumber, "</FormerUPN>\n")
        put("        <UPNunknown>", child.noPupilNumber, "</UPNunknown>\n")
        put("        <PersonBirthDate>", child.birth, "</PersonBirthDate>\n")
        put("        <ExpectedPersonBirthDate>", child.expectedBirth, "</ExpectedPersonBirthDate>\n")
        if census.asksSex {
            put("        <Sex>", child.sex, "</Sex>\n")
        } else {
            put("        <GenderCurrent>", child.sex, "</GenderCurrent>\n")
        }
        put("        <PersonDeathDate>", child.death, "</PersonDeathDate>\n")
        buffer.put("      </ChildIdentifiers>\n      <ChildCharacteristics>\n")
        put("        <Ethnicity>", child.ethnicity, "</Ethnicity>\n")
        if !child.disabilities.isEmpty {
            buffer.put("        <Disabilities>\n")
            for code in child.disabilities { put("          <Disability>", code, "</Disability>\n") }
            buffer.put("        </Disabilities>\n")
        }
        buffer.put("      </ChildCharacteristics>\n")
        for episode in child.episodes { write(episode) }
        buffer.put("    </Child>\n")
    }

    private mutating func write(_ episode: Census.Episode) {
        buffer.put("      <CINdetails>\n")
        put("        <CINreferralDate>", episode.referral, "</CINreferralDate>\n")
        put("        <ReferralSource>", episode.source, "</ReferralSource>\n")
        put("        <PrimaryNeedCode>", episode.need, "</PrimaryNeedCode>\n")
        put("        <CINclosureDate>", episode.closure, "</CINclosureDate>\n")
        put("        <ReasonForClosure>", episode.reason, "</ReasonForClosure>\n")
        put("        <DateOfInitialCPC>", episode.conference, "</DateOfInitialCPC>\n")
        for assessment in episode.assessments {
            buffer.put("        <Assessments>\n")
            put("          <AssessmentActualStartDate>", assessment.start, "</AssessmentActualStartDate>\n")
            put("          <AssessmentAuthorisationDate>", assessment.end, "</AssessmentAuthorisationDate>\n")
            if !assessment.factors.isEmpty {
                buffer.put("          <FactorsIdentifiedAtAssessment>\n")
                for factor in assessment.factors {
                    put("            <AssessmentFactors>", factor, "</AssessmentFactors>\n")
                }
                buffer.put("          </FactorsIdentifiedAtAssessment>\n")
            }
            buffer.put("        </Assessments>\n")
        }
        for plan in episode.needPlans {
            buffer.put("        <CINPlanDates>\n")
            put("          <CINPlanStartDate>", plan.start, "</CINPlanStartDate>\n")
            put("          <CINPlanEndDate>", plan.end, "</CINPlanEndDate>\n")
            buffer.put("        </CINPlanDates>\n")
        }
        for enquiry in episode.enquiries {
            buffer.put("        <Section47>\n")
            put("          <S47ActualStartDate>", enquiry.start, "</S47ActualStartDate>\n")
            put("          <InitialCPCtarget>", enquiry.target, "</InitialCPCtarget>\n")
            put("          <DateOfInitialCPC>", enquiry.conference, "</DateOfInitialCPC>\n")
            put("          <ICPCnotRequired>", enquiry.notRequired, "</ICPCnotRequired>\n")
            buffer.put("        </Section47>\n")
        }
        put("        <ReferralNFA>", episode.noFurtherAction, "</ReferralNFA>\n")
        for plan in episode.protections { write(plan) }
        buffer.put("      </CINdetails>\n")
    }

    private mutating func write(_ plan: Census.Protection) {
        buffer.put("        <ChildProtectionPlans>\n")
        put("          <CPPstartDate>", plan.start, "</CPPstartDate>\n")
        put("          <CPPendDate>", plan.end, "</CPPendDate>\n")
        put("          <InitialCategoryOfAbuse>", plan.category, "</InitialCategoryOfAbuse>\n")
        put("          <LatestCategoryOfAbuse>", plan.latestCategory, "</LatestCategoryOfAbuse>\n")
        if let previous = plan.previous {
            buffer.put("          <NumberOfPreviousCPP>")
            buffer.put(previous)
            buffer.put("</NumberOfPreviousCPP>\n")
        }
        if !plan.reviews.isEmpty {
            buffer.put("          <Reviews>\n")
            for review in plan.reviews { put("            <CPPreviewDate>", review, "</CPPreviewDate>\n") }
            buffer.put("          </Reviews>\n")
        }
        buffer.put("        </ChildProtectionPlans>\n")
    }

    private mutating func put(_ open: StaticString, _ text: String?, _ close: StaticString) {
        guard let text else { return }
        buffer.put(open)
        buffer.put(XMLText.escaped(text))
        buffer.put(close)
    }

    private mutating func put(_ open: StaticString, _ day: Int32?, _ close: StaticString) {
        guard let day else { return }
        let (year, month, dayOfMonth) = Day(number: day).civil
        buffer.put(open)
        buffer.put(year)
        buffer.put(byte: 0x2D)
        if month < 10 { buffer.put(byte: 0x30) }
        buffer.put(month)
        buffer.put(byte: 0x2D)
        if dayOfMonth < 10 { buffer.put(byte: 0x30) }
        buffer.put(dayOfMonth)
        buffer.put(close)
    }
}
