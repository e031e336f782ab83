create schema ledger;

-- Whatever may be commented, evidenced or remembered has one row here, and shares its id with it.
create table ledger.subject (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z_]+$'),
  parent_id uuid references ledger.subject,
  path text not null unique check (path ~ '^(/[a-z0-9-]+)+$'),
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  created_at timestamptz not null
);
create index on ledger.subject (parent_id);

-- The public history: one line for every act, in the act's own transaction.
create table ledger.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  deed text not null check (deed ~ '^[a-z_]+([.][a-z_]+)+$'),
  subject_id uuid not null references ledger.subject,
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  is_public boolean not null
);
create index on ledger.entry (subject_id, id);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger only grows' using errcode = 'integrity_constraint_violation';
end $$;
create trigger entry_only_grows before update or delete on ledger.entry
  for each row execute function ledger.refuse_change();
create trigger entry_is_never_emptied before truncate on ledger.entry
  for each statement execute function ledger.refuse_change();

-- Every node hears which things changed: the subject of the entry and all that it is part of.
create function ledger.announce() returns trigger language plpgsql as $$
declare
  chain text;
begin
  with recursive up as (
    select id, parent_id from ledger.subject where id = new.subject_id
    union
    select s.id, s.parent_id from ledger.subject s join up on s.id = up.parent_id
  )
  select string_agg(id::text, ',') into chain from up;
  perform pg_notify('cabildo_changed', chain);
  return null;
end $$;
create trigger entry_is_announced after insert on ledger.entry
  for each row execute function ledger.announce();
