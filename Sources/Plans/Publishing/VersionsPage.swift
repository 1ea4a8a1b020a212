import Kernel
import Markup
import PlanChecks
import PlanFormat
import Sheets
import Site
import Storage

/// The versions of a plan that were published, and one of them.
extension PlansFeature {
    func versions(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let versions = try await database.read {
            try VersionSQL.versions($0, officer.authority, plan.header.id)
        }
        let mayEdit = try await mayEdit(plan.header, officer, on: visit.today)
        return .page(VersionsPage.page(plan.header, versions, mayEdit: mayEdit, visit))
    }

    func version(_ visit: Visit) async throws -> Reply {
        let (plan, version, before) = try await versionToRead(visit)
        let officer = try visit.signedInOfficer
        let snapshot = try await database.read {
            try $0.bytesOfFile(version.snapshot, of: officer.authority)
        }
        guard let json = JSON(parsing: snapshot) else { throw NotFound() }
        return .page(VersionsPage.page(plan, version, before: before, json, visit))
    }

    func versionFile(_ visit: Visit) async throws -> Reply {
        let (plan, version, _) = try await versionToRead(visit)
        let officer = try visit.signedInOfficer
        guard let format = PlanExport.Format(rawValue: visit.parameters["format"] ?? "") else {
            throw NotFound()
        }
        if format == .json {
            let bytes = try await database.read {
                try $0.bytesOfFile(version.snapshot, of: officer.authority)
            }
            return .file(
                bytes, name: "\(plan.title.short), version \(version.number).json", type: format.mediaType)
        }
        let read = try await database.read {
            try RunningPlan.read(
                $0, officer.authority, plan.id, at: version.published, on: version.day)
        }
        guard let running = read else { throw NotFound() }
        return try await file(
            running, as: format, accepted: try await checked(running, officer).accepted, extent: .whole, visit
        )
    }

    private func versionToRead(_ visit: Visit) async throws -> (KeptPlan.Header, PlanVersion, Int?) {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let (header, versions) = try await database.read { connection in
            (
                try PlanSQL.header(connection, officer.authority, id),
                try VersionSQL.versions(connection, officer.authority, id)
            )
        }
        guard let header, let number = Int(visit.parameters["version"] ?? ""),
            let version = versions.first(where: { $0.number == number })
        else { throw NotFound() }
        return (header, version, number > 1 ? number - 1 : nil)
    }
}

enum VersionsPage {
    /// What stands over the pages of a plan of which no version has been published.
    static func draft(_ plan: KeptPlan.Header) -> Banner {
        Banner(
            .notice, "Draft.",
            "No version of this plan is \(link: "published", to: PublishingRoute.versions.link(plan.id)) yet, so its first dates are not locked."
        )
    }

    static func page(
        _ plan: KeptPlan.Header, _ versions: [PlanVersion], mayEdit: Bool, _ visit: Visit
    ) -> Page {
        Page(
            "Versions of the plan", section: .plan, breadcrumbs: PlanCrumbs.plan(plan),
            deed: mayEdit ? Link("Publish a version", PublishingRoute.newVersion.link(plan.id)) : nil,
            tabs: PlanCrumbs.tabs(plan, at: PublishingRoute.versions),
            sheet: versions.isEmpty ? nil : sheet(plan, versions)
        ) { m in
            m.honestSentence(sentence(versions))
            if versions.isEmpty {
                m.emptyState(
                    "A draft so far",
                    "When the plan is published, its first dates are locked and the version is kept for good.",
                    begin: mayEdit
                        ? Link("Publish a version", PublishingRoute.newVersion.link(plan.id)) : nil)
            } else {
                table(plan, versions, &m)
            }
            m.part("Side by side") { m in ComparePage.form(plan, versions, Entry(), visit, &m) }
            m.part("As at a day") { m in
                m.p(
                    "\(link: "See the plan as it stood on any day", to: PublishingRoute.asAt.link(plan.id)), published or not."
                )
            }
            if mayEdit {
                m.part("What comes next") { m in
                    m.ul { m in
                        m.li(
                            "\(link: "Begin a plan that follows this one", to: PublishingRoute.newFollowing.link(plan.id)) with the actions that are still open"
                        )
                        m.li(
                            "\(link: "Import a newer document", to: PlansRoute.imports.link()), and in its review take it over this plan"
                        )
                    }
                }
            }
        }
    }

    private static func sentence(_ versions: [PlanVersion]) -> Markup {
        guard let last = versions.first else {
            return "This plan is \(strong: "a draft"): no version of it has been published."
        }
        return
            "\(strong: counted(versions.count, "version")) published. The latest, \(last.name), was approved by \(last.approvedBy) on \(last.approvedOn.long)."
    }

    private static func table(_ plan: KeptPlan.Header, _ versions: [PlanVersion], _ m: inout Markup) {
        m.table(
            "Versions, the newest first",
            [
                Column("No.", .reference), Column("Version", .name), Column("Approved"), Column("Published"),
                Column("SHA-256", .short), Column("Differs from"),
            ]
        ) { rows in
            for version in versions {
                rows.row { row in
                    row.cell("\(version.number)")
                    row.cell { m in
                        m.a(version.name, .href(PublishingRoute.version.link(plan.id, version.number)))
                    }
                    row.cell("\(version.approvedBy), \(version.approvedOn.short)")
                    row.cell("\(version.publishedBy), \(version.day.short)")
                    row.cell("\(version.sha256.prefix(12))…")
                    row.cell { m in
                        m.a(
                            version.number == 1 ? "the plan as it is" : "version \(version.number - 1)",
                            .href(
                                PublishingRoute.compare.link(
                                    plan.id,
                                    query: version.number == 1
                                        ? ["from": "v1", "to": "now"]
                                        : ["from": "v\(version.number - 1)", "to": "v\(version.number)"])))
                    }
                }
            }
        }
    }

    private static func sheet(_ plan: KeptPlan.Header, _ versions: [PlanVersion]) -> Sheet {
        Sheet(
            "Versions of \(plan.title)",
            columns: [
                Sheet.Column("No.", .number), Sheet.Column("Version"), Sheet.Column("Approved by"),
                Sheet.Column("Approved on", .day), Sheet.Column("Published by"),
                Sheet.Column("Published on", .day), Sheet.Column("SHA-256", width: 64),
            ]
        ) {
            versions.map {
                [
                    .number(Double($0.number)), .text($0.name), .text($0.approvedBy), .day($0.approvedOn),
                    .text($0.publishedBy), .day($0.day), .text($0.sha256),
                ]
            }
        }
    }
}

// MARK: One version

extension VersionsPage {
    static func page(
        _ plan: KeptPlan.Header, _ version: PlanVersion, before: Int?, _ snapshot: JSON, _ visit: Visit
    ) -> Page {
        let actions = snapshot["actions"]?.array ?? []
        let accepted = snapshot["accepted"]?.array ?? []
        let link = { (format: PlanExport.Format) in
            PublishingRoute.versionFile.link(plan.id, version.number, format.rawValue)
        }
        return Page(
            "Version \(version.number): \(version.name)", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan) + [Link("Versions", PublishingRoute.versions.link(plan.id))],
            facts: [
                "\(counted(actions.count, "action"))", "Published \(strong: version.day.long)",
                "\(counted(accepted.count, "finding")) accepted with a reason",
            ]
        ) { m in
            m.summaryList([
                SummaryRow("Approved by", Markup(version.approvedBy)),
                SummaryRow("Approved on", Markup(version.approvedOn.long)),
                SummaryRow("What the body said", version.approvedWords.map { Markup($0) }),
                SummaryRow("Published by", "\(version.publishedBy), on \(version.day.long)"),
                SummaryRow("SHA-256 of the JSON file", Markup(version.sha256)),
            ])
            m.p { m in
                m.add("Take this version away: ")
                for (index, format) in PlanExport.Format.allCases.enumerated() {
                    if index > 0 { m.add(", ") }
                    m.a(format.words, .href(link(format)))
                }
            }
            m.p { m in
                m.a(
                    "What has changed since",
                    .href(
                        PublishingRoute.compare.link(
                            plan.id, query: ["from": "v\(version.number)", "to": "now"])))
                if let before {
                    m.add(" · ")
                    m.a(
                        "What changed from version \(before)",
                        .href(
                            PublishingRoute.compare.link(
                                plan.id, query: ["from": "v\(before)", "to": "v\(version.number)"])))
                }
            }
            if !accepted.isEmpty {
                m.part("Findings that somebody stood by") { m in
                    m.ul { m in
                        for entry in accepted {
                            m.li(
                                "\(strong: entry["about"]?.string ?? "") \(entry["finding"]?.string ?? ""): \(entry["reason"]?.string ?? "") \(quiet: entry["acceptedBy"]?.string ?? "")"
                            )
                        }
                    }
                }
            }
        }
    }
}
