import Testing

@testable import Audits

/// What looks as if it said who somebody is. The examples are invented; the NHS numbers are of the range kept for tests
/// (999 …), their check digits worked out by hand.
struct FreeTextRules {
    private static let names = FreeText.Names(staff: ["lucy penhaligon", "grace omalley", "dana orme"])

    private func kinds(_ text: String) -> Set<FreeText.Kind> { FreeText.seen(in: text, Self.names) }

    @Test(arguments: [
        "Mia Carter was seen at home", "seen with Mia Carter.", "Visit to Jayden O'Neill on 3 May",
        "The report names Mia-Rose Carter as the child", "Mrs Patel said so", "talked to Mr. Khan at school",
        "Dr Novak wrote on 4 June", "CARTER, Mia", "Carter, Mia", "Supervision by Lucy Penhaligon",
        "see Grace O’Malley’s note", "Orme was told by Dana Orme", "Zbigniew Smith came",
        "Aisha Rahman (mother)",
        "Emily Jones's plan", "The Child Mia Carter", "Mum Sarah Lowe",
    ])
    func `a name is seen`(text: String) {
        #expect(kinds(text) == [.name])
    }

    @Test(arguments: [
        "Case note of 4 November 2026", "Initial Child Protection Conference, 12 May 2026",
        "Chronology, page 3",
        "Strategy Discussion on Monday", "Team Manager's decision of 3 June", "Section 47 enquiry",
        "The Social Worker saw the child at Victoria Road School", "Elizabeth House",
        "Charlotte Street Surgery",
        "North Area Team", "Working Together 2026", "Ofsted, the ILACS framework", "SMART plan, CIN review",
        "Core Group minutes; GP letter", "Life Story Work", "Mark the file", "Grace period of May",
        "Not Applicable", "Child and Family Assessment", "Signs of Safety", "Family Group Conference",
        "Dr to be asked", "Miss of two visits", "The Smith report", "MASH referral, then Early Help",
        "Plan: Outcome Star used. Mother agrees", "CH-0001 is the wrong record",
        "Plan of 3 May. Emily said nothing",
        "Seen by Health Visitor at Oak Park Children's Centre", "King Street Family Centre", "", "  ",
    ])
    func `words of the work are no name`(text: String) {
        #expect(kinds(text).isEmpty)
    }

    @Test(arguments: ["999 000 0018", "9990000018", "NHS no. 999-000-0018", "number 999 000 0018, page 2"])
    func `an NHS number is known by its check digit`(text: String) {
        // 9·10 + 9·9 + 9·8 + 1·2 = 245 = 22·11 + 3; 11 − 3 = 8.
        #expect(kinds(text) == [.healthNumber])
    }

    @Test(arguments: [
        "9990000019", "999 000 001", "99900000180", "020 7946 0018", "1111111111", "0000000000",
        "2026-11-20 09:14",
        "reference 100234", "07700 900123",
    ])
    func `other numbers are none`(text: String) {
        #expect(kinds(text).isEmpty)
    }

    @Test(arguments: [
        "LS12 4QF", "at LS124QF since", "ls12 4qf", "W1A 1AA", "M1 1AE", "B33 8TH", "DN55 1PT.", "(CR2 6XH)",
    ])
    func `a postcode is seen`(text: String) {
        #expect(kinds(text) == [.postcode])
    }

    @Test(arguments: [
        "S47 enquiry", "CP1 2AB", "page B1 2nd", "p2 1st line", "Q1 4AA", "LS12 4QI", "CH-0001", "2 of 5",
        "E1 4C",
        "form A1 of 3rd May", "b33 8th line",
    ])
    func `other codes are none`(text: String) {
        #expect(kinds(text).isEmpty)
    }

    @Test(arguments: [
        "DOB 03/04/2015", "d.o.b. 3.4.15", "born on 3 April 2015", "Date of birth: 2015-04-03",
        "born 3rd Apr 2015",
        "03/04/2015 (dob)", "birthday is April 3 2015",
    ])
    func `a date of birth is seen by the word beside it`(text: String) {
        #expect(kinds(text) == [.birthDate])
    }

    @Test(arguments: [
        "Visit of 03/04/2026", "born in care", "conference on 3 April 2026", "the date of the birth plan",
        "pre-birth assessment, page 4", "unborn child, plan of 3 March 2026 to be read",
    ])
    func `a date alone is where evidence stands`(text: String) {
        #expect(kinds(text).isEmpty)
    }

    @Test func `the sentence says what was seen and not its words`() {
        let sentence = FreeText.sentence(kinds("Mia Carter, born 3 April 2015, LS12 4QF, 999 000 0018"))
        #expect(
            sentence
                == "This looks as if it held a person’s name, an NHS number, a postcode and a date of birth: take it out, or tick that it is to be saved all the same"
        )
    }
}
