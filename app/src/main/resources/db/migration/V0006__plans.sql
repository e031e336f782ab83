create schema plans;

create table plans.plan (
  id uuid primary key references ledger.subject,
  slug text not null unique,
  title jsonb not null,
  description jsonb,
  starts_on date not null,
  ends_on date not null,
  submitted_on date,
  state text not null check (state in ('draft', 'co_creation', 'endorsed', 'submitted',
    'inception_review', 'implementation', 'ended', 'closed')),
  parent_id uuid references plans.plan,
  invented boolean not null,
  version integer not null default 0,
  check (ends_on > starts_on),
  check (parent_id is null or parent_id <> id)
);
create index on plans.plan (parent_id);

-- The other names and numbers under which the same plan is known.
create table plans.alias (
  alias text primary key,
  plan_id uuid not null references plans.plan
);
create index on plans.alias (plan_id);

create table plans.member (
  plan_id uuid not null references plans.plan,
  territory_id uuid not null references members.territory,
  primary key (plan_id, territory_id)
);
create index on plans.member (territory_id);

create table plans.role (
  id uuid primary key,
  plan_id uuid not null references plans.plan,
  organisation_id uuid not null references members.organisation,
  role text not null check (role in ('convener', 'implementing_agency', 'guarantor',
    'monitoring_body', 'facilitator', 'civil_society', 'academia', 'forum')),
  since date,
  until date,
  unique (plan_id, organisation_id, role),
  check (until is null or since is null or until >= since)
);
create index on plans.role (organisation_id);
