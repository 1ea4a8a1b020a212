import Kernel

/// A workbook's dates: days counted from the end of 1899, or from the start of 1904.
///
/// ECMA-376 part 1, 18.17.4.
enum SerialDate {
    enum System: Hashable {
        case from1900, from1904
    }

    /// Nil for what is no day: negative, past 9999, or 29 February 1900, which Excel counts and which
    /// never was.
    static func day(_ serial: Double, _ system: System) -> Day? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        let count = Int(serial.rounded(.down))
        switch system {
        case .from1904:
            return Day(year: 1904, month: 1, day: 1)?.adding(days: count)
        case .from1900:
            guard count > 0, count != 60 else { return nil }
            return Day(year: 1899, month: 12, day: 30)?.adding(days: count < 60 ? count + 1 : count)
        }
    }

    /// `14:30`; hours past a day run on where the format counts them.
    static func time(_ serial: Double, isElapsed: Bool) -> String {
        let part = isElapsed ? serial : serial - serial.rounded(.down)
        guard part.isFinite, part >= 0, part < 1_000_000 else { return "" }
        let minutes = Int((part * 1440).rounded())
        let hours = isElapsed ? minutes / 60 : minutes / 60 % 24
        let rest = minutes % 60
        return (hours < 10 ? "0\(hours)" : "\(hours)") + (rest < 10 ? ":0\(rest)" : ":\(rest)")
    }
}
