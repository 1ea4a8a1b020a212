import Kernel
import Markup
import Site
import Storage

/// The page that takes a return's figures as a file: the page, the file to fill in, and what is wrong with one.
extension ReturnsFeature {
    func localFile(_ visit: Visit) async throws -> Reply {
        let (local, _) = try await fileOf(visit)
        return .page(LoadLocalFile.page(local, Entry(), [], visit))
    }

    func loadFile(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (local, nodes) = try await fileOf(visit)
        let form = visit.form
        guard let file = form.file("file") else {
            let entry = form.entry([FieldError("file", "Choose a file")])
            return .refused(LoadLocalFile.page(local, entry, [], visit))
        }
        do {
            let outcome = try await database.write(for: officer.authority) { connection in
                try LoadLocalFile.load(
                    file.bytes, into: local.id, only: nodes, word: form["word"], reason: form["reason"],
                    by: ReturnActor(officer), connection, at: visit.now, on: visit.today, changed: changed)
            }
            return .redirect(
                to: LocalRoute.local.link(local.id),
                notice:
                    "\(counted(outcome.figures, "figure")) of \(counted(outcome.units, "unit")) for \(counted(outcome.periods, "period")) \(outcome.figures == 1 ? "is" : "are") taken."
            )
        } catch let refusal as LoadLocalFile.Refused {
            let faults = if case .faults(let faults) = refusal { faults } else { [LoadLocalFile.Fault]() }
            return .refused(LoadLocalFile.page(local, visit.entry(refused: refusal), faults, visit))
        } catch let refusal as LocalFile.Wrong {
            return .refused(LoadLocalFile.page(local, visit.entry(refused: refusal), [], visit))
        }
    }

    /// The file to fill in: one row for each question and unit of the last period, without figures.
    func fileTemplate(_ visit: Visit) async throws -> Reply {
        let (local, nodes) = try await fileOf(visit)
        let officer = try visit.signedInOfficer
        let tree = try await database.read { try UnitTree.read($0, officer.authority) }
        let period = local.lastEnded(by: visit.today)
        let units = local.senders(for: period).map(\.node).filter { nodes?.contains($0) ?? true }
            .map { tree.name($0, on: period.last) }.sorted()
        var text = CSV.row([
            "return", "period", "unit", "question", "value", "denominator", "sent", "note", "reason",
        ])
        for unit in units {
            for question in local.questions(on: period.last) where question.isAsked {
                let keys = [question.key] + question.options.map { "\(question.key)/\($0.code)" }
                for key in keys {
                    text += CSV.row([local.key, period.last.description, unit, key, "", "", "", "", ""])
                }
            }
        }
        return .file(Array(text.utf8), name: "\(local.key).csv", type: "text/csv; charset=utf-8")
    }

    /// The return, and the units whose figures the officer may send; nil stands for all.
    private func fileOf(_ visit: Visit) async throws -> (LocalDefinition, Set<ID<Node>>?) {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        return try await database.read { connection in
            guard let local = try LocalReturnsSQL.definition(connection, officer.authority, id),
                local.kind == .units
            else { throw NotFound() }
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            if doer.isKeeper { return (local, nil) }
            let nodes = Set(
                local.senders.filter { $0.holds(on: visit.today) && doer.mayFill($0) }.map(\.node))
            guard !nodes.isEmpty else { throw NotFound() }
            return (local, nodes)
        }
    }
}

extension LoadLocalFile {
    private static let shownFaults = 50

    static func page(_ local: LocalDefinition, _ entry: Entry, _ faults: [Fault], _ visit: Visit) -> Page {
        Page(
            "\(local.name) as a file", section: .returns, breadcrumbs: ReturnCrumbs.local(local),
            errors: entry.errors
        ) { m in
            m.lead(
                "For figures of the past, or of many units at once. The whole file is looked at before anything is kept."
            )
            if !faults.isEmpty { table(faults, &m) }
            m.form(
                to: LocalRoute.load.link(local.id), key: visit.formKey, uploads: true, .class("narrow")
            ) { m in
                m.fileField(
                    "file", "The file", in: entry,
                    hint: "CSV with the columns period, unit, question, value and denominator.",
                    accepts: ".csv")
                if faults.contains(where: \.isAsked) || !entry.value("word").isEmpty {
                    m.textField(
                        "word", "A word about the unusual figures", in: entry,
                        hint: "Then they are taken as they are, with your word on each.")
                }
                m.textField(
                    "reason", "Why it corrects figures that were sent", in: entry,
                    hint: "Only where the file holds other figures for a unit and period that has some.")
                m.buttons { m in
                    m.button("Take these figures")
                    m.a("Cancel", .href(LocalRoute.local.link(local.id)))
                }
            }
            m.p(
                "\(link: "The file to fill in", to: LocalRoute.fileTemplate.link(local.id)): a row for each unit and question, without figures. Leave out what you do not know; write 0 where there were none."
            )
            questions(local, visit.today, &m)
        }
    }

    private static func table(_ faults: [Fault], _ m: inout Markup) {
        m.part(
            "What the file has",
            note: faults.count > shownFaults ? "The first \(shownFaults) of \(faults.count)." : nil
        ) { m in
            m.table(
                "What is wrong or asked", [Column("Line", .short), Column("What"), Column("Kind", .short)]
            ) { rows in
                for fault in faults.prefix(shownFaults) {
                    rows.row { r in
                        r.cell(fault.line)
                        r.cell(fault.sentence.capitalisedFirst)
                        r.cell(fault.isAsked ? "Asked" : "Wrong")
                    }
                }
            }
        }
    }

    private static func questions(_ local: LocalDefinition, _ today: Day, _ m: inout Markup) {
        m.disclosure("What to write for each question") { m in
            m.table(
                "Questions of the file",
                [Column("question", .name), Column("What it is"), Column("value and denominator")]
            ) { rows in
                for question in local.questions(on: today) where question.isAsked {
                    rows.row { r in
                        r.cell(question.key)
                        r.cell(question.words)
                        r.cell(
                            question.ofWords.isEmpty
                                ? "value" : "value, and as denominator: \(question.ofWords)")
                    }
                    for option in question.options {
                        rows.row { r in
                            r.cell("\(question.key)/\(option.code)")
                            r.cell("of them: \(option.words)")
                            r.cell("value")
                        }
                    }
                }
            }
        }
    }
}
