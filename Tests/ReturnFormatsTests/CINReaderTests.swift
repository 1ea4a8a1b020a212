import Kernel
import ReturnFormats
import Testing

struct CINReaderTests {
    @Test func `every element of a census comes into its column`() throws {
        let census = try read(Samples.whole)
        #expect(census.header.collection == "CIN" && census.header.year == "2026")
        #expect(census.header.authority == "999")
        #expect(census.header.referenceDate.day == Day("2026-03-31"))

        let children = census.children
        #expect(children.count == 2)
        #expect(census.text(children.id[0]).reveal(for: .comparing) == "Fern & 1")
        #expect(census.text(children.pupilNumber[0]).reveal(for: .comparing) == "A123456789012")
        #expect(children.formerPupilNumber[0].isMissing)
        #expect(children.birth.map(\.day) == [Day("2015-03-27"), nil])
        #expect(children.expectedBirth[1].day == Day("2026-05-01"))
        #expect(children.sex == ["F", "U"] && children.gender == [.missing, .missing])
        #expect(children.ethnicity == ["WBRI", "NOBT"])
        #expect(children.pupilNumberUnknown == [.missing, "UN7"])
        #expect(census.disabilities.code == ["HAND", "HEAR"] && census.disabilities.owner == [0, 0])

        let episodes = census.episodes
        #expect(episodes.owner == [0, 0, 1])
        #expect(episodes.referral.map(\.day) == [Day("2025-06-02"), Day("2026-01-05"), Day("2026-03-02")])
        #expect(episodes.noFurtherAction == [.no, .missing, .yes])
        // The conference of the episode and that of the enquiry have one name.
        #expect(episodes.conference[0].day == Day("2025-06-20"))
        #expect(census.enquiries.conference[0].day == Day("2025-06-19"))
        #expect(census.enquiries.conferenceNotRequired == [.no])
        #expect(census.assessments.start.map(\.day) == [Day("2025-06-03"), Day("2026-01-06")])
        #expect(census.assessments.end == [DateCell(try #require(Day("2025-07-30"))), .missing])
        #expect(census.factors.code == ["1C", "16A"] && census.factors.owner == [0, 0])
        #expect(census.needPlans.end[0].day == Day("2025-08-30"))
        #expect(census.protectionPlans.latestCategory == ["EMO"])
        #expect(census.protectionPlans.previous.map(\.value) == [0])
        // Two groups, one of them with two dates, and one that is empty.
        #expect(census.reviews.date.map(\.day) == [Day("2025-09-18"), Day("2026-03-01"), nil])
        #expect(census.reviews.owner == [0, 0, 0])
        #expect(census.preProceedings.offered == [.yes] && census.preProceedings.outcome == ["A"])
        #expect(census.preProceedings.reviewMeetings.map(\.value) == [3])
        #expect(census.findings.counts.isEmpty)
    }

    @Test func `what a child and an episode hold stands together`() throws {
        let census = try read(Samples.whole)
        let episodes = Spans(census.episodes.owner, of: census.children.count)
        #expect(episodes[0] == 0..<2 && episodes[1] == 2..<3)
        let assessments = Spans(census.assessments.owner, of: census.episodes.count)
        #expect((0..<3).map { assessments[$0] } == [0..<1, 1..<2, 2..<2])
    }

    @Test func `what cannot be taken is counted with its line, and the rest is read`() throws {
        let census = try read(
            Samples.around(
                """
                <LAchildID>C1</LAchildID>
                <Shoe size='4>'><Heel/></Shoe>
                <PersonBirthDate>2015-02-30</PersonBirthDate>PersonBirthDate
                <PersonDeathDate>12/03/2025</PersonDeathDate>
                <PersonDeathDate/>
                <Sex>M</Sex><Sex>F</Sex>
                <CINreferralDate>2025-06-02</CINreferralDate>
                <UPNunknown>UN1 or UN2</UPNunknown>
                """))
        let findings = census.findings
        #expect(findings.count(.unknownElement, "Shoe") == 1)
        #expect(findings.count(.unknownElement, "Heel") == 0)
        #expect(findings.count(.unreadableValue, "PersonBirthDate") == 1)
        #expect(findings.count(.strayText, "ChildIdentifiers") == 1)
        #expect(findings.count(.unreadableValue, "PersonDeathDate") == 1)
        #expect(findings.count(.repeatedElement, "Sex") == 1)
        #expect(findings.count(.misplacedElement, "CINreferralDate") == 1)
        #expect(findings.count(.unreadableValue, "UPNunknown") == 1)
        #expect(findings.examples.map(\.line) == [3, 4, 4, 5, 7, 8, 9])
        #expect(findings.examples.allSatisfy { $0.child == 0 && "\($0.text)" == "[withheld]" })
        #expect(findings.examples[3].text.reveal(for: .comparing) == "12/03/2025")
        #expect(census.children.birth == [.unreadable] && census.children.sex == ["M"])
        #expect(census.children.pupilNumberUnknown == [.unreadable])
        #expect(census.episodes.count == 0)
    }

    @Test func `of many findings all are counted and the first are kept`() throws {
        let census = try read(Samples.around(String(repeating: "<Odd/>", count: 5000)))
        #expect(census.findings.count(.unknownElement, "Odd") == 5000)
        #expect(census.findings.examples.count == CINFindings.mostExamples)
        let names = (0..<3000).map { "<Odd\($0)/>" }.joined()
        let varied = try read(Samples.around(names)).findings
        #expect(varied.counts.count == CINFindings.mostSubjects)
        #expect(varied.others == 3000 - CINFindings.mostSubjects)
    }

    @Test(arguments: [
        ("true", FlagCell.yes), ("TRUE", .yes), ("1", .yes), ("0", .no), ("False", .no), ("no", .unreadable),
    ])
    func `yes and no come in several spellings`(text: String, flag: FlagCell) throws {
        let census = try read(
            Samples.around("", "<CINdetails><ReferralNFA> \(text)\n</ReferralNFA></CINdetails>"))
        #expect(census.episodes.noFurtherAction == [flag])
    }

    @Test(arguments: [("0", 0), ("-1", -1), ("12", 12), ("999999999", 999_999_999)])
    func `numbers may be below nought, for a check to find`(text: String, number: Int) throws {
        let plan = "<CINdetails><ChildProtectionPlans><NumberOfPreviousCPP>\(text)</NumberOfPreviousCPP>"
        let census = try read(Samples.around("", plan + "</ChildProtectionPlans></CINdetails>"))
        #expect(census.protectionPlans.previous.map(\.value) == [number])
    }

    @Test func `comments, sections and references are part of a value or not, as XML has it`() throws {
        let census = try read(
            Samples.around(
                "<LAchildID>A<!-- x -->&#66;<![CDATA[<&C>]]>&#x44;</LAchildID><!-- <Sex>M</Sex> -->"))
        #expect(census.text(census.children.id[0]).reveal(for: .comparing) == "AB<&C>D")
        #expect(census.children.sex == [.missing])
    }

    @Test func `other encodings are read or refused by name`() throws {
        let text = Samples.around("<LAchildID>Zoë</LAchildID>")
        func id(_ bytes: [UInt8]) throws -> String {
            let census = try CINReader.read(bytes)
            return census.text(census.children.id[0]).reveal(for: .comparing)
        }
        let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try id([0xFF, 0xFE] + wide) == "Zoë")
        #expect(try id(wide) == "Zoë")
        let latin =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8)
            + text.unicodeScalars.map { UInt8($0.value) }
        #expect(try id(latin) == "Zoë")
        #expect(
            refusal("<?xml version=\"1.0\" encoding=\"EBCDIC\"?>" + text)
                == "It is written in ebcdic: export it as UTF-8.")
    }

    @Test(arguments: [
        ("", "It is empty."), ("  \n", "It is empty."), ("LAchildID,UPN\n1,2\n", "It is not XML."),
        ("<Workbook/>", "It is not a CIN census: its outermost element is Workbook, not Message."),
        ("<Message><Header/></Message>", "It holds no child."),
        ("<Message><Children><Child>", "It is cut short: the XML does not end."),
        ("<Message><Children><Child></Chi", "It is cut short: the XML does not end."),
        ("<Message><Children><!-- ", "It is cut short: the XML does not end."),
        ("<Message>\n<Children></Child></Message>", "Line 2 is not well-formed XML: export the file again."),
        ("<Message></Message><Message/>", "Line 1 is not well-formed XML: export the file again."),
        ("<Message>\n\n< a</Message>", "Line 3 is not well-formed XML: export the file again."),
        (
            "<!DOCTYPE Message [<!ENTITY a 'b'>]><Message/>",
            "Line 1 declares a document type, which no return has: it was not read."
        ),
    ])
    func `what is no census is refused in one sentence`(text: String, sentence: String) {
        #expect(refusal(text) == sentence)
    }

    @Test func `a reference to what was never declared is refused, and so is a tower of elements`() {
        #expect(refusal(Samples.around("<LAchildID>&lol;</LAchildID>")) != nil)
        let tower = String(repeating: "<a>", count: 100_000)
        #expect(refusal(Samples.around(tower)) == "It nests its elements more than 64 deep.")
    }

    /// Whatever is cut off or changed in a file, reading ends, with a census or a sentence.
    @Test func `no damage stops the reader otherwise than with a sentence`() {
        let whole = Array(Samples.whole.utf8)
        for length in stride(from: 0, to: whole.count, by: 31) {
            #expect(throws: UnusableFile.self) { try CINReader.read(Array(whole[..<length])) }
        }
        for place in stride(from: 0, to: whole.count, by: 17) {
            for byte in [UInt8(0), 0x3C, 0x3E, 0x26, 0xFF] {
                var damaged = whole
                damaged[place] = byte
                _ = try? CINReader.read(damaged)
            }
        }
    }

    private func read(_ text: String) throws -> CINReturn { try CINReader.read(Array(text.utf8)) }

    private func refusal(_ text: String) -> String? {
        do throws(UnusableFile) {
            _ = try CINReader.read(Array(text.utf8))
            return nil
        } catch {
            return error.sentence
        }
    }
}

/// Invented children.
private enum Samples {
    /// One child, its identifiers beginning on the file's second line.
    static func around(_ identifiers: String, _ rest: String = "") -> String {
        "<Message><Children><Child><ChildIdentifiers>\n\(identifiers)</ChildIdentifiers>\(rest)</Child></Children></Message>\n"
    }

    static let whole = """
        <?xml version="1.0" encoding="utf-8"?>
        <Message>
          <Header>
            <CollectionDetails>
              <Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>
            </CollectionDetails>
            <Source><SourceLevel>L</SourceLevel><LEA>999</LEA><SoftwareCode>Invented</SoftwareCode></Source>
          </Header>
          <Children>
            <Child>
              <ChildIdentifiers>
                <LAchildID>Fern &amp; 1</LAchildID><UPN>A123456789012</UPN><FormerUPN/>
                <PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex>
              </ChildIdentifiers>
              <ChildCharacteristics>
                <Ethnicity>WBRI</Ethnicity>
                <Disabilities><Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities>
              </ChildCharacteristics>
              <CINdetails>
                <CINreferralDate>2025-06-02</CINreferralDate><ReferralSource>1A</ReferralSource>
                <PrimaryNeedCode>N1</PrimaryNeedCode><DateOfInitialCPC>2025-06-20</DateOfInitialCPC>
                <Assessments>
                  <AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate>
                  <AssessmentAuthorisationDate>2025-07-30</AssessmentAuthorisationDate>
                  <FactorsIdentifiedAtAssessment>
                    <AssessmentFactors>1C</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors>
                  </FactorsIdentifiedAtAssessment>
                </Assessments>
                <CINPlanDates>
                  <CINPlanStartDate>2025-08-01</CINPlanStartDate><CINPlanEndDate>2025-08-30</CINPlanEndDate>
                </CINPlanDates>
                <Section47>
                  <S47ActualStartDate>2025-06-04</S47ActualStartDate>
                  <InitialCPCtarget>2025-06-25</InitialCPCtarget>
                  <DateOfInitialCPC>2025-06-19</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired>
                </Section47>
                <ReferralNFA>0</ReferralNFA>
                <ChildProtectionPlans>
                  <CPPstartDate>2025-06-19</CPPstartDate>
                  <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
                  <LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
                  <Reviews>
                    <CPPreviewDate>2025-09-18</CPPreviewDate><CPPreviewDate>2026-03-01</CPPreviewDate>
                  </Reviews>
                  <Reviews></Reviews>
                </ChildProtectionPlans>
                <PreProceedingsandFGDM>
                  <PPStartDate>2026-01-09</PPStartDate><LBPSentDate>2026-01-20</LBPSentDate>
                  <FGDMMeetingOffer>1</FGDMMeetingOffer><FGDMMeetingFac>1</FGDMMeetingFac>
                  <InitialPPMeetingDate>2026-01-28</InitialPPMeetingDate><ReviewMeetingsCount>3</ReviewMeetingsCount>
                  <StepDecisionDate>2026-02-01</StepDecisionDate><PPOutcome>A</PPOutcome>
                </PreProceedingsandFGDM>
              </CINdetails>
              <CINdetails>
                <CINreferralDate>2026-01-05</CINreferralDate>
                <Assessments><AssessmentActualStartDate>2026-01-06</AssessmentActualStartDate></Assessments>
              </CINdetails>
            </Child>
            <Child>
              <ChildIdentifiers>
                <LAchildID>Moss2</LAchildID><UPNunknown>UN7</UPNunknown>
                <ExpectedPersonBirthDate>2026-05-01</ExpectedPersonBirthDate><Sex>U</Sex>
              </ChildIdentifiers>
              <ChildCharacteristics><Ethnicity>NOBT</Ethnicity></ChildCharacteristics>
              <CINdetails>
                <CINreferralDate>2026-03-02</CINreferralDate><ReferralNFA>TRUE</ReferralNFA>
              </CINdetails>
            </Child>
          </Children>
        </Message>
        """
}
