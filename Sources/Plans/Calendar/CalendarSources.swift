import Kernel
import Site
import Storage

/// The days on which actions are to be finished; one that says a month falls on the month's last day.
enum ActionDays: CalendarSource {
    static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry] {
        try connection.rows(
            """
            SELECT a.id, a.plan, a.reference, a.text, a.finish_last, r.closing
            FROM plan_action a
            LEFT JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            WHERE a.authority = $1 AND a.plan IN (\(scope.planList))
                AND a.finish_last >= $2 AND a.finish_last <= $3
                AND \(scope.answers(post: "r.accountable_post", person: "r.accountable_person"))
            ORDER BY a.finish_last, a.position
            """, scope.values
        ) { row in
            let action: ID<ActionRecord> = try row.id(0)
            let plan: ID<PlanRecord> = try row.id(1)
            return CalendarEntry(
                .finish, key: action.description, on: try row.day(4),
                titled(try row.textOrNil(2), try row.text(3)), PlansRoute.action.link(plan, action),
                plan: plan,
                isDone: try row.textOrNil(5) == "closed")
        }
    }

    static func titled(_ reference: String?, _ text: String) -> String {
        [reference, text.short].compactMap { $0 }.joined(separator: " ")
    }
}

/// The days by which the next update on an open action is wanted.
enum UpdateDays: CalendarSource {
    static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry] {
        try connection.rows(
            """
            SELECT a.id, a.plan, a.reference, a.text, r.update_due
            FROM action_run r
            JOIN plan_action a ON a.authority = r.authority AND a.id = r.action
            WHERE r.authority = $1 AND r.plan IN (\(scope.planList)) AND r.closing <> 'closed'
                AND r.update_due >= $2 AND r.update_due <= $3
                AND \(scope.answers(post: "r.accountable_post", person: "r.accountable_person"))
            ORDER BY r.update_due, a.position
            """, scope.values
        ) { row in
            let action: ID<ActionRecord> = try row.id(0)
            let plan: ID<PlanRecord> = try row.id(1)
            let day = try row.day(4)
            return CalendarEntry(
                // Each round of updates is an entry of its own.
                .update, key: "\(action)-\(day)", on: day,
                ActionDays.titled(try row.textOrNil(2), try row.text(3)),
                PlansRoute.action.link(plan, action),
                plan: plan)
        }
    }
}

/// The days of steps that are not done; each step stands as it was last written.
enum StepDays: CalendarSource {
    static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry] {
        try connection.rows(
            """
            SELECT s.id, s.plan, s.action, s.text, s.due, a.reference, a.text
            FROM action_step s
            JOIN plan_action a ON a.authority = s.authority AND a.id = s.action
            LEFT JOIN action_run r ON r.authority = s.authority AND r.action = s.action
            WHERE s.authority = $1 AND s.plan IN (\(scope.planList)) AND s.due >= $2 AND s.due <= $3
                AND s.done_on IS NULL AND s.withdrawn = 0
                AND NOT EXISTS (SELECT 1 FROM action_step n
                    WHERE n.authority = s.authority AND n.id = s.id AND n.revision > s.revision)
                AND \(scope.answers(post: "r.accountable_post", person: "r.accountable_person"))
            ORDER BY s.due, s.id
            """, scope.values
        ) { row in
            let step: ID<CalendarEntry> = try row.id(0)
            let plan: ID<PlanRecord> = try row.id(1)
            let action: ID<ActionRecord> = try row.id(2)
            return CalendarEntry(
                .step, key: step.description, on: try row.day(4),
                ActionDays.titled(try row.textOrNil(5), try row.text(6)), detail: try row.text(3),
                PlansRoute.action.link(plan, action),
                plan: plan)
        }
    }
}

/// The days by which agreed targets are to be reached. One that was agreed anew for the same day takes its place.
enum TargetDays: CalendarSource {
    static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry] {
        func agreed(_ target: String) -> String {
            """
            EXISTS (SELECT 1 FROM criterion_agreement g WHERE g.authority = \(target).authority
                AND g.target = \(target).id AND g.decision = 'agreed')
            """
        }
        return try connection.rows(
            """
            SELECT f.id, f.plan, f.by_day, c.id, c.text, a.reference, v.name
            FROM criterion_target f
            JOIN plan_criterion c ON c.authority = f.authority AND c.id = f.criterion
            LEFT JOIN plan_action a ON a.authority = c.authority AND a.id = c.action
            LEFT JOIN action_run r ON r.authority = c.authority AND r.action = c.action
            LEFT JOIN node_version v ON v.authority = f.authority AND v.node = f.node
                AND v.from_day <= f.by_day AND (v.until_day IS NULL OR v.until_day >= f.by_day)
            WHERE f.authority = $1 AND f.plan IN (\(scope.planList)) AND f.by_day >= $2 AND f.by_day <= $3
                AND \(agreed("f"))
                AND NOT EXISTS (SELECT 1 FROM criterion_target n
                    WHERE n.authority = f.authority AND n.criterion = f.criterion AND n.by_day = f.by_day
                        AND COALESCE(n.node, 0) = COALESCE(f.node, 0) AND n.number > f.number
                        AND \(agreed("n")))
                AND \(scope.answers(post: "r.accountable_post", person: "r.accountable_person"))
            ORDER BY f.by_day, f.id
            """, scope.values
        ) { row in
            let target: ID<CriterionFacts.Target> = try row.id(0)
            let plan: ID<PlanRecord> = try row.id(1)
            let criterion: ID<CriterionRecord> = try row.id(3)
            return CalendarEntry(
                .target, key: target.description, on: try row.day(2),
                ActionDays.titled(try row.textOrNil(5), try row.text(4)), detail: try row.textOrNil(6),
                CriteriaRoute.criterion.link(plan, criterion), plan: plan)
        }
    }
}

/// The days by which bodies are to decide on documents, and on which documents in force are to be looked at again.
enum DocumentDays: CalendarSource {
    static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry] {
        try connection.rows(
            """
            SELECT g.id, g.plan, g.title, 'approval', b.due_on, g.version, g.kind, g.issued_version
            FROM guidance g
            JOIN guidance_body b ON b.authority = g.authority AND b.guidance = g.id
                AND b.version = g.version AND b.position = g.waits_for
            WHERE g.authority = $1 AND g.plan IN (\(scope.planList)) AND g.withdrawn_on IS NULL
                AND b.due_on >= $2 AND b.due_on <= $3
                AND \(scope.answers(post: "b.recorder_post", person: "b.recorder_person"))
            UNION ALL
            SELECT g.id, g.plan, g.title, 'review', g.review_due, g.issued_version, g.kind, g.issued_version
            FROM guidance g
            WHERE g.authority = $1 AND g.plan IN (\(scope.planList)) AND g.withdrawn_on IS NULL
                AND g.issued_version IS NOT NULL AND g.review_due >= $2 AND g.review_due <= $3
                AND \(scope.answers(post: "g.accountable_post", person: "g.accountable_person"))
            """, scope.values
        ) { row in
            let guidance: ID<GuidanceRecord> = try row.id(0)
            let plan: ID<PlanRecord> = try row.id(1)
            // A document of which nothing is in force is named only to who is to record what is decided on it.
            let isNamed = try scope.mine != nil || row.intOrNil(7) != nil
            let kind = Guidance.Kind(rawValue: try row.text(6)) ?? .other
            return CalendarEntry(
                try row.text(3) == "approval" ? .approval : .review,
                key: "\(guidance)-\(try row.int(5))", on: try row.day(4),
                isNamed ? try row.text(2).short : kind.words,
                GuidanceRoute.document.link(plan, guidance), plan: plan)
        }
    }
}

/// What an inspection asks for by a day. It is nobody's own, and so not among what is mine.
enum InspectionDays: CalendarSource {
    static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry] {
        guard scope.hasAuthority, scope.mine == nil else { return [] }
        return try connection.rows(
            """
            SELECT i.id, 'plan', i.title, 'the plan is due', i.plan_due_on FROM inspection i
            WHERE i.authority = $1 AND i.plan_due_on >= $2 AND i.plan_due_on <= $3
            UNION ALL
            SELECT i.id, 'return', i.title, 'the inspectors return', i.inspectors_return_on FROM inspection i
            WHERE i.authority = $1 AND i.inspectors_return_on >= $2 AND i.inspectors_return_on <= $3
            UNION ALL
            SELECT i.id, CAST(d.id AS TEXT), i.title, d.what, d.day FROM inspection_date d
            JOIN inspection i ON i.authority = d.authority AND i.id = d.inspection
            WHERE d.authority = $1 AND d.day >= $2 AND d.day <= $3
            """, scope.values
        ) { row in
            let inspection: ID<InspectionRecord> = try row.id(0)
            return CalendarEntry(
                .inspection, key: "\(inspection)-\(try row.text(1))", on: try row.day(4),
                try row.text(2).short, detail: try row.text(3),
                PlansRoute.inspection.link(inspection), plan: nil)
        }
    }
}
