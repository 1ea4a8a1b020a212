import Kernel
import ReturnFormats
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
        #expect(
            contacts.dates(.birth)?.map(\.day)
                == ["2015-01-25", nil, "2009-08-02", "2006-05-17", "2005-04-17"].map {
                    $0.flatMap { Day($0) }
                })
        // 6.138…, 8.884…, 11.619…, 14.830…, 15.912…
        #expect(contacts.counts(.age)?.map(\.value) == [6, 8, 11, 14, 15])
        #expect(file.children[Int(contacts.child[0])].reveal(for: .comparing) == "9212044")
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
}
