import Documents
import Kernel
import ReturnFormats
import Sheets
import Testing

struct AnnexAReaderTests {
    /// Rows by openpyxl: `Tests/peers/annex_a_counts.py`.
    @Test func `every list of a real layout is found with its rows and columns`() throws {
        let reading = try AnnexASamples.read(AnnexASamples.layoutOf2019())
        let rows = [1: 5, 2: 5, 3: 6, 4: 5, 5: 5, 6: 5, 7: 7, 8: 5, 9: 6, 10: 5, 11: 5]
        for list in AnnexAList.allCases {
            let table = try #require(reading.file[list])
            #expect(table.rows == rows[list.rawValue])
            #expect(table.place == (2..<Int32(2 + table.rows)).map { $0 })
            let fields = Set(list.slots.filter { $0.since == 2019 }.map(\.field)).subtracting([.child])
            #expect(Set(table.columns.keys) == fields)
        }
        #expect(reading.layout == 2019)
        #expect(reading.findings.counts.keys.allSatisfy { $0.kind == .unrecognisedCode })
    }

    @Test func `dates, ages, references and codes come as what they are`() throws {
        let file = try AnnexASamples.read(AnnexASamples.layoutOf2019()).file
        let contacts = try #require(file[.contacts])
        let births = ["2015-01-25", nil, "2009-08-02", "2006-05-17", "2005-04-17"]
        #expect(contacts.dates(.birth)?.map(\.day) == births.map { $0.flatMap { Day($0) } })
        // 6.138…, 8.884…, 11.619…, 14.830…, 15.912…
        #expect(contacts.counts(.age)?.map(\.value) == [6, 8, 11, 14, 15])
        #expect(reference(file, .contacts, 0) == "9212044")
        let gender = try #require(contacts.codes(.gender))
        #expect(
            (0..<5).map { gender.text[$0] } == ["Female", "b) Female", "a) Male", "a) Male", "b) Female"])
        #expect(gender[0] == gender.place(of: "Female") && gender[2] == gender.place(of: "Male"))
        // Dates of list 10 are formulas: what they came to is read. 2009-08-06 and five days.
        #expect(file[.adoption]?.dates(.adoptionDecision)?.first?.day == Day("2009-08-11"))
        #expect(file[.need]?.texts(.worker)?.distinct == ["", "#N/A"])
        // A space that does not break is a space.
        #expect(file[.referrals]?.texts(.worker)?[0] == "Dustin Hazlett")
        // The same child in lists 9 and 10 is one.
        #expect(file[.careLeavers]?.child[0] == file[.adoption]?.child[0])
    }

    // MARK: Finding lists

    @Test(arguments: [
        ("List_1", 1), ("List 1", 1), ("list1", 1), ("LIST 01", 1), ("List 10", 10), ("List_11", 11),
        ("List 1: Contacts", 1), ("Annex A List 7", 7), ("AA_3_referrals", 3), ("AA_10_adoption", 10),
        ("Contacts", 1), ("Early Help", 2), ("Sec47 and ICPC", 5), ("Children in Need", 6),
        ("8. Children in care", 8), ("ChildrenInCare", 8), ("Care leavers", 9), ("Adopters", 11),
    ])
    func `a list is told by any name that sheets have been given`(name: String, list: Int) throws {
        // Columns that every list of children has, and so tell nothing.
        let columns: [AnnexASamples.Cell] =
            list == 11
            ? ["Gender", "Ethnicity", "Family identifier"] : ["Child Unique ID", "Gender", "Ethnicity"]
        let reading = try AnnexASamples.read(
            AnnexASamples.workbook([(name, [columns, ["7", "a) Male", "a) WBRI"]])]))
        #expect(reading.file.tables.keys.map(\.rawValue) == [list])
    }

    @Test func `columns tell a list where names do not, and go before names where they differ`() throws {
        let contacts: [[AnnexASamples.Cell]] = [
            ["Child Unique ID", "Gender", "Date of Contact", "Contact Source"],
            [1, "F", "01/02/2026", "Police"],
        ]
        let referrals: [[AnnexASamples.Cell]] = [
            ["Child Unique ID", "Date of referral", "Referral NFA?"], [1, "01/02/2026", "Yes"],
        ]
        let reading = try AnnexASamples.read(
            AnnexASamples.workbook([("Sheet1", contacts), ("List_8", referrals), ("Notes", [["Ask Fern"]])]))
        #expect(Set(reading.file.tables.keys) == [.contacts, .referrals])
        #expect(reading.findings.count(.otherName, .referrals, "List_8") == 1)
        #expect(reading.findings.count(.unknownPart, nil, "Notes") == 1)
        #expect(reading.findings.count(.missingList, .care) == 1)
    }

    @Test(arguments: [0, 1, 2, 9])
    func `the header is found under any rows of titles`(titles: Int) throws {
        let title: [AnnexASamples.Cell] = ["List 1: Contacts", nil, "printed for the board"]
        let rows =
            Array(repeating: title, count: titles) + [
                ["Child Unique ID", "Date of Contact", "Contact Source"],
                ["0012", "20/11/2026", "q) 6: Police"],
            ]
        let reading = try AnnexASamples.read(AnnexASamples.workbook([("Sheet", rows)]))
        let part = try #require(reading.parts.first)
        #expect(part.headerPlace == titles + 1 && part.rows == 1)
        #expect(reading.file[.contacts]?.place == [Int32(titles + 2)])
        // A reference keeps its noughts.
        #expect(reference(reading.file, .contacts, 0) == "0012")
    }

    @Test func `headers of other programs and with other quotes, brackets and spaces are known`() throws {
        let headers: [(String, AnnexAField)] = [
            ("ChildUniqueID", .child), ("AGE", .age), ("DateOfBirth", .birth), ("HasDisability", .disability),
            ("Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))", .unaccompanied),
            ("LoookedAfterStartDate", .careStart), ("Child’s Category of Need", .careNeed),
            (
                "Is this a second or subsequent episode of being a Looked After Child within the last 12 months (Y/N)?",
                .isLaterPeriod
            ),
            ("LegalStatus", .legalStatus), ("LastIROVisitDate", .lastReviewingOfficerVisit),
            ("Date\u{A0}Ceased to be  Looked After ", .careEnd),
            (
                "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
                .missingEpisodes
            ),
            ("EpisodesChildAbsentFromPlacement", .absentEpisodes), ("AllocatedTeam", .team),
        ]
        let reading = try AnnexASamples.csv(
            headers.map { "\"\($0.0)\"" }.joined(separator: ",") + "\n5,9\n", named: "x.csv")
        let part = try #require(reading.parts.first)
        #expect(part.list == .care)
        #expect(part.columns.map(\.field) == headers.map { $0.1 })
        #expect(reading.findings.count(.unknownColumn) == 0)
    }

    @Test func `the layout of 2024 is told by its columns`() throws {
        let reading = try AnnexASamples.csv(
            """
            Child Unique ID,UASC,Allocated Personal Advisor,Eligibility Category,Latest Pathway Plan Review Date,LA In Touch,Latest Date of Contact
            7,a) Yes,PA 1,d) Eligible child,01/03/2026,a) Yes,2026-03-02
            """, named: "List 9.csv")
        let leavers = try #require(reading.file[.careLeavers])
        #expect(reading.layout == 2024)
        #expect(leavers.dates(.lastContact)?[0].day == Day("2026-03-02"))
        #expect(leavers.codes(.unaccompaniedLeaver)?.text[0] == "a) Yes")
        #expect(leavers.texts(.personalAdviser)?[0] == "PA 1")
    }

    // MARK: Values

    @Test(arguments: [
        ("20/11/2026", "2026-11-20"), ("1/2/2026", "2026-02-01"), ("01-02-26", "2026-02-01"),
        ("1.2.2026", "2026-02-01"), ("2026-11-20", "2026-11-20"), ("2026-11-20T00:00:00", "2026-11-20"),
        ("2026-11-20 13:45:00.000", "2026-11-20"), ("20/11/2026 00:00", "2026-11-20"),
        ("20 Nov 2026", "2026-11-20"),
        ("20th November 2026", "2026-11-20"), ("20-Sept-2026", "2026-09-20"), ("01/05/99", "1999-05-01"),
        ("20261120", "2026-11-20"), ("42029", "2015-01-25"), ("42029.5", "2015-01-25"),
        ("02/13/2026", nil), ("31/02/2026", nil), ("2026", nil), ("12", nil), ("20/11", nil), ("Monday", nil),
        ("20/11/2026 see notes", nil), ("99999", nil), ("20/11/026", nil),
    ])
    func `a date is read day first or not at all`(written: String, day: String?) throws {
        let reading = try AnnexASamples.csv(
            "Child Unique ID,Date of Contact,Contact Source\n1,\(written),Police\n", named: "Contacts.csv")
        let cell = try #require(reading.file[.contacts]?.dates(.contact)?.first)
        #expect(cell.day == day.flatMap { Day($0) })
        #expect((cell == .unreadable) == (day == nil))
        #expect(
            reading.findings.count(.unreadableDate, .contacts, "Date of Contact") == (day == nil ? 1 : 0))
    }

    @Test func `serial numbers are days by the workbook's own count, marked as dates or not`() throws {
        let rows: [[AnnexASamples.Cell]] = [
            ["Child Unique ID", "Date of Contact", "Date of Birth", "Contact Source"],
            [1, .serial(44090), 40027, "x"], [2, .serial(44090.75), 2015, "x"],
        ]
        let from1900 = try AnnexASamples.read(AnnexASamples.workbook([("Contacts", rows)])).file
        #expect(from1900[.contacts]?.dates(.contact)?.map(\.day) == [Day("2020-09-16"), Day("2020-09-16")])
        // 2015 is no serial number but a year.
        #expect(
            from1900[.contacts]?.dates(.birth) == [DateCell(try #require(Day("2009-08-02"))), .unreadable])
        let from1904 = try AnnexASamples.read(AnnexASamples.workbook([("Contacts", rows)], from1904: true))
            .file
        // Four years and a day later.
        #expect(from1904[.contacts]?.dates(.contact)?[0].day == Day("2024-09-17"))
    }

    @Test func `a reference is text however the workbook keeps it`() throws {
        let cells: [AnnexASamples.Cell] = [
            1234, .number("1234.0"), .number("1.234E3"), "1234", "01234", "A-7 ",
            .number("1.2345678901234567E16"),
        ]
        let rows =
            [["Child Unique ID", "Gender", "Date of Contact"]] + cells.map { [$0, "a) Male", "1/1/2026"] }
        let reading = try AnnexASamples.read(AnnexASamples.workbook([("Contacts", rows)]))
        #expect(
            (0..<7).map { reference(reading.file, .contacts, $0) } == [
                "1234", "1234", "1234", "1234", "01234", "A-7", "1.2345678901234567E16",
            ])
        #expect(reading.file.children.count == 4)
        #expect(reading.findings.count(.inexactReference, .contacts, "Child Unique ID") == 1)
    }

    @Test func `words for nothing are nothing, and whole numbers are whole`() throws {
        let reading = try AnnexASamples.csv(
            """
            Child Unique ID,Age,Date of referral,Number of Referrals in Last 12 Months,Allocated Worker
            1,-0.4,N/A,2.0,#N/A
            2,8.88,-,1.5,nan
            3,,,two,
            """, named: "Referrals.csv")
        let table = try #require(reading.file[.referrals])
        #expect(table.counts(.age)?.map(\.value) == [-1, 8, nil])
        #expect(table.dates(.referral) == [.missing, .missing, .missing])
        #expect(table.counts(.earlierReferrals) == [CountCell(2), .unreadable, .unreadable])
        #expect(table.texts(.worker)?.distinct == ["", "#N/A", "nan"])
        #expect(reading.findings.count(.placeholder, .referrals, "Date of referral") == 2)
        let examples = reading.findings.examples.filter { $0.subject.kind == .unreadableCount }
        #expect(examples.map(\.place) == [3, 4])
        #expect(examples.allSatisfy { "\($0.text)" == "[withheld]" })
    }

    // MARK: Rows and columns that do not fit

    @Test func `rows that are no records and columns that nobody knows are said, and left out`() throws {
        let reading = try AnnexASamples.csv(
            """
            Contacts of the week
            Child Unique ID,Date of Contact,Contact Source,Shoe size,Date of Contact
            1,01/02/2026,Police,4,x
            ,,,,
            2,02/02/2026,Police,5,
            Child Unique ID,Date of Contact,Contact Source,Shoe size,Date of Contact
            3,03/02/2026,Police,,,more,still more
            ,04/02/2026,Police,,

            Total 4
            """, named: "Contacts.csv")
        let table = try #require(reading.file[.contacts])
        #expect(table.rows == 4 && table.place == [3, 5, 7, 8])
        #expect(table.child == [0, 1, 2, -1])
        let findings = reading.findings
        #expect(findings.count(.unknownColumn, .contacts, "Shoe size") == 1)
        #expect(findings.count(.repeatedColumn, .contacts, "Date of Contact") == 1)
        #expect(findings.count(.emptyRow, .contacts) == 1)
        #expect(findings.count(.repeatedHeader, .contacts) == 1)
        #expect(findings.count(.cellBeyondHeader, .contacts) == 2)
        #expect(findings.count(.missingReference, .contacts) == 1)
        #expect(findings.count(.strayRow, .contacts) == 1)
        #expect(findings.count(.missingColumn, .contacts, "Ethnicity") == 1)
        let places = Dictionary(grouping: findings.examples, by: \.subject.kind).mapValues { $0.map(\.place) }
        #expect(places[.emptyRow] == [4] && places[.strayRow] == [10] && places[.repeatedHeader] == [6])
        let shoe = try #require(reading.parts.first?.columns.first { $0.header == "Shoe size" })
        #expect(shoe.field == nil && shoe.filled == 2 && shoe.place == 4)
    }

    @Test func `of a list that comes twice the first with rows is taken`() throws {
        let header: [AnnexASamples.Cell] = ["Child Unique ID", "Date of Contact", "Contact Source"]
        let reading = try AnnexASamples.read(
            AnnexASamples.workbook(
                [
                    ("List_1", [header]), ("Contacts", [header, [1, "1/1/2026", "Police"]]),
                    ("Contacts (2)", [header, [1, "1/1/2026", "Police"], [2, "1/1/2026", "Police"]]),
                ], hidden: ["Contacts"]))
        #expect(reading.file[.contacts]?.rows == 1)
        #expect(reading.file.children.count == 1)
        #expect(reading.findings.count(.repeatedList, .contacts, "List_1") == 1)
        #expect(reading.findings.count(.repeatedList, .contacts, "Contacts (2)") == 1)
        #expect(reading.findings.count(.hiddenPart, .contacts, "Contacts") == 1)
        #expect(reading.parts.map(\.rows) == [0, 1, 2])
    }

    // MARK: Other forms

    @Test func `a folder and an archive of files say what the workbook says`() throws {
        let contacts =
            "Child Unique ID;Date of Contact;Contact Source\r\n1;01/02/2026;\"Police; \"\"A\"\"\"\r\n"
        let referrals = "Child Unique ID\tDate of referral\tReferral NFA?\n1\t02/02/2026\tNo\n"
        var archive = ArchiveWriter()
        archive.add("returns/AA_1_contacts.csv", contacts.utf8)
        archive.add(
            "returns/List 3.txt",
            [0xFF, 0xFE] + referrals.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        archive.add("__MACOSX/returns/._List 3.txt", [0, 1])
        archive.add("returns/read me.md", "Hello".utf8)
        let folder = [
            ReturnSource(name: "/data/AA_1_contacts.csv", bytes: [0xEF, 0xBB, 0xBF] + contacts.utf8),
            ReturnSource(name: "/data/List 3.csv", bytes: Array(referrals.utf8)),
        ]
        for sources in [folder, [ReturnSource(name: "all.zip", bytes: archive.finish())]] {
            let file = try AnnexAReader.read(sources).file
            #expect(Set(file.tables.keys) == [.contacts, .referrals])
            #expect(file.children.count == 1 && reference(file, .referrals, 0) == "1")
            #expect(file[.contacts]?.codes(.contactSource)?.text[0] == "Police; \"A\"")
            #expect(file[.referrals]?.dates(.referral)?[0].day == Day("2026-02-02"))
        }
    }

    @Test func `letters of Windows come right`() throws {
        let bytes =
            Array("Child Unique ID,Date of Contact,Allocated Team,Contact Source\n1,1/1/2026,x,Zo".utf8) + [
                0xEB
            ]
        let file = try AnnexASamples.read(bytes, named: "Contacts.csv").file
        #expect(file[.contacts]?.codes(.contactSource)?.text[0] == "Zoë")
    }

    @Test func `texts that cells share, runs and escaped letters are read as they show`() throws {
        let shared = ["Child Unique ID", "Date of referral", "Allocated Team", "Tom & <Ann>", "  "]
        let reading = try AnnexASamples.read(
            AnnexASamples.workbook(
                [
                    (
                        "List 3",
                        [
                            [.shared(0), .shared(1), .shared(2), "Allocated Worker"],
                            [7, "1/1/2026", .shared(3), .shared(4)], [8, nil, .flag(true), .fault("#REF!")],
                        ]
                    )
                ], shared: shared))
        let table = try #require(reading.file[.referrals])
        #expect(table.texts(.team)?.distinct == ["", "Tom & <Ann>", "TRUE"])
        #expect(table.texts(.worker)?.distinct == ["", "#REF!"] && table.texts(.worker)?.rows == [0, 1])
    }

    private func reference(_ file: AnnexA, _ list: AnnexAList, _ row: Int) -> String? {
        file[list].map { file.children[Int($0.child[row])].reveal(for: .comparing) }
    }
}
