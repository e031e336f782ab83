-- Running sums of what arrived, by the day of the institution; what an edit replaces is not counted
-- again, and what reviewers reject arrived all the same.
create table studies.arrival (
  component_id uuid not null references studies.component,
  stream text not null,
  mode text not null,
  day date not null,
  n bigint not null check (n >= 0),
  primary key (component_id, stream, mode, day)
);

-- The console asks for sheets by unit, and never for what they say.
create index tally_sheets on studies.tally (component_id, stream, unit) include (n) where item = -1;
create index invitation_in_the_field on studies.invitation (component_id, unit, issued_at)
  where withdrawn_at is null;
create index review_rejected on studies.review (submission_id) where state = 'rejected';
