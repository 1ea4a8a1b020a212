import Storage

/// Local returns: what is asked, of whom, and what was sent. Migrations 55 to 59.
enum LocalSchema {
    static let migrations = [returns, surveys, whys]

    private static let returns = Migration(
        number: 55, name: "local returns",
        sql: """
            CREATE TABLE local_return (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                -- Part of the key of its measures; never changed.
                key TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('units', 'feedback', 'survey')),
                template TEXT,
                ended_on TEXT,
                revision INTEGER NOT NULL DEFAULT 1,
                PRIMARY KEY (authority, id),
                UNIQUE (authority, key)
            );

            -- What a return is, from a day on. The latest of one day holds; none is changed.
            CREATE TABLE local_return_version (
                authority INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                number INTEGER NOT NULL,
                from_day TEXT NOT NULL,
                at TEXT NOT NULL,
                account INTEGER,
                name TEXT NOT NULL,
                purpose TEXT NOT NULL,
                rhythm TEXT NOT NULL
                    CHECK (rhythm IN ('week', 'fourWeeks', 'month', 'quarter', 'halfYear', 'year')),
                due_kind TEXT NOT NULL CHECK (due_kind IN ('weekday', 'working_day')),
                due_number INTEGER NOT NULL,
                grace INTEGER NOT NULL CHECK (grace BETWEEN 0 AND 20),
                least_answers INTEGER NOT NULL CHECK (least_answers >= 5),
                reason TEXT,
                PRIMARY KEY (authority, local_return, number),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id)
            );

            -- A question as it is asked from a day on. The latest of one day holds; none is changed.
            CREATE TABLE local_question (
                authority INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                key TEXT NOT NULL,
                number INTEGER NOT NULL,
                from_day TEXT NOT NULL,
                at TEXT NOT NULL,
                account INTEGER,
                position INTEGER NOT NULL,
                is_asked INTEGER NOT NULL CHECK (is_asked IN (0, 1)),
                kind TEXT NOT NULL
                    CHECK (kind IN (
                        'count', 'share', 'ratio', 'reasons', 'text', 'clearance', 'choice', 'themes')),
                words TEXT NOT NULL,
                of_words TEXT NOT NULL,
                definition TEXT NOT NULL,
                better TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'neither')),
                unit TEXT NOT NULL,
                -- Reasons or answers to choose from: [{"code", "words", "good"}].
                options TEXT NOT NULL,
                balance_in TEXT,
                balance_out TEXT,
                reason TEXT,
                PRIMARY KEY (authority, local_return, key, number),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
                CHECK ((balance_in IS NULL) = (balance_out IS NULL))
            );

            CREATE TABLE local_sender (
                authority INTEGER NOT NULL,
                id INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                node INTEGER NOT NULL,
                -- Both empty where whoever manages the unit sends.
                post INTEGER,
                person INTEGER,
                from_day TEXT NOT NULL,
                until_day TEXT,
                PRIMARY KEY (authority, id),
                UNIQUE (authority, local_return, node, from_day),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
                FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                FOREIGN KEY (authority, post) REFERENCES post (authority, id),
                FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                CHECK (post IS NULL OR person IS NULL),
                CHECK (until_day IS NULL OR until_day >= from_day)
            );

            -- What one unit sent for one period. A correction is a further vintage with its reason.
            CREATE TABLE local_sent (
                authority INTEGER NOT NULL,
                id INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                node INTEGER NOT NULL,
                period_end TEXT NOT NULL,
                number INTEGER NOT NULL CHECK (number >= 1),
                at TEXT NOT NULL,
                on_day TEXT NOT NULL,
                account INTEGER,
                by_name TEXT NOT NULL,
                is_nil INTEGER NOT NULL CHECK (is_nil IN (0, 1)),
                source TEXT NOT NULL CHECK (source IN ('page', 'file')),
                reason TEXT,
                PRIMARY KEY (authority, id),
                UNIQUE (authority, local_return, node, period_end, number),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
                FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                CHECK ((number = 1) = (reason IS NULL))
            );
            CREATE INDEX local_sent_period ON local_sent (authority, local_return, period_end);

            CREATE TABLE local_answer (
                authority INTEGER NOT NULL,
                sent INTEGER NOT NULL,
                question TEXT NOT NULL,
                count INTEGER CHECK (count >= 0),
                base INTEGER CHECK (base >= 0),
                -- {"code": count}
                reasons TEXT,
                words TEXT,
                note TEXT,
                PRIMARY KEY (authority, sent, question),
                FOREIGN KEY (authority, sent) REFERENCES local_sent (authority, id)
            );
            """)

    private static let surveys = Migration(
        number: 56, name: "feedback and surveys",
        sql: """
            -- What one family said, as somebody entered it. No name and no case.
            CREATE TABLE local_feedback (
                authority INTEGER NOT NULL,
                id INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                node INTEGER NOT NULL,
                period_end TEXT NOT NULL,
                at TEXT NOT NULL,
                account INTEGER NOT NULL,
                how TEXT NOT NULL CHECK (how IN ('paper', 'spoken', 'online')),
                words TEXT,
                withdrawn_at TEXT,
                withdrawn_because TEXT,
                PRIMARY KEY (authority, id),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
                FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
            );
            CREATE INDEX local_feedback_period ON local_feedback (authority, local_return, period_end);

            CREATE TABLE local_feedback_choice (
                authority INTEGER NOT NULL,
                feedback INTEGER NOT NULL,
                question TEXT NOT NULL,
                code TEXT NOT NULL,
                PRIMARY KEY (authority, feedback, question, code),
                FOREIGN KEY (authority, feedback) REFERENCES local_feedback (authority, id)
            );

            -- How many people of a unit a survey was sent to.
            CREATE TABLE local_survey_invited (
                authority INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                period_end TEXT NOT NULL,
                node INTEGER NOT NULL,
                invited INTEGER NOT NULL CHECK (invited >= 0),
                PRIMARY KEY (authority, local_return, period_end, node),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
                FOREIGN KEY (authority, node) REFERENCES node (authority, id)
            );

            -- That somebody has answered, and nothing else: not what, not when, not for which unit.
            CREATE TABLE local_survey_answered (
                authority INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                period_end TEXT NOT NULL,
                account INTEGER NOT NULL,
                PRIMARY KEY (authority, local_return, period_end, account),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id)
            ) WITHOUT ROWID;

            -- How often each answer was given in a unit. There is no row for one person's answers.
            CREATE TABLE local_survey_tally (
                authority INTEGER NOT NULL,
                local_return INTEGER NOT NULL,
                period_end TEXT NOT NULL,
                node INTEGER NOT NULL,
                question TEXT NOT NULL,
                code TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count >= 0),
                PRIMARY KEY (authority, local_return, period_end, node, question, code),
                FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
                FOREIGN KEY (authority, node) REFERENCES node (authority, id)
            ) WITHOUT ROWID;
            """)

    private static let whys = Migration(
        number: 57, name: "questions about figures",
        sql: """
            -- Why is this figure as it is? Asked of somebody by name, to be answered by a day.
            CREATE TABLE figure_question (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                measure TEXT NOT NULL,
                measure_name TEXT NOT NULL,
                period_end TEXT NOT NULL,
                node INTEGER,
                signal TEXT NOT NULL,
                words TEXT NOT NULL,
                asked_at TEXT NOT NULL,
                asked_on TEXT NOT NULL,
                asked_account INTEGER NOT NULL,
                asked_by TEXT NOT NULL,
                asked_of INTEGER NOT NULL,
                answer_by TEXT NOT NULL,
                PRIMARY KEY (authority, id),
                FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                FOREIGN KEY (authority, asked_of) REFERENCES person (authority, id)
            );
            CREATE INDEX figure_question_person ON figure_question (authority, asked_of);

            -- What was answered; a later answer adds to it and changes nothing.
            CREATE TABLE figure_answer (
                authority INTEGER NOT NULL,
                question INTEGER NOT NULL,
                number INTEGER NOT NULL,
                at TEXT NOT NULL,
                on_day TEXT NOT NULL,
                account INTEGER NOT NULL,
                by_name TEXT NOT NULL,
                words TEXT NOT NULL,
                -- What will be done, where something will.
                action_words TEXT,
                PRIMARY KEY (authority, question, number),
                FOREIGN KEY (authority, question) REFERENCES figure_question (authority, id)
            );
            """)
}
