import Documents
import PlanFormat

/// What a document says outside its plan tables: title, groups, risks, budget, training, figures and dates.
enum ProseReader {
    static func read(_ document: Document, planTables: Set<Int>, into plan: inout Plan) {}
}
