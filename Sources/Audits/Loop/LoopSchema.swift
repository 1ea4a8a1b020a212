import Storage

/// What follows from a round: actions, anomalies, practice notes, re-audits. Migration 74.
enum LoopSchema {
    static let migrations = [
        Migration(
            number: 74, name: "what follows from audits",
            sql: """
                -- kind 'case' is about one case; 'service' about practice; 'anomaly' goes to the line manager for a reply.
                -- leg says which reading it comes from: what a second reading found is not told before closing.
                CREATE TABLE audit_finding (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    subject INTEGER,
                    question TEXT,
                    kind TEXT NOT NULL CHECK (kind IN ('case', 'service', 'anomaly')),
                    leg TEXT NOT NULL CHECK (leg IN ('first', 'second')),
                    text TEXT NOT NULL,
                    owner INTEGER NOT NULL,
                    due_on TEXT NOT NULL,
                    -- The first day is kept for ever.
                    first_due_on TEXT NOT NULL,
                    made_at TEXT NOT NULL,
                    made_by INTEGER,
                    done TEXT,
                    done_on TEXT,
                    done_at TEXT,
                    done_by INTEGER,
                    -- Seen on the file by somebody else.
                    seen TEXT,
                    seen_at TEXT,
                    seen_by INTEGER,
                    reply TEXT,
                    replied_at TEXT,
                    replied_by INTEGER,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id),
                    FOREIGN KEY (authority, owner) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, made_by) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, done_by) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, seen_by) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, replied_by) REFERENCES person (authority, id)
                );
                CREATE INDEX audit_finding_owner ON audit_finding (authority, owner, done_at);
                CREATE INDEX audit_finding_round ON audit_finding (authority, round);

                -- Everything that was said of it, in order.
                CREATE TABLE audit_finding_fact (
                    authority INTEGER NOT NULL,
                    finding INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN
                        ('made', 'moved', 'done', 'notSeen', 'seen', 'replied')),
                    text TEXT NOT NULL DEFAULT '',
                    day TEXT,
                    person INTEGER,
                    at TEXT NOT NULL,
                    PRIMARY KEY (authority, finding, sequence),
                    FOREIGN KEY (authority, finding) REFERENCES audit_finding (authority, id)
                );

                -- When a round is to be audited again, where somebody said otherwise than three months after closing;
                -- due_on null where it is not to be, for that reason.
                CREATE TABLE audit_again (
                    authority INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    due_on TEXT,
                    reason TEXT NOT NULL,
                    set_at TEXT NOT NULL,
                    set_by INTEGER,
                    PRIMARY KEY (authority, round, set_at),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id)
                );

                -- What a standard asks of practice, for supervision.
                CREATE TABLE practice_note (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    standard TEXT NOT NULL,
                    text TEXT NOT NULL,
                    made_at TEXT NOT NULL,
                    made_by INTEGER,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, round, standard),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id)
                );

                -- The text of every revision.
                CREATE TABLE practice_note_text (
                    authority INTEGER NOT NULL,
                    note INTEGER NOT NULL,
                    revision INTEGER NOT NULL,
                    text TEXT NOT NULL,
                    at TEXT NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, note, revision),
                    FOREIGN KEY (authority, note) REFERENCES practice_note (authority, id)
                );

                CREATE TABLE note_discussed (
                    authority INTEGER NOT NULL,
                    note INTEGER NOT NULL,
                    person INTEGER NOT NULL,
                    discussed_on TEXT NOT NULL,
                    by_person INTEGER,
                    at TEXT NOT NULL,
                    PRIMARY KEY (authority, note, person, at),
                    FOREIGN KEY (authority, note) REFERENCES practice_note (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );
                """)
    ]
}
