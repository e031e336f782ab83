-- The list from which is drawn, as it stood: its hash is published before the seed.
create table studies.frame (
  id uuid primary key references ledger.subject,
  study_id uuid not null references studies.study,
  number integer not null check (number > 0),
  source jsonb not null,
  reference_on date not null,
  -- The share of the population that the list is said to reach, 0 to 1.
  coverage double precision not null check (coverage > 0 and coverage <= 1),
  sha256 text not null,
  taken_at timestamptz not null,
  unique (study_id, number)
);

create table studies.frame_unit (
  frame_id uuid not null references studies.frame,
  code text not null,
  name text not null,
  -- The municipality for which it counts.
  territory_id uuid not null references members.territory,
  stratum text not null,
  -- People of the population who live there: the measure of size.
  size integer not null check (size >= 0),
  primary key (frame_id, code)
);
create index on studies.frame_unit (territory_id);

-- What is promised before anybody is asked. Registered, it is frozen.
create table studies.plan (
  id uuid primary key references ledger.subject,
  study_id uuid not null unique references studies.study,
  frame_id uuid not null references studies.frame,
  template text not null check (template in ('every_municipality', 'state_only')),
  -- Margins, policy of decision, allocation, modes, dates, procedures; see PlanTerms.
  terms jsonb not null,
  -- SHA-256 of the seed that is told after the registration; or absent when the seed comes from a
  -- public draw that terms name.
  seed_commitment text,
  revision integer not null default 0,
  registered_at timestamptz,
  registered_by uuid references accounts.person,
  registered_by_name text,
  sha256 text,
  check ((registered_at is null) = (sha256 is null))
);
create index on studies.plan (frame_id);
create index on studies.plan (registered_by);

create table studies.plan_stratum (
  plan_id uuid not null references studies.plan,
  stratum text not null,
  population bigint not null,
  frame_units integer not null,
  drawn_units integer not null check (drawn_units >= 0),
  completes integer not null check (completes >= 0),
  invitations integer not null check (invitations >= completes),
  primary key (plan_id, stratum)
);

create function studies.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was registered is frozen' using errcode = 'integrity_constraint_violation';
end $$;
create trigger plan_is_frozen before update or delete on studies.plan
  for each row when (old.registered_at is not null) execute function studies.refuse_change();

create table studies.draw (
  plan_id uuid primary key references studies.plan,
  seed text not null,
  drawn_at timestamptz not null,
  drawn_by uuid references accounts.person,
  drawn_by_name text not null
);
create index on studies.draw (drawn_by);
create trigger draw_is_frozen before update or delete on studies.draw
  for each row execute function studies.refuse_change();

-- What was drawn. Its number stands for it in sheets and tallies.
create table studies.sampled_unit (
  plan_id uuid not null references studies.plan,
  number integer not null check (number >= 0),
  code text not null,
  name text not null,
  territory_id uuid not null references members.territory,
  stratum text not null,
  size integer not null,
  -- The first stage: of the unit among those of its stratum.
  probability double precision not null check (probability > 0 and probability <= 1),
  -- 1 / (all stages): people for whom one planned complete stands.
  weight double precision not null check (weight > 0),
  completes integer not null check (completes >= 0),
  invitations integer not null check (invitations >= 0),
  primary key (plan_id, number),
  unique (plan_id, code)
);
create index on studies.sampled_unit (territory_id);
