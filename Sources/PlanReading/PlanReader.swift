package import Documents
package import Kernel
package import PlanFormat

/// Finds the plan in a document. Knows no council: no file name, no fixed order of columns.
package enum PlanReader {
    /// The plan, and how each table was taken, so that a person can change it and read again.
    package static func read(_ document: Document, options: Options = Options()) -> Reading {
        if let own = LayoutReader.read(document, options) { return own }
        let years = YearContext.find(in: document, override: options.baseYear)
        var plan = Plan()
        plan.baseYear = years.baseYear
        var tables = PlanTables.read(document, options: options, title: nil)
        ProseReader.read(document, planTables: tables.planTables, into: &plan)
        // "Priority 1: Leadership" at the top is the first area or its heading, not the plan's title.
        if let title = plan.title, AreaLabel(title).reference != nil { plan.title = nil }
        // The plan's title is no heading over a part of it.
        if let title = plan.title, tables.headings.contains(PlainWords.key(title)) {
            tables = PlanTables.read(document, options: options, title: title)
        }
        let read = tables.rows.isEmpty ? ListReader.read(document, title: plan.title) : tables.rows
        let rows = OutlineRows.lifted(RowJoining.join(read))
        var builder = AreaBuilder(
            years: years, colours: ColourKey.find(in: document), fallbackTitle: plan.title)
        for row in rows { builder.take(row) }
        plan.areas = Sections.settled(builder.finish())
        plan.findings += ReadingFindings.all(document, tables, builder, years)
        return Reading(plan: plan, tables: tables.readings)
    }

    /// What a person has settled before reading.
    package struct Options: Hashable, Sendable {
        /// The year taken for dates that name none.
        package var baseYear: Int?
        /// Meanings that a person gave to columns; these win over what the header says.
        package var columns: [ColumnKey: ColumnMeaning] = [:]
        /// Tables that a person said are, or are not, part of the plan, by the table's number (from 1).
        package var tables: [Int: Bool] = [:]

        package init() {}
    }

    /// A column of a table: the table's number in the document (from 1) and the grid column (from 0).
    package struct ColumnKey: Hashable, Sendable {
        package var table: Int
        package var column: Int

        package init(table: Int, column: Int) {
            self.table = table
            self.column = column
        }
    }
}

/// What a column of a plan table holds.
package enum ColumnMeaning: String, CaseIterable, Sendable {
    /// The printed number of the area, or of the action, in a column of its own.
    case areaReference, actionReference
    /// A word that groups areas: a theme, a judgement.
    case section
    case area, change, action, lead
    /// One column for dates; or a start and a finish of their own.
    case timescale, start, finish
    case successCriterion, progressMeasure, impactMeasure, outcome
    case monitoring, monitoredBy
    case evidence
    /// A RAG or other status that the document claims.
    case status
    /// Codes of the inspection or review that an area came from.
    case source
    case ignored
}

/// What reading a document gave.
package struct Reading: Hashable, Sendable {
    package var plan: Plan
    /// Every table of the document, in order.
    package var tables: [TableReading]

    package init(plan: Plan, tables: [TableReading]) {
        self.plan = plan
        self.tables = tables
    }

    /// How one table was taken.
    package struct TableReading: Hashable, Sendable {
        /// From 1, as `Place.table`.
        package var number: Int
        package var place: Place
        package var isPlan: Bool
        /// In words for a person: "plan table", "members of a group", "budget", "a chart without words".
        package var takenFor: String
        package var columns: [Column]
        /// Rows that gave nothing to the plan and are not headers or blanks, with the reason.
        package var rowsLeftOut: [LeftOut]

        package init(
            number: Int, place: Place, isPlan: Bool, takenFor: String, columns: [Column],
            rowsLeftOut: [LeftOut]
        ) {
            self.number = number
            self.place = place
            self.isPlan = isPlan
            self.takenFor = takenFor
            self.columns = columns
            self.rowsLeftOut = rowsLeftOut
        }
    }

    package struct Column: Hashable, Sendable {
        /// From 0, of the table's grid.
        package var column: Int
        /// The words of its header, empty where it has none.
        package var heading: String
        package var meaning: ColumnMeaning
        /// The first words that stand in it.
        package var sample: String

        package init(column: Int, heading: String, meaning: ColumnMeaning, sample: String) {
            self.column = column
            self.heading = heading
            self.meaning = meaning
            self.sample = sample
        }
    }

    package struct LeftOut: Hashable, Sendable {
        package var place: Place
        package var text: String
        package var reason: String

        package init(place: Place, text: String, reason: String) {
            self.place = place
            self.text = text
            self.reason = reason
        }
    }
}
