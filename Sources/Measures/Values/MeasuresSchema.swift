import Storage

/// Measures, their values, settings and targets. Migrations 60 to 63; 64 ties criteria to measures, in Plans.
enum MeasuresSchema {
    private static let fact = """
        authority INTEGER NOT NULL REFERENCES authority (id),
        measure TEXT NOT NULL,
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        account INTEGER NOT NULL,
        """

    static let migrations: [Migration] = [
        Migration(
            number: 60, name: "values of measures",
            sql: """
                -- One computation of one return. A later one of the same return supersedes it, a withdrawn return
                -- takes its own with it; neither is deleted, so that what was said then can be read.
                CREATE TABLE measure_vintage (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    source TEXT NOT NULL,
                    name TEXT NOT NULL,
                    as_at TEXT NOT NULL,
                    taken_at TEXT NOT NULL,
                    computed_at TEXT NOT NULL,
                    weight INTEGER NOT NULL,
                    withdrawn_at TEXT,
                    superseded_at TEXT,
                    PRIMARY KEY (authority, id)
                );
                CREATE INDEX measure_vintage_source ON measure_vintage (authority, source);

                -- reach: the whole authority, one unit with all below it, what no unit was named for, or one worker
                -- of a unit. A count has the denominator 0; a median has twice the value in the middle as its halves.
                CREATE TABLE measure_value (
                    authority INTEGER NOT NULL,
                    vintage INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    measure TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    reach TEXT NOT NULL CHECK (reach IN ('authority', 'unit', 'unmapped', 'worker')),
                    node INTEGER,
                    worker TEXT,
                    first_day TEXT NOT NULL,
                    last_day TEXT NOT NULL,
                    numerator INTEGER NOT NULL,
                    denominator INTEGER NOT NULL,
                    overdue INTEGER NOT NULL,
                    excluded INTEGER NOT NULL,
                    halves INTEGER,
                    is_partial INTEGER NOT NULL CHECK (is_partial IN (0, 1)),
                    PRIMARY KEY (authority, vintage, number),
                    FOREIGN KEY (authority, vintage) REFERENCES measure_vintage (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    CHECK (last_day >= first_day),
                    CHECK (numerator >= 0 AND denominator >= 0 AND overdue >= 0 AND excluded >= 0),
                    CHECK ((reach IN ('unit', 'worker')) = (node IS NOT NULL)),
                    CHECK ((reach = 'worker') = (worker IS NOT NULL))
                );
                CREATE INDEX measure_value_reach ON measure_value (authority, reach, measure, first_day, last_day);
                CREATE INDEX measure_value_measure
                    ON measure_value (authority, measure, vintage, first_day, last_day);
                """),
        Migration(
            number: 61, name: "settings and targets of measures",
            sql: """
                -- What the authority says of a measure; the latest holds.
                CREATE TABLE measure_setting (
                    \(fact)
                    owner_post INTEGER,
                    owner_person INTEGER,
                    direction TEXT CHECK (direction IN ('up', 'down', 'neutral')),
                    expected_low TEXT,
                    expected_high TEXT,
                    baseline_until TEXT,
                    convention TEXT,
                    frequency TEXT,
                    lag_days INTEGER,
                    note TEXT,
                    PRIMARY KEY (authority, measure, number),
                    FOREIGN KEY (authority, owner_post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, owner_person) REFERENCES person (authority, id)
                );

                -- What has to be reached by a day, for the authority or a unit: a number, or a rule of neighbours
                -- with the number it came to. Neither takes the step of that day away. The latest of a day holds.
                CREATE TABLE measure_target (
                    \(fact)
                    node INTEGER,
                    by_day TEXT NOT NULL,
                    aim TEXT,
                    rule TEXT CHECK (rule IN ('median', 'betterQuartile')),
                    resolved TEXT,
                    reason TEXT,
                    PRIMARY KEY (authority, measure, number),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );

                -- From which day on the limits of a chart are set anew, and why. Never the program's choice.
                CREATE TABLE measure_rebase (
                    \(fact)
                    node INTEGER,
                    from_day TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
                    PRIMARY KEY (authority, measure, number),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );
                """),
        Migration(
            number: 62, name: "comparators",
            sql: """
                -- One upload of what others publish: a set of neighbours with its version and year, or England.
                CREATE TABLE comparator_upload (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    set_name TEXT NOT NULL,
                    set_version TEXT NOT NULL,
                    source TEXT NOT NULL,
                    withdrawn_at TEXT,
                    PRIMARY KEY (authority, id)
                );
                CREATE TABLE comparator_figure (
                    authority INTEGER NOT NULL,
                    upload INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    who TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('own', 'neighbour', 'england')),
                    measure TEXT NOT NULL,
                    year TEXT NOT NULL,
                    value TEXT,
                    numerator INTEGER,
                    denominator INTEGER,
                    PRIMARY KEY (authority, upload, number),
                    FOREIGN KEY (authority, upload) REFERENCES comparator_upload (authority, id)
                );
                CREATE INDEX comparator_figure_measure ON comparator_figure (authority, measure, year);
                """),
        Migration(
            number: 63, name: "weekly sheets opened",
            sql: """
                CREATE TABLE weekly_sheet_opening (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    node INTEGER NOT NULL,
                    week_ends TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    name TEXT NOT NULL,
                    at TEXT NOT NULL,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );
                CREATE INDEX weekly_sheet_opening_node ON weekly_sheet_opening (authority, node, week_ends);
                """),
    ]
}
