create schema commitments;

create table commitments.commitment (
  id uuid primary key references ledger.subject,
  plan_id uuid not null references plans.plan,
  code text unique,
  number integer not null check (number > 0),
  slug text not null unique,
  title jsonb not null,
  -- Absent where the plan as filed does not say it; shown as missing, never made up.
  action jsonb,
  problem jsonb,
  status_quo jsonb,
  objective jsonb,
  kind text check (kind in ('co_created', 'proactive')),
  starts_on date not null,
  ends_on date not null,
  ogp_values text[] not null check (ogp_values <@ array['access_to_information',
    'civic_participation', 'public_accountability', 'technology_and_innovation']),
  invented boolean not null,
  version integer not null default 0,
  unique (plan_id, number),
  check (ends_on >= starts_on)
);

create table commitments.responsible (
  commitment_id uuid not null references commitments.commitment,
  organisation_id uuid not null references members.organisation,
  part text not null check (part in ('lead', 'support')),
  primary key (commitment_id, organisation_id)
);
create index on commitments.responsible (organisation_id);

create table commitments.line_of_action (
  id uuid primary key references ledger.subject,
  commitment_id uuid not null references commitments.commitment,
  number integer not null check (number > 0),
  slug text not null unique,
  title jsonb not null,
  description jsonb,
  invented boolean not null,
  unique (commitment_id, number)
);

create table commitments.milestone (
  id uuid primary key references ledger.subject,
  line_of_action_id uuid not null references commitments.line_of_action,
  number integer not null check (number > 0),
  slug text not null unique,
  title jsonb not null,
  description jsonb,
  means_of_verification jsonb not null,
  planned_start_on date not null,
  planned_end_on date not null,
  government_responsible_id uuid not null references members.organisation,
  civil_responsible_id uuid references members.organisation,
  territory_id uuid references members.territory,
  invented boolean not null,
  version integer not null default 0,
  unique (line_of_action_id, number),
  check (planned_end_on >= planned_start_on)
);
create index on commitments.milestone (government_responsible_id);
create index on commitments.milestone (civil_responsible_id);
create index on commitments.milestone (territory_id);

-- A milestone that goes on has a start; one that ended has a closure. Neither is a flag.
create table commitments.start (
  milestone_id uuid primary key references commitments.milestone,
  started_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts.person,
  recorded_by_name text not null
);
create index on commitments.start (recorded_by);

create table commitments.closure (
  milestone_id uuid primary key references commitments.milestone,
  outcome text not null check (outcome in ('done', 'cancelled')),
  closed_on date not null,
  closing_text jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts.person,
  recorded_by_name text not null
);
create index on commitments.closure (recorded_by);

create table commitments.progress (
  id uuid primary key,
  milestone_id uuid not null references commitments.milestone,
  reported_on date not null,
  percent smallint check (percent between 0 and 100),
  note jsonb not null,
  difficulties jsonb,
  recorded_at timestamptz not null,
  recorded_by uuid references accounts.person,
  recorded_by_name text not null
);
create index on commitments.progress (milestone_id, reported_on);
create index on commitments.progress (recorded_by);
