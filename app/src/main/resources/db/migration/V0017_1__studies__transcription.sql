-- A file of answers, from its dry run to the decision about it.
create table studies.import (
  id uuid primary key,
  component_id uuid not null references studies.component,
  stream text not null check (stream in ('probability', 'volunteer')),
  file_name text not null,
  -- The text as uploaded; after the decision only the lines that were not taken, with reasons.
  content text,
  uploaded_at timestamptz not null,
  uploaded_by uuid references accounts.person,
  uploaded_by_name text not null,
  decided_at timestamptz,
  -- New answers; those that were there before; lines that were left out.
  taken integer,
  known integer,
  refused integer,
  check ((decided_at is null) = (taken is null))
);
create index on studies.import (component_id);
create index on studies.import (uploaded_by);

-- A sheet that somebody filled in by hand.
create table studies.paper (
  id uuid primary key,
  component_id uuid not null references studies.component,
  -- What is written on it: the reference of its card, or the desk's own number.
  code text not null check (length(code) between 1 and 40),
  invitation_id uuid unique references studies.invitation,
  -- Of volunteers.
  territory_id uuid references members.territory,
  language text not null,
  begun_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references accounts.person,
  settled_by_name text,
  submission_id bigint references studies.submission,
  unique (component_id, code),
  check ((invitation_id is null) <> (territory_id is null)),
  check ((settled_at is null) = (submission_id is null))
);
create index on studies.paper (territory_id);
create index on studies.paper (settled_by);
create index on studies.paper (submission_id);

-- What one person read on it; two people key each sheet.
create table studies.keying (
  paper_id uuid not null references studies.paper,
  keyed_by uuid not null references accounts.person,
  keyed_by_name text not null,
  answers jsonb not null default '{}',
  last_page integer not null default 0,
  changed_at timestamptz not null,
  finished_at timestamptz,
  primary key (paper_id, keyed_by)
);
create index on studies.keying (keyed_by);
