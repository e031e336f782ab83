-- One personal way to answer. Only the hash of its token is kept.
create table studies.invitation (
  id uuid primary key,
  component_id uuid not null references studies.component,
  unit integer not null,
  number integer not null check (number > 0),
  token_hash bytea not null unique,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (component_id, unit, number)
);

-- What was received and acknowledged. Never changed: an edit is a new row that replaces the old.
create table studies.submission (
  id bigint generated always as identity primary key,
  component_id uuid not null references studies.component,
  stream text not null check (stream in ('probability', 'volunteer')),
  mode text not null check (mode in ('web', 'phone', 'paper', 'file')),
  -- Given by the client; the same one twice is the same submission.
  instance_id text not null check (length(instance_id) between 1 and 200),
  -- Number of the drawn unit; absent for volunteers, who count by territory.
  unit integer,
  invitation_id uuid references studies.invitation,
  territory_id uuid references members.territory,
  language text not null,
  started_at timestamptz,
  finished_at timestamptz,
  received_at timestamptz not null,
  -- The app user's or the desk's name, and the device, as the client says it.
  collector text,
  device text,
  -- SHA-256 of the body as received: the same id with another body is a conflict.
  sha256 bytea not null,
  -- The XML of a phone, verbatim; absent for other modes.
  body text,
  -- Values by item path, as an XForm writes them; what was not asked is not there.
  answers jsonb not null,
  replaces_id bigint unique references studies.submission,
  -- Folded into sheets and tallies once its transaction is older than all that run.
  tx xid8 not null default pg_current_xact_id(),
  unique (component_id, instance_id),
  check (stream = 'volunteer' or unit is not null)
);
-- One answer per invitation; an edit names what it replaces.
create unique index on studies.submission (invitation_id) where replaces_id is null;
create index submission_invitation on studies.submission (invitation_id);
create index on studies.submission (territory_id);
create index on studies.submission (component_id, tx);

-- What reviewers say; the newest counts.
create table studies.review (
  id uuid primary key,
  submission_id bigint not null references studies.submission,
  state text not null check (state in ('approved', 'has_issues', 'rejected')),
  note text,
  reviewed_at timestamptz not null,
  reviewed_by uuid references accounts.person,
  reviewed_by_name text not null,
  check (state = 'approved' or note is not null)
);
create index on studies.review (submission_id);
create index on studies.review (reviewed_by);

-- What the program noticed by itself.
create table studies.flag (
  submission_id bigint not null references studies.submission,
  kind text not null check (kind in ('duplicate', 'speed', 'straight_line', 'extra_file',
    'missing_file', 'keyed_twice_differs')),
  detail text not null,
  noticed_at timestamptz not null,
  primary key (submission_id, kind, detail)
);

create table studies.attachment (
  submission_id bigint not null references studies.submission,
  name text not null,
  sha256 text not null references files.blob,
  -- Whether an answer names it; what no answer names is kept and flagged.
  expected boolean not null,
  primary key (submission_id, name)
);
create index on studies.attachment (sha256);

-- The coded answers of a submission that counts: a byte for each item of SheetCoding.
create table studies.sheet (
  submission_id bigint primary key references studies.submission,
  component_id uuid not null references studies.component,
  stream text not null,
  -- The drawn unit's number; of volunteers the municipality's official code, 0 when not known.
  unit integer not null,
  cell integer not null,
  codes bytea not null
);
create index on studies.sheet (component_id, stream, unit);

-- Running sums: how many sheets of a unit and cell hold a code. All moments follow from them,
-- since weights belong to units and cells. Item -1 counts the sheets themselves.
create table studies.tally (
  component_id uuid not null references studies.component,
  stream text not null,
  unit integer not null,
  cell integer not null,
  item integer not null,
  code integer not null,
  n bigint not null check (n >= 0),
  primary key (component_id, stream, unit, cell, item, code)
);

-- Up to where submissions are folded; its row is the lock of whoever folds.
create table studies.folding (
  component_id uuid primary key references studies.component,
  folded_to xid8 not null
);
