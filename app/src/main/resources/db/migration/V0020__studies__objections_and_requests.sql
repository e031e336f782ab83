-- The municipality's right of reply to one finding, filed within its term.
create table studies.objection (
  id uuid primary key,
  assessment_id uuid not null references studies.assessment,
  path text not null,
  text text not null,
  link text,
  filed_at timestamptz not null,
  filed_by uuid not null references accounts.person,
  filed_by_name text not null,
  unique (assessment_id, path)
);
create index on studies.objection (filed_by);

-- Granted: the institution's answer stands; refused: the validator's; partly: this value.
create table studies.resolution (
  objection_id uuid primary key references studies.objection,
  outcome text not null check (outcome in ('granted', 'partly', 'refused')),
  reason text not null,
  value text,
  resolved_at timestamptz not null,
  resolved_by uuid not null references accounts.person,
  resolved_by_name text not null,
  check ((outcome = 'partly') = (value is not null))
);
create index on studies.resolution (resolved_by);
create trigger resolution_is_frozen before update or delete on studies.resolution
  for each row execute function studies.refuse_change();

create table studies.assessment_conclusion (
  assessment_id uuid primary key references studies.assessment,
  concluded_at timestamptz not null,
  concluded_by uuid references accounts.person,
  concluded_by_name text not null
);
create index on studies.assessment_conclusion (concluded_by);

-- Requests as citizens make them, by trained people who do not say that they assess.
create table studies.request_round (
  id uuid primary key references ledger.subject,
  study_id uuid not null references studies.study,
  number integer not null check (number > 0),
  -- Working days of the law's term, and the law.
  term_days integer not null check (term_days between 1 and 60),
  norm text not null,
  coders integer not null check (coders in (1, 2)),
  begun_at timestamptz not null,
  begun_by_name text not null,
  closed_at timestamptz,
  closed_by_name text,
  -- From here on the officer may know who each persona was.
  debriefed_at timestamptz,
  check ((closed_at is null) = (closed_by_name is null)),
  check (debriefed_at is null or closed_at is not null),
  unique (study_id, number)
);

-- What is asked. Of a control question the true answer is known beforehand.
create table studies.request_template (
  id uuid primary key,
  round_id uuid not null references studies.request_round,
  number integer not null check (number > 0),
  topic text not null,
  body text not null,
  known_answer text,
  unique (round_id, number)
);

-- The name under which somebody asks.
create table studies.persona (
  id uuid primary key,
  round_id uuid not null references studies.request_round,
  alias text not null,
  unique (round_id, alias)
);

-- Who a persona is. Nothing that shows a round joins this table.
create table studies.persona_keeper (
  persona_id uuid primary key references studies.persona,
  person_id uuid not null references accounts.person,
  named_at timestamptz not null
);
create index on studies.persona_keeper (person_id);

create table studies.request (
  id uuid primary key,
  template_id uuid not null references studies.request_template,
  territory_id uuid not null references members.territory,
  persona_id uuid not null references studies.persona,
  channel text not null check (channel in ('platform', 'email', 'desk', 'phone', 'web')),
  sent_on date,
  acknowledged_on date,
  answered_on date,
  -- What came back, without anything by which the asker can be known.
  answer text,
  revision integer not null default 0,
  check (acknowledged_on is null or sent_on is not null and acknowledged_on >= sent_on),
  check (answered_on is null or sent_on is not null and answered_on >= sent_on),
  unique (template_id, territory_id)
);
create index on studies.request (territory_id);
create index on studies.request (persona_id);

-- How a coder judges what came back; each by itself.
create table studies.request_coding (
  request_id uuid not null references studies.request,
  person_id uuid not null references accounts.person,
  person_name text not null,
  received boolean not null,
  -- 0 no, 1 partly, 2 yes.
  clear integer check (clear between 0 and 2),
  complete integer check (complete between 0 and 2),
  -- Of control questions: whether the answer is the true one.
  is_true boolean,
  note text,
  coded_at timestamptz not null,
  primary key (request_id, person_id),
  check (received = (clear is not null) and received = (complete is not null))
);
create index on studies.request_coding (person_id);
