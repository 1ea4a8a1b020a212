import Kernel
package import PlanFormat
import Site
import Storage

/// Taking a plan away, as it stands, in the format asked for.
extension PlansFeature {
    func export(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        guard let format = PlanExport.Format(rawValue: visit.parameters["format"] ?? "") else {
            throw NotFound()
        }
        let bytes = try PlanExport.bytes(of: plan.interchange, as: format)
        try await database.write(for: officer.authority) {
            try $0.record(
                change(
                    "plan.exported", "plan", plan.header.id, plan,
                    to: ["format": .string(format.rawValue), "actions": .integer(Int64(plan.actions.count))],
                    officer, visit))
        }
        return .file(bytes, name: "\(plan.header.title).\(format.rawValue)", type: format.mediaType)
    }
}

/// A plan as a file.
package enum PlanExport {
    package enum Format: String, CaseIterable, Sendable {
        case json

        var mediaType: String {
            switch self {
            case .json: "application/json"
            }
        }
    }

    package static func bytes(of plan: Plan, as format: Format) throws -> [UInt8] {
        switch format {
        case .json: Array((plan.json.text(pretty: true) + "\n").utf8)
        }
    }
}
