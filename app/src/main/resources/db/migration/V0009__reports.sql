create schema reports;

-- A form as it stood from a date on; answers stay pinned to the version that asked.
create table reports.form (
  id uuid primary key,
  kind text not null,
  version integer not null check (version > 0),
  effective_on date not null,
  definition jsonb not null,
  unique (kind, version)
);

create table reports.report (
  id uuid primary key references ledger.subject,
  slug text not null unique,
  commitment_id uuid not null references commitments.commitment,
  form_id uuid not null references reports.form,
  filed_elsewhere boolean not null,
  source_url text,
  original_language text not null,
  period_from date,
  period_to date,
  assessed_on date,
  submitted_on date,
  created_at timestamptz not null,
  created_by uuid references accounts.person,
  invented boolean not null,
  version integer not null default 0,
  check (period_to is null or period_from is null or period_to >= period_from),
  check (filed_elsewhere or created_by is not null)
);
create index on reports.report (commitment_id);
create index on reports.report (form_id);
create index on reports.report (created_by);

create table reports.evaluator (
  id uuid primary key,
  report_id uuid not null references reports.report,
  position integer not null,
  name text not null check (name <> ''),
  person_id uuid references accounts.person,
  affiliation text,
  independence text,
  declared_at timestamptz,
  unique (report_id, position),
  unique (report_id, person_id)
);
create index on reports.evaluator (person_id);

create table reports.answer (
  report_id uuid not null references reports.report,
  question text not null,
  value jsonb not null,
  version integer not null,
  answered_at timestamptz not null,
  answered_by uuid references accounts.person,
  answered_by_name text not null,
  primary key (report_id, question)
);
create index on reports.answer (answered_by);

create table reports.answer_evidence (
  report_id uuid not null references reports.report,
  question text not null,
  item_id uuid not null references evidence.item,
  primary key (report_id, question, item_id)
);
create index on reports.answer_evidence (item_id);

-- What the evaluators say, in public, to a finding that they do not mend.
create table reports.justification (
  report_id uuid not null references reports.report,
  finding text not null,
  text jsonb not null,
  given_at timestamptz not null,
  given_by uuid references accounts.person,
  given_by_name text not null,
  primary key (report_id, finding)
);
create index on reports.justification (given_by);

-- A version as it was published: frozen, numbered, and after the first one with a reason.
create table reports.publication (
  report_id uuid not null references reports.report,
  number integer not null check (number > 0),
  published_at timestamptz,
  published_year integer not null,
  reason jsonb,
  body jsonb not null,
  sha256 text not null,
  published_by uuid references accounts.person,
  published_by_name text not null,
  primary key (report_id, number),
  check (number = 1 or reason is not null)
);
create index on reports.publication (published_by);
create function reports.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published version is frozen' using errcode = 'integrity_constraint_violation';
end $$;
create trigger publication_is_frozen before update or delete on reports.publication
  for each row execute function reports.refuse_change();
