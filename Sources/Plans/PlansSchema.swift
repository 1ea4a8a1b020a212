package import Storage

/// The tables of plans, their imports, the inspections that they answer, and findings accepted with a reason.
package enum PlansSchema {
    package static let migrations =
        written + RunningSchema.migrations + UpdatesSchema.migrations + DatesSchema.migrations
        + EvidenceSchema.migrations + ClosingSchema.migrations + CriteriaSchema.migrations
        + TiedSchema.migrations + TiedRoundsSchema.migrations
        + GuidanceSchema.migrations + PublishingSchema.migrations + CalendarSchema.migrations
        + SearchSchema.migrations + ThreadSchema.migrations

    private static let written = [
        Migration(
            number: 30, name: "inspection",
            sql: """
                CREATE TABLE inspection (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    title TEXT NOT NULL,
                    inspectorate TEXT NOT NULL,
                    framework TEXT,
                    began_on TEXT,
                    ended_on TEXT,
                    report_received_on TEXT,
                    plan_due_on TEXT,
                    inspectors_return_on TEXT,
                    note TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    CHECK (ended_on IS NULL OR began_on IS NULL OR ended_on >= began_on)
                );

                -- The scale is data: the grades that this judgement could have been given, best first, a line each.
                CREATE TABLE judgement (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    inspection INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    area TEXT NOT NULL,
                    scale TEXT NOT NULL,
                    grade TEXT,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id)
                );

                CREATE TABLE inspection_finding (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    inspection INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('finding', 'recommendation', 'strength')),
                    standard TEXT,
                    reference TEXT,
                    text TEXT NOT NULL,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id)
                );
                CREATE INDEX inspection_finding_inspection
                    ON inspection_finding (authority, inspection, position);

                CREATE TABLE inspection_date (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    inspection INTEGER NOT NULL,
                    what TEXT NOT NULL,
                    day TEXT NOT NULL,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id)
                );
                """),
        Migration(
            number: 31, name: "plan",
            sql: """
                -- rest_json holds every key of the interchange format that has no table of its own.
                CREATE TABLE plan (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    title TEXT NOT NULL,
                    version TEXT,
                    dated TEXT,
                    status TEXT,
                    owners TEXT NOT NULL,
                    update_frequency TEXT,
                    base_year INTEGER,
                    rest_json TEXT NOT NULL,
                    node INTEGER,
                    part_of INTEGER,
                    follows INTEGER,
                    inspection INTEGER,
                    source_file INTEGER,
                    source_name TEXT,
                    made_at TEXT NOT NULL,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    FOREIGN KEY (authority, part_of) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, follows) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id),
                    CHECK (part_of IS NULL OR part_of <> id),
                    CHECK (follows IS NULL OR follows <> id)
                );

                CREATE TABLE plan_area (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    reference TEXT,
                    section TEXT,
                    title TEXT NOT NULL,
                    sources TEXT NOT NULL,
                    place TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id)
                );
                CREATE INDEX plan_area_plan ON plan_area (authority, plan, position);

                -- finish_last is the last day that `finish` may mean: what a thing is late against.
                CREATE TABLE plan_action (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    area INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    label TEXT,
                    reference TEXT,
                    text TEXT NOT NULL,
                    when_text TEXT,
                    when_kind TEXT,
                    start TEXT,
                    finish TEXT,
                    finish_last TEXT,
                    claimed_status TEXT,
                    see_also TEXT NOT NULL,
                    place TEXT,
                    lead_place TEXT,
                    when_place TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id)
                );
                CREATE INDEX plan_action_plan ON plan_action (authority, plan, position);
                CREATE INDEX plan_action_area ON plan_action (authority, area);

                CREATE TABLE plan_action_lead (
                    authority INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    printed TEXT NOT NULL,
                    name_key TEXT NOT NULL,
                    PRIMARY KEY (authority, action, position),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id)
                );
                CREATE INDEX plan_action_lead_name ON plan_action_lead (authority, name_key);
                CREATE INDEX plan_action_lead_plan ON plan_action_lead (authority, plan);

                CREATE TABLE plan_criterion (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    area INTEGER NOT NULL,
                    action INTEGER,
                    position INTEGER NOT NULL,
                    label TEXT,
                    text TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('success', 'progress', 'impact', 'outcome')),
                    place TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id)
                );
                CREATE INDEX plan_criterion_plan ON plan_criterion (authority, plan, position);

                -- What an area's row says besides: what needs to change, how it is monitored, its evidence.
                CREATE TABLE plan_area_item (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    area INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('change', 'monitoring', 'evidence')),
                    label TEXT,
                    text TEXT NOT NULL,
                    frequency TEXT,
                    sample_percent REAL,
                    quota_number INTEGER,
                    quota_per TEXT,
                    by_whom TEXT,
                    place TEXT,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id)
                );
                CREATE INDEX plan_area_item_plan ON plan_area_item (authority, plan, position);

                -- A check's finding that somebody stands by: the fingerprint is of the check and its words.
                CREATE TABLE finding_acceptance (
                    authority INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    fingerprint TEXT NOT NULL,
                    check_id TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    at TEXT NOT NULL,
                    PRIMARY KEY (authority, plan, fingerprint),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id)
                );
                """),
        Migration(
            number: 32, name: "import draft",
            sql: """
                -- One person's private reading of a file, before anything of it is a plan.
                CREATE TABLE import_draft (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    account INTEGER NOT NULL,
                    file INTEGER NOT NULL,
                    file_name TEXT NOT NULL,
                    made_at TEXT NOT NULL,
                    saved_at TEXT NOT NULL,
                    read_in_milliseconds INTEGER NOT NULL,
                    options_json TEXT NOT NULL,
                    edits_json TEXT NOT NULL,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id)
                );
                CREATE INDEX import_draft_account ON import_draft (authority, account);
                """),
    ]
}
