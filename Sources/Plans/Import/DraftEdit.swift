package import Kernel

/// One thing that a person changed in the proposal while reviewing an import.
///
/// Edits are kept apart from the reading and applied to it afresh each time, so that a column's meaning can
/// be changed and the document read again without losing what was already put right.
package enum DraftEdit: Hashable, Sendable {
    case area(DraftKey, AreaFields)
    case action(DraftKey, ActionFields)
    case criterion(DraftKey, CriterionFields)
    case leaveOut(DraftKey)
    /// Undoes every edit of that item, leaving it as it was read.
    case asRead(DraftKey)
    /// One action becomes several, each with the leads and the timescale of the first.
    case split(DraftKey, into: [String])
    /// The action takes the next one of its area into itself.
    case joinNext(DraftKey)
    /// A task that the document gives a group becomes an action, under an area named after the group.
    case takeTask(group: String, task: Int)
    /// The question is answered by leaving things as they were read.
    case settled(String)

    package struct AreaFields: Hashable, Sendable {
        package var reference: String?
        package var title: String

        package init(reference: String?, title: String) {
            self.reference = reference
            self.title = title
        }
    }

    package struct ActionFields: Hashable, Sendable {
        package var reference: String?
        package var text: String
        package var leads: [String]
        /// As somebody would write it; read again by the same rules as the document's.
        package var timescale: String?

        package init(reference: String?, text: String, leads: [String], timescale: String?) {
            self.reference = reference
            self.text = text
            self.leads = leads
            self.timescale = timescale
        }
    }

    package struct CriterionFields: Hashable, Sendable {
        package var text: String
        package var action: String?

        package init(text: String, action: String?) {
            self.text = text
            self.action = action
        }
    }
}

/// What an edit is about: the kind of thing, the place where it stood and its number among those there.
///
/// It does not change when the document is read again with another meaning for some column.
package struct DraftKey: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

// MARK: Keeping

extension DraftEdit {
    package var json: JSON {
        switch self {
        case .area(let key, let fields):
            [
                "edit": "area", "key": .string(key.description), "reference": .optional(fields.reference),
                "title": .string(fields.title),
            ]
        case .action(let key, let fields):
            [
                "edit": "action", "key": .string(key.description), "reference": .optional(fields.reference),
                "text": .string(fields.text), "leads": .strings(fields.leads),
                "timescale": .optional(fields.timescale),
            ]
        case .criterion(let key, let fields):
            [
                "edit": "criterion", "key": .string(key.description), "text": .string(fields.text),
                "action": .optional(fields.action),
            ]
        case .leaveOut(let key): ["edit": "leaveOut", "key": .string(key.description)]
        case .asRead(let key): ["edit": "asRead", "key": .string(key.description)]
        case .split(let key, let texts):
            ["edit": "split", "key": .string(key.description), "into": .strings(texts)]
        case .joinNext(let key): ["edit": "joinNext", "key": .string(key.description)]
        case .takeTask(let group, let task):
            ["edit": "takeTask", "group": .string(group), "task": .integer(Int64(task))]
        case .settled(let question): ["edit": "settled", "question": .string(question)]
        }
    }

    package init?(json: JSON) {
        let key = DraftKey(json["key"]?.string ?? "")
        switch json["edit"]?.string {
        case "area":
            guard let title = json["title"]?.string else { return nil }
            self = .area(key, AreaFields(reference: json["reference"]?.string, title: title))
        case "action":
            guard let text = json["text"]?.string else { return nil }
            self = .action(
                key,
                ActionFields(
                    reference: json["reference"]?.string, text: text,
                    leads: json["leads"]?.array?.compactMap(\.string) ?? [],
                    timescale: json["timescale"]?.string))
        case "criterion":
            guard let text = json["text"]?.string else { return nil }
            self = .criterion(key, CriterionFields(text: text, action: json["action"]?.string))
        case "leaveOut": self = .leaveOut(key)
        case "asRead": self = .asRead(key)
        case "split": self = .split(key, into: json["into"]?.array?.compactMap(\.string) ?? [])
        case "joinNext": self = .joinNext(key)
        case "takeTask":
            guard let group = json["group"]?.string, let task = json["task"]?.integer else { return nil }
            self = .takeTask(group: group, task: task)
        case "settled":
            guard let question = json["question"]?.string else { return nil }
            self = .settled(question)
        default: return nil
        }
    }
}
