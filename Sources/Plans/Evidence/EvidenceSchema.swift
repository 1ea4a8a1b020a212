import Storage

/// What shows that an action was done, who judged it, and what was taken back.
enum EvidenceSchema {
    static let migrations = [
        Migration(
            number: 36, name: "evidence",
            sql: """
                -- A file kept here, or the address of something kept elsewhere; never changed. What holds
                -- personal data about a child or family opens only to roles with case access, name and all.
                CREATE TABLE evidence (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    criterion INTEGER,
                    added_at TEXT NOT NULL,
                    added_on TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    name TEXT NOT NULL,
                    file INTEGER,
                    kind TEXT,
                    address TEXT,
                    shows TEXT NOT NULL,
                    dated_on TEXT NOT NULL,
                    is_personal INTEGER NOT NULL CHECK (is_personal IN (0, 1)),
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id),
                    CHECK ((file IS NULL) <> (address IS NULL)),
                    CHECK ((file IS NULL) = (kind IS NULL))
                );
                CREATE INDEX evidence_action ON evidence (authority, action, added_at);
                CREATE INDEX evidence_plan ON evidence (authority, plan, added_at);
                CREATE INDEX evidence_criterion ON evidence (authority, criterion);

                -- Judged once, by somebody independent; a new try is a new item.
                CREATE TABLE evidence_verdict (
                    authority INTEGER NOT NULL,
                    evidence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    judged_on TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER NOT NULL,
                    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
                    reason TEXT NOT NULL,
                    PRIMARY KEY (authority, evidence),
                    FOREIGN KEY (authority, evidence) REFERENCES evidence (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );

                CREATE TABLE evidence_withdrawal (
                    authority INTEGER NOT NULL,
                    evidence INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    withdrawn_on TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    reason TEXT NOT NULL,
                    PRIMARY KEY (authority, evidence),
                    FOREIGN KEY (authority, evidence) REFERENCES evidence (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );
                """)
    ]
}
