import Storage

/// The open cases of the latest file, for work lists and caseloads. Migrations 65 to 69.
enum CasesSchema {
    static let migrations = [
        Migration(
            number: 65, name: "open cases",
            sql: """
                -- The file that the lists are of. They are made anew from each, and hold no history of a child.
                CREATE TABLE case_list (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    file INTEGER NOT NULL,
                    as_at TEXT NOT NULL,
                    kept_at TEXT NOT NULL,
                    PRIMARY KEY (authority)
                );

                -- number is the child's place in the file; reference is what the case system calls the child.
                CREATE TABLE case_child (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    number INTEGER NOT NULL,
                    reference TEXT NOT NULL,
                    PRIMARY KEY (authority, number)
                );

                CREATE TABLE case_open (
                    authority INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    status TEXT NOT NULL CHECK (status IN
                        ('lookedAfter', 'protection', 'need', 'assessment', 'careLeaver')),
                    team TEXT NOT NULL,
                    node INTEGER,
                    worker TEXT NOT NULL,
                    worker_key TEXT NOT NULL,
                    is_allocated INTEGER NOT NULL CHECK (is_allocated IN (0, 1)),
                    since TEXT,
                    last_seen TEXT,
                    enquiries INTEGER NOT NULL,
                    PRIMARY KEY (authority, number),
                    FOREIGN KEY (authority, number) REFERENCES case_child (authority, number),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );
                CREATE INDEX case_open_node ON case_open (authority, node, worker_key);

                CREATE TABLE case_clock (
                    authority INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    trigger_on TEXT NOT NULL,
                    due_on TEXT NOT NULL,
                    team TEXT NOT NULL,
                    node INTEGER,
                    worker TEXT NOT NULL,
                    worker_key TEXT NOT NULL,
                    is_allocated INTEGER NOT NULL CHECK (is_allocated IN (0, 1)),
                    PRIMARY KEY (authority, number, sequence),
                    FOREIGN KEY (authority, number) REFERENCES case_child (authority, number),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );
                CREATE INDEX case_clock_due ON case_clock (authority, due_on);

                -- How many clocks ran and how many were late on the day of each file; node 0 where the team of the
                -- file is not one of ours. No child in it.
                CREATE TABLE case_count (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    as_at TEXT NOT NULL,
                    node INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    running INTEGER NOT NULL,
                    late INTEGER NOT NULL,
                    PRIMARY KEY (authority, as_at, node, kind)
                );

                -- What the authority has set for its case lists; the latest holds. Points are whole numbers.
                CREATE TABLE case_setting (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    number INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    points_care INTEGER NOT NULL,
                    points_protection INTEGER NOT NULL,
                    points_need INTEGER NOT NULL,
                    points_assessment INTEGER NOT NULL,
                    points_leaver INTEGER NOT NULL,
                    points_enquiry INTEGER NOT NULL,
                    most_cases INTEGER NOT NULL,
                    most_points INTEGER NOT NULL,
                    most_workers INTEGER NOT NULL,
                    protection_visit_days INTEGER NOT NULL,
                    need_visit_days INTEGER NOT NULL,
                    PRIMARY KEY (authority, number),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
                );
                """)
    ]
}
