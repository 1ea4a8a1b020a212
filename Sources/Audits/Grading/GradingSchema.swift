import Storage

/// Audits of cases: who grades which, what they answered, what was moderated. Migration 72.
enum GradingSchema {
    static let migrations = [
        Migration(
            number: 72, name: "case audits",
            sql: """
                -- One reading of one case by one person. relation is what the person is to the case.
                CREATE TABLE case_audit (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    subject INTEGER NOT NULL,
                    leg TEXT NOT NULL CHECK (leg IN ('first', 'second')),
                    relation TEXT NOT NULL CHECK (relation IN ('self', 'line', 'independent')),
                    person INTEGER NOT NULL,
                    due_on TEXT NOT NULL,
                    assigned_at TEXT NOT NULL,
                    assigned_by INTEGER,
                    -- alone, or together with the worker: only 'alone' verifies.
                    mode TEXT NOT NULL DEFAULT 'alone' CHECK (mode IN ('alone', 'together')),
                    safe TEXT CHECK (safe IN ('yes', 'no', 'unsure')),
                    sent_at TEXT,
                    sent_by INTEGER,
                    -- Given to somebody else, with the reason; no longer counts.
                    ended_at TEXT,
                    ended_reason TEXT,
                    -- The overall grade, from 0 for the best, once sent.
                    grade INTEGER,
                    is_good INTEGER CHECK (is_good IN (0, 1)),
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );
                CREATE UNIQUE INDEX case_audit_one ON case_audit (authority, subject, leg)
                    WHERE ended_at IS NULL;
                CREATE INDEX case_audit_person ON case_audit (authority, person, sent_at);
                CREATE INDEX case_audit_round ON case_audit (authority, round, leg);

                -- What was saved, in the order of saving; of one question the last counts. value is a grade's code,
                -- yes, no, na, a count "3/5", a date, a choice or text; note says where on the file it stands, or why
                -- it is not applicable.
                CREATE TABLE audit_answer (
                    authority INTEGER NOT NULL,
                    audit INTEGER NOT NULL,
                    question TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    value TEXT NOT NULL,
                    note TEXT NOT NULL DEFAULT '',
                    at TEXT NOT NULL,
                    account INTEGER,
                    PRIMARY KEY (authority, audit, question, sequence),
                    FOREIGN KEY (authority, audit) REFERENCES case_audit (authority, id)
                );

                -- The marks of a sent audit, for counting. rank from 0 for the best; is_good null for not applicable.
                CREATE TABLE audit_mark (
                    authority INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    question TEXT NOT NULL,
                    leg TEXT NOT NULL CHECK (leg IN ('first', 'second')),
                    subject INTEGER NOT NULL,
                    value TEXT NOT NULL,
                    rank INTEGER,
                    is_good INTEGER CHECK (is_good IN (0, 1)),
                    numerator INTEGER,
                    denominator INTEGER,
                    PRIMARY KEY (authority, round, question, leg, subject),
                    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id)
                );

                -- A third grade, proposed by one and agreed by another; the two first are kept for ever.
                CREATE TABLE audit_moderation (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    subject INTEGER NOT NULL,
                    question TEXT NOT NULL,
                    value TEXT NOT NULL,
                    rank INTEGER,
                    is_good INTEGER CHECK (is_good IN (0, 1)),
                    reason TEXT NOT NULL,
                    proposed_by INTEGER NOT NULL,
                    proposed_at TEXT NOT NULL,
                    agreed_by INTEGER,
                    agreed_at TEXT,
                    refused_at TEXT,
                    refused_reason TEXT,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id),
                    FOREIGN KEY (authority, proposed_by) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, agreed_by) REFERENCES person (authority, id)
                );
                CREATE UNIQUE INDEX audit_moderation_one ON audit_moderation (authority, subject, question)
                    WHERE refused_at IS NULL;
                """)
    ]
}
