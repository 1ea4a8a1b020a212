import Kernel
import Testing

@testable import ReturnFormats

/// A census kept as bytes.
struct CINStoreTests {
    private static let text = """
        <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
        <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>999</LEA></Source></Header>
        <Children>
        <Child><ChildIdentifiers><LAchildID>KID-1</LAchildID><UPN>A123456789012</UPN>
        <PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>
        <ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
        <Disabilities><Disability>HAND</Disability></Disabilities></ChildCharacteristics>
        <CINdetails><CINreferralDate>2025-06-02</CINreferralDate><ReferralNFA>0</ReferralNFA>
        <Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate>
        <FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors></FactorsIdentifiedAtAssessment>
        </Assessments>
        <ChildProtectionPlans><CPPstartDate>2025-07-01</CPPstartDate><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
        <Reviews><CPPreviewDate>2025-09-18</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails></Child>
        <Child><ChildIdentifiers><LAchildID>KID-2</LAchildID></ChildIdentifiers>
        <CINdetails><CINreferralDate>2025-13-40</CINreferralDate></CINdetails></Child>
        </Children></Message>
        """

    private func census() throws -> CINReturn { try CINReader.read(Array(Self.text.utf8)) }

    @Test func `every column comes back as it was, and the rules find the same`() throws {
        let before = try census()
        let after = try #require(CINStore.census(CINStore.bytes(before)))
        #expect(after.header.referenceDate == before.header.referenceDate)
        #expect(after.text(after.children.id[0]).reveal(for: .comparing) == "KID-1")
        #expect(after.text(after.children.pupilNumber[0]).reveal(for: .comparing) == "A123456789012")
        #expect(after.episodes.noFurtherAction == [.no, .missing])
        #expect(after.episodes.referral == before.episodes.referral)
        #expect(after.episodes.referral[1] == .unreadable)
        #expect(after.factors.code == ["1C"] && after.disabilities.code == ["HAND"])
        #expect(after.protectionPlans.previous.map(\.value) == [1])
        #expect(after.reviews.date.map(\.day) == [Day("2025-09-18")])
        #expect(CINRules.check(after).results == CINRules.check(before).results)
        #expect(CINStore.bytes(after) == CINStore.bytes(before))
    }

    @Test func `bytes that were cut, changed or never ours are refused`() throws {
        let bytes = CINStore.bytes(try census())
        #expect(CINStore.census([]) == nil)
        #expect(CINStore.census(Array(bytes.dropLast())) == nil)
        #expect(CINStore.census(bytes + [0]) == nil)
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var wrong = bytes
            wrong[place] ^= 0xFF
            #expect(CINStore.census(wrong) == nil, "\(place)")
        }
    }

    @Test func `an erased child keeps its rows and loses every reference`() throws {
        var census = try census()
        #expect(census.erase(Sensitive("KID-3")) == 0)
        #expect(census.erase(Sensitive("KID-1")) == 1)
        #expect(census.children.count == 2 && census.children.id[0].isMissing)
        #expect(census.children.pupilNumber[0].isMissing)
        let bytes = String(decoding: CINStore.bytes(census), as: UTF8.self)
        #expect(!bytes.contains("KID-1") && !bytes.contains("A123456789012") && bytes.contains("KID-2"))
    }
}
