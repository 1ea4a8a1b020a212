import Storage

enum ThreadSchema {
    static let migrations = [
        Migration(
            number: 43, name: "finding answered",
            sql: """
                -- Which area of a plan answers which finding of its inspection: the first link of the golden thread.
                -- A finding that is written anew keeps its identity, and so its areas.
                CREATE TABLE finding_answer (
                    authority INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    finding INTEGER NOT NULL,
                    area INTEGER NOT NULL,
                    PRIMARY KEY (authority, plan, finding, area),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id)
                );
                CREATE INDEX finding_answer_finding ON finding_answer (authority, finding);
                """)
    ]
}
