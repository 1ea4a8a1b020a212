import Storage

/// Rhythms of audits, reports, surveys and duties, and what fell due. Migration 76.
enum SchedulesSchema {
    static let migrations = [
        Migration(
            number: 76, name: "audit schedules",
            sql: """
                -- "Sample 20 % of conference minutes each month": amount 20, amount_kind percent, of "conference minutes",
                -- every month, by a post. Proposed from a plan's words until somebody confirms it.
                CREATE TABLE rhythm (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('sample', 'report', 'survey', 'duty')),
                    title TEXT NOT NULL,
                    amount INTEGER,
                    amount_kind TEXT CHECK (amount_kind IN ('number', 'percent')),
                    of_what TEXT NOT NULL DEFAULT '',
                    -- Each so many units of time, or each event of that name.
                    every INTEGER NOT NULL DEFAULT 1,
                    span TEXT NOT NULL CHECK (span IN ('week', 'month', 'quarter', 'halfYear', 'year', 'event')),
                    event TEXT,
                    -- True where each holder of the post does so many: "4 a month per group manager".
                    is_each INTEGER NOT NULL DEFAULT 0 CHECK (is_each IN (0, 1)),
                    doer_post INTEGER,
                    doer_person INTEGER,
                    doer_words TEXT NOT NULL DEFAULT '',
                    tool INTEGER,
                    node INTEGER,
                    -- The plan, and the part of it, whose words it comes from.
                    plan INTEGER,
                    source TEXT,
                    source_words TEXT,
                    starts_on TEXT,
                    confirmed_at TEXT,
                    confirmed_by INTEGER,
                    -- Not wanted, or no longer; with the reason.
                    ended_on TEXT,
                    ended_reason TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, plan, source),
                    FOREIGN KEY (authority, doer_post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, doer_person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, tool) REFERENCES audit_tool (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );

                -- One time that it falls due. natural_on is where the rhythm puts it, before month ends, holidays and
                -- people move it.
                CREATE TABLE occurrence (
                    authority INTEGER NOT NULL,
                    rhythm INTEGER NOT NULL,
                    natural_on TEXT NOT NULL,
                    -- 0 where one person does it; else the person of "each".
                    person INTEGER NOT NULL DEFAULT 0,
                    due_on TEXT NOT NULL,
                    moved_reason TEXT,
                    assigned INTEGER,
                    round INTEGER,
                    done_on TEXT,
                    done_at TEXT,
                    done_by INTEGER,
                    note TEXT,
                    missed_at TEXT,
                    chased_at TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, rhythm, natural_on, person),
                    FOREIGN KEY (authority, rhythm) REFERENCES rhythm (authority, id),
                    FOREIGN KEY (authority, assigned) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, done_by) REFERENCES person (authority, id)
                );
                CREATE INDEX occurrence_due ON occurrence (authority, due_on);
                """)
    ]
}
