import Documents
import Kernel
import PlanFormat

/// What a document says outside its plan tables: title, groups, risks, budget, training, figures and dates.
enum ProseReader {
    /// Adds to the plan; what cannot be settled goes into its findings. `planTables` are read elsewhere.
    static func read(
        _ document: Document, planTables: Set<Int>, years: YearContext? = nil, into plan: inout Plan
    ) {
        let outline = Outline(document, planTables: planTables)
        let years = years ?? YearContext.find(in: document, override: plan.baseYear)
        TitleReading.read(document, outline, into: &plan)
        LegendReading.read(outline, into: &plan)
        AbbreviationReading.read(document, outline, into: &plan)
        GroupReading.read(outline, years, into: &plan)
        RiskReading.read(outline, into: &plan)
        BudgetReading.read(outline, into: &plan)
        TrainingReading.read(outline, into: &plan)
        StandardReading.read(outline, into: &plan)
        FigureReading.read(outline, into: &plan)
        KeyDateReading.read(outline, years, into: &plan)
        AttachmentReading.read(document, into: &plan)
    }
}
