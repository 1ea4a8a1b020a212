import Testing

@testable import PlanReading

/// Names are invented; expectations were written by hand.
struct LeadPhraseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var expected: [String]
        init(_ text: String, _ expected: [String]) { (self.text, self.expected) = (text, expected) }
        var testDescription: String { text }
    }

    @Test(arguments: [
        // One.
        Case("Jane Roe", ["Jane Roe"]), Case("SGU.", ["SGU"]), Case("AD", ["AD"]),
        Case("All HOS", ["All HOS"]),
        Case("Assistant Director (AD)", ["Assistant Director (AD)"]),
        Case("Placement Service.", ["Placement Service"]), Case("PP&P", ["PP&P"]),
        Case("R&A Team", ["R&A Team"]),
        Case("All Children's Social Care HOS", ["All Children's Social Care HOS"]),
        Case("Cllr Ann Poe", ["Cllr Ann Poe"]), Case("(Team Managers)", ["Team Managers"]),
        Case("Head of Child Protection", ["Head of Child Protection"]),
        Case("Jane Roe (Head of Children in Need (CIN)", ["Jane Roe (Head of Children in Need (CIN)"]),
        Case("Fiona van den Berg (Head of CIN)", ["Fiona van den Berg (Head of CIN)"]),
        Case("Quadrant Manager (West)", ["Quadrant Manager (West)"]),
        // Names that hold "and", "&" or "/" themselves.
        Case("Head of Safeguarding and Standards", ["Head of Safeguarding and Standards"]),
        Case("Health and Partnerships", ["Health and Partnerships"]),
        Case("Health and Partnerships.", ["Health and Partnerships"]),
        Case("EH/Early Years & Children's Centres", ["EH/Early Years & Children's Centres"]),
        Case("EH, Early Years and Children’s Centres.", ["EH, Early Years and Children’s Centres"]),
        Case("Children and Families Panel", ["Children and Families Panel"]),
        Case("Children & Families Panel", ["Children & Families Panel"]),
        Case("QA and Improvement Manager", ["QA and Improvement Manager"]),
        Case("Director of Children, Schools and Families", ["Director of Children, Schools and Families"]),
        Case("Corporate Director, Children's Services", ["Corporate Director, Children's Services"]),
        Case("Nora Fell (QA and Improvement Manager)", ["Nora Fell (QA and Improvement Manager)"]),
        Case(
            "Ann Poe (Area Manager: Localities and Partnerships)",
            ["Ann Poe (Area Manager: Localities and Partnerships)"]),
        Case("Principal Manager for CAT/CIN/CP", ["Principal Manager for CAT/CIN/CP"]),
        Case("Jane Roe, Head of Access", ["Jane Roe, Head of Access"]),
        Case("Head of Access, Jane Roe", ["Head of Access, Jane Roe"]),
        Case("Adoption and Fostering Team", ["Adoption and Fostering Team"]),
        Case("Quadrant/Group Managers", ["Quadrant/Group Managers"]),
        Case(
            "Ann Poe – Workforce Development (for training needs)",
            ["Ann Poe – Workforce Development (for training needs)"]),
        Case("Ann Poe – Safeguarding Unit", ["Ann Poe – Safeguarding Unit"]),
        // Joint leads.
        Case("Jane Roe/Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("Jane Roe and Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("Jane Roe & Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("Jane Roe; Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("Jane Roe\nAnn Poe", ["Jane Roe", "Ann Poe"]),
        Case("Jane Roe, Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("Jane Roe, Ann Poe and Bob Lee", ["Jane Roe", "Ann Poe", "Bob Lee"]),
        Case("A. Khan / B. Lee", ["A. Khan", "B. Lee"]), Case("NM / LJ", ["NM", "LJ"]),
        Case("NM/LJ", ["NM", "LJ"]),
        Case("NM & LJ", ["NM", "LJ"]), Case("SGU, SGS and AD", ["SGU", "SGS", "AD"]),
        Case("SGU SGS", ["SGU", "SGS"]),
        Case("IDT / SMT", ["IDT", "SMT"]), Case("AD and Team Managers", ["AD", "Team Managers"]),
        Case("AD/Head of Service", ["AD", "Head of Service"]),
        Case(
            "Jane Roe (Head of Children in Need (CIN)/ Ann Poe (Head of Social Care Access)",
            ["Jane Roe (Head of Children in Need (CIN)", "Ann Poe (Head of Social Care Access)"]),
        Case(
            "Jane Roe (Head of CIN) / Ann Poe (Head of Access)/\nBob Lee (Integrated Access Team (IAT) Manager)",
            [
                "Jane Roe (Head of CIN)", "Ann Poe (Head of Access)",
                "Bob Lee (Integrated Access Team (IAT) Manager)",
            ]),
        Case(
            "Jane Roe (Head of CIN) / Ann Poe (Head of Access)/",
            ["Jane Roe (Head of CIN)", "Ann Poe (Head of Access)"]),
        Case("Quad Managers/\nAD Local Services", ["Quad Managers", "AD Local Services"]),
        Case("Quad Managers/ AD Local Services", ["Quad Managers", "AD Local Services"]),
        Case(
            "Head of Child Protection and Head of Child Care Practice.",
            ["Head of Child Protection", "Head of Child Care Practice"]),
        Case(
            "Head of Child Protection/Principal Officers", ["Head of Child Protection", "Principal Officers"]),
        Case(
            "Jane Roe together with all Group Managers, Practice Consultants and Ann Poe",
            ["Jane Roe", "all Group Managers", "Practice Consultants", "Ann Poe"]),
        Case("Jane Roe with support from Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("Jane Roe supported by HR", ["Jane Roe", "HR"]),
        Case(
            "Jane Roe Head of Safeguarding and Ann Poe Principal Manager for CAT/CIN/CP",
            ["Jane Roe Head of Safeguarding", "Ann Poe Principal Manager for CAT/CIN/CP"]),
        Case(
            "Principal Social Worker and Learning & Development Manager",
            ["Principal Social Worker", "Learning & Development Manager"]),
        Case(
            "Jane Roe, Head of CIN, and Ann Poe, Team Manager",
            ["Jane Roe, Head of CIN", "Ann Poe, Team Manager"]),
        Case("Team Managers, IROs", ["Team Managers", "IROs"]),
        Case(
            "Head of Safeguarding and Standards and Jane Roe",
            ["Head of Safeguarding and Standards", "Jane Roe"]),
        Case(
            "Service Manager; Team Managers; Practice Leads",
            ["Service Manager", "Team Managers", "Practice Leads"]),
        Case("HoS CIN/CP", ["HoS CIN/CP"]), Case("Service Manager, CIN & CP", ["Service Manager, CIN & CP"]),
        Case(
            "Head of Early Help, Youth and Targeted Services",
            ["Head of Early Help, Youth and Targeted Services"]),
        Case("Head of Safeguarding and QA / CSCP Manager", ["Head of Safeguarding and QA", "CSCP Manager"]),
        Case(
            "Jane Roe\nHead of Access\nAnn Poe\nHead of Care",
            ["Jane Roe Head of Access", "Ann Poe Head of Care"]),
        Case("Quality Assurance Manager with Team Managers", ["Quality Assurance Manager", "Team Managers"]),
        Case("Ann-Marie de Souza & Seán Ó Briain", ["Ann-Marie de Souza", "Seán Ó Briain"]),
        Case("Lead: Jane Roe Support: Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("Chief Executive, DCS", ["Chief Executive", "DCS"]), Case("JR, AP", ["JR", "AP"]),
        // What is to be done is not who does it.
        Case("NM & LJ to develop the audit tool.", ["NM", "LJ"]),
        Case("Human Resources to lead.", ["Human Resources"]),
        Case("LJ to draft Guidance Note for issue.", ["LJ"]),
        Case("Jane Roe to lead the approval process", ["Jane Roe"]),
        Case("Jane Roe together with:", ["Jane Roe"]),
        Case(
            "All Group Managers and Practice Consultants to utilise the audit tool across the service",
            ["All Group Managers", "Practice Consultants"]),
        Case(
            "All Group Managers of CAT; CIN/CP to implement in conjunction with:",
            ["All Group Managers of CAT; CIN/CP"]),
        Case(
            "And Ann Poe Safeguarding unit for auditing of quality as per QA function",
            ["Ann Poe Safeguarding unit"]),
        Case("Lead: Jane Roe\nSupport: Ann Poe", ["Jane Roe", "Ann Poe"]),
        Case("TBC", []), Case("", []), Case("N/A", []), Case("To be confirmed", []),
        // Lines broken for want of room.
        Case("Head of\nSafeguarding", ["Head of Safeguarding"]),
        Case("Jane Roe\n(Head of Access)", ["Jane Roe (Head of Access)"]),
        Case(
            "Claire Bee (Group Manager LAC)/ Tess Mill (18-25 Team Manager) / Mo Dean (Participation Manager)",
            [
                "Claire Bee (Group Manager LAC)", "Tess Mill (18-25 Team Manager)",
                "Mo Dean (Participation Manager)",
            ]),
    ])
    func `each person or post is one lead, as printed`(sample: Case) {
        #expect(LeadPhrase.split(sample.text) == sample.expected)
    }

    @Test func `a joining sign with nobody behind it is said`() {
        #expect(LeadPhrase.read("Jane Roe (Head of CIN)/").dangles)
        #expect(LeadPhrase.read("Jane Roe together with:").dangles)
        #expect(!LeadPhrase.read("Jane Roe / Ann Poe").dangles)
    }

    @Test func `a name for each of several actions is one lead, and is kept in order`() {
        let reading = LeadPhrase.read("Jane Roe Jane Roe Jane Roe")
        #expect(reading.leads == ["Jane Roe"])
        #expect(reading.inOrder == ["Jane Roe", "Jane Roe", "Jane Roe"])
        #expect(LeadPhrase.read("AD\nSGS\nAD").inOrder == ["AD", "SGS", "AD"])
    }

    @Test func `words that are nobody are given back, not dropped`() {
        #expect(
            LeadPhrase.read("NM & LJ to develop the audit tool.").leftOut == ["to develop the audit tool."])
        #expect(LeadPhrase.read("tbc").leftOut == ["tbc"])
    }
}
