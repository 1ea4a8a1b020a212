package import Kernel

// MARK: Writing

extension Plan {
    package static let format = "plumbline.plan/1"

    /// The plan as the interchange format has it: every key present, `null` where the document does not say.
    package var json: JSON {
        [
            "format": .string(Plan.format), "title": .optional(title), "version": .optional(version),
            "date": .optional(date?.description), "status": .optional(status), "owners": .strings(owners),
            "updateFrequency": .optional(updateFrequency?.rawValue), "baseYear": .optional(baseYear),
            "areas": .array(areas.map(\.json)), "groups": .array(groups.map(\.json)),
            "risks": .array(
                risks.map { ["text": .string($0.text), "contingency": .optional($0.contingency)] }),
            "budget": budget?.json ?? .null,
            "training": .array(
                training.map { ["audience": .string($0.audience), "needs": .strings($0.needs)] }),
            "standards": .array(standards.map(\.json)), "figures": .array(figures.map(\.json)),
            "keyDates": .array(
                keyDates.map { ["what": .string($0.what), "date": .optional($0.date?.description)] }),
            "sourceCodes": .array(sourceCodes.map { ["code": .string($0.code), "text": .string($0.text)] }),
            "collectives": .array(
                collectives.map { ["name": .string($0.name), "members": .strings($0.members)] }),
            "attachments": .array(
                attachments.map {
                    ["caption": .string($0.caption), "place": .optional($0.place?.description)]
                }),
            "abbreviations": .object(abbreviations.map { JSON.Member($0.short, .string($0.long)) }),
            "findings": .array(
                findings.map {
                    ["place": .optional($0.place?.description), "message": .string($0.message)]
                }),
        ]
    }
}

extension Plan.Area {
    package var json: JSON {
        [
            "reference": .optional(reference), "section": .optional(section), "title": .string(title),
            "sources": .strings(sources), "changes": .array(changes.map(\.json)),
            "actions": .array(actions.map(\.json)), "criteria": .array(criteria.map(\.json)),
            "monitoring": .array(monitoring.map(\.json)), "evidence": .array(evidence.map(\.json)),
        ]
    }
}

extension Plan.Item {
    package var json: JSON { ["label": .optional(label), "text": .string(text)] }
}

extension Plan.Action {
    package var json: JSON {
        [
            "label": .optional(label), "text": .string(text), "reference": .optional(reference),
            "leads": .strings(leads), "timescale": timescale?.json ?? .null,
            "status": .optional(status?.rawValue), "seeAlso": .strings(seeAlso),
        ]
    }
}

extension Plan.Criterion {
    package var json: JSON {
        [
            "label": .optional(label), "text": .string(text), "kind": .string(kind.rawValue),
            "action": .optional(action),
        ]
    }
}

extension Plan.Monitoring {
    package var json: JSON {
        [
            "label": .optional(label), "text": .string(text), "frequency": .optional(frequency?.rawValue),
            "samplePercent": .optional(samplePercent),
            "quota": quota.map { ["number": .integer(Int64($0.number)), "per": .string($0.per)] } ?? .null,
            "by": .strings(by),
        ]
    }
}

extension Plan.Timescale {
    package var json: JSON {
        [
            "text": .string(text), "start": .optional(start?.description),
            "finish": .optional(finish?.description), "kind": .string(kind.rawValue),
        ]
    }
}

extension Plan.Group {
    package var json: JSON {
        [
            "name": .string(name), "abbreviation": .optional(abbreviation), "purpose": .optional(purpose),
            "meets": .optional(meets?.rawValue), "reportsTo": .strings(reportsTo),
            "members": .array(
                members.map {
                    ["name": .optional($0.name), "post": .optional($0.post), "role": .optional($0.role)]
                }),
            "tasks": .array(tasks.map(\.json)),
        ]
    }
}

extension Plan.Budget {
    package var json: JSON {
        [
            "lines": .array(
                lines.map { ["item": .string($0.item), "amount": .optional($0.amount)] }),
            "statedTotal": .optional(statedTotal),
        ]
    }
}

extension Plan.Figure {
    package var json: JSON {
        [
            "text": .string(text), "count": .optional(count), "base": .optional(base),
            "percent": .optional(percent), "place": .optional(place?.description),
        ]
    }
}
