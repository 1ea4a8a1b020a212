import Kernel
import ReturnFormats
import Statistics

/// How far two graders agree, in words and as JSON.
struct AgreementOutline {
    let agreement: Agreement
    let scale: WrittenScale
    let file: GradePairsFile
    /// The best so many grades of the scale are good or better; nil where nobody has said.
    let good: Int?

    private var direction: Agreement.Direction { agreement.direction }

    // MARK: For people

    var text: String {
        var lines = [summary, "", "Scale     \(scale.words), best first"]
        if file.leftOut.count > 0 { lines.append("Left out  \(leftOut)") }
        if agreement.count > 0 {
            lines += [""] + table + ["", "Agreement"] + shares
            lines += agreement.showsCoefficients ? coefficients : []
            lines += ["", "Direction"] + directions
        }
        let notes = agreement.notes(grades: scale.grades)
        if !notes.isEmpty { lines += [""] + notes.map { "Note: \($0)" } }
        return lines.joined(separator: "\n") + "\n"
    }

    private var summary: String {
        guard agreement.count > 0 else { return "No case has a grade from both." }
        let cases = agreement.count == 1 ? "the 1 case" : "the \(agreement.count) cases"
        return
            "Self and verifier agree on \(agreement.exact.count) of \(cases) with both grades; the self grade is "
            + "better in \(direction.kinder) and worse in \(direction.harder)."
    }

    private var leftOut: String {
        let parts = [
            (file.leftOut.withoutSelf, "without a self grade"),
            (file.leftOut.withoutVerifier, "without a verifier’s grade"),
            (file.leftOut.withoutEither, "without either"),
            (file.leftOut.notApplicable, "where a grade does not apply"),
        ]
        return "\(file.leftOut.count) of \(counted(file.rows, "row")): "
            + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    /// Rows are self grades, columns the verifier's.
    private var table: [String] {
        let first = (["Self, by verifier", "All"] + scale.grades).map(\.count).max() ?? 0
        let widths = scale.grades.map { max($0.count, 5) }
        func row(_ name: String, _ cells: [String], _ all: String) -> String {
            name + spaces(first - name.count)
                + zip(cells, widths).map { "  " + spaces($1 - $0.count) + $0 }.joined()
                + "  " + spaces(5 - all.count) + all
        }
        return [row("Self, by verifier", scale.grades, "All")]
            + scale.grades.indices.map {
                row(scale.grades[$0], agreement.table[$0].map(String.init), String(agreement.firstTotals[$0]))
            } + [row("All", agreement.secondTotals.map(String.init), String(agreement.count))]
    }

    private var shares: [String] {
        [line("Exact", agreement.exact), line("Within one grade", agreement.withinOne)]
    }

    private func line(_ name: String, _ share: Share) -> String {
        var text = "  " + name + spaces(32 - name.count) + "\(share.count) of \(share.total)"
        if let percentage = share.percentage(decimals: 1) { text += ", \(percentage)%" }
        if let range = share.wilson() {
            text += " (95%: \(decimals(100 * range.lower, 1)) to \(decimals(100 * range.upper, 1)))"
        }
        return text
    }

    private var coefficients: [String] {
        named.map { name, _, coefficient in
            let start = "  " + name + spaces(32 - name.count)
            guard let coefficient else { return start + "not computable" }
            var text = start + decimals(coefficient.value, 3)
            if let range = coefficient.interval {
                text += " (95%: \(decimals(range.lower, 3)) to \(decimals(range.upper, 3)))"
            }
            return text
        }
            + alphas.map { name, _, value in
                "  " + name + spaces(32 - name.count) + (value.map { decimals($0, 3) } ?? "not computable")
            }
    }

    private var directions: [String] {
        var lines = [
            "  Self better \(direction.kinder), worse \(direction.harder), the same \(direction.same)"
        ]
        if let net = direction.net, let shift = direction.meanShift {
            lines.append(
                "  Net \(decimals(net, 3)) of all cases; in the mean the verifier’s grade is "
                    + (shift == 0
                        ? "the same" : "\(decimals(abs(shift), 2)) \(shift < 0 ? "better" : "worse")"))
        }
        if let test = direction.signTest {
            let p = test.probability
            lines.append(
                "  Self better in \(direction.kinder) of \(counted(test.first + test.second, "difference")); exact sign "
                    + "test p \(p < 0.00001 ? "under 0.00001" : p == 1 ? "= 1" : "= " + decimals(p, 5))")
        }
        if let good {
            let name = scale.grades[good - 1] + (good > 1 ? " or better" : "")
            lines.append(line("\(name), self", direction.firstWithin(best: good)))
            lines.append(line("\(name), verifier", direction.secondWithin(best: good)))
        }
        return lines
    }

    private var named: [(name: String, key: String, coefficient: Coefficient?)] {
        [
            ("Cohen’s kappa", "kappa", agreement.kappa()),
            ("Kappa, linear weights", "kappaLinear", agreement.kappa(.linear)),
            ("Kappa, quadratic weights", "kappaQuadratic", agreement.kappa(.quadratic)),
            ("Gwet’s AC1", "ac1", agreement.gwet()),
            ("AC2, linear weights", "ac2Linear", agreement.gwet(.linear)),
            ("AC2, quadratic weights", "ac2Quadratic", agreement.gwet(.quadratic)),
        ]
    }

    private var alphas: [(name: String, key: String, value: Double?)] {
        let alpha = agreement.alpha
        return [
            ("Krippendorff’s alpha, nominal", "nominal", alpha.nominal),
            ("Alpha, ordinal", "ordinal", alpha.ordinal), ("Alpha, interval", "interval", alpha.interval),
        ]
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// With a true minus.
    private func decimals(_ value: Double, _ places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        return (value < 0 && scaled > 0 ? "−" : "") + "\(scaled / scale)."
            + String(repeating: "0", count: places - fraction.count) + fraction
    }

    // MARK: For programs

    /// All figures, unrounded; null is "not computable".
    var json: JSON {
        let counts = { (values: [Int]) in JSON.array(values.map { .integer(Int64($0)) }) }
        let left = file.leftOut
        let coefficients = named.map { JSON.Member($0.key, json($0.coefficient)) }
        let members: [JSON.Member] = [
            JSON.Member("n", .integer(Int64(agreement.count))),
            JSON.Member("scale", .strings(scale.grades)),
            JSON.Member(
                "leftOut",
                [
                    "withoutSelf": .integer(Int64(left.withoutSelf)),
                    "withoutVerifier": .integer(Int64(left.withoutVerifier)),
                    "withoutEither": .integer(Int64(left.withoutEither)),
                    "notApplicable": .integer(Int64(left.notApplicable)),
                ]),
            JSON.Member("table", .array(agreement.table.map(counts))),
            JSON.Member(
                "totals",
                ["self": counts(agreement.firstTotals), "verifier": counts(agreement.secondTotals)]),
            JSON.Member("exact", json(agreement.exact)),
            JSON.Member("withinOne", json(agreement.withinOne)),
        ]
        let alpha = JSON.object(alphas.map { JSON.Member($0.key, .optional($0.value)) })
        return .object(
            members + coefficients + [
                JSON.Member("alpha", alpha), JSON.Member("direction", directionJSON),
                JSON.Member("notes", .strings(agreement.notes(grades: scale.grades))),
            ])
    }

    private var directionJSON: JSON {
        [
            "kinder": .integer(Int64(direction.kinder)), "harder": .integer(Int64(direction.harder)),
            "same": .integer(Int64(direction.same)), "net": .optional(direction.net),
            "kinderOfDifferent": .optional(direction.kinderOfDifferent.value),
            "signTestP": .optional(direction.signTest?.probability),
            "meanShift": .optional(direction.meanShift),
            "goodOrBetter": good.map {
                [
                    "self": json(direction.firstWithin(best: $0)),
                    "verifier": json(direction.secondWithin(best: $0)),
                ]
            } ?? .null,
        ]
    }

    private func json(_ share: Share) -> JSON {
        [
            "count": .integer(Int64(share.count)), "of": .integer(Int64(share.total)),
            "share": .optional(share.value), "interval": json(share.wilson()),
        ]
    }

    private func json(_ interval: Interval?) -> JSON {
        interval.map { ["lower": .number($0.lower), "upper": .number($0.upper)] } ?? .null
    }

    private func json(_ coefficient: Coefficient?) -> JSON {
        guard let coefficient else { return .null }
        return [
            "value": .number(coefficient.value), "observed": .number(coefficient.observed),
            "expected": .number(coefficient.expected), "standardError": .optional(coefficient.standardError),
            "interval": json(coefficient.interval),
        ]
    }
}
