create schema mail;

-- A letter to one person: from the transaction that wants it sent until it is forgotten. What it
-- says is dropped when it has been handed over, its address some days later.
create table mail.letter (
  id uuid primary key,
  -- The same letter is not written twice; no address is in it, since it is never erased.
  key text not null unique check (key !~ '@'),
  about_id uuid not null references ledger.subject,
  recipient text,
  subject text,
  body text,
  posted_at timestamptz not null,
  -- Handed to the server so often, or about to be.
  tries integer not null default 0 check (tries >= 0),
  -- Nobody takes it before; whoever takes it moves this on, so that it comes up again if he dies.
  due_at timestamptz not null,
  -- What the server said last, without addresses.
  error text,
  sent_at timestamptz,
  failed_at timestamptz,
  check (sent_at is null or failed_at is null),
  check ((subject is null) = (body is null)),
  check (sent_at is not null or failed_at is not null
    or (recipient is not null and subject is not null))
);
create index on mail.letter (about_id);
create index letter_waiting on mail.letter (due_at) where sent_at is null and failed_at is null;
create index letter_address on mail.letter (posted_at) where recipient is not null;
