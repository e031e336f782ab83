create schema files;

-- The bytes lie outside the database, in a file named by their hash.
create table files.blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null,
  stored_at timestamptz not null
);

create schema evidence;

create table evidence.item (
  id uuid primary key references ledger.subject,
  kind text not null check (kind in ('file', 'link')),
  title jsonb not null,
  proves jsonb not null,
  author text,
  fact_on date,
  received_at timestamptz not null,
  licence text not null check (licence in ('cc_by_4', 'cc0', 'public_document', 'other', 'unknown')),
  has_personal_data boolean not null,
  sha256 text references files.blob,
  file_name text,
  url text check (url ~ '^https?://'),
  added_by uuid references accounts.person,
  added_by_name text not null,
  invented boolean not null default false,
  check ((kind = 'file') = (sha256 is not null)),
  check ((kind = 'file') = (file_name is not null)),
  check ((kind = 'link') = (url is not null))
);
create index on evidence.item (sha256);
create index on evidence.item (added_by);

-- What an item is evidence for.
create table evidence.attachment (
  item_id uuid not null references evidence.item,
  subject_id uuid not null references ledger.subject,
  attached_at timestamptz not null,
  attached_by uuid references accounts.person,
  primary key (subject_id, item_id)
);
create index on evidence.attachment (item_id);
create index on evidence.attachment (attached_by);

-- An item that no longer holds stays readable, with the reason.
create table evidence.withdrawal (
  item_id uuid primary key references evidence.item,
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid references accounts.person,
  withdrawn_by_name text not null
);
create index on evidence.withdrawal (withdrawn_by);
