import Documents
import Kernel
import PlanFormat

/// Reads a plan back out of the layout in which Plumbline wrote it.
struct LayoutReader {
    private var plan = Plan()
    private var readings: [Reading.TableReading] = []
    private var part: PlanLayout.Part?
    private var section: String?
    /// The level of the headings over parts; deeper ones are sections.
    private var partLevel: Int?
    private let isFlat: Bool
    private var hasPlan = false

    /// Nil for every other document, and for one whose headings were changed.
    static func read(_ document: Document, _ options: PlanReader.Options) -> Reading? {
        guard options.columns.isEmpty, options.tables.isEmpty, isOurs(document) else { return nil }
        var reader = LayoutReader(isFlat: document.format == .xlsx || document.format == .csv)
        if document.format == .csv { reader.part = .plan }
        reader.facts(document)
        if let year = options.baseYear { reader.plan.baseYear = year }
        for block in document.blocks { reader.take(block) }
        return reader.hasPlan ? Reading(plan: reader.plan, tables: reader.readings) : nil
    }

    private init(isFlat: Bool) { self.isFlat = isFlat }

    private static func isOurs(_ document: Document) -> Bool {
        document.blocks.contains { block in
            switch block {
            case .paragraph(let paragraph):
                return paragraph.text.string.hasPrefix(PlanLayout.markBegins)
            case .table(let table):
                if table.place.sheet == PlanLayout.Part.about.sheet {
                    return table.rows.contains { row in
                        row.cells.last?.text.hasPrefix(PlanLayout.markBegins) ?? false
                    }
                }
                let words = table.rows.first?.cells.map(\.text) ?? []
                return document.format == .csv
                    && [.areaReference, .area, .actionReference, .action].allSatisfy {
                        (heading: PlanLayout.Heading) in words.contains(heading.rawValue)
                    }
            }
        }
    }

    /// Facts first, since dates without a year need the plan's.
    private mutating func facts(_ document: Document) {
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph):
                if plan.title == nil, part == nil, PlanLayout.Part(rawValue: paragraph.text.string) == nil {
                    plan.title = paragraph.text.string
                }
                guard case .heading = paragraph.role else { continue }
                part = PlanLayout.Part(rawValue: paragraph.text.string) ?? part
            case .table(let table):
                let sheet = table.place.sheet.flatMap { name in
                    PlanLayout.Part.allCases.first { $0.sheet == name }
                }
                guard (sheet ?? part) == .about else { continue }
                for row in table.rows {
                    guard let fact = row.cells.first.flatMap({ PlanLayout.Fact(rawValue: $0.text) }),
                        let value = row.cells.dropFirst().first
                    else { continue }
                    take(fact, value)
                }
            }
        }
        part = document.format == .csv ? .plan : nil
    }

    private mutating func take(_ fact: PlanLayout.Fact, _ cell: Table.Cell) {
        let text = cell.text.inOneLine
        guard !text.isEmpty else { return }
        switch fact {
        case .title: plan.title = text
        case .version: plan.version = text
        case .date: plan.date = cell.date
        case .status: plan.status = text
        case .owner: plan.owners = cell.lines
        case .updates: plan.updateFrequency = PlanLayout.frequency(text)
        case .baseYear: plan.baseYear = Int(text.filter(\.isNumber))
        case .layout: break
        }
    }

    private mutating func take(_ block: Block) {
        switch block {
        case .paragraph(let paragraph):
            guard case .heading(let level) = paragraph.role else { return }
            let text = paragraph.text.string
            if let found = PlanLayout.Part(rawValue: text), level <= partLevel ?? level {
                (part, partLevel, section) = (found, level, nil)
            } else if part == .plan {
                section = text == PlanLayout.noSection ? nil : text
            }
        case .table(let table):
            if let sheet = table.place.sheet {
                part = PlanLayout.Part.allCases.first { $0.sheet == sheet }
            }
            take(table)
        }
    }

    private mutating func take(_ table: Table) {
        let number = table.place.table ?? readings.count + 1
        guard let part, let sheet = LayoutTable(table) else {
            readings.append(
                Reading.TableReading(
                    number: number, place: table.place, isPlan: false,
                    takenFor: part?.rawValue.lowercased() ?? "a table that is not part of the plan",
                    columns: [], rowsLeftOut: []))
            return
        }
        let isPlan = part == .plan && PlanLayout.required.isSubset(of: sheet.columns.keys)
        if isPlan {
            hasPlan = true
            var areas = LayoutAreas(plan.areas, section: section, isFlat: isFlat, baseYear: plan.baseYear)
            for row in sheet.rows { areas.take(row) }
            plan.areas = areas.areas
        } else {
            for row in sheet.rows { LayoutRest.take(row, part, into: &plan) }
            if part == .budget, plan.budget == nil { plan.budget = Plan.Budget() }
        }
        readings.append(
            Reading.TableReading(
                number: number, place: table.place, isPlan: isPlan,
                takenFor: isPlan ? "plan table" : part.rawValue.lowercased(),
                columns: isPlan ? sheet.shown : [], rowsLeftOut: []))
    }
}
