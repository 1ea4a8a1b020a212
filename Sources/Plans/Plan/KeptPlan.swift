package import Kernel
package import PlanFormat
package import Storage

/// Identities of the parts of a kept plan.
package enum AreaRecord {}
package enum ActionRecord {}
package enum CriterionRecord {}
package enum InspectionRecord {}

/// A plan as Plumbline keeps it: the interchange format's values, each under its identity.
package struct KeptPlan: Sendable {
    package var header: Header
    package var areas: [Area]
    /// Keys of the interchange format that have no table of their own.
    package var rest: Plan

    package struct Header: Sendable {
        package var id: ID<PlanRecord>
        package var title: String
        package var version: String?
        package var date: PartialDate?
        package var status: String?
        package var owners: [String]
        package var updateFrequency: Plan.Frequency?
        package var baseYear: Int?
        package var node: ID<Node>?
        package var partOf: ID<PlanRecord>?
        package var follows: ID<PlanRecord>?
        package var inspection: ID<InspectionRecord>?
        package var sourceFile: ID<StoredFile>?
        package var sourceName: String?
        package var made: Instant
        /// Counts the changes to anything of the plan.
        package var revision: Int
    }

    package struct Area: Sendable {
        package var id: ID<AreaRecord>
        package var revision: Int
        /// Without its actions and criteria, which stand beside it.
        package var value: Plan.Area
        package var actions: [Action]
        package var criteria: [Criterion]
    }

    package struct Action: Sendable {
        package var id: ID<ActionRecord>
        package var area: ID<AreaRecord>
        package var revision: Int
        package var value: Plan.Action
        /// For each lead as printed, who is meant; nil where nobody has said.
        package var people: [Lead]
    }

    /// A lead as printed, and whom a person has said it means.
    package struct Lead: Hashable, Sendable {
        package var printed: String
        package var person: String?
        package var post: String?
        /// Whether somebody has said whom the name means; a body stays as printed and is settled all the same.
        package var isSettled = false

        /// The name to show first.
        package var name: String { person ?? post ?? printed }

        /// The name without what the document prints in brackets behind it.
        package var nameAlone: String {
            guard person == nil, post == nil, let bracket = printed.firstIndex(of: "("),
                bracket > printed.startIndex
            else { return name }
            let alone = printed[..<bracket]
            return alone.hasSuffix(" ") ? String(alone.dropLast()) : String(alone)
        }

        /// What else the document prints with the name, such as the post in brackets; the printed words where
        /// the name is another.
        package var note: String? {
            let name = nameAlone
            guard printed != name else { return nil }
            guard printed.hasPrefix(name) else { return "as “\(printed)”" }
            let rest = printed.dropFirst(name.count).drop { $0 == " " }
            return rest.hasPrefix("(") && rest.hasSuffix(")")
                ? String(rest.dropFirst().dropLast()) : "as “\(printed)”"
        }
    }

    package struct Criterion: Sendable {
        package var id: ID<CriterionRecord>
        package var action: ID<ActionRecord>?
        package var revision: Int
        package var value: Plan.Criterion
    }
}

extension KeptPlan {
    /// The plan in the interchange format, as `plan export` writes it and the checks read it.
    package var interchange: Plan {
        var plan = rest
        plan.title = header.title
        plan.version = header.version
        plan.date = header.date
        plan.status = header.status
        plan.owners = header.owners
        plan.updateFrequency = header.updateFrequency
        plan.baseYear = header.baseYear
        plan.areas = areas.map { kept in
            var area = kept.value
            area.actions = kept.actions.map(\.value)
            let references = Dictionary(
                kept.actions.map { ($0.id, $0.value.reference) }, uniquingKeysWith: { first, _ in first })
            area.criteria = kept.criteria.map { criterion in
                var value = criterion.value
                value.action = criterion.action.flatMap { references[$0] ?? nil }
                return value
            }
            return area
        }
        return plan
    }

    package var actions: [Action] { areas.flatMap(\.actions) }

    package var criteriaCount: Int { areas.reduce(0) { $0 + $1.criteria.count } }
}
