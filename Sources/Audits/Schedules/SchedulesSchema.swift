import Storage

/// Rhythms of audits, reports, surveys and duties, and what fell due. Migration 76.
enum SchedulesSchema {
    static let migrations = [
        Migration(
            number: 76, name: "audit schedules",
            sql: """
                -- "Sample 20 % of conference minutes each month": amount 20, amount_kind percent, of "conference minutes",
                -- every month, by a post. A row without confirmed_at is a proposal that was not wanted.
                CREATE TABLE rhythm (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('sample', 'report', 'survey', 'duty')),
                    title TEXT NOT NULL,
                    amount INTEGER,
                    amount_kind TEXT CHECK (amount_kind IN ('number', 'percent')),
                    of_what TEXT NOT NULL DEFAULT '',
                    -- Each so many units of time from starts_on, or each event of that name.
                    every INTEGER NOT NULL DEFAULT 1,
                    span TEXT NOT NULL CHECK (span IN ('week', 'month', 'quarter', 'halfYear', 'year', 'event')),
                    event TEXT,
                    -- 1 where it falls on the last day of its months, however long they are.
                    month_end INTEGER NOT NULL DEFAULT 0 CHECK (month_end IN (0, 1)),
                    doer_post INTEGER,
                    doer_person INTEGER,
                    -- Or each holder of a post of that title: "4 a month per Group Manager".
                    each_title TEXT,
                    tool INTEGER,
                    -- The part of the organisation that it is of; null for the whole authority.
                    node INTEGER,
                    -- The plan, and the part of it, whose words it comes from.
                    plan INTEGER,
                    source TEXT,
                    source_place TEXT,
                    source_words TEXT,
                    starts_on TEXT,
                    -- The rhythm that this one goes on from, changed.
                    follows INTEGER,
                    confirmed_at TEXT,
                    confirmed_by INTEGER,
                    -- Not wanted, or no longer: its last day, and why.
                    ended_on TEXT,
                    ended_reason TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, plan, source),
                    FOREIGN KEY (authority, doer_post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, doer_person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, tool) REFERENCES audit_tool (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    FOREIGN KEY (authority, follows) REFERENCES rhythm (authority, id),
                    FOREIGN KEY (authority, confirmed_by) REFERENCES account (authority, id)
                );

                -- One time that it falls due. natural_on is where the rhythm puts it, before holidays and people move it.
                CREATE TABLE occurrence (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    rhythm INTEGER NOT NULL,
                    natural_on TEXT NOT NULL,
                    -- 0 where one person does it; else the person of "each".
                    person INTEGER NOT NULL DEFAULT 0,
                    -- Above 1 where an event came more than once on a day.
                    number INTEGER NOT NULL DEFAULT 1,
                    due_on TEXT NOT NULL,
                    moved_reason TEXT,
                    assigned INTEGER,
                    round INTEGER,
                    -- How many of the amount are done so far.
                    done_count INTEGER,
                    done_on TEXT,
                    done_at TEXT,
                    done_by INTEGER,
                    note TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, rhythm, natural_on, person, number),
                    FOREIGN KEY (authority, rhythm) REFERENCES rhythm (authority, id),
                    FOREIGN KEY (authority, assigned) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, done_by) REFERENCES account (authority, id)
                );
                CREATE INDEX occurrence_due ON occurrence (authority, due_on);
                """)
    ]
}
