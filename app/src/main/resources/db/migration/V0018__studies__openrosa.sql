-- Who brings answers in with a phone: no account, but a name and a secret that is shown once.
create table studies.collector (
  id uuid primary key,
  component_id uuid not null references studies.component,
  -- Makes the user name: campo-1, campo-2, …
  number integer not null check (number > 0),
  name text not null,
  -- SHA-256 of the secret, as it stands in the addresses of a phone.
  token_hash bytea not null unique,
  -- MD5 of user name, realm and secret, as Digest compares them. The secret is random: nobody
  -- guesses it from this.
  digest_hash text not null,
  added_at timestamptz not null,
  added_by uuid references accounts.person,
  added_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  unique (component_id, number),
  check ((withdrawn_at is null) = (withdrawn_by_name is null))
);
create index on studies.collector (added_by);

-- The drawn units that somebody works in; who has none works in all.
create table studies.collector_unit (
  collector_id uuid not null references studies.collector,
  unit integer not null,
  primary key (collector_id, unit)
);

-- What a phone sent and could not be taken in: kept as it came, so that nothing is lost. The same
-- once more is counted, not kept again.
create table studies.refusal (
  id uuid primary key,
  collector_id uuid not null references studies.collector,
  why text not null,
  detail text not null,
  sha256 bytea not null,
  body bytea not null,
  times integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  unique (collector_id, why, sha256)
);

-- Equal for answers that say the same thing, whoever sent them; 0 when there are too few to tell.
alter table studies.sheet add column likeness bigint not null default 0;
create index on studies.sheet (component_id, likeness, submission_id) where likeness <> 0;

-- Lists of submissions go from the newest to the oldest.
create index on studies.submission (component_id, id);
create index on studies.flag (kind, submission_id);
