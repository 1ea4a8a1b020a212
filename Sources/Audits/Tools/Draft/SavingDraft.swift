import Kernel
import Markup
import Site
import Storage

extension AuditsFeature {
    /// Runs a change of the draft and goes on to the address that it gives; where it is refused, shows the form again
    /// with what was typed, beside the draft as it stands now.
    func savingDraft(
        _ visit: Visit, _ id: ID<AuditTool>, _ change: (Database) async throws -> String,
        page: (ToolSQL.Whole, Tool, [FieldError]) throws -> Page
    ) async throws -> Reply {
        do {
            return .redirect(to: try await change(database))
        } catch let refused as any Refusal {
            let whole = try await toolToRead(visit)
            guard let tool = whole.draft?.tool else {
                guard let latest = whole.latest else { throw NotFound() }
                let errors = [FieldError(nil, ToolDraft.Refused.none.sentence)]
                return .refused(ToolPage.page(whole, latest, Entry(errors: errors), visit))
            }
            return .refused(try page(whole, tool, [FieldError(refused.field, refused.sentence)]))
        }
    }
}
