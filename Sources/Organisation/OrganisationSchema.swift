package import Storage

/// The tables of the organisation: a dated tree, people, posts and who holds them, and names mapped to them.
package enum OrganisationSchema {
    package static let migrations = [
        Migration(
            number: 10, name: "organisation",
            sql: """
                CREATE TABLE node (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id)
                );

                -- What a node was called, and where it hung, from one day until another.
                CREATE TABLE node_version (
                    authority INTEGER NOT NULL,
                    node INTEGER NOT NULL,
                    from_day TEXT NOT NULL,
                    until_day TEXT,
                    kind TEXT NOT NULL CHECK (kind IN ('authority', 'service', 'area', 'team')),
                    team_kind TEXT,
                    name TEXT NOT NULL,
                    parent INTEGER,
                    PRIMARY KEY (authority, node, from_day),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    FOREIGN KEY (authority, parent) REFERENCES node (authority, id),
                    CHECK (until_day IS NULL OR until_day >= from_day),
                    CHECK ((kind = 'authority') = (parent IS NULL))
                );
                CREATE INDEX node_version_parent ON node_version (authority, parent);

                -- Every last day here is the last day that still counts: left_on, ended_on, until_day.
                CREATE TABLE person (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    email TEXT,
                    left_on TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, email)
                );

                CREATE TABLE post (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    title TEXT NOT NULL,
                    node INTEGER,
                    reports_to INTEGER,
                    began_on TEXT,
                    ended_on TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    FOREIGN KEY (authority, reports_to) REFERENCES post (authority, id)
                );

                CREATE TABLE post_holding (
                    authority INTEGER NOT NULL,
                    post INTEGER NOT NULL,
                    person INTEGER NOT NULL,
                    from_day TEXT NOT NULL,
                    until_day TEXT,
                    PRIMARY KEY (authority, post, person, from_day),
                    FOREIGN KEY (authority, post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                    CHECK (until_day IS NULL OR until_day >= from_day)
                );
                CREATE INDEX post_holding_person ON post_holding (authority, person);

                -- A name as files print it, folded, and whom it means: mapped once, mends every row.
                CREATE TABLE name_mapping (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    name_key TEXT NOT NULL,
                    printed TEXT NOT NULL,
                    means TEXT NOT NULL CHECK (means IN ('person', 'post', 'node', 'body')),
                    person INTEGER,
                    post INTEGER,
                    node INTEGER,
                    PRIMARY KEY (authority, name_key),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    CHECK ((means = 'person') = (person IS NOT NULL)),
                    CHECK ((means = 'post') = (post IS NOT NULL)),
                    CHECK ((means = 'node') = (node IS NOT NULL))
                );
                """),
        Migration(
            number: 11, name: "delegation",
            sql: """
                -- Who acts, under their own name, for whoever holds a post or for a person.
                CREATE TABLE delegation (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    post INTEGER,
                    person INTEGER,
                    delegate INTEGER NOT NULL,
                    from_day TEXT NOT NULL,
                    until_day TEXT,
                    reason TEXT NOT NULL,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, delegate) REFERENCES person (authority, id),
                    CHECK ((post IS NULL) <> (person IS NULL)),
                    CHECK (person IS NULL OR person <> delegate),
                    CHECK (until_day IS NULL OR until_day >= from_day)
                );
                CREATE INDEX delegation_delegate ON delegation (authority, delegate);
                """),
    ]
}
