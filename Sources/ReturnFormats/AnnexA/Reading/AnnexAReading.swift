package import Kernel

/// A file as somebody gave it: one workbook, one archive, or one of several files of a folder.
package struct ReturnSource: Sendable {
    /// Tells which list a CSV file holds where it has the list's name; shown as it is.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// An Annex A return as it was read, what each part of it was taken for, and what could not be taken as it stands.
package struct AnnexAReading: Sendable {
    package internal(set) var file = AnnexA()
    /// Sheets and files in their order, those that hold no list too.
    package internal(set) var parts: [AnnexAPart] = []
    package internal(set) var findings = AnnexAFindings()

    /// 2024 where list 9 has a column that the later layout added, 2019 where it has none; nil without list 9.
    package var layout: Int? {
        guard let leavers = file[.careLeavers] else { return nil }
        let isLater = AnnexAList.careLeavers.slots.contains {
            $0.since == 2024 && leavers.columns[$0.field] != nil
        }
        return isLater ? 2024 : 2019
    }
}

/// A sheet or a file, and what it was taken for.
package struct AnnexAPart: Sendable {
    package enum State: Sendable {
        /// Its rows are the list's.
        case taken
        /// Another part already gave the list: its rows were counted and left out.
        case repeated
        /// A page of guidance or codes that the official template has beside the lists.
        case template
        /// No row in it looks like the header of a list.
        case unknown
        case empty
    }

    package struct Column: Sendable {
        /// As the file has it, white space folded.
        package let header: String
        /// From 1.
        package let place: Int
        /// Nil where no column of the list is so called.
        package let field: AnnexAField?
        /// Cells that hold something.
        package internal(set) var filled = 0
        /// Cells that hold something which is no date or number where there should be one.
        package internal(set) var unreadable = 0
    }

    /// The sheet's name, or the file's.
    package let name: String
    package internal(set) var state: State
    package internal(set) var list: AnnexAList?
    package let isHidden: Bool
    /// Row of the sheet or line of the file, from 1; 0 where there is none.
    package internal(set) var headerPlace = 0
    package internal(set) var rows = 0
    package internal(set) var columns: [Column] = []
}

/// What of an Annex A return could not be taken as it stands. Every one is counted; of each kind and column the first
/// are kept with their rows.
package struct AnnexAFindings: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case missingList = "list that is not there"
        case missingColumn = "column that is not there"
        case repeatedList = "list given twice: the first was taken"
        case repeatedColumn = "column given twice: the first was taken"
        case unknownPart = "sheet or file that is no list: left out"
        case unknownColumn = "column that no layout has: left out"
        case otherName = "name of one list over the columns of another: taken by its columns"
        case hiddenPart = "hidden sheet: read like the others"
        case unreadableDate = "value that is no date"
        case unreadableCount = "value that is no whole number"
        case placeholder = "word that stands for nothing: taken as empty"
        case unrecognisedCode = "value that stands for no code: kept as written"
        case inexactReference = "reference that the workbook keeps as a rounded number"
        case missingReference = "row without a reference"
        case emptyRow = "empty row between others"
        case strayRow = "row with one cell, as of a note or a total: left out"
        case repeatedHeader = "header again between rows: left out"
        case cellBeyondHeader = "cell in a column without a header: left out"
    }

    package struct Subject: Hashable, Sendable {
        package let kind: Kind
        package let list: AnnexAList?
        /// The column's header as the template has it; of an unknown column as the file has it; of a part its name; else
        /// empty.
        package let name: String

        init(_ kind: Kind, _ list: AnnexAList? = nil, _ name: String = "") {
            self.kind = kind
            self.list = list
            self.name = name
        }
    }

    package struct Example: Sendable {
        package let subject: Subject
        /// Row of the sheet or line of the file, from 1.
        package let place: Int
        /// What stood there, up to 40 bytes of it.
        package let text: Sensitive<String>
    }

    package static let mostExamples = 20

    package internal(set) var counts: [Subject: Int] = [:]
    /// List by list, in the order of the file.
    package internal(set) var examples: [Example] = []

    package func count(_ kind: Kind, _ list: AnnexAList? = nil, _ name: String = "") -> Int {
        counts[Subject(kind, list, name)] ?? 0
    }

    mutating func add(_ subject: Subject, _ tally: Tally? = nil) {
        let count = tally?.count ?? 1
        guard count > 0 else { return }
        counts[subject, default: 0] += count
        for (place, text) in tally?.examples ?? [] {
            examples.append(Example(subject: subject, place: place, text: Sensitive(text)))
        }
    }

    mutating func add(_ others: AnnexAFindings) {
        counts.merge(others.counts, uniquingKeysWith: +)
        examples += others.examples
    }

    /// What was found in a list that is not taken after all.
    mutating func remove(columnsOf list: AnnexAList) {
        let ofPart: Set<Kind> = [.repeatedList, .otherName, .hiddenPart]
        counts = counts.filter { $0.key.list != list || ofPart.contains($0.key.kind) }
        examples.removeAll { $0.subject.list == list && !ofPart.contains($0.subject.kind) }
    }

    /// Something that is found again and again while rows are read.
    struct Tally {
        private(set) var count = 0
        private(set) var examples: [(place: Int, text: String)] = []

        mutating func add(_ place: Int, _ text: UnsafeRawBufferPointer = .init(start: nil, count: 0)) {
            count += 1
            guard examples.count < mostExamples else { return }
            examples.append((place, String(decoding: text.prefix(40), as: UTF8.self)))
        }
    }
}
