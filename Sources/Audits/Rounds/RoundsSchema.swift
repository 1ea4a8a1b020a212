import Storage

/// Rounds, their frames, their draws and the cases drawn. Migration 71.
enum RoundsSchema {
    static let migrations = [
        Migration(
            number: 71, name: "audit rounds",
            sql: """
                -- series is what rounds that ask the same again have in common; their results stand side by side.
                -- size_kind 'all' for a census. margin and percent are kept in tenths: 200 is 20 %, 50 is 5 points.
                -- node is the part of the organisation whose round it is.
                CREATE TABLE audit_round (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    series TEXT NOT NULL,
                    title TEXT NOT NULL,
                    question TEXT NOT NULL,
                    node INTEGER NOT NULL,
                    tool INTEGER NOT NULL,
                    tool_version INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN
                        ('census', 'simple', 'stratified', 'purposive', 'perPerson', 'perEvent')),
                    size_kind TEXT NOT NULL CHECK (size_kind IN ('all', 'number', 'percent', 'margin')),
                    size INTEGER NOT NULL,
                    stratum TEXT CHECK (stratum IN ('team', 'area', 'group')),
                    -- Who grades first: the holder, their supervisor or above, or somebody independent.
                    first TEXT NOT NULL CHECK (first IN ('self', 'line', 'independent')),
                    due_on TEXT NOT NULL,
                    verify_kind TEXT CHECK (verify_kind IN ('all', 'number', 'percent', 'margin')),
                    verify_size INTEGER,
                    verify_due_on TEXT,
                    -- By when each child who is not safe is assured; null for 24 hours, then 72 to the next level.
                    safety_due_on TEXT,
                    -- A standard is consistently met where this share of cases, in per cent, is good or better.
                    pass_share INTEGER NOT NULL DEFAULT 80,
                    -- No auditor is given more; null for no cap.
                    most_each INTEGER,
                    -- Cases audited in the last months are left out of the frame; null for no such rule.
                    rest_months INTEGER,
                    -- The round that this one draws anew or audits again, and why.
                    again_of INTEGER,
                    again_kind TEXT CHECK (again_kind IN ('redraw', 'reaudit')),
                    again_reason TEXT,
                    -- What the frame is a query of: 'file', or the key of a query on the loaded returns, its words,
                    -- and the day of the frame.
                    frame_source TEXT,
                    frame_words TEXT,
                    frame_on TEXT,
                    frame_count INTEGER,
                    frame_hash TEXT,
                    locked_at TEXT,
                    locked_by INTEGER,
                    -- First grading ends, verification ends: until then a verifier is barred from all of it.
                    first_closed_at TEXT,
                    closed_at TEXT,
                    closed_by INTEGER,
                    -- Why it was closed while second audits were missing, or before its verification.
                    closed_reason TEXT,
                    withdrawn_at TEXT,
                    withdrawn_reason TEXT,
                    -- What was done before Plumbline, taken in by file: no frame, no forms.
                    is_past INTEGER NOT NULL DEFAULT 0 CHECK (is_past IN (0, 1)),
                    made_at TEXT NOT NULL,
                    made_by INTEGER,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    FOREIGN KEY (authority, tool, tool_version)
                        REFERENCES audit_tool_version (authority, tool, version),
                    FOREIGN KEY (authority, again_of) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, made_by) REFERENCES account (authority, id)
                );
                CREATE INDEX audit_round_series ON audit_round (authority, series);

                -- The list that is drawn from. reference is what the case system calls the child, file or event.
                -- excluded is the reason why it is left out. holder and chair stand as the list writes them.
                CREATE TABLE audit_frame (
                    authority INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    reference TEXT NOT NULL,
                    holder TEXT NOT NULL DEFAULT '',
                    holder_person INTEGER,
                    chair TEXT NOT NULL DEFAULT '',
                    chair_person INTEGER,
                    team TEXT NOT NULL DEFAULT '',
                    node INTEGER,
                    area TEXT NOT NULL DEFAULT '',
                    grouping TEXT NOT NULL DEFAULT '',
                    event_on TEXT,
                    excluded TEXT,
                    PRIMARY KEY (authority, round, position),
                    UNIQUE (authority, round, reference),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, holder_person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, chair_person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );

                -- One draw of a frame, for the first grading or for verification. The product makes the seed.
                CREATE TABLE audit_draw (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    leg TEXT NOT NULL CHECK (leg IN ('first', 'second')),
                    seed TEXT NOT NULL,
                    frame_count INTEGER NOT NULL,
                    frame_hash TEXT NOT NULL,
                    size INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, round, leg),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
                );

                -- A case of the round, numbered in the order of its draw: "Case 12" wherever its reference is not shown.
                CREATE TABLE audit_case (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    stratum TEXT NOT NULL DEFAULT '',
                    -- Where it stands in the order of the frame's draw, from 1.
                    drawn INTEGER NOT NULL,
                    -- The same in the order of verification; null where it is not verified.
                    verified INTEGER,
                    -- Why it was taken out, and the case that came in its place.
                    replaced_reason TEXT,
                    replaced_at TEXT,
                    replaced_by INTEGER,
                    replacement INTEGER,
                    verify_replaced_reason TEXT,
                    -- Why the sample grew by it after the draw.
                    added_reason TEXT,
                    added_at TEXT,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, round, number),
                    UNIQUE (authority, round, position),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, round, position)
                        REFERENCES audit_frame (authority, round, position)
                );
                CREATE INDEX audit_case_round ON audit_case (authority, round, verified);
                -- Rotation asks which references of other rounds were audited.
                CREATE INDEX audit_frame_reference ON audit_frame (authority, reference);

                -- Who has looked at how a round goes or what it found: they grade nothing in it blind any more.
                CREATE TABLE audit_seen (
                    authority INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    person INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    PRIMARY KEY (authority, round, person),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );
                """)
    ]
}
