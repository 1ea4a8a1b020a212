import Storage

/// What rounds found, counted, and what others found. Migration 77.
enum ResultsSchema {
    static let migrations = [
        Migration(
            number: 77, name: "results of audit rounds",
            sql: """
                -- The marks of a closed round, counted when it closed, so that a page need not count them again. A row
                -- is so many cases with one answer of the first reader beside one of the second; null where that
                -- reader gave none. question is a key of the tool's, '.safe', or '.returned', whose
                -- first says leg, due day and the hour of sending. closed_at is the round's: rows of
                -- another closing do not count. A past round that was taken in by file has these rows alone.
                CREATE TABLE audit_tally (
                    authority INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    closed_at TEXT NOT NULL,
                    -- Each unit's counts, and those of the whole round, which a page reads first.
                    level TEXT NOT NULL DEFAULT 'whole' CHECK (level IN ('whole', 'unit')),
                    number INTEGER NOT NULL,
                    question TEXT NOT NULL,
                    first TEXT,
                    second TEXT,
                    stratum TEXT NOT NULL DEFAULT '',
                    team TEXT NOT NULL DEFAULT '',
                    area TEXT NOT NULL DEFAULT '',
                    grouping TEXT NOT NULL DEFAULT '',
                    node INTEGER,
                    cases INTEGER NOT NULL,
                    -- Of questions "how many of how many": added up over the cases of the row.
                    first_numerator INTEGER NOT NULL DEFAULT 0,
                    first_denominator INTEGER NOT NULL DEFAULT 0,
                    second_numerator INTEGER NOT NULL DEFAULT 0,
                    second_denominator INTEGER NOT NULL DEFAULT 0,
                    PRIMARY KEY (authority, round, closed_at, level, number),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id)
                );

                -- What somebody else found, set beside a round. is_random 0 where nobody can say that it was drawn.
                CREATE TABLE audit_outside (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    who TEXT NOT NULL,
                    found_on TEXT NOT NULL,
                    what TEXT NOT NULL,
                    -- Which figure of the round it is set beside: '.safe' or '.overall'.
                    question TEXT NOT NULL CHECK (question IN ('.safe', '.overall')),
                    found INTEGER NOT NULL,
                    looked_at INTEGER NOT NULL,
                    is_random INTEGER NOT NULL CHECK (is_random IN (0, 1)),
                    at TEXT NOT NULL,
                    account INTEGER,
                    withdrawn_at TEXT,
                    withdrawn_by INTEGER,
                    withdrawn_reason TEXT,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    CHECK (found >= 0 AND looked_at >= found AND looked_at >= 1)
                );
                CREATE INDEX audit_outside_round ON audit_outside (authority, round);
                """)
    ]
}
