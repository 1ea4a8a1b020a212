import Storage

/// What makes a criterion testable. Every row is a fact with who and when; a later one corrects, none is changed.
enum CriteriaSchema {
    /// The columns that every fact begins with, and their keys; `number` counts the facts of one kind about one
    /// criterion, so that two of one millisecond keep their order.
    private static let fact = """
        authority INTEGER NOT NULL,
        id INTEGER NOT NULL,
        plan INTEGER NOT NULL,
        criterion INTEGER NOT NULL,
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        account INTEGER NOT NULL,
        person INTEGER,
        """
    private static let keys = """
        PRIMARY KEY (authority, id),
        UNIQUE (authority, criterion, number),
        FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
        FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id)
        """
    /// A count out of a base, or a number as written.
    private static let figure = """
        numerator INTEGER,
        denominator INTEGER,
        plain TEXT,
        """
    private static let figureHolds = """
        CHECK ((plain IS NULL) = (numerator IS NOT NULL)),
        CHECK ((numerator IS NULL) = (denominator IS NULL)),
        CHECK (numerator IS NULL OR (numerator >= 0 AND denominator >= numerator AND denominator >= 1))
        """

    static let migrations = [
        Migration(
            number: 38, name: "criteria that can be tested",
            sql: """
                -- Of whom, by what, in what, which way is better, and for how many periods. The latest holds.
                CREATE TABLE criterion_terms (
                    \(fact)
                    population TEXT,
                    measure TEXT,
                    unit TEXT NOT NULL CHECK (unit IN ('percent', 'number', 'days')),
                    better TEXT NOT NULL CHECK (better IN ('higher', 'lower')),
                    periods INTEGER NOT NULL CHECK (periods BETWEEN 1 AND 24),
                    rhythm TEXT CHECK (rhythm IN ('week', 'fourWeeks', 'month', 'quarter', 'halfYear', 'year')),
                    \(keys)
                );
                CREATE INDEX criterion_terms_plan ON criterion_terms (authority, plan, criterion);

                -- That somebody who answers says it is met, or takes that back. The latest holds.
                CREATE TABLE criterion_claim (
                    \(fact)
                    says TEXT NOT NULL CHECK (says IN ('met', 'withdrawn')),
                    day TEXT NOT NULL,
                    words TEXT NOT NULL,
                    \(keys)
                );
                CREATE INDEX criterion_claim_plan ON criterion_claim (authority, plan, criterion);

                -- Where it stood. Once one is agreed, a further one is a correction and says why.
                CREATE TABLE criterion_baseline (
                    \(fact)
                    node INTEGER,
                    \(figure)
                    day TEXT NOT NULL,
                    source TEXT NOT NULL,
                    reason TEXT,
                    \(keys),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    \(figureHolds)
                );
                CREATE INDEX criterion_baseline_plan ON criterion_baseline (authority, plan, criterion);

                -- What has to be reached by a day: a number, or a rule whose number is given beside it.
                CREATE TABLE criterion_target (
                    \(fact)
                    node INTEGER,
                    by_day TEXT NOT NULL,
                    aim TEXT,
                    rule TEXT,
                    \(keys),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    CHECK ((aim IS NULL) = (rule IS NOT NULL))
                );
                CREATE INDEX criterion_target_plan ON criterion_target (authority, plan, criterion);

                CREATE TABLE criterion_rule_value (
                    \(fact)
                    target INTEGER NOT NULL,
                    aim TEXT NOT NULL,
                    year TEXT NOT NULL,
                    source TEXT NOT NULL,
                    \(keys),
                    FOREIGN KEY (authority, target) REFERENCES criterion_target (authority, id)
                );
                CREATE INDEX criterion_rule_value_plan ON criterion_rule_value (authority, plan, target);

                -- What a body decided of a baseline or a target, on its day. One decision each.
                CREATE TABLE criterion_agreement (
                    \(fact)
                    baseline INTEGER,
                    target INTEGER,
                    decision TEXT NOT NULL CHECK (decision IN ('agreed', 'declined')),
                    body TEXT NOT NULL,
                    day TEXT NOT NULL,
                    words TEXT,
                    \(keys),
                    FOREIGN KEY (authority, baseline) REFERENCES criterion_baseline (authority, id),
                    FOREIGN KEY (authority, target) REFERENCES criterion_target (authority, id),
                    UNIQUE (authority, baseline),
                    UNIQUE (authority, target),
                    CHECK ((baseline IS NULL) = (target IS NOT NULL))
                );
                CREATE INDEX criterion_agreement_plan ON criterion_agreement (authority, plan, criterion);

                -- One figure of one source for one period; a correction is a later row with its reason.
                -- kind round is an audit round, graded by somebody independent or by those who did the work.
                CREATE TABLE criterion_value (
                    \(fact)
                    node INTEGER,
                    kind TEXT NOT NULL CHECK (kind IN ('measure', 'independentRound', 'ownRound')),
                    period_end TEXT NOT NULL,
                    \(figure)
                    source TEXT NOT NULL,
                    source_key TEXT NOT NULL,
                    note TEXT,
                    reason TEXT,
                    \(keys),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    CHECK (kind = 'measure' OR numerator IS NOT NULL),
                    \(figureHolds)
                );
                CREATE INDEX criterion_value_plan ON criterion_value (authority, plan, criterion);
                """)
    ]
}
