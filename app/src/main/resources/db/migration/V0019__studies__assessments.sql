-- What one municipal government is asked within a study, and by when.
create table studies.assessment (
  id uuid primary key references ledger.subject,
  component_id uuid not null references studies.component,
  territory_id uuid not null references members.territory,
  due_on date not null,
  -- Working days in which the institution may object to the preliminary finding.
  reply_days integer not null check (reply_days between 1 and 60),
  -- How many evaluators code it without seeing each other.
  coders integer not null check (coders in (1, 2)),
  opened_at timestamptz not null,
  opened_by uuid references accounts.person,
  opened_by_name text not null,
  unique (component_id, territory_id)
);
create index on studies.assessment (territory_id);
create index on studies.assessment (opened_by);

-- An evaluator who codes: the first is the validator, whose findings count.
create table studies.assessment_coding (
  id uuid primary key,
  assessment_id uuid not null references studies.assessment,
  number integer not null check (number in (1, 2)),
  person_id uuid not null references accounts.person,
  person_name text not null,
  begun_at timestamptz not null,
  -- Up to here the coder saw neither the institution's answers nor the other coder's.
  finished_at timestamptz,
  unique (assessment_id, number),
  unique (assessment_id, person_id)
);
create index on studies.assessment_coding (person_id);

-- Every version of every answer; the newest of its side counts. One without value and without
-- state takes an answer back.
create table studies.assessment_answer (
  id bigint generated always as identity primary key,
  assessment_id uuid not null references studies.assessment,
  -- Absent: the institution itself.
  coding_id uuid references studies.assessment_coding,
  path text not null,
  -- As an XForm writes it.
  value text,
  state text check (state in ('not_applicable', 'not_reported', 'not_accessible', 'refused')),
  reason text,
  retry_on date,
  link text,
  evidence_id uuid references evidence.item,
  -- Page or article of the evidence.
  place text,
  norm text,
  comment text,
  answered_at timestamptz not null,
  answered_by uuid not null references accounts.person,
  answered_by_name text not null,
  check (value is null or state is null),
  check ((state is null) = (reason is null)),
  check ((state is not distinct from 'not_accessible') = (retry_on is not null))
);
create index on studies.assessment_answer (assessment_id, path, id);
create index on studies.assessment_answer (coding_id);
create index on studies.assessment_answer (evidence_id);
create index on studies.assessment_answer (answered_by);

-- The head answers for what was said; from then on nothing is changed.
create table studies.assessment_signature (
  assessment_id uuid primary key references studies.assessment,
  head_name text not null,
  head_post text not null,
  signed_at timestamptz not null,
  signed_by uuid not null references accounts.person,
  signed_by_name text not null,
  -- SHA-256 of the answers as they were signed; see Fingerprint.
  sha256 text not null
);
create index on studies.assessment_signature (signed_by);
create trigger signature_is_frozen before update or delete on studies.assessment_signature
  for each row execute function studies.refuse_change();
create trigger answer_is_frozen before update or delete on studies.assessment_answer
  for each row execute function studies.refuse_change();

create function studies.refuse_after_signature() returns trigger language plpgsql as $$
begin
  if exists (select from studies.assessment_signature s where s.assessment_id = new.assessment_id)
  then
    raise exception 'a signed questionnaire is frozen'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger institution_is_silent_after_signature before insert on studies.assessment_answer
  for each row when (new.coding_id is null) execute function studies.refuse_after_signature();

-- The finding is told to the institution; its term to object begins.
create table studies.assessment_preliminary (
  assessment_id uuid primary key references studies.assessment,
  reply_until date not null,
  -- Whether everybody may read it before the study is published.
  is_public boolean not null,
  issued_at timestamptz not null,
  issued_by uuid references accounts.person,
  issued_by_name text not null
);
create index on studies.assessment_preliminary (issued_by);
