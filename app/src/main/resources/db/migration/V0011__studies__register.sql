create schema studies;

create table studies.study (
  id uuid primary key references ledger.subject,
  slug text not null unique,
  title jsonb not null,
  -- What it wants to know, in a sentence that a citizen understands.
  question jsonb not null,
  -- The territory whose people and institutions it speaks of.
  territory_id uuid not null references members.territory,
  organisation_id uuid not null references members.organisation,
  plan_id uuid references plans.plan,
  -- The milestone or commitment that it serves.
  about_id uuid references ledger.subject,
  invented boolean not null default false,
  version integer not null default 0
);
create index on studies.study (territory_id);
create index on studies.study (organisation_id);
create index on studies.study (plan_id);
create index on studies.study (about_id);

-- A study moves through its phases once and in this order; each has its author and moment.
create table studies.phase (
  study_id uuid not null references studies.study,
  phase text not null check (phase in ('registered', 'opened', 'closed', 'published')),
  entered_at timestamptz not null,
  entered_by uuid references accounts.person,
  entered_by_name text not null,
  primary key (study_id, phase)
);
create index on studies.phase (entered_by);

-- One side from which the study looks: a version of an instrument, answered by whom the
-- perspective says. Perspectives are compared, never merged.
create table studies.component (
  id uuid primary key references ledger.subject,
  study_id uuid not null references studies.study,
  perspective text not null check (perspective in ('institution', 'desk', 'simulated', 'citizen')),
  version_id uuid not null references instruments.version,
  -- The name of the form for phones and files; unique on this server.
  form_id text not null unique check (form_id ~ '^[a-z][a-z0-9_]{0,63}$'),
  unique (study_id, perspective)
);
create index on studies.component (version_id);
