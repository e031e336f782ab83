create schema members;

create table members.territory (
  id uuid primary key references ledger.subject,
  parent_id uuid references members.territory,
  level text not null check (level in ('country', 'state', 'municipality')),
  code text not null unique,
  slug text not null unique,
  name jsonb not null,
  census_year integer not null,
  population integer not null check (population >= 0),
  adults integer check (adults between 0 and population),
  female integer check (female between 0 and population),
  male integer check (male between 0 and population),
  indigenous_speakers integer check (indigenous_speakers between 0 and population),
  households integer check (households >= 0),
  households_with_internet integer check (households_with_internet between 0 and households),
  seat_lat double precision check (seat_lat between -90 and 90),
  seat_lon double precision check (seat_lon between -180 and 180),
  size_stratum text,
  check ((level = 'country') = (parent_id is null)),
  check ((level = 'municipality') = (size_stratum is not null)),
  check ((seat_lat is null) = (seat_lon is null))
);
create index on members.territory (parent_id);

create table members.organisation (
  id uuid primary key references ledger.subject,
  slug text not null unique,
  name jsonb not null,
  acronym text,
  kind text not null check (kind in ('guarantor', 'government', 'municipality', 'civil_society',
    'academia', 'monitoring_body', 'forum', 'ogp')),
  territory_id uuid references members.territory,
  description jsonb,
  valid_from date,
  valid_to date,
  successor_id uuid references members.organisation,
  invented boolean not null,
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  check (successor_id is null or successor_id <> id)
);
create index on members.organisation (territory_id);
create index on members.organisation (successor_id);

-- A person who holds a post in an organisation, with dates.
create table members.mandate (
  id uuid primary key,
  organisation_id uuid not null references members.organisation,
  person_name text not null check (person_name <> ''),
  post jsonb not null,
  since date,
  until date,
  invented boolean not null,
  check (until is null or since is null or until >= since)
);
create index on members.mandate (organisation_id);
