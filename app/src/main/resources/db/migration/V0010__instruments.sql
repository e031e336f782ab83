create schema instruments;

-- What a study asks and how its answers become scores. Results point at a version, never at this.
create table instruments.instrument (
  id uuid primary key references ledger.subject,
  slug text not null unique,
  name jsonb not null,
  -- What it is for and whose it is, in a sentence.
  purpose jsonb,
  source text,
  invented boolean not null default false
);

create table instruments.version (
  id uuid primary key references ledger.subject,
  instrument_id uuid not null references instruments.instrument,
  number integer not null check (number > 0),
  -- Questions and rules in one document; see ReadDefinition.
  definition jsonb not null,
  -- Grows with each change of a draft: two editors find out about each other.
  revision integer not null default 0,
  -- Set when it is published, and nothing changes from then on.
  published_at timestamptz,
  published_by uuid references accounts.person,
  published_by_name text,
  -- SHA-256 of the definition as it is published: keys sorted, no white space.
  sha256 text,
  unique (instrument_id, number),
  check ((published_at is null) = (published_by_name is null)),
  check ((published_at is null) = (sha256 is null))
);
create index on instruments.version (published_by);

create function instruments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published version is frozen' using errcode = 'integrity_constraint_violation';
end $$;
create trigger version_is_frozen before update or delete on instruments.version
  for each row when (old.published_at is not null) execute function instruments.refuse_change();

-- Which item of a later version asks the same as one of an earlier version.
create table instruments.mapping (
  from_id uuid not null references instruments.version,
  from_item text not null,
  to_id uuid not null references instruments.version,
  to_item text not null,
  note text,
  primary key (from_id, to_id, from_item, to_item),
  check (from_id <> to_id)
);
create index on instruments.mapping (to_id);
