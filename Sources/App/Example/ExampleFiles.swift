/// The small files of the example's evidence, made here: tables, notes and one page of PDF.
enum ExampleFiles {
    static let texts = [
        "Open strategy discussions, 25 May.csv":
            "Team,Open,Longest open in days\nHarbour,6,9\nMillbrook,4,5\nFront door,11,7\n",
        "Section 47 sign-off by month.csv":
            "Month,Completed,With decision,Per cent\n2026-02,46,28,61\n2026-04,51,33,65\n2026-05,48,35,73\n",
        "Plan audits, May and June.csv":
            "Month,Plans audited,With dated steps\n2026-05,58,26\n2026-06,60,28\n",
        "Closures sampled, July.csv":
            "Sample,Manager's reason on file\n1 to 12,9\n13 to 24,10\n25 to 36,9\n37 to 50,10\n",
        "Note to managers, supervision policy.txt":
            "To all team managers\n\nThe supervision policy is in force. Please read it and keep to it.\n",
        "Supervision calendars, 11 teams.csv":
            "Team,Cases,Booked for September\nHarbour,41,41\nMillbrook,38,38\nNine other teams,331,331\n",
        "Children seen alone within five days.csv":
            "Team,Referred,Seen alone in five days\nFront door,62,57\nHarbour,21,19\nMillbrook,18,16\n",
        "Section 47 training, places taken.csv":
            "Group,Places,Taken\n1,12,11\n2,12,10\n3,12,8\n4,12,12\n",
        "Chronology audit, September.csv":
            "Team,Assessments,Chronology used\nFront door,16,7\nHarbour,12,10\nMillbrook,12,9\n",
        "Training morning in the front door.txt":
            "14 October 2026, nine to noon. Eleven of twelve came. One is booked for November.\n",
        "What three families said.txt":
            "Family A: we knew what to do next. Family B: the words were plain. Family C: we were asked first.\n",
        "Themes of the October sessions.txt":
            "1. Most time goes to tasks.\n2. What changed for the child is asked in two of five sessions.\n",
        "Alerts to the unit, October.csv":
            "Week from,Discussions,Alerts,Within an hour\n2026-10-05,9,9,7\n2026-10-12,8,8,8\n2026-10-19,11,11,11\n",
        "Contingency wording in the template.txt":
            "If this plan does not work by the review, we will …, and … will tell the family first.\n",
    ]

    static func bytes(_ name: String) -> [UInt8] {
        if let text = texts[name] { return Array(text.utf8) }
        return pdf(String(name.prefix { $0 != "." }))
    }

    /// One page of A4 with a line on it.
    static func pdf(_ line: String) -> [UInt8] {
        let drawing = "BT /F1 20 Tf 72 760 Td (\(line)) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var text = "%PDF-1.4\n"
        var places = ["0000000000 65535 f "]
        for (index, object) in objects.enumerated() {
            let place = String(text.utf8.count)
            places.append(String(repeating: "0", count: 10 - place.count) + place + " 00000 n ")
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(places.count)\n\(places.joined(separator: "\n"))\n"
        text += "trailer\n<< /Size \(places.count) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
