create schema glossary;

create table glossary.term (
  id uuid primary key references ledger.subject,
  slug text not null unique,
  category text not null,
  term jsonb not null,
  definition jsonb not null,
  source text
);
create table glossary.see_also (
  term_id uuid not null references glossary.term,
  other_id uuid not null references glossary.term,
  primary key (term_id, other_id),
  check (term_id <> other_id)
);
create index on glossary.see_also (other_id);

create schema comments;

create table comments.comment (
  id uuid primary key references ledger.subject,
  about_id uuid not null references ledger.subject,
  parent_id uuid references comments.comment,
  author_name text not null check (author_name <> ''),
  organisation_id uuid references members.organisation,
  person_id uuid references accounts.person,
  language text not null,
  body text not null check (length(body) between 1 and 5000),
  received_at timestamptz not null,
  invented boolean not null default false,
  check ((organisation_id is null) = (person_id is null))
);
create index on comments.comment (about_id);
create index on comments.comment (parent_id);
create index on comments.comment (organisation_id);
create index on comments.comment (person_id);

-- Never shown and kept apart, so that no query of the public page can reach it by accident.
create table comments.contact (
  comment_id uuid primary key references comments.comment,
  email text not null
);

create table comments.moderation (
  comment_id uuid primary key references comments.comment,
  decision text not null check (decision in ('published', 'rejected')),
  reason text,
  decided_at timestamptz not null,
  decided_by uuid references accounts.person,
  decided_by_name text not null,
  check (decision <> 'rejected' or reason <> '')
);
create index on comments.moderation (decided_by);
