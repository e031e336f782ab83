-- What people are told of their data before they answer, in numbered versions, each frozen.
create table studies.notice (
  id uuid primary key references ledger.subject,
  study_id uuid not null references studies.study,
  number integer not null check (number > 0),
  -- The short one, on every form: who is responsible, what for, how to refuse.
  simplified jsonb not null,
  -- The whole one, with legal basis and rights.
  integral jsonb not null,
  published_at timestamptz not null,
  published_by uuid references accounts.person,
  published_by_name text not null,
  unique (study_id, number)
);
create index on studies.notice (published_by);
create trigger notice_is_frozen before update or delete on studies.notice
  for each row execute function studies.refuse_change();

-- Which notice was accepted for which answers, before they were given.
create table studies.consent (
  component_id uuid not null references studies.component,
  instance_id text not null,
  notice_id uuid not null references studies.notice,
  language text not null,
  agreed_at timestamptz not null,
  primary key (component_id, instance_id)
);
create index on studies.consent (notice_id);

-- A further way to the same invitation: each message holds a link of its own, since the first is
-- not known any more.
create table studies.invitation_key (
  token_hash bytea primary key,
  invitation_id uuid not null references studies.invitation,
  issued_at timestamptz not null
);
create index on studies.invitation_key (invitation_id);

-- How somebody may be reached: apart from every answer, and erased on its day.
create table studies.invitation_contact (
  invitation_id uuid primary key references studies.invitation,
  email text not null,
  language text not null,
  erase_on date not null,
  added_at timestamptz not null
);
create index on studies.invitation_contact (erase_on);

-- Messages sent: the first is the invitation itself, the others remind. Never the same one twice.
create table studies.reminder (
  invitation_id uuid not null references studies.invitation,
  number integer not null check (number between 1 and 4),
  sent_at timestamptz not null,
  primary key (invitation_id, number)
);

-- What came of trying to reach somebody, as AAPOR counts it; the newest counts.
create table studies.contact_outcome (
  id uuid primary key,
  invitation_id uuid not null references studies.invitation,
  outcome text not null check (outcome in ('refused', 'not_reached', 'unable',
    'unknown_household', 'unknown_person', 'not_eligible')),
  note text,
  recorded_at timestamptz not null,
  -- Absent when the invited person declined on the form.
  recorded_by uuid references accounts.person,
  recorded_by_name text not null
);
create index on studies.contact_outcome (invitation_id, recorded_at);
create index on studies.contact_outcome (recorded_by);

-- The times in which anybody may answer; at most one is open.
create table studies.open_link (
  id uuid primary key,
  component_id uuid not null references studies.component,
  opened_at timestamptz not null,
  opened_by_name text not null,
  closed_at timestamptz,
  closed_by_name text,
  check ((closed_at is null) = (closed_by_name is null))
);
create unique index on studies.open_link (component_id) where closed_at is null;
create index open_link_component on studies.open_link (component_id);

-- One person's way through the form, saved page by page until it is sent. Then its answers are
-- erased here: they are in studies.submission.
create table studies.sitting (
  id uuid primary key,
  component_id uuid not null references studies.component,
  -- Of volunteers; who was invited comes back with the invitation.
  token_hash bytea unique,
  invitation_id uuid unique references studies.invitation,
  territory_id uuid references members.territory,
  notice_id uuid not null references studies.notice,
  instance_id text not null unique,
  language text not null,
  answers jsonb not null default '{}',
  -- Seconds from one saving to the next, by page.
  seconds jsonb not null default '{}',
  started_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 0,
  sent_at timestamptz,
  -- When its answers were erased: after thirty days, or because the person did not want to go on.
  erased_at timestamptz,
  check ((token_hash is null) <> (invitation_id is null))
);
create index on studies.sitting (component_id);
create index on studies.sitting (territory_id);
create index on studies.sitting (notice_id);

-- Files that were handed in with it, by the path of the item.
create table studies.sitting_file (
  sitting_id uuid not null references studies.sitting,
  path text not null,
  name text not null,
  sha256 text not null references files.blob,
  primary key (sitting_id, path)
);
create index on studies.sitting_file (sha256);
