import Kernel
import Storage

/// Entries as an iCalendar file: RFC 5545, with the name and the refreshing of RFC 7986.
enum ICSFile {
    static let mediaType = "text/calendar; charset=utf-8"

    /// `site` is where people reach Plumbline, for the link of each entry; nil gives none.
    static func bytes(
        named name: String, _ entries: [CalendarEntry], at now: Instant, site: String?
    ) -> [UInt8] {
        var file = ""
        func add(_ line: String) { file += folded(line) }
        for line in [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plumbline//Plumbline//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:\(escaped(name))", "X-WR-CALNAME:\(escaped(name))",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        ] { add(line) }
        let stamp = stamp(now)
        for entry in entries {
            add("BEGIN:VEVENT")
            add("UID:\(entry.kind.rawValue)-\(entry.key)@plumbline")
            add("DTSTAMP:\(stamp)")
            add("DTSTART;VALUE=DATE:\(date(entry.day))")
            add("DTEND;VALUE=DATE:\(date(entry.day.adding(days: 1)))")
            add("SUMMARY:\(escaped(entry.words))")
            if let site { add("URL:\(site)\(entry.address)") }
            add("CATEGORIES:\(escaped(entry.kind.words))")
            // A day's end is no meeting: it does not make the person busy.
            add("TRANSP:TRANSPARENT")
            add("END:VEVENT")
        }
        // A calendar has at least one part, also when nothing falls due.
        if entries.isEmpty {
            for line in [
                "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
            ] { add(line) }
        }
        add("END:VCALENDAR")
        return Array(file.utf8)
    }

    private static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

    /// `20261120T091400Z`.
    private static func stamp(_ moment: Instant) -> String {
        moment.description.prefix(19).replacing("-", with: "").replacing(":", with: "") + "Z"
    }

    /// Text as a value: backslash, semicolon, comma and line end escaped, other control characters left out.
    static func escaped(_ text: String) -> String {
        var value = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": value += "\\\(scalar)"
            case "\n": value += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { value.unicodeScalars.append(scalar) }
            }
        }
        return value
    }

    /// Lines of at most 75 octets, no character broken; those that go on begin with a blank.
    static func folded(_ line: String) -> String {
        var result = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if length + size > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += size
        }
        return result + "\r\n"
    }
}
