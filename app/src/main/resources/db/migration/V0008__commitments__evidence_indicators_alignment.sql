-- Evidence or it did not happen: a milestone closes as done only beside something that proves it.
create function commitments.done_needs_evidence() returns trigger language plpgsql as $$
begin
  if new.outcome = 'done' and not exists (
    select from evidence.attachment a
     where a.subject_id = new.milestone_id
       and not exists (select from evidence.withdrawal w where w.item_id = a.item_id)) then
    raise exception 'a milestone is done only with evidence'
      using errcode = 'check_violation', constraint = 'done_needs_evidence';
  end if;
  return null;
end $$;
create constraint trigger done_needs_evidence after insert or update on commitments.closure
  deferrable initially deferred
  for each row execute function commitments.done_needs_evidence();

create table commitments.indicator (
  id uuid primary key,
  commitment_id uuid not null references commitments.commitment,
  number integer not null check (number > 0),
  name jsonb not null,
  unit jsonb not null,
  baseline numeric,
  baseline_on date,
  no_baseline_reason jsonb,
  target numeric,
  latest numeric,
  latest_on date,
  source jsonb,
  invented boolean not null,
  unique (commitment_id, number),
  check ((baseline is null) = (no_baseline_reason is not null)),
  check ((latest is null) = (latest_on is null))
);

-- One commitment takes part in another, of its own or a wider plan.
create table commitments.alignment (
  commitment_id uuid not null references commitments.commitment,
  wider_id uuid not null references commitments.commitment,
  kind text not null check (kind in ('derived_from', 'contributes_to')),
  primary key (commitment_id, wider_id, kind),
  check (commitment_id <> wider_id)
);
create index on commitments.alignment (wider_id);
