/// A file of comma-separated values that no spreadsheet takes for formulas.
package enum CSV {
    package static func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// Quoted where it must be; a leading `=`, `+`, `-`, `@`, tab or line end gets an apostrophe (ASVS 1.2.10).
    package static func field(_ text: String) -> String {
        let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]
        let safe = text.unicodeScalars.first.map(dangerous.contains) == true ? "'" + text : text
        let needsQuotes = safe.unicodeScalars.contains { $0 == "\"" || $0 == "," || $0 == "\r" || $0 == "\n" }
        guard needsQuotes else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }
}
