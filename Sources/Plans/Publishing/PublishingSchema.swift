import Storage

/// How the records of a plan have stood, and the versions of it that were published.
enum PublishingSchema {
    static let migrations = [
        Migration(
            number: 40, name: "the past of plans, and their versions",
            sql: """
                -- One row for each time that a record was written, with the columns of its table as they then were.
                -- A plan that was there before has its first rows from the moment it was made.
                CREATE TABLE plan_past (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
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
                    revision INTEGER NOT NULL,
                    PRIMARY KEY (authority, id, sequence)
                );
                INSERT INTO plan_past SELECT authority, id, 1, made_at, 0, title, version, dated, status, owners,
                    update_frequency, base_year, rest_json, node, part_of, follows, inspection, source_file,
                    source_name, made_at, revision FROM plan;

                CREATE TABLE plan_area_past (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
                    plan INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    reference TEXT,
                    section TEXT,
                    title TEXT NOT NULL,
                    sources TEXT NOT NULL,
                    place TEXT,
                    revision INTEGER NOT NULL,
                    PRIMARY KEY (authority, id, sequence)
                );
                CREATE INDEX plan_area_past_plan ON plan_area_past (authority, plan, id, sequence);
                INSERT INTO plan_area_past SELECT t.authority, t.id, 1, p.made_at, 0, t.plan, t.position,
                    t.reference, t.section, t.title, t.sources, t.place, t.revision
                    FROM plan_area t JOIN plan p ON p.authority = t.authority AND p.id = t.plan;

                CREATE TABLE plan_action_past (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
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
                    revision INTEGER NOT NULL,
                    PRIMARY KEY (authority, id, sequence)
                );
                CREATE INDEX plan_action_past_plan ON plan_action_past (authority, plan, id, sequence);
                INSERT INTO plan_action_past SELECT t.authority, t.id, 1, p.made_at, 0, t.plan, t.area,
                    t.position, t.label, t.reference, t.text, t.when_text, t.when_kind, t.start, t.finish,
                    t.finish_last, t.claimed_status, t.see_also, t.place, t.lead_place, t.when_place, t.revision
                    FROM plan_action t JOIN plan p ON p.authority = t.authority AND p.id = t.plan;

                CREATE TABLE plan_action_lead_past (
                    authority INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    printed TEXT NOT NULL,
                    name_key TEXT NOT NULL,
                    PRIMARY KEY (authority, action, sequence, position),
                    FOREIGN KEY (authority, action, sequence)
                        REFERENCES plan_action_past (authority, id, sequence)
                );
                CREATE INDEX plan_action_lead_past_plan ON plan_action_lead_past (authority, plan);
                INSERT INTO plan_action_lead_past SELECT authority, action, 1, position, plan, printed, name_key
                    FROM plan_action_lead;

                CREATE TABLE plan_criterion_past (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
                    plan INTEGER NOT NULL,
                    area INTEGER NOT NULL,
                    action INTEGER,
                    position INTEGER NOT NULL,
                    label TEXT,
                    text TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    place TEXT,
                    revision INTEGER NOT NULL,
                    PRIMARY KEY (authority, id, sequence)
                );
                CREATE INDEX plan_criterion_past_plan ON plan_criterion_past (authority, plan, id, sequence);
                INSERT INTO plan_criterion_past SELECT t.authority, t.id, 1, p.made_at, 0, t.plan, t.area,
                    t.action, t.position, t.label, t.text, t.kind, t.place, t.revision
                    FROM plan_criterion t JOIN plan p ON p.authority = t.authority AND p.id = t.plan;

                CREATE TABLE plan_area_item_past (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
                    plan INTEGER NOT NULL,
                    area INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    label TEXT,
                    text TEXT NOT NULL,
                    frequency TEXT,
                    sample_percent REAL,
                    quota_number INTEGER,
                    quota_per TEXT,
                    by_whom TEXT,
                    place TEXT,
                    PRIMARY KEY (authority, id, sequence)
                );
                CREATE INDEX plan_area_item_past_plan ON plan_area_item_past (authority, plan, id, sequence);
                INSERT INTO plan_area_item_past SELECT t.authority, t.id, 1, p.made_at, 0, t.plan, t.area,
                    t.position, t.kind, t.label, t.text, t.frequency, t.sample_percent, t.quota_number,
                    t.quota_per, t.by_whom, t.place
                    FROM plan_area_item t JOIN plan p ON p.authority = t.authority AND p.id = t.plan;

                -- Findings accepted and opened again, each as it was said.
                CREATE TABLE finding_acceptance_past (
                    authority INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    fingerprint TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
                    reason TEXT NOT NULL,
                    name TEXT NOT NULL,
                    accepted_at TEXT NOT NULL,
                    PRIMARY KEY (authority, plan, fingerprint, sequence)
                );
                INSERT INTO finding_acceptance_past
                    SELECT authority, plan, fingerprint, 1, at, 0, reason, name, at FROM finding_acceptance;

                -- A version as it was published: nothing of it changes. The snapshot is a stored
                -- file, and the hash is of its bytes.
                CREATE TABLE plan_version (
                    authority INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    approved_by TEXT NOT NULL,
                    approved_on TEXT NOT NULL,
                    approved_words TEXT,
                    published_at TEXT NOT NULL,
                    day TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    published_by TEXT NOT NULL,
                    snapshot INTEGER NOT NULL,
                    sha256 TEXT NOT NULL,
                    PRIMARY KEY (authority, plan, number),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    CHECK (number >= 1)
                );

                -- A newer document taken over a running plan, and what became of each row.
                CREATE TABLE plan_renewal (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    renewed_by TEXT NOT NULL,
                    version TEXT,
                    source_file INTEGER NOT NULL,
                    source_name TEXT NOT NULL,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id)
                );
                CREATE INDEX plan_renewal_plan ON plan_renewal (authority, plan, at);
                CREATE TABLE plan_renewal_row (
                    authority INTEGER NOT NULL,
                    renewal INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('area', 'action', 'criterion')),
                    record INTEGER NOT NULL,
                    outcome TEXT NOT NULL
                        CHECK (outcome IN ('same', 'added', 'theirs', 'ours', 'gone', 'kept')),
                    PRIMARY KEY (authority, renewal, kind, record),
                    FOREIGN KEY (authority, renewal) REFERENCES plan_renewal (authority, id)
                );
                CREATE INDEX plan_renewal_row_record ON plan_renewal_row (authority, kind, record);
                """)
    ]
}
