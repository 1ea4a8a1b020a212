import App
import ArgumentParser
import Kernel
import Measures

/// `plumbline measure list`: every measure that has a figure, with the latest.
struct MeasureListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the measures that have a figure, with the latest.",
        discussion:
            "Figures are printed as they are, small ones too: the list is for whoever keeps the records.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "How to print the list.")
    var format = Format.text

    @Option(help: "The authority, where the records hold several.")
    var authority: String?

    @OptionGroup var records: PlaceOptions

    func run() async throws {
        let measures = try await MeasureRecords.run(records) { try await $0.list(authority: authority) }
        switch format {
        case .json:
            CommandOutput.write(
                JSON.object([JSON.Member("measures", .array(measures.map { $0.json(whole: false) }))])
                    .text(pretty: true) + "\n")
        case .text:
            if measures.isEmpty { CommandOutput.write("No measure has a figure yet.\n") }
            for measure in measures {
                let latest = measure.latest.map { "\($0.figure), \($0.words)" } ?? "no figure"
                CommandOutput.write("\(measure.key)  \(measure.name): \(latest). \(measure.signal)\n")
            }
        }
    }
}

/// `plumbline measure show NAME`: one measure, period by period.
struct MeasureShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a measure's figures by period, and what its line says.")

    @Argument(help: "The measure's key or name.")
    var measure: String

    @Option(help: "How to print it.")
    var format = MeasureListCommand.Format.text

    @Option(help: "The authority, where the records hold several.")
    var authority: String?

    @OptionGroup var records: PlaceOptions

    func run() async throws {
        let found = try await MeasureRecords.run(records) {
            try await $0.show(measure, authority: authority)
        }
        switch format {
        case .json: CommandOutput.write(found.json(whole: true).text(pretty: true) + "\n")
        case .text:
            CommandOutput.write("\(found.name) (\(found.key), definition version \(found.version))\n")
            CommandOutput.write("\(found.sentence)\n")
            for line in found.lines {
                let notes = [
                    line.overdue > 0 ? "\(line.overdue) overdue" : "", line.isPartial ? "not complete" : "",
                    line.reading,
                ].filter { !$0.isEmpty }
                CommandOutput.write(
                    "\(line.words): \(line.figure)\(notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")\n"
                )
            }
        }
    }
}

/// The records that a command on measures works on.
enum MeasureRecords {
    /// Ends the command with one sentence where it cannot be done: status 65.
    static func run<T>(_ records: PlaceOptions, _ body: (MeasureCommands) async throws -> T) async throws -> T
    {
        do {
            return try await records.withRecords { database in
                try await body(MeasureCommands(database: database, now: .now))
            }
        } catch let refused as MeasureCommands.Refused {
            throw CommandOutput.fail(refused.description, status: 65)
        }
    }
}

extension MeasureOutline.Line {
    /// `35 of 42, 83.3`, or the count.
    var figure: String {
        guard denominator > 0 else { return "\(numerator)" }
        let rounded = value.map { " (\(($0 * 10).rounded() / 10))" } ?? ""
        return "\(numerator) of \(denominator)\(rounded)"
    }

    fileprivate var json: JSON {
        [
            "from": .string(period.first.description), "to": .string(period.last.description),
            "numerator": .integer(Int64(numerator)), "denominator": .integer(Int64(denominator)),
            "overdue": .integer(Int64(overdue)), "isPartial": .bool(isPartial),
            "rule": reading.isEmpty ? .null : .string(reading), "return": .string(source),
        ]
    }
}

extension MeasureOutline {
    fileprivate func json(whole: Bool) -> JSON {
        [
            "key": .string(key), "name": .string(name), "family": .string(family), "shape": .string(shape),
            "version": .integer(Int64(version)), "signal": .string(signal), "sentence": .string(sentence),
            whole ? "periods" : "latest": whole ? .array(lines.map(\.json)) : latest?.json ?? .null,
        ]
    }
}
