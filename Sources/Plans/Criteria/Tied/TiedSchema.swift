import Storage

/// A criterion tied to a measure, and the figures that it took from there. Migration 64.
enum TiedSchema {
    static let migrations = [
        Migration(
            number: 64, name: "criteria tied to measures",
            sql: """
                -- Which measure a criterion is tied to; nothing unties it. The latest holds.
                CREATE TABLE criterion_measure (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    criterion INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    measure TEXT,
                    name TEXT,
                    reason TEXT,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, criterion, number),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
                    CHECK ((measure IS NULL) = (name IS NULL))
                );
                CREATE INDEX criterion_measure_plan ON criterion_measure (authority, plan, criterion);

                -- What the measure said when, for each unit and period; the latest holds, and may say that there is
                -- no figure any more; or that it must not be shown outside the inner circle. Kept with the criterion, so that its standing on any day can be told again.
                CREATE TABLE criterion_measure_value (
                    authority INTEGER NOT NULL,
                    criterion INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    measure TEXT NOT NULL,
                    node INTEGER,
                    period_end TEXT NOT NULL,
                    numerator INTEGER,
                    denominator INTEGER,
                    plain TEXT,
                    source TEXT NOT NULL,
                    is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
                    is_withheld INTEGER NOT NULL CHECK (is_withheld IN (0, 1)),
                    PRIMARY KEY (authority, criterion, number),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    CHECK ((plain IS NULL) = (numerator IS NOT NULL)),
                    CHECK ((numerator IS NULL) = (denominator IS NULL)),
                    CHECK (numerator IS NULL OR (numerator >= 0 AND denominator >= numerator AND denominator >= 1))
                );
                CREATE INDEX criterion_measure_value_plan
                    ON criterion_measure_value (authority, plan, criterion);
                """)
    ]
}
