import Storage

/// The tables of guidance documents: one row for how each stands now, and beside it the facts that made it so.
enum GuidanceSchema {
    static let migrations = [
        Migration(
            number: 39, name: "guidance",
            sql: """
                -- How the newest version stands (stage), which one is in force (issued_version), and from which
                -- version on a reading counts (read_from). Written in one transaction with the facts below.
                CREATE TABLE guidance (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    kind TEXT NOT NULL
                        CHECK (kind IN ('guidance', 'letter', 'definition', 'protocol', 'form', 'other')),
                    title TEXT NOT NULL,
                    purpose TEXT NOT NULL,
                    accountable_post INTEGER,
                    accountable_person INTEGER,
                    stage TEXT NOT NULL DEFAULT 'draft'
                        CHECK (stage IN ('draft', 'approving', 'sentBack', 'approved', 'issued')),
                    version INTEGER NOT NULL DEFAULT 0,
                    waits_for INTEGER,
                    issued_version INTEGER,
                    read_from INTEGER,
                    review_due TEXT,
                    withdrawn_on TEXT,
                    made_at TEXT NOT NULL,
                    account INTEGER,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, accountable_post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, accountable_person) REFERENCES person (authority, id),
                    CHECK (accountable_post IS NULL OR accountable_person IS NULL),
                    CHECK ((stage = 'approving') = (waits_for IS NOT NULL)),
                    CHECK ((issued_version IS NULL) = (read_from IS NULL))
                );
                CREATE INDEX guidance_plan ON guidance (authority, plan);

                CREATE TABLE guidance_action (
                    authority INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    PRIMARY KEY (authority, guidance, action),
                    FOREIGN KEY (authority, guidance) REFERENCES guidance (authority, id),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id)
                );
                CREATE INDEX guidance_action_action ON guidance_action (authority, action);

                CREATE TABLE guidance_version (
                    authority INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    changed TEXT NOT NULL,
                    file INTEGER,
                    words TEXT,
                    link TEXT,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, guidance, version),
                    FOREIGN KEY (authority, guidance) REFERENCES guidance (authority, id),
                    FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id)
                );

                -- The bodies that were asked about a version, in their order.
                CREATE TABLE guidance_body (
                    authority INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    recorder_post INTEGER,
                    recorder_person INTEGER,
                    due_on TEXT NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, guidance, version, position),
                    FOREIGN KEY (authority, guidance, version)
                        REFERENCES guidance_version (authority, guidance, version),
                    FOREIGN KEY (authority, recorder_post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, recorder_person) REFERENCES person (authority, id),
                    CHECK ((recorder_post IS NULL) <> (recorder_person IS NULL))
                );

                CREATE TABLE guidance_decision (
                    authority INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
                    decided_on TEXT NOT NULL,
                    words TEXT NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER NOT NULL,
                    PRIMARY KEY (authority, guidance, version, position),
                    FOREIGN KEY (authority, guidance, version, position)
                        REFERENCES guidance_body (authority, guidance, version, position)
                );

                CREATE TABLE guidance_issue (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    issued_on TEXT NOT NULL,
                    read_by TEXT,
                    read_anew INTEGER NOT NULL CHECK (read_anew IN (0, 1)),
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, guidance, version)
                        REFERENCES guidance_version (authority, guidance, version)
                );
                CREATE INDEX guidance_issue_guidance ON guidance_issue (authority, guidance, version);

                CREATE TABLE guidance_issue_to (
                    authority INTEGER NOT NULL,
                    issue INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    node INTEGER,
                    post INTEGER,
                    person INTEGER,
                    PRIMARY KEY (authority, issue, position),
                    FOREIGN KEY (authority, issue) REFERENCES guidance_issue (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    FOREIGN KEY (authority, post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );

                CREATE TABLE guidance_reading (
                    authority INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    reader INTEGER NOT NULL,
                    read_on TEXT NOT NULL,
                    on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1)),
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, guidance, version, reader),
                    FOREIGN KEY (authority, guidance, version)
                        REFERENCES guidance_version (authority, guidance, version),
                    FOREIGN KEY (authority, reader) REFERENCES person (authority, id)
                );
                CREATE INDEX guidance_reading_reader ON guidance_reading (authority, reader);

                CREATE TABLE guidance_review (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    reviewed_on TEXT NOT NULL,
                    stands_until TEXT NOT NULL,
                    words TEXT NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, guidance, version)
                        REFERENCES guidance_version (authority, guidance, version)
                );
                CREATE INDEX guidance_review_guidance ON guidance_review (authority, guidance);

                CREATE TABLE guidance_withdrawal (
                    authority INTEGER NOT NULL,
                    guidance INTEGER NOT NULL,
                    withdrawn_on TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, guidance),
                    FOREIGN KEY (authority, guidance) REFERENCES guidance (authority, id)
                );
                """)
    ]
}
