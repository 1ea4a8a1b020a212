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

CREATE TABLE action_accountable (
    authority INTEGER NOT NULL,
    action INTEGER NOT NULL,
    number INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    name TEXT NOT NULL,
    accountable_post INTEGER,
    accountable_person INTEGER,
    words TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (authority, action, number),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
    FOREIGN KEY (authority, accountable_post) REFERENCES post (authority, id),
    FOREIGN KEY (authority, accountable_person) REFERENCES person (authority, id),
    CHECK ((accountable_post IS NULL) <> (accountable_person IS NULL))
) STRICT;

CREATE INDEX action_accountable_plan ON action_accountable (authority, plan, at);

CREATE TABLE action_date (
    authority INTEGER NOT NULL,
    action INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    start TEXT,
    finish TEXT NOT NULL,
    finish_last TEXT NOT NULL,
    printed TEXT NOT NULL,
    dated_late INTEGER NOT NULL CHECK (dated_late IN (0, 1)),
    reason TEXT,
    approver TEXT,
    approved_on TEXT,
    request INTEGER,
    carried_from INTEGER,
    at TEXT NOT NULL,
    account INTEGER,
    person INTEGER,
    PRIMARY KEY (authority, action, sequence),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, request) REFERENCES date_request (authority, id),
    FOREIGN KEY (authority, carried_from) REFERENCES plan_action (authority, id),
    CHECK (sequence >= 1),
    CHECK ((sequence = 1) = (reason IS NULL)),
    CHECK ((sequence = 1) = (approver IS NULL))
) STRICT;

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

CREATE TABLE action_step (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    action INTEGER NOT NULL,
    text TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT,
    done_by INTEGER,
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, id, revision),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, done_by) REFERENCES account (authority, id),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
    CHECK ((done_on IS NULL) = (done_by IS NULL))
) STRICT;

CREATE INDEX action_step_action ON action_step (authority, action);

CREATE INDEX action_step_plan ON action_step (authority, plan);

CREATE TABLE action_update (
    authority INTEGER NOT NULL,
    action INTEGER NOT NULL,
    number INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    at TEXT NOT NULL,
    given_on TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    name TEXT NOT NULL,
    given_as TEXT NOT NULL CHECK (given_as IN ('own', 'delegate', 'keeper')),
    given_for TEXT,
    done TEXT NOT NULL,
    in_the_way TEXT,
    claim TEXT NOT NULL CHECK (claim IN ('blue', 'green', 'amber', 'red', 'grey')),
    has_begun INTEGER NOT NULL CHECK (has_begun IN (0, 1)),
    forecast TEXT,
    due_on TEXT,
    missed INTEGER NOT NULL,
    PRIMARY KEY (authority, action, number),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE INDEX action_update_plan ON action_update (authority, plan, at);

CREATE TABLE action_wait (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    action INTEGER NOT NULL,
    waits_for INTEGER NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    ended_at TEXT,
    ended_by INTEGER,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, waits_for) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
    FOREIGN KEY (authority, ended_by) REFERENCES account (authority, id),
    CHECK (action <> waits_for),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE INDEX action_wait_action ON action_wait (authority, action);

CREATE INDEX action_wait_for ON action_wait (authority, waits_for);

CREATE TABLE audit_again (
    authority INTEGER NOT NULL,
    round INTEGER NOT NULL,
    due_on TEXT,
    reason TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by INTEGER,
    PRIMARY KEY (authority, round, set_at),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id)
) STRICT;

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
) STRICT;

CREATE TABLE audit_case (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    stratum TEXT NOT NULL DEFAULT '',
    
    drawn INTEGER NOT NULL,
    
    verified INTEGER,
    
    replaced_reason TEXT,
    replaced_at TEXT,
    replaced_by INTEGER,
    replacement INTEGER,
    verify_replaced_reason TEXT,
    
    added_reason TEXT,
    added_at TEXT,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, round, number),
    UNIQUE (authority, round, position),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
    FOREIGN KEY (authority, round, position)
        REFERENCES audit_frame (authority, round, position)
) STRICT;

CREATE INDEX audit_case_round ON audit_case (authority, round, verified);

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
) STRICT;

CREATE TABLE audit_finding (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    subject INTEGER,
    question TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('case', 'service', 'anomaly')),
    leg TEXT NOT NULL CHECK (leg IN ('first', 'second')),
    text TEXT NOT NULL,
    owner INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    
    first_due_on TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by INTEGER,
    done TEXT,
    done_on TEXT,
    done_at TEXT,
    done_by INTEGER,
    
    seen TEXT,
    seen_at TEXT,
    seen_by INTEGER,
    reply TEXT,
    replied_at TEXT,
    replied_by INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id),
    FOREIGN KEY (authority, owner) REFERENCES person (authority, id),
    FOREIGN KEY (authority, made_by) REFERENCES person (authority, id),
    FOREIGN KEY (authority, done_by) REFERENCES person (authority, id),
    FOREIGN KEY (authority, seen_by) REFERENCES person (authority, id),
    FOREIGN KEY (authority, replied_by) REFERENCES person (authority, id)
) STRICT;

CREATE INDEX audit_finding_owner ON audit_finding (authority, owner, done_at);

CREATE INDEX audit_finding_round ON audit_finding (authority, round);

CREATE TABLE audit_finding_fact (
    authority INTEGER NOT NULL,
    finding INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('made', 'moved', 'done', 'notSeen', 'seen', 'replied')),
    text TEXT NOT NULL DEFAULT '',
    day TEXT,
    person INTEGER,
    at TEXT NOT NULL,
    PRIMARY KEY (authority, finding, sequence),
    FOREIGN KEY (authority, finding) REFERENCES audit_finding (authority, id)
) STRICT;

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
) STRICT;

CREATE INDEX audit_frame_reference ON audit_frame (authority, reference);

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
) STRICT;

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
) STRICT;

CREATE UNIQUE INDEX audit_moderation_one ON audit_moderation (authority, subject, question)
    WHERE refused_at IS NULL;

CREATE TABLE audit_outside (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    who TEXT NOT NULL,
    found_on TEXT NOT NULL,
    what TEXT NOT NULL,
    
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
) STRICT;

CREATE INDEX audit_outside_round ON audit_outside (authority, round);

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
    
    first TEXT NOT NULL CHECK (first IN ('self', 'line', 'independent')),
    due_on TEXT NOT NULL,
    verify_kind TEXT CHECK (verify_kind IN ('all', 'number', 'percent', 'margin')),
    verify_size INTEGER,
    verify_due_on TEXT,
    
    safety_due_on TEXT,
    
    pass_share INTEGER NOT NULL DEFAULT 80,
    
    most_each INTEGER,
    
    rest_months INTEGER,
    
    again_of INTEGER,
    again_kind TEXT CHECK (again_kind IN ('redraw', 'reaudit')),
    again_reason TEXT,
    
    
    frame_source TEXT,
    frame_words TEXT,
    frame_on TEXT,
    frame_count INTEGER,
    frame_hash TEXT,
    locked_at TEXT,
    locked_by INTEGER,
    
    first_closed_at TEXT,
    closed_at TEXT,
    closed_by INTEGER,
    
    closed_reason TEXT,
    withdrawn_at TEXT,
    withdrawn_reason TEXT,
    
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
) STRICT;

CREATE INDEX audit_round_series ON audit_round (authority, series);

CREATE TABLE audit_seen (
    authority INTEGER NOT NULL,
    round INTEGER NOT NULL,
    person INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (authority, round, person),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE TABLE audit_tally (
    authority INTEGER NOT NULL,
    round INTEGER NOT NULL,
    closed_at TEXT NOT NULL,
    
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
    
    first_numerator INTEGER NOT NULL DEFAULT 0,
    first_denominator INTEGER NOT NULL DEFAULT 0,
    second_numerator INTEGER NOT NULL DEFAULT 0,
    second_denominator INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (authority, round, closed_at, level, number),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id)
) STRICT;

CREATE TABLE audit_tool (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    shipped TEXT,
    retired_at TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id)
) STRICT;

CREATE TABLE audit_tool_version (
    authority INTEGER NOT NULL,
    tool INTEGER NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    content TEXT NOT NULL,
    
    standards INTEGER NOT NULL DEFAULT 0,
    questions INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    account INTEGER,
    
    issued_at TEXT,
    PRIMARY KEY (authority, tool, version),
    FOREIGN KEY (authority, tool) REFERENCES audit_tool (authority, id),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE TABLE authority (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    is_example INTEGER NOT NULL CONSTRAINT authority_is_example CHECK (is_example IN (0, 1)),
    example_today TEXT,
    settings TEXT NOT NULL,
    salt BLOB,
    created TEXT NOT NULL
) STRICT;

CREATE TABLE board_duty (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    body TEXT NOT NULL,
    person INTEGER NOT NULL,
    duty TEXT NOT NULL CHECK (duty IN ('chair', 'secretary', 'member')),
    from_day TEXT NOT NULL,
    until_day TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
    CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;

CREATE INDEX board_duty_person ON board_duty (authority, person);

CREATE INDEX board_duty_plan ON board_duty (authority, plan);

CREATE TABLE calendar_feed (
    authority INTEGER NOT NULL REFERENCES authority (id),
    token_hash TEXT NOT NULL,
    account INTEGER NOT NULL,
    made TEXT NOT NULL,
    revoked TEXT,
    PRIMARY KEY (authority, token_hash),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE INDEX calendar_feed_account ON calendar_feed (authority, account);

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
    
    mode TEXT NOT NULL DEFAULT 'alone' CHECK (mode IN ('alone', 'together')),
    safe TEXT CHECK (safe IN ('yes', 'no', 'unsure')),
    sent_at TEXT,
    sent_by INTEGER,
    
    ended_at TEXT,
    ended_reason TEXT,
    
    grade INTEGER,
    is_good INTEGER CHECK (is_good IN (0, 1)),
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE UNIQUE INDEX case_audit_one ON case_audit (authority, subject, leg)
    WHERE ended_at IS NULL;

CREATE INDEX case_audit_person ON case_audit (authority, person, sent_at);

CREATE INDEX case_audit_round ON case_audit (authority, round, leg);

CREATE TABLE case_child (
    authority INTEGER NOT NULL REFERENCES authority (id),
    number INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (authority, number)
) STRICT;

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
) STRICT;

CREATE INDEX case_clock_due ON case_clock (authority, due_on);

CREATE TABLE case_count (
    authority INTEGER NOT NULL REFERENCES authority (id),
    as_at TEXT NOT NULL,
    node INTEGER NOT NULL,
    kind TEXT NOT NULL,
    running INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (authority, as_at, node, kind)
) STRICT;

CREATE TABLE case_list (
    authority INTEGER NOT NULL REFERENCES authority (id),
    file INTEGER NOT NULL,
    as_at TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (authority)
) STRICT;

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
) STRICT;

CREATE INDEX case_open_node ON case_open (authority, node, worker_key);

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
) STRICT;

CREATE TABLE closing (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    action INTEGER NOT NULL,
    number INTEGER NOT NULL,
    proposed_at TEXT NOT NULL,
    proposed_on TEXT NOT NULL,
    proposed_account INTEGER NOT NULL,
    proposed_by INTEGER NOT NULL,
    acted_for TEXT,
    done_on TEXT NOT NULL,
    different TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_on TEXT,
    withdrawn_account INTEGER,
    withdrawn_because TEXT,
    verified_at TEXT,
    verified_on TEXT,
    verified_account INTEGER,
    verified_by INTEGER,
    verdict TEXT CHECK (verdict IN ('accepted', 'rejected')),
    verdict_because TEXT,
    decided_at TEXT,
    decided_on TEXT,
    decided_account INTEGER,
    decided_by INTEGER,
    body TEXT,
    duty TEXT,
    met_on TEXT,
    decision TEXT CHECK (decision IN ('closed', 'not closed')),
    decision_words TEXT,
    present TEXT,
    reopened_at TEXT,
    reopened_on TEXT,
    reopened_account INTEGER,
    reopened_because TEXT,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, action, number),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, proposed_by) REFERENCES person (authority, id),
    FOREIGN KEY (authority, verified_by) REFERENCES person (authority, id),
    FOREIGN KEY (authority, decided_by) REFERENCES person (authority, id),
    CHECK ((verified_at IS NULL) = (verdict IS NULL)),
    CHECK ((decided_at IS NULL) = (decision IS NULL)),
    CHECK (withdrawn_at IS NULL OR verified_at IS NULL),
    CHECK (decision IS NULL OR verdict = 'accepted'),
    CHECK (reopened_at IS NULL OR decision = 'closed'),
    CHECK (verified_by <> proposed_by),
    CHECK (decided_by <> proposed_by AND decided_by <> verified_by)
) STRICT;

CREATE INDEX closing_plan ON closing (authority, plan, proposed_at);

CREATE TABLE cohort (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    node INTEGER NOT NULL,
    list_words TEXT NOT NULL,
    list_on TEXT NOT NULL,
    
    look_after_months INTEGER NOT NULL DEFAULT 3,
    
    whole INTEGER,
    after_on TEXT,
    after_count INTEGER,
    after_whole INTEGER,
    made_at TEXT NOT NULL,
    made_by INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
) STRICT;

CREATE TABLE cohort_child (
    authority INTEGER NOT NULL,
    cohort INTEGER NOT NULL,
    number INTEGER NOT NULL,
    reference TEXT NOT NULL,
    holder TEXT NOT NULL DEFAULT '',
    holder_person INTEGER,
    team TEXT NOT NULL DEFAULT '',
    node INTEGER,
    
    due_on TEXT,
    first_due_on TEXT,
    decision TEXT CHECK (decision IN ('continue', 'end', 'other')),
    decided_on TEXT,
    decided_by TEXT,
    why TEXT,
    recorded_at TEXT,
    recorded_by INTEGER,
    look_on TEXT,
    looked_at TEXT,
    looked_by INTEGER,
    looked TEXT CHECK (looked IN ('right', 'again')),
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, cohort, number),
    UNIQUE (authority, cohort, reference),
    FOREIGN KEY (authority, cohort) REFERENCES cohort (authority, id),
    FOREIGN KEY (authority, holder_person) REFERENCES person (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
) STRICT;

CREATE INDEX cohort_child_due ON cohort_child (authority, due_on);

CREATE TABLE cohort_fact (
    authority INTEGER NOT NULL,
    cohort INTEGER NOT NULL,
    number INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('moved', 'decided', 'looked')),
    text TEXT NOT NULL,
    day TEXT,
    at TEXT NOT NULL,
    account INTEGER,
    PRIMARY KEY (authority, cohort, number, sequence),
    FOREIGN KEY (authority, cohort, number)
        REFERENCES cohort_child (authority, cohort, number)
) STRICT;

CREATE TABLE comparator_figure (
    authority INTEGER NOT NULL,
    upload INTEGER NOT NULL,
    number INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('own', 'neighbour', 'england')),
    measure TEXT NOT NULL,
    year TEXT NOT NULL,
    value TEXT,
    numerator INTEGER,
    denominator INTEGER,
    PRIMARY KEY (authority, upload, number),
    FOREIGN KEY (authority, upload) REFERENCES comparator_upload (authority, id)
) STRICT;

CREATE INDEX comparator_figure_measure ON comparator_figure (authority, measure, year);

CREATE TABLE comparator_upload (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    set_name TEXT NOT NULL,
    set_version TEXT NOT NULL,
    source TEXT NOT NULL,
    withdrawn_at TEXT,
    PRIMARY KEY (authority, id)
) STRICT;

CREATE TABLE criterion_agreement (
    authority INTEGER NOT NULL,
id INTEGER NOT NULL,
plan INTEGER NOT NULL,
criterion INTEGER NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
person INTEGER,
    baseline INTEGER,
    target INTEGER,
    decision TEXT NOT NULL CHECK (decision IN ('agreed', 'declined')),
    body TEXT NOT NULL,
    day TEXT NOT NULL,
    words TEXT,
    PRIMARY KEY (authority, id),
UNIQUE (authority, criterion, number),
FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, baseline) REFERENCES criterion_baseline (authority, id),
    FOREIGN KEY (authority, target) REFERENCES criterion_target (authority, id),
    UNIQUE (authority, baseline),
    UNIQUE (authority, target),
    CHECK ((baseline IS NULL) = (target IS NOT NULL))
) STRICT;

CREATE INDEX criterion_agreement_plan ON criterion_agreement (authority, plan, criterion);

CREATE TABLE criterion_audit (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    criterion INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    question TEXT,
    name TEXT,
    reason TEXT,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, criterion, number),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    CHECK ((question IS NULL) = (name IS NULL))
) STRICT;

CREATE INDEX criterion_audit_plan ON criterion_audit (authority, plan, criterion);

CREATE TABLE criterion_audit_round (
    authority INTEGER NOT NULL,
    criterion INTEGER NOT NULL,
    number INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    at TEXT NOT NULL,
    question TEXT NOT NULL,
    round TEXT NOT NULL,
    node INTEGER,
    day TEXT NOT NULL,
    met INTEGER NOT NULL,
    sampled INTEGER NOT NULL,
    name TEXT NOT NULL,
    is_independent INTEGER NOT NULL CHECK (is_independent IN (0, 1)),
    is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
    is_withheld INTEGER NOT NULL CHECK (is_withheld IN (0, 1)),
    PRIMARY KEY (authority, criterion, number),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    CHECK (met >= 0 AND sampled >= met AND sampled >= 1)
) STRICT;

CREATE INDEX criterion_audit_round_plan
    ON criterion_audit_round (authority, plan, criterion);

CREATE TABLE criterion_baseline (
    authority INTEGER NOT NULL,
id INTEGER NOT NULL,
plan INTEGER NOT NULL,
criterion INTEGER NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
person INTEGER,
    node INTEGER,
    numerator INTEGER,
denominator INTEGER,
plain TEXT,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (authority, id),
UNIQUE (authority, criterion, number),
FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    CHECK ((plain IS NULL) = (numerator IS NOT NULL)),
CHECK ((numerator IS NULL) = (denominator IS NULL)),
CHECK (numerator IS NULL OR (numerator >= 0 AND denominator >= numerator AND denominator >= 1))
) STRICT;

CREATE INDEX criterion_baseline_plan ON criterion_baseline (authority, plan, criterion);

CREATE TABLE criterion_claim (
    authority INTEGER NOT NULL,
id INTEGER NOT NULL,
plan INTEGER NOT NULL,
criterion INTEGER NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
person INTEGER,
    says TEXT NOT NULL CHECK (says IN ('met', 'withdrawn')),
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (authority, id),
UNIQUE (authority, criterion, number),
FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id)
) STRICT;

CREATE INDEX criterion_claim_plan ON criterion_claim (authority, plan, criterion);

CREATE TABLE criterion_measure (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    criterion INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    measure TEXT,
    name TEXT,
    reason TEXT,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, criterion, number),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    CHECK ((measure IS NULL) = (name IS NULL))
) STRICT;

CREATE INDEX criterion_measure_plan ON criterion_measure (authority, plan, criterion);

CREATE TABLE criterion_measure_value (
    authority INTEGER NOT NULL,
    criterion INTEGER NOT NULL,
    number INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    at TEXT NOT NULL,
    measure TEXT NOT NULL,
    node INTEGER,
    period_end TEXT NOT NULL,
    numerator INTEGER,
    denominator INTEGER,
    plain TEXT,
    source TEXT NOT NULL,
    is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
    is_withheld INTEGER NOT NULL CHECK (is_withheld IN (0, 1)),
    PRIMARY KEY (authority, criterion, number),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    CHECK ((plain IS NULL) = (numerator IS NOT NULL)),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (numerator IS NULL OR (numerator >= 0 AND denominator >= numerator AND denominator >= 1))
) STRICT;

CREATE INDEX criterion_measure_value_plan
    ON criterion_measure_value (authority, plan, criterion);

CREATE TABLE criterion_rule_value (
    authority INTEGER NOT NULL,
id INTEGER NOT NULL,
plan INTEGER NOT NULL,
criterion INTEGER NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
person INTEGER,
    target INTEGER NOT NULL,
    aim TEXT NOT NULL,
    year TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (authority, id),
UNIQUE (authority, criterion, number),
FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, target) REFERENCES criterion_target (authority, id)
) STRICT;

CREATE INDEX criterion_rule_value_plan ON criterion_rule_value (authority, plan, target);

CREATE TABLE criterion_target (
    authority INTEGER NOT NULL,
id INTEGER NOT NULL,
plan INTEGER NOT NULL,
criterion INTEGER NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
person INTEGER,
    node INTEGER,
    by_day TEXT NOT NULL,
    aim TEXT,
    rule TEXT,
    PRIMARY KEY (authority, id),
UNIQUE (authority, criterion, number),
FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    CHECK ((aim IS NULL) = (rule IS NOT NULL))
) STRICT;

CREATE INDEX criterion_target_plan ON criterion_target (authority, plan, criterion);

CREATE TABLE criterion_terms (
    authority INTEGER NOT NULL,
id INTEGER NOT NULL,
plan INTEGER NOT NULL,
criterion INTEGER NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
person INTEGER,
    population TEXT,
    measure TEXT,
    unit TEXT NOT NULL CHECK (unit IN ('percent', 'number', 'days')),
    better TEXT NOT NULL CHECK (better IN ('higher', 'lower')),
    periods INTEGER NOT NULL CHECK (periods BETWEEN 1 AND 24),
    rhythm TEXT CHECK (rhythm IN ('week', 'fourWeeks', 'month', 'quarter', 'halfYear', 'year')),
    PRIMARY KEY (authority, id),
UNIQUE (authority, criterion, number),
FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id)
) STRICT;

CREATE INDEX criterion_terms_plan ON criterion_terms (authority, plan, criterion);

CREATE TABLE criterion_value (
    authority INTEGER NOT NULL,
id INTEGER NOT NULL,
plan INTEGER NOT NULL,
criterion INTEGER NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
person INTEGER,
    node INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('measure', 'independentRound', 'ownRound')),
    period_end TEXT NOT NULL,
    numerator INTEGER,
denominator INTEGER,
plain TEXT,
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,
    note TEXT,
    reason TEXT,
    PRIMARY KEY (authority, id),
UNIQUE (authority, criterion, number),
FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    CHECK (kind = 'measure' OR numerator IS NOT NULL),
    CHECK ((plain IS NULL) = (numerator IS NOT NULL)),
CHECK ((numerator IS NULL) = (denominator IS NULL)),
CHECK (numerator IS NULL OR (numerator >= 0 AND denominator >= numerator AND denominator >= 1))
) STRICT;

CREATE INDEX criterion_value_plan ON criterion_value (authority, plan, criterion);

CREATE TABLE date_decision (
    authority INTEGER NOT NULL,
    request INTEGER NOT NULL,
    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
    body TEXT,
    words TEXT,
    decided_on TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (authority, request),
    FOREIGN KEY (authority, request) REFERENCES date_request (authority, id),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
    CHECK (approved = 1 OR words IS NOT NULL)
) STRICT;

CREATE TABLE date_request (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    action INTEGER NOT NULL,
    was_finish TEXT NOT NULL,
    start TEXT,
    finish TEXT NOT NULL,
    finish_last TEXT NOT NULL,
    reason TEXT NOT NULL,
    different TEXT,
    asked_on TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE INDEX date_request_action ON date_request (authority, action);

CREATE INDEX date_request_plan ON date_request (authority, plan);

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

CREATE TABLE evidence (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    action INTEGER NOT NULL,
    criterion INTEGER,
    added_at TEXT NOT NULL,
    added_on TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    name TEXT NOT NULL,
    file INTEGER,
    kind TEXT,
    address TEXT,
    shows TEXT NOT NULL,
    dated_on TEXT NOT NULL,
    is_personal INTEGER NOT NULL CHECK (is_personal IN (0, 1)),
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
    FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id),
    CHECK ((file IS NULL) <> (address IS NULL)),
    CHECK ((file IS NULL) = (kind IS NULL))
) STRICT;

CREATE INDEX evidence_action ON evidence (authority, action, added_at);

CREATE INDEX evidence_criterion ON evidence (authority, criterion);

CREATE INDEX evidence_plan ON evidence (authority, plan, added_at);

CREATE TABLE evidence_verdict (
    authority INTEGER NOT NULL,
    evidence INTEGER NOT NULL,
    at TEXT NOT NULL,
    judged_on TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
    reason TEXT NOT NULL,
    PRIMARY KEY (authority, evidence),
    FOREIGN KEY (authority, evidence) REFERENCES evidence (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE TABLE evidence_withdrawal (
    authority INTEGER NOT NULL,
    evidence INTEGER NOT NULL,
    at TEXT NOT NULL,
    withdrawn_on TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    reason TEXT NOT NULL,
    PRIMARY KEY (authority, evidence),
    FOREIGN KEY (authority, evidence) REFERENCES evidence (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE TABLE figure_answer (
    authority INTEGER NOT NULL,
    question INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    on_day TEXT NOT NULL,
    account INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    words TEXT NOT NULL,
    
    action_words TEXT,
    PRIMARY KEY (authority, question, number),
    FOREIGN KEY (authority, question) REFERENCES figure_question (authority, id)
) STRICT;

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
) STRICT;

CREATE INDEX figure_question_person ON figure_question (authority, asked_of);

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

CREATE TABLE finding_acceptance_past (
    authority INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    reason TEXT NOT NULL,
    name TEXT NOT NULL,
    accepted_at TEXT NOT NULL,
    PRIMARY KEY (authority, plan, fingerprint, sequence)
) STRICT;

CREATE TABLE finding_answer (
    authority INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    finding INTEGER NOT NULL,
    area INTEGER NOT NULL,
    PRIMARY KEY (authority, plan, finding, area),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, area) REFERENCES plan_area (authority, id)
) STRICT;

CREATE INDEX finding_answer_finding ON finding_answer (authority, finding);

CREATE TABLE guidance (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('guidance', 'letter', 'definition', 'protocol', 'form', 'other')),
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    accountable_post INTEGER,
    accountable_person INTEGER,
    stage TEXT NOT NULL DEFAULT 'draft'
        CHECK (stage IN ('draft', 'approving', 'sentBack', 'approved', 'issued')),
    version INTEGER NOT NULL DEFAULT 0,
    waits_for INTEGER,
    issued_version INTEGER,
    read_from INTEGER,
    review_due TEXT,
    withdrawn_on TEXT,
    made_at TEXT NOT NULL,
    account INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    FOREIGN KEY (authority, accountable_post) REFERENCES post (authority, id),
    FOREIGN KEY (authority, accountable_person) REFERENCES person (authority, id),
    CHECK (accountable_post IS NULL OR accountable_person IS NULL),
    CHECK ((stage = 'approving') = (waits_for IS NOT NULL)),
    CHECK ((issued_version IS NULL) = (read_from IS NULL))
) STRICT;

CREATE INDEX guidance_plan ON guidance (authority, plan);

CREATE TABLE guidance_action (
    authority INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    action INTEGER NOT NULL,
    PRIMARY KEY (authority, guidance, action),
    FOREIGN KEY (authority, guidance) REFERENCES guidance (authority, id),
    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id)
) STRICT;

CREATE INDEX guidance_action_action ON guidance_action (authority, action);

CREATE TABLE guidance_body (
    authority INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    recorder_post INTEGER,
    recorder_person INTEGER,
    due_on TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, guidance, version, position),
    FOREIGN KEY (authority, guidance, version)
        REFERENCES guidance_version (authority, guidance, version),
    FOREIGN KEY (authority, recorder_post) REFERENCES post (authority, id),
    FOREIGN KEY (authority, recorder_person) REFERENCES person (authority, id),
    CHECK ((recorder_post IS NULL) <> (recorder_person IS NULL))
) STRICT;

CREATE TABLE guidance_decision (
    authority INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
    decided_on TEXT NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (authority, guidance, version, position),
    FOREIGN KEY (authority, guidance, version, position)
        REFERENCES guidance_body (authority, guidance, version, position)
) STRICT;

CREATE TABLE guidance_issue (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    version INTEGER NOT NULL,
    issued_on TEXT NOT NULL,
    read_by TEXT,
    read_anew INTEGER NOT NULL CHECK (read_anew IN (0, 1)),
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, guidance, version)
        REFERENCES guidance_version (authority, guidance, version)
) STRICT;

CREATE INDEX guidance_issue_guidance ON guidance_issue (authority, guidance, version);

CREATE TABLE guidance_issue_to (
    authority INTEGER NOT NULL,
    issue INTEGER NOT NULL,
    position INTEGER NOT NULL,
    node INTEGER,
    post INTEGER,
    person INTEGER,
    PRIMARY KEY (authority, issue, position),
    FOREIGN KEY (authority, issue) REFERENCES guidance_issue (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    FOREIGN KEY (authority, post) REFERENCES post (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE TABLE guidance_reading (
    authority INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    version INTEGER NOT NULL,
    reader INTEGER NOT NULL,
    read_on TEXT NOT NULL,
    on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1)),
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, guidance, version, reader),
    FOREIGN KEY (authority, guidance, version)
        REFERENCES guidance_version (authority, guidance, version),
    FOREIGN KEY (authority, reader) REFERENCES person (authority, id)
) STRICT;

CREATE INDEX guidance_reading_reader ON guidance_reading (authority, reader);

CREATE TABLE guidance_review (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    version INTEGER NOT NULL,
    reviewed_on TEXT NOT NULL,
    stands_until TEXT NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, guidance, version)
        REFERENCES guidance_version (authority, guidance, version)
) STRICT;

CREATE INDEX guidance_review_guidance ON guidance_review (authority, guidance);

CREATE TABLE guidance_version (
    authority INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    version INTEGER NOT NULL,
    changed TEXT NOT NULL,
    file INTEGER,
    words TEXT,
    link TEXT,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, guidance, version),
    FOREIGN KEY (authority, guidance) REFERENCES guidance (authority, id),
    FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id)
) STRICT;

CREATE TABLE guidance_withdrawal (
    authority INTEGER NOT NULL,
    guidance INTEGER NOT NULL,
    withdrawn_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, guidance),
    FOREIGN KEY (authority, guidance) REFERENCES guidance (authority, id)
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

CREATE TABLE local_answer (
    authority INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    question TEXT NOT NULL,
    count INTEGER CHECK (count >= 0),
    base INTEGER CHECK (base >= 0),
    
    reasons TEXT,
    words TEXT,
    note TEXT,
    PRIMARY KEY (authority, sent, question),
    FOREIGN KEY (authority, sent) REFERENCES local_sent (authority, id)
) STRICT;

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
) STRICT;

CREATE INDEX local_feedback_period ON local_feedback (authority, local_return, period_end);

CREATE TABLE local_feedback_choice (
    authority INTEGER NOT NULL,
    feedback INTEGER NOT NULL,
    question TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (authority, feedback, question, code),
    FOREIGN KEY (authority, feedback) REFERENCES local_feedback (authority, id)
) STRICT;

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
    
    options TEXT NOT NULL,
    balance_in TEXT,
    balance_out TEXT,
    reason TEXT,
    PRIMARY KEY (authority, local_return, key, number),
    FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
    CHECK ((balance_in IS NULL) = (balance_out IS NULL))
) STRICT;

CREATE TABLE local_return (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('units', 'feedback', 'survey')),
    template TEXT,
    ended_on TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, key)
) STRICT;

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
) STRICT;

CREATE TABLE local_sender (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    local_return INTEGER NOT NULL,
    node INTEGER NOT NULL,
    
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
) STRICT;

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
) STRICT;

CREATE INDEX local_sent_period ON local_sent (authority, local_return, period_end);

CREATE TABLE local_survey_answered (
    authority INTEGER NOT NULL,
    local_return INTEGER NOT NULL,
    period_end TEXT NOT NULL,
    account INTEGER NOT NULL,
    PRIMARY KEY (authority, local_return, period_end, account),
    FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id)
) WITHOUT ROWID, STRICT;

CREATE TABLE local_survey_invited (
    authority INTEGER NOT NULL,
    local_return INTEGER NOT NULL,
    period_end TEXT NOT NULL,
    node INTEGER NOT NULL,
    invited INTEGER NOT NULL CHECK (invited >= 0),
    PRIMARY KEY (authority, local_return, period_end, node),
    FOREIGN KEY (authority, local_return) REFERENCES local_return (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
) STRICT;

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
) WITHOUT ROWID, STRICT;

CREATE TABLE measure_rebase (
    authority INTEGER NOT NULL REFERENCES authority (id),
measure TEXT NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
    node INTEGER,
    from_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
    PRIMARY KEY (authority, measure, number),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
) STRICT;

CREATE TABLE measure_setting (
    authority INTEGER NOT NULL REFERENCES authority (id),
measure TEXT NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
    owner_post INTEGER,
    owner_person INTEGER,
    direction TEXT CHECK (direction IN ('up', 'down', 'neutral')),
    expected_low TEXT,
    expected_high TEXT,
    baseline_until TEXT,
    convention TEXT,
    frequency TEXT,
    lag_days INTEGER,
    note TEXT,
    PRIMARY KEY (authority, measure, number),
    FOREIGN KEY (authority, owner_post) REFERENCES post (authority, id),
    FOREIGN KEY (authority, owner_person) REFERENCES person (authority, id)
) STRICT;

CREATE TABLE measure_target (
    authority INTEGER NOT NULL REFERENCES authority (id),
measure TEXT NOT NULL,
number INTEGER NOT NULL,
at TEXT NOT NULL,
account INTEGER NOT NULL,
    node INTEGER,
    by_day TEXT NOT NULL,
    aim TEXT,
    rule TEXT CHECK (rule IN ('median', 'betterQuartile')),
    resolved TEXT,
    reason TEXT,
    PRIMARY KEY (authority, measure, number),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
) STRICT;

CREATE TABLE measure_value (
    authority INTEGER NOT NULL,
    vintage INTEGER NOT NULL,
    number INTEGER NOT NULL,
    measure TEXT NOT NULL,
    version INTEGER NOT NULL,
    reach TEXT NOT NULL CHECK (reach IN ('authority', 'unit', 'unmapped', 'worker')),
    node INTEGER,
    worker TEXT,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    overdue INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    halves INTEGER,
    is_partial INTEGER NOT NULL CHECK (is_partial IN (0, 1)),
    PRIMARY KEY (authority, vintage, number),
    FOREIGN KEY (authority, vintage) REFERENCES measure_vintage (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    CHECK (last_day >= first_day),
    CHECK (numerator >= 0 AND denominator >= 0 AND overdue >= 0 AND excluded >= 0),
    CHECK ((reach IN ('unit', 'worker')) = (node IS NOT NULL)),
    CHECK ((reach = 'worker') = (worker IS NOT NULL))
) STRICT;

CREATE INDEX measure_value_measure
    ON measure_value (authority, measure, vintage, first_day, last_day);

CREATE INDEX measure_value_reach ON measure_value (authority, reach, measure, first_day, last_day);

CREATE TABLE measure_vintage (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    as_at TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    computed_at TEXT NOT NULL,
    weight INTEGER NOT NULL,
    withdrawn_at TEXT,
    superseded_at TEXT,
    PRIMARY KEY (authority, id)
) STRICT;

CREATE INDEX measure_vintage_source ON measure_vintage (authority, source);

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

CREATE TABLE note_discussed (
    authority INTEGER NOT NULL,
    note INTEGER NOT NULL,
    person INTEGER NOT NULL,
    discussed_on TEXT NOT NULL,
    by_person INTEGER,
    at TEXT NOT NULL,
    PRIMARY KEY (authority, note, person, at),
    FOREIGN KEY (authority, note) REFERENCES practice_note (authority, id),
    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
) STRICT;

CREATE TABLE occurrence (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    rhythm INTEGER NOT NULL,
    natural_on TEXT NOT NULL,
    
    person INTEGER NOT NULL DEFAULT 0,
    
    number INTEGER NOT NULL DEFAULT 1,
    due_on TEXT NOT NULL,
    moved_reason TEXT,
    assigned INTEGER,
    round INTEGER,
    
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
) STRICT;

CREATE INDEX occurrence_due ON occurrence (authority, due_on);

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

CREATE TABLE plan_action_lead_past (
    authority INTEGER NOT NULL,
    action INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    printed TEXT NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (authority, action, sequence, position),
    FOREIGN KEY (authority, action, sequence)
        REFERENCES plan_action_past (authority, id, sequence)
) STRICT;

CREATE INDEX plan_action_lead_past_plan ON plan_action_lead_past (authority, plan);

CREATE TABLE plan_action_past (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
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
    revision INTEGER NOT NULL,
    PRIMARY KEY (authority, id, sequence)
) STRICT;

CREATE INDEX plan_action_past_plan ON plan_action_past (authority, plan, id, sequence);

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

CREATE TABLE plan_area_item_past (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    plan INTEGER NOT NULL,
    area INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label TEXT,
    text TEXT NOT NULL,
    frequency TEXT,
    sample_percent REAL,
    quota_number INTEGER,
    quota_per TEXT,
    by_whom TEXT,
    place TEXT,
    PRIMARY KEY (authority, id, sequence)
) STRICT;

CREATE INDEX plan_area_item_past_plan ON plan_area_item_past (authority, plan, id, sequence);

CREATE TABLE plan_area_past (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    plan INTEGER NOT NULL,
    position INTEGER NOT NULL,
    reference TEXT,
    section TEXT,
    title TEXT NOT NULL,
    sources TEXT NOT NULL,
    place TEXT,
    revision INTEGER NOT NULL,
    PRIMARY KEY (authority, id, sequence)
) STRICT;

CREATE INDEX plan_area_past_plan ON plan_area_past (authority, plan, id, sequence);

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

CREATE TABLE plan_criterion_past (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    plan INTEGER NOT NULL,
    area INTEGER NOT NULL,
    action INTEGER,
    position INTEGER NOT NULL,
    label TEXT,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT,
    revision INTEGER NOT NULL,
    PRIMARY KEY (authority, id, sequence)
) STRICT;

CREATE INDEX plan_criterion_past_plan ON plan_criterion_past (authority, plan, id, sequence);

CREATE TABLE plan_past (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
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
    revision INTEGER NOT NULL,
    PRIMARY KEY (authority, id, sequence)
) STRICT;

CREATE TABLE plan_renewal (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER NOT NULL,
    renewed_by TEXT NOT NULL,
    version TEXT,
    source_file INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id)
) STRICT;

CREATE INDEX plan_renewal_plan ON plan_renewal (authority, plan, at);

CREATE TABLE plan_renewal_row (
    authority INTEGER NOT NULL,
    renewal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('area', 'action', 'criterion')),
    record INTEGER NOT NULL,
    outcome TEXT NOT NULL
        CHECK (outcome IN ('same', 'added', 'theirs', 'ours', 'gone', 'kept')),
    PRIMARY KEY (authority, renewal, kind, record),
    FOREIGN KEY (authority, renewal) REFERENCES plan_renewal (authority, id)
) STRICT;

CREATE INDEX plan_renewal_row_record ON plan_renewal_row (authority, kind, record);

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

CREATE TABLE plan_version (
    authority INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    approved_on TEXT NOT NULL,
    approved_words TEXT,
    published_at TEXT NOT NULL,
    day TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    published_by TEXT NOT NULL,
    snapshot INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (authority, plan, number),
    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
    CHECK (number >= 1)
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

CREATE TABLE practice_note (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    standard TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, round, standard),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id)
) STRICT;

CREATE TABLE practice_note_text (
    authority INTEGER NOT NULL,
    note INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    person INTEGER,
    PRIMARY KEY (authority, note, revision),
    FOREIGN KEY (authority, note) REFERENCES practice_note (authority, id)
) STRICT;

CREATE TABLE recovery_code (
    authority INTEGER NOT NULL,
    account INTEGER NOT NULL,
    hash TEXT NOT NULL,
    salt BLOB NOT NULL,
    used TEXT,
    PRIMARY KEY (authority, account, hash),
    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
) STRICT;

CREATE TABLE registered_worker (
    authority INTEGER NOT NULL,
    register INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    registration TEXT,
    team TEXT,
    full_time REAL,
    is_new INTEGER CHECK (is_new IN (0, 1)),
    is_agency INTEGER CHECK (is_agency IN (0, 1)),
    PRIMARY KEY (authority, register, number),
    FOREIGN KEY (authority, register) REFERENCES worker_register (authority, id)
) STRICT;

CREATE TABLE return_columns (
    authority INTEGER NOT NULL,
    file INTEGER NOT NULL,
    list INTEGER NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (authority, file, list, part),
    FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
) STRICT;

CREATE TABLE return_draft (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    account INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    name TEXT NOT NULL,
    file INTEGER NOT NULL,
    loading_since TEXT,
    refused TEXT,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id)
) STRICT;

CREATE TABLE return_file (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('annexA', 'cinCensus')),
    as_at TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    account INTEGER,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    columns_sha256 TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    child_count INTEGER NOT NULL,
    understood_json TEXT NOT NULL,
    original INTEGER,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, original) REFERENCES stored_file (authority, id)
) STRICT;

CREATE INDEX return_file_date ON return_file (authority, kind, as_at, loaded_at);

CREATE TABLE return_finding (
    authority INTEGER NOT NULL,
    file INTEGER NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'query', 'note')),
    title TEXT NOT NULL,
    found INTEGER NOT NULL,
    children INTEGER NOT NULL,
    
    lists_json TEXT NOT NULL,
    places BLOB NOT NULL,
    PRIMARY KEY (authority, file, rule),
    FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
) STRICT;

CREATE TABLE return_key (
    authority INTEGER NOT NULL REFERENCES authority (id),
    check_value TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (authority)
) STRICT;

CREATE TABLE return_setting (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER,
    keeps_originals INTEGER NOT NULL CHECK (keeps_originals IN (0, 1)),
    PRIMARY KEY (authority, id)
) STRICT;

CREATE TABLE return_team (
    authority INTEGER NOT NULL,
    file INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    written TEXT NOT NULL,
    found INTEGER NOT NULL,
    PRIMARY KEY (authority, file, name_key),
    FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
) STRICT;

CREATE TABLE return_unknown (
    authority INTEGER NOT NULL,
    file INTEGER NOT NULL,
    field TEXT NOT NULL,
    written TEXT NOT NULL,
    found INTEGER NOT NULL,
    PRIMARY KEY (authority, file, field, written),
    FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
) STRICT;

CREATE TABLE return_withdrawal (
    authority INTEGER NOT NULL,
    file INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER,
    reason TEXT NOT NULL,
    PRIMARY KEY (authority, file),
    FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
) STRICT;

CREATE TABLE rhythm (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('sample', 'report', 'survey', 'duty')),
    title TEXT NOT NULL,
    amount INTEGER,
    amount_kind TEXT CHECK (amount_kind IN ('number', 'percent')),
    of_what TEXT NOT NULL DEFAULT '',
    
    every INTEGER NOT NULL DEFAULT 1,
    span TEXT NOT NULL CHECK (span IN ('week', 'month', 'quarter', 'halfYear', 'year', 'event')),
    event TEXT,
    
    month_end INTEGER NOT NULL DEFAULT 0 CHECK (month_end IN (0, 1)),
    doer_post INTEGER,
    doer_person INTEGER,
    
    each_title TEXT,
    tool INTEGER,
    
    node INTEGER,
    
    plan INTEGER,
    source TEXT,
    source_place TEXT,
    source_words TEXT,
    starts_on TEXT,
    
    follows INTEGER,
    confirmed_at TEXT,
    confirmed_by INTEGER,
    
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
) STRICT;

CREATE TABLE safety_fact (
    authority INTEGER NOT NULL,
    item INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('raised', 'answered', 'done', 'assured', 'reopened')),
    text TEXT NOT NULL DEFAULT '',
    person INTEGER,
    at TEXT NOT NULL,
    PRIMARY KEY (authority, item, sequence),
    FOREIGN KEY (authority, item) REFERENCES safety_item (authority, id)
) STRICT;

CREATE TABLE safety_item (
    authority INTEGER NOT NULL,
    id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    audit INTEGER NOT NULL,
    leg TEXT NOT NULL CHECK (leg IN ('first', 'second')),
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unsure')),
    raised_at TEXT NOT NULL,
    
    
    due_at TEXT NOT NULL,
    next_due_at TEXT NOT NULL,
    node INTEGER,
    
    done TEXT,
    done_at TEXT,
    done_by INTEGER,
    
    assurance TEXT,
    assured_at TEXT,
    assured_by INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, audit),
    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id),
    FOREIGN KEY (authority, audit) REFERENCES case_audit (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
    FOREIGN KEY (authority, done_by) REFERENCES person (authority, id),
    FOREIGN KEY (authority, assured_by) REFERENCES person (authority, id)
) STRICT;

CREATE INDEX safety_item_open ON safety_item (authority, assured_at, due_at);

CREATE TABLE search_entry (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    plan INTEGER,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (authority, id),
    UNIQUE (authority, kind, subject)
) STRICT;

CREATE INDEX search_entry_plan ON search_entry (authority, plan);

CREATE TABLE search_progress (
    authority INTEGER NOT NULL PRIMARY KEY REFERENCES authority (id),
    sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE search_word (
    authority INTEGER NOT NULL,
    word TEXT NOT NULL,
    entry INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    PRIMARY KEY (authority, word, entry)
) STRICT;

CREATE INDEX search_word_entry ON search_word (authority, entry);

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

CREATE TABLE unit_mapping (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    written TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER,
    node INTEGER,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
) STRICT;

CREATE INDEX unit_mapping_name ON unit_mapping (authority, name_key);

CREATE TABLE value_mapping (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    field TEXT NOT NULL,
    written TEXT NOT NULL,
    at TEXT NOT NULL,
    account INTEGER,
    code TEXT,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    PRIMARY KEY (authority, id)
) STRICT;

CREATE INDEX value_mapping_written ON value_mapping (authority, field, written);

CREATE TABLE weekly_sheet_opening (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    node INTEGER NOT NULL,
    week_ends TEXT NOT NULL,
    account INTEGER NOT NULL,
    person INTEGER,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (authority, id),
    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
) STRICT;

CREATE INDEX weekly_sheet_opening_node ON weekly_sheet_opening (authority, node, week_ends);

CREATE TABLE worker_placeholders (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    account INTEGER,
    words_json TEXT NOT NULL,
    PRIMARY KEY (authority, id)
) STRICT;

CREATE TABLE worker_register (
    authority INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    as_at TEXT NOT NULL,
    account INTEGER,
    name TEXT NOT NULL,
    PRIMARY KEY (authority, id)
) STRICT;
