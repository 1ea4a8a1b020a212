import Kernel
import Plans
import Storage

/// The inspection that the invented plan answers.
enum ExampleInspection {
    static let scale = "Outstanding\nGood\nRequires improvement\nInadequate"
    static let judgements = [
        ("The impact of leaders on social work practice", "Requires improvement"),
        ("Children who need help and protection", "Inadequate"),
        ("Children in care", "Requires improvement"),
        ("Care leavers", "Good"),
        ("Overall effectiveness", "Requires improvement"),
    ]
    static let findings: [(kind: String, standard: String, reference: String, text: String)] = [
        (
            "finding", "Help and protection", "4",
            "Strategy discussions are held without police or health in half of cases, and managers seldom sign the enquiry off."
        ),
        (
            "finding", "Help and protection", "12",
            "Plans do not say who will do what by when, and families cannot tell from them what has to change."
        ),
        (
            "finding", "Help and protection", "14",
            "Supervision is neither regular nor reflective. Records rarely show whether children's circumstances improve."
        ),
        (
            "recommendation", "Leadership", "R1",
            "Audits should be graded a second time by somebody who has not seen the first grade."
        ),
        (
            "strength", "Care leavers", "21",
            "Personal advisers know their young people well and keep in touch."
        ),
    ]

    static func insert(
        _ connection: Connection, _ authority: ID<Authority>, at now: Instant
    ) throws -> ID<InspectionRecord> {
        let id = ID<InspectionRecord>.make(at: now)
        try connection.run(
            """
            INSERT INTO inspection (authority, id, title, inspectorate, framework, began_on, ended_on,
                report_received_on, inspectors_return_on)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .id(authority), .id(id), "February 2026 inspection", "Ofsted",
                "Inspecting local authority children's services", "2026-02-02", "2026-02-13", "2026-03-20",
                "2026-12-09",
            ])
        for (index, judgement) in judgements.enumerated() {
            try connection.run(
                """
                INSERT INTO judgement (authority, id, inspection, position, area, scale, grade)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .id(authority), .id(ID<Inspection>.make(at: now)), .id(id), .int(index + 1),
                    .text(judgement.0), .text(scale), .text(judgement.1),
                ])
        }
        for (index, finding) in findings.enumerated() {
            try connection.run(
                """
                INSERT INTO inspection_finding (authority, id, inspection, position, kind, standard, reference, text)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    .id(authority), .id(ID<Inspection>.make(at: now)), .id(id), .int(index + 1),
                    .text(finding.kind), .text(finding.standard), .text(finding.reference),
                    .text(finding.text),
                ])
        }
        return id
    }
}
