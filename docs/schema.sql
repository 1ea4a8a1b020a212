CREATE TABLE access_grant (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    account INTEGER NOT NULL,
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL CONSTRAINT access_grant_scope_kind
        CHECK (scope_kind IN ('authority', 'node', 'plan', 'sample')),
    scope_id INTEGER,
    from_day TEXT NOT NULL,
    until_day TEXT,
    given_by INTEGER,
    given TEXT NOT NULL,
    reason TEXT NOT NULL,
    ended TEXT,
    ended_by INTEGER,
    end_reason TEXT,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
    CONSTRAINT access_grant_scope CHECK ((scope_kind = 'authority') = (scope_id IS NULL)),
    CONSTRAINT access_grant_days CHECK (until_day IS NULL OR from_day <= until_day),
    CONSTRAINT access_grant_observer_ends CHECK (role <> 'observer' OR until_day IS NOT NULL)
) STRICT;

CREATE INDEX access_grant_account ON access_grant (authority, account);

CREATE TABLE account (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    email TEXT NOT NULL CONSTRAINT account_email_is_lower_case CHECK (email = lower(email)),
    name TEXT NOT NULL CONSTRAINT account_has_name CHECK (name <> ''),
    person INTEGER,
    
    password TEXT,
    created TEXT NOT NULL,
    last_signed_in TEXT,
    disabled TEXT,
    PRIMARY KEY (authority, id)
) STRICT;

CREATE UNIQUE INDEX account_email ON account (authority, email);

CREATE TABLE action_run (
    authority INTEGER NOT NULL,
    action INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    accountable_post INTEGER,
    accountable_person INTEGER,
    first_start TEXT,
    first_finish TEXT,
    first_finish_last TEXT,
    first_locked_at TEXT,
    dated_late INTEGER NOT NULL DEFAULT 0 CHECK (dated_late IN (0, 1)),
    slips INTEGER NOT NULL DEFAULT 0,
    updated_on TEXT,
    update_due TEXT,
    claim TEXT CHECK (claim IN ('blue', 'green', 'amber', 'red', 'grey')),
    has_begun INTEGER NOT NULL DEFAULT 0 CHECK (has_begun IN (0, 1)),
    forecast TEXT,
    closing TEXT NOT NULL DEFAULT 'open'
        CHECK (closing IN ('open', 'proposed', 'verified', 'closed')),
    closed_on TEXT,
    carried_from INTEGER,
    PRIMARY KEY (authority, action),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, accountable_post) REFERENCES post (authority, id),
    FOREIGN KEY (authority, accountable_person) REFERENCES person (authority, id),
    FOREIGN KEY (authority, carried_from) REFERENCES plan_action (authority, id),
    CHECK (accountable_post IS NULL OR accountable_person IS NULL),
    CHECK ((closing = 'closed') = (closed_on IS NOT NULL))
) STRICT;

CREATE INDEX action_run_person ON action_run (authority, accountable_person);

CREATE INDEX action_run_plan ON action_run (authority, plan);

CREATE INDEX action_run_post ON action_run (authority, accountable_post);

CREATE TABLE authority (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    is_example INTEGER NOT NULL CONSTRAINT authority_is_example CHECK (is_example IN (0, 1)),
    example_today TEXT,
    settings TEXT NOT NULL,
    salt BLOB,
    created TEXT NOT NULL
) STRICT;

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
) STRICT;

CREATE INDEX delegation_delegate ON delegation (authority, delegate);

CREATE TABLE event (
    authority INTEGER NOT NULL REFERENCES authority (id),
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor INTEGER,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    plan INTEGER,
    from_json TEXT,
    to_json TEXT,
    reason TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (authority, sequence)
) STRICT;

CREATE INDEX event_plan ON event (authority, plan, sequence);

CREATE INDEX event_subject ON event (authority, subject, subject_id, sequence);

CREATE TRIGGER event_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

CREATE TRIGGER event_not_updated BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TABLE finding_acceptance (
    authority INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    check_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    account INTEGER NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (authority, plan, fingerprint),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id)
) STRICT;

CREATE TABLE import_draft (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    account INTEGER NOT NULL,
    file INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    made_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    read_in_milliseconds INTEGER NOT NULL,
    options_json TEXT NOT NULL,
    edits_json TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id)
) STRICT;

CREATE INDEX import_draft_account ON import_draft (authority, account);

CREATE TABLE inspection (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    inspectorate TEXT NOT NULL,
    framework TEXT,
    began_on TEXT,
    ended_on TEXT,
    report_received_on TEXT,
    plan_due_on TEXT,
    inspectors_return_on TEXT,
    note TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    CHECK (ended_on IS NULL OR began_on IS NULL OR ended_on >= began_on)
) STRICT;

CREATE TABLE inspection_date (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    inspection INTEGER NOT NULL,
    what TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id)
) STRICT;

CREATE TABLE inspection_finding (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    inspection INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('finding', 'recommendation', 'strength')),
    standard TEXT,
    reference TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id)
) STRICT;

CREATE INDEX inspection_finding_inspection
    ON inspection_finding (authority, inspection, position);

CREATE TABLE journal_head (
    authority INTEGER NOT NULL PRIMARY KEY REFERENCES authority (id),
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE judgement (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    inspection INTEGER NOT NULL,
    position INTEGER NOT NULL,
    area TEXT NOT NULL,
    scale TEXT NOT NULL,
    grade TEXT,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id)
) STRICT;

CREATE TABLE migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;

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
) STRICT;

CREATE TABLE node (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id)
) STRICT;

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
) STRICT;

CREATE INDEX node_version_parent ON node_version (authority, parent);

CREATE TABLE one_time_link (
    authority INTEGER NOT NULL,
    token_hash TEXT NOT NULL,
    account INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT one_time_link_kind CHECK (kind IN ('invitation', 'reset')),
    drops_second_factor INTEGER NOT NULL
        CONSTRAINT one_time_link_drops CHECK (drops_second_factor IN (0, 1)),
    made TEXT NOT NULL,
    made_by INTEGER,
    expires TEXT NOT NULL,
    used TEXT,
    PRIMARY KEY (authority, token_hash),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE TABLE person (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    left_on TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, email)
) STRICT;

CREATE TABLE plan (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    version TEXT,
    dated TEXT,
    status TEXT,
    owners TEXT NOT NULL,
    update_frequency TEXT,
    base_year INTEGER,
    rest_json TEXT NOT NULL,
    node INTEGER,
    part_of INTEGER,
    follows INTEGER,
    inspection INTEGER,
    source_file INTEGER,
    source_name TEXT,
    made_at TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    FOREIGN KEY (authority, part_of) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, follows) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, inspection) REFERENCES inspection (authority, id),
    CHECK (part_of IS NULL OR part_of <> id),
    CHECK (follows IS NULL OR follows <> id)
) STRICT;

CREATE TABLE plan_action (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    area INTEGER NOT NULL,
    position INTEGER NOT NULL,
    label TEXT,
    reference TEXT,
    text TEXT NOT NULL,
    when_text TEXT,
    when_kind TEXT,
    start TEXT,
    finish TEXT,
    finish_last TEXT,
    claimed_status TEXT,
    see_also TEXT NOT NULL,
    place TEXT,
    lead_place TEXT,
    when_place TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id)
) STRICT;

CREATE INDEX plan_action_area ON plan_action (authority, area);

CREATE INDEX plan_action_plan ON plan_action (authority, plan, position);

CREATE TABLE plan_action_lead (
    authority INTEGER NOT NULL,
    action INTEGER NOT NULL,
    position INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    printed TEXT NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (authority, action, position),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id)
) STRICT;

CREATE INDEX plan_action_lead_name ON plan_action_lead (authority, name_key);

CREATE INDEX plan_action_lead_plan ON plan_action_lead (authority, plan);

CREATE TABLE plan_area (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    position INTEGER NOT NULL,
    reference TEXT,
    section TEXT,
    title TEXT NOT NULL,
    sources TEXT NOT NULL,
    place TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id)
) STRICT;

CREATE INDEX plan_area_plan ON plan_area (authority, plan, position);

CREATE TABLE plan_area_item (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    area INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'monitoring', 'evidence')),
    label TEXT,
    text TEXT NOT NULL,
    frequency TEXT,
    sample_percent REAL,
    quota_number INTEGER,
    quota_per TEXT,
    by_whom TEXT,
    place TEXT,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id)
) STRICT;

CREATE INDEX plan_area_item_plan ON plan_area_item (authority, plan, position);

CREATE TABLE plan_criterion (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    area INTEGER NOT NULL,
    action INTEGER,
    position INTEGER NOT NULL,
    label TEXT,
    text TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('success', 'progress', 'impact', 'outcome')),
    place TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id)
) STRICT;

CREATE INDEX plan_criterion_plan ON plan_criterion (authority, plan, position);

CREATE TABLE plan_run (
    authority INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    update_every_days INTEGER NOT NULL DEFAULT 28,
    update_words TEXT,
    first_update_due TEXT,
    blue_means TEXT,
    green_means TEXT,
    amber_means TEXT,
    red_means TEXT,
    grey_means TEXT,
    published_at TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, plan),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    CHECK (update_every_days BETWEEN 1 AND 366)
) STRICT;

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
) STRICT;

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
) STRICT;

CREATE INDEX post_holding_person ON post_holding (authority, person);

CREATE TABLE recovery_code (
    authority INTEGER NOT NULL,
    account INTEGER NOT NULL,
    hash TEXT NOT NULL,
    salt BLOB NOT NULL,
    used TEXT,
    PRIMARY KEY (authority, account, hash),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE TABLE second_factor (
    authority INTEGER NOT NULL,
    account INTEGER NOT NULL,
    secret BLOB NOT NULL,
    
    last_step INTEGER NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (authority, account),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE TABLE session (
    authority INTEGER NOT NULL,
    token_hash TEXT NOT NULL,
    id INTEGER NOT NULL,
    account INTEGER NOT NULL,
    form_secret TEXT NOT NULL,
    made TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    ended TEXT,
    
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    PRIMARY KEY (authority, token_hash),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE INDEX session_account ON session (authority, account, ended);

CREATE UNIQUE INDEX session_id ON session (authority, id);

CREATE TABLE sign_in_guess (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (authority, id, subject)
) STRICT;

CREATE INDEX sign_in_guess_subject ON sign_in_guess (authority, subject, at);

CREATE TABLE sign_in_step (
    authority INTEGER NOT NULL,
    token_hash TEXT NOT NULL,
    account INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT sign_in_step_kind CHECK (kind IN ('code', 'enrol')),
    secret BLOB,
    back TEXT NOT NULL,
    expires TEXT NOT NULL,
    PRIMARY KEY (authority, token_hash),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE TABLE site_secret (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE stored_file (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY (authority, id)
) STRICT;

CREATE TABLE stored_file_part (
    authority INTEGER NOT NULL,
    file INTEGER NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (authority, file, part),
    FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id) ON DELETE CASCADE
) STRICT;
