create schema accounts;

create table accounts.person (
  id uuid primary key references ledger.subject,
  email text not null unique check (email = lower(email) and email like '_%@_%'),
  name text not null check (name <> ''),
  title text,
  password text,
  password_number integer not null default 0,
  language text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  invented boolean not null default false
);

-- A role, limited to one plan, organisation or territory; without a limit it holds everywhere.
create table accounts.role_grant (
  id uuid primary key,
  person_id uuid not null references accounts.person,
  role text not null check (role in ('administrator', 'officer', 'liaison', 'evaluator',
    'civil_society', 'moderator')),
  scope_id uuid references ledger.subject,
  granted_at timestamptz not null,
  granted_by uuid references accounts.person,
  revoked_at timestamptz,
  revoked_by uuid references accounts.person,
  check (scope_id is not null or role in ('administrator', 'moderator', 'evaluator'))
);
create index on accounts.role_grant (person_id);
create index on accounts.role_grant (scope_id);
create index on accounts.role_grant (granted_by);
create index on accounts.role_grant (revoked_by);
create unique index role_grant_once on accounts.role_grant (person_id, role, scope_id)
  nulls not distinct where revoked_at is null;

-- Nobody registers: somebody invites. Only the program invites without knowing whom, the first
-- administrator. The token itself is not kept.
create table accounts.invitation (
  id uuid primary key references ledger.subject,
  email text check (email = lower(email) and email like '_%@_%'),
  name text check (name <> ''),
  role text not null,
  scope_id uuid references ledger.subject,
  token_sha256 text not null unique,
  language text not null,
  invited_at timestamptz not null,
  invited_by uuid references accounts.person,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  person_id uuid references accounts.person,
  withdrawn_at timestamptz,
  check ((accepted_at is null) = (person_id is null)),
  check ((invited_by is null) = (email is null)),
  check ((invited_by is null) = (name is null)),
  check (accepted_at is null or withdrawn_at is null),
  check (expires_at > invited_at)
);
create index on accounts.invitation (scope_id);
create index on accounts.invitation (invited_by);
create index on accounts.invitation (person_id);

-- The tables of Spring Session, in the shape that it documents.
create table accounts.session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on accounts.session (expiry_time);
create index on accounts.session (principal_name);
create table accounts.session_attributes (
  session_primary_id char(36) not null references accounts.session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
