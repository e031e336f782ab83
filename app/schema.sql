-- Written by GoldenSchemaTest from the catalogue. Not a migration.

create schema ledger;

create table ledger.entry (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  deed text not null,
  subject_id uuid not null,
  details jsonb default '{}'::jsonb not null,
  is_public boolean not null,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES ledger.subject(id),
  constraint entry_deed_check CHECK ((deed ~ '^[a-z_]+([.][a-z_]+)+$'::text)),
  constraint entry_details_check CHECK ((jsonb_typeof(details) = 'object'::text))
);
create INDEX entry_subject_id_id_idx ON ledger.entry USING btree (subject_id, id);

create table ledger.subject (
  id uuid not null,
  kind text not null,
  parent_id uuid,
  path text not null,
  title jsonb not null,
  created_at timestamp with time zone not null,
  constraint subject_path_key UNIQUE (path),
  constraint subject_pkey PRIMARY KEY (id),
  constraint subject_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES ledger.subject(id),
  constraint subject_kind_check CHECK ((kind ~ '^[a-z_]+$'::text)),
  constraint subject_path_check CHECK ((path ~ '^(/[a-z0-9-]+)+$'::text)),
  constraint subject_title_check CHECK ((jsonb_typeof(title) = 'object'::text))
);
create INDEX subject_parent_id_idx ON ledger.subject USING btree (parent_id);

CREATE OR REPLACE FUNCTION ledger.announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION ledger.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the ledger only grows' using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE TRIGGER entry_is_announced AFTER INSERT ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.announce();

CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER entry_only_grows BEFORE DELETE OR UPDATE ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();

create schema files;

create table files.blob (
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  stored_at timestamp with time zone not null,
  constraint blob_pkey PRIMARY KEY (sha256),
  constraint blob_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint blob_size_bytes_check CHECK ((size_bytes > 0))
);

create schema members;

create table members.mandate (
  id uuid not null,
  organisation_id uuid not null,
  person_name text not null,
  post jsonb not null,
  since date,
  until date,
  invented boolean not null,
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES members.organisation(id),
  constraint mandate_check CHECK (((until IS NULL) OR (since IS NULL) OR (until >= since))),
  constraint mandate_person_name_check CHECK ((person_name <> ''::text))
);
create INDEX mandate_organisation_id_idx ON members.mandate USING btree (organisation_id);

create table members.organisation (
  id uuid not null,
  slug text not null,
  name jsonb not null,
  acronym text,
  kind text not null,
  territory_id uuid,
  description jsonb,
  valid_from date,
  valid_to date,
  successor_id uuid,
  invented boolean not null,
  constraint organisation_slug_key UNIQUE (slug),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint organisation_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES members.organisation(id),
  constraint organisation_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint organisation_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from))),
  constraint organisation_check1 CHECK (((successor_id IS NULL) OR (successor_id <> id))),
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['guarantor'::text, 'government'::text, 'municipality'::text, 'civil_society'::text, 'academia'::text, 'monitoring_body'::text, 'forum'::text, 'ogp'::text])))
);
create INDEX organisation_successor_id_idx ON members.organisation USING btree (successor_id);
create INDEX organisation_territory_id_idx ON members.organisation USING btree (territory_id);

create table members.territory (
  id uuid not null,
  parent_id uuid,
  level text not null,
  code text not null,
  slug text not null,
  name jsonb not null,
  census_year integer not null,
  population integer not null,
  adults integer,
  female integer,
  male integer,
  indigenous_speakers integer,
  households integer,
  households_with_internet integer,
  seat_lat double precision,
  seat_lon double precision,
  size_stratum text,
  constraint territory_code_key UNIQUE (code),
  constraint territory_slug_key UNIQUE (slug),
  constraint territory_pkey PRIMARY KEY (id),
  constraint territory_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint territory_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES members.territory(id),
  constraint territory_check CHECK (((adults >= 0) AND (adults <= population))),
  constraint territory_check1 CHECK (((female >= 0) AND (female <= population))),
  constraint territory_check2 CHECK (((male >= 0) AND (male <= population))),
  constraint territory_check3 CHECK (((indigenous_speakers >= 0) AND (indigenous_speakers <= population))),
  constraint territory_check4 CHECK (((households_with_internet >= 0) AND (households_with_internet <= households))),
  constraint territory_check5 CHECK (((level = 'country'::text) = (parent_id IS NULL))),
  constraint territory_check6 CHECK (((level = 'municipality'::text) = (size_stratum IS NOT NULL))),
  constraint territory_check7 CHECK (((seat_lat IS NULL) = (seat_lon IS NULL))),
  constraint territory_households_check CHECK ((households >= 0)),
  constraint territory_level_check CHECK ((level = ANY (ARRAY['country'::text, 'state'::text, 'municipality'::text]))),
  constraint territory_population_check CHECK ((population >= 0)),
  constraint territory_seat_lat_check CHECK (((seat_lat >= ('-90'::integer)::double precision) AND (seat_lat <= (90)::double precision))),
  constraint territory_seat_lon_check CHECK (((seat_lon >= ('-180'::integer)::double precision) AND (seat_lon <= (180)::double precision)))
);
create INDEX territory_parent_id_idx ON members.territory USING btree (parent_id);

create schema mail;

create table mail.letter (
  id uuid not null,
  key text not null,
  about_id uuid not null,
  recipient text,
  subject text,
  body text,
  posted_at timestamp with time zone not null,
  tries integer default 0 not null,
  due_at timestamp with time zone not null,
  error text,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  constraint letter_key_key UNIQUE (key),
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_about_id_fkey FOREIGN KEY (about_id) REFERENCES ledger.subject(id),
  constraint letter_check CHECK (((sent_at IS NULL) OR (failed_at IS NULL))),
  constraint letter_check1 CHECK (((subject IS NULL) = (body IS NULL))),
  constraint letter_check2 CHECK (((sent_at IS NOT NULL) OR (failed_at IS NOT NULL) OR ((recipient IS NOT NULL) AND (subject IS NOT NULL)))),
  constraint letter_key_check CHECK ((key !~ '@'::text)),
  constraint letter_tries_check CHECK ((tries >= 0))
);
create INDEX letter_about_id_idx ON mail.letter USING btree (about_id);
create INDEX letter_address ON mail.letter USING btree (posted_at) WHERE (recipient IS NOT NULL);
create INDEX letter_waiting ON mail.letter USING btree (due_at) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));

create schema accounts;

create table accounts.invitation (
  id uuid not null,
  email text,
  name text,
  role text not null,
  scope_id uuid,
  token_sha256 text not null,
  language text not null,
  invited_at timestamp with time zone not null,
  invited_by uuid,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  person_id uuid,
  withdrawn_at timestamp with time zone,
  constraint invitation_token_sha256_key UNIQUE (token_sha256),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts.person(id),
  constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts.person(id),
  constraint invitation_scope_id_fkey FOREIGN KEY (scope_id) REFERENCES ledger.subject(id),
  constraint invitation_check CHECK (((accepted_at IS NULL) = (person_id IS NULL))),
  constraint invitation_check1 CHECK (((invited_by IS NULL) = (email IS NULL))),
  constraint invitation_check2 CHECK (((invited_by IS NULL) = (name IS NULL))),
  constraint invitation_check3 CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint invitation_check4 CHECK ((expires_at > invited_at)),
  constraint invitation_email_check CHECK (((email = lower(email)) AND (email ~~ '_%@_%'::text))),
  constraint invitation_name_check CHECK ((name <> ''::text))
);
create INDEX invitation_invited_by_idx ON accounts.invitation USING btree (invited_by);
create INDEX invitation_person_id_idx ON accounts.invitation USING btree (person_id);
create INDEX invitation_scope_id_idx ON accounts.invitation USING btree (scope_id);

create table accounts.person (
  id uuid not null,
  email text not null,
  name text not null,
  title text,
  password text,
  password_number integer default 0 not null,
  language text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  invented boolean default false not null,
  constraint person_email_key UNIQUE (email),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint person_email_check CHECK (((email = lower(email)) AND (email ~~ '_%@_%'::text))),
  constraint person_name_check CHECK ((name <> ''::text))
);

create table accounts.role_grant (
  id uuid not null,
  person_id uuid not null,
  role text not null,
  scope_id uuid,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES accounts.person(id),
  constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts.person(id),
  constraint role_grant_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES accounts.person(id),
  constraint role_grant_scope_id_fkey FOREIGN KEY (scope_id) REFERENCES ledger.subject(id),
  constraint role_grant_check CHECK (((scope_id IS NOT NULL) OR (role = ANY (ARRAY['administrator'::text, 'moderator'::text, 'evaluator'::text])))),
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'officer'::text, 'liaison'::text, 'evaluator'::text, 'civil_society'::text, 'moderator'::text])))
);
create INDEX role_grant_granted_by_idx ON accounts.role_grant USING btree (granted_by);
create UNIQUE INDEX role_grant_once ON accounts.role_grant USING btree (person_id, role, scope_id) NULLS NOT DISTINCT WHERE (revoked_at IS NULL);
create INDEX role_grant_person_id_idx ON accounts.role_grant USING btree (person_id);
create INDEX role_grant_revoked_by_idx ON accounts.role_grant USING btree (revoked_by);
create INDEX role_grant_scope_id_idx ON accounts.role_grant USING btree (scope_id);

create table accounts.session (
  primary_id character(36) not null,
  session_id character(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name character varying(100),
  constraint session_session_id_key UNIQUE (session_id),
  constraint session_pkey PRIMARY KEY (primary_id)
);
create INDEX session_expiry_time_idx ON accounts.session USING btree (expiry_time);
create INDEX session_principal_name_idx ON accounts.session USING btree (principal_name);

create table accounts.session_attributes (
  session_primary_id character(36) not null,
  attribute_name character varying(200) not null,
  attribute_bytes bytea not null,
  constraint session_attributes_pkey PRIMARY KEY (session_primary_id, attribute_name),
  constraint session_attributes_session_primary_id_fkey FOREIGN KEY (session_primary_id) REFERENCES accounts.session(primary_id) ON DELETE CASCADE
);

create schema evidence;

create table evidence.attachment (
  item_id uuid not null,
  subject_id uuid not null,
  attached_at timestamp with time zone not null,
  attached_by uuid,
  constraint attachment_pkey PRIMARY KEY (subject_id, item_id),
  constraint attachment_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES accounts.person(id),
  constraint attachment_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence.item(id),
  constraint attachment_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES ledger.subject(id)
);
create INDEX attachment_attached_by_idx ON evidence.attachment USING btree (attached_by);
create INDEX attachment_item_id_idx ON evidence.attachment USING btree (item_id);

create table evidence.item (
  id uuid not null,
  kind text not null,
  title jsonb not null,
  proves jsonb not null,
  author text,
  fact_on date,
  received_at timestamp with time zone not null,
  licence text not null,
  has_personal_data boolean not null,
  sha256 text,
  file_name text,
  url text,
  added_by uuid,
  added_by_name text not null,
  invented boolean default false not null,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts.person(id),
  constraint item_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint item_sha256_fkey FOREIGN KEY (sha256) REFERENCES files.blob(sha256),
  constraint item_check CHECK (((kind = 'file'::text) = (sha256 IS NOT NULL))),
  constraint item_check1 CHECK (((kind = 'file'::text) = (file_name IS NOT NULL))),
  constraint item_check2 CHECK (((kind = 'link'::text) = (url IS NOT NULL))),
  constraint item_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'link'::text]))),
  constraint item_licence_check CHECK ((licence = ANY (ARRAY['cc_by_4'::text, 'cc0'::text, 'public_document'::text, 'other'::text, 'unknown'::text]))),
  constraint item_url_check CHECK ((url ~ '^https?://'::text))
);
create INDEX item_added_by_idx ON evidence.item USING btree (added_by);
create INDEX item_sha256_idx ON evidence.item USING btree (sha256);

create table evidence.withdrawal (
  item_id uuid not null,
  reason text not null,
  withdrawn_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_by_name text not null,
  constraint withdrawal_pkey PRIMARY KEY (item_id),
  constraint withdrawal_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence.item(id),
  constraint withdrawal_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES accounts.person(id),
  constraint withdrawal_reason_check CHECK ((reason <> ''::text))
);
create INDEX withdrawal_withdrawn_by_idx ON evidence.withdrawal USING btree (withdrawn_by);

create schema instruments;

create table instruments.instrument (
  id uuid not null,
  slug text not null,
  name jsonb not null,
  purpose jsonb,
  source text,
  invented boolean default false not null,
  constraint instrument_slug_key UNIQUE (slug),
  constraint instrument_pkey PRIMARY KEY (id),
  constraint instrument_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id)
);

create table instruments.mapping (
  from_id uuid not null,
  from_item text not null,
  to_id uuid not null,
  to_item text not null,
  note text,
  constraint mapping_pkey PRIMARY KEY (from_id, to_id, from_item, to_item),
  constraint mapping_from_id_fkey FOREIGN KEY (from_id) REFERENCES instruments.version(id),
  constraint mapping_to_id_fkey FOREIGN KEY (to_id) REFERENCES instruments.version(id),
  constraint mapping_check CHECK ((from_id <> to_id))
);
create INDEX mapping_to_id_idx ON instruments.mapping USING btree (to_id);

create table instruments.version (
  id uuid not null,
  instrument_id uuid not null,
  number integer not null,
  definition jsonb not null,
  revision integer default 0 not null,
  published_at timestamp with time zone,
  published_by uuid,
  published_by_name text,
  sha256 text,
  constraint version_instrument_id_number_key UNIQUE (instrument_id, number),
  constraint version_pkey PRIMARY KEY (id),
  constraint version_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint version_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instruments.instrument(id),
  constraint version_published_by_fkey FOREIGN KEY (published_by) REFERENCES accounts.person(id),
  constraint version_check CHECK (((published_at IS NULL) = (published_by_name IS NULL))),
  constraint version_check1 CHECK (((published_at IS NULL) = (sha256 IS NULL))),
  constraint version_number_check CHECK ((number > 0))
);
create INDEX version_published_by_idx ON instruments.version USING btree (published_by);

CREATE OR REPLACE FUNCTION instruments.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a published version is frozen' using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE TRIGGER version_is_frozen BEFORE DELETE OR UPDATE ON instruments.version FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION instruments.refuse_change();

create schema glossary;

create table glossary.see_also (
  term_id uuid not null,
  other_id uuid not null,
  constraint see_also_pkey PRIMARY KEY (term_id, other_id),
  constraint see_also_other_id_fkey FOREIGN KEY (other_id) REFERENCES glossary.term(id),
  constraint see_also_term_id_fkey FOREIGN KEY (term_id) REFERENCES glossary.term(id),
  constraint see_also_check CHECK ((term_id <> other_id))
);
create INDEX see_also_other_id_idx ON glossary.see_also USING btree (other_id);

create table glossary.term (
  id uuid not null,
  slug text not null,
  category text not null,
  term jsonb not null,
  definition jsonb not null,
  source text,
  constraint term_slug_key UNIQUE (slug),
  constraint term_pkey PRIMARY KEY (id),
  constraint term_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id)
);

create schema comments;

create table comments.comment (
  id uuid not null,
  about_id uuid not null,
  parent_id uuid,
  author_name text not null,
  organisation_id uuid,
  person_id uuid,
  language text not null,
  body text not null,
  received_at timestamp with time zone not null,
  invented boolean default false not null,
  constraint comment_pkey PRIMARY KEY (id),
  constraint comment_about_id_fkey FOREIGN KEY (about_id) REFERENCES ledger.subject(id),
  constraint comment_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint comment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES members.organisation(id),
  constraint comment_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comments.comment(id),
  constraint comment_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts.person(id),
  constraint comment_author_name_check CHECK ((author_name <> ''::text)),
  constraint comment_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000))),
  constraint comment_check CHECK (((organisation_id IS NULL) = (person_id IS NULL)))
);
create INDEX comment_about_id_idx ON comments.comment USING btree (about_id);
create INDEX comment_organisation_id_idx ON comments.comment USING btree (organisation_id);
create INDEX comment_parent_id_idx ON comments.comment USING btree (parent_id);
create INDEX comment_person_id_idx ON comments.comment USING btree (person_id);

create table comments.contact (
  comment_id uuid not null,
  email text not null,
  constraint contact_pkey PRIMARY KEY (comment_id),
  constraint contact_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments.comment(id)
);

create table comments.moderation (
  comment_id uuid not null,
  decision text not null,
  reason text,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  decided_by_name text not null,
  constraint moderation_pkey PRIMARY KEY (comment_id),
  constraint moderation_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments.comment(id),
  constraint moderation_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts.person(id),
  constraint moderation_check CHECK (((decision <> 'rejected'::text) OR (reason <> ''::text))),
  constraint moderation_decision_check CHECK ((decision = ANY (ARRAY['published'::text, 'rejected'::text])))
);
create INDEX moderation_decided_by_idx ON comments.moderation USING btree (decided_by);

create schema plans;

create table plans.alias (
  alias text not null,
  plan_id uuid not null,
  constraint alias_pkey PRIMARY KEY (alias),
  constraint alias_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id)
);
create INDEX alias_plan_id_idx ON plans.alias USING btree (plan_id);

create table plans.member (
  plan_id uuid not null,
  territory_id uuid not null,
  constraint member_pkey PRIMARY KEY (plan_id, territory_id),
  constraint member_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id),
  constraint member_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id)
);
create INDEX member_territory_id_idx ON plans.member USING btree (territory_id);

create table plans.plan (
  id uuid not null,
  slug text not null,
  title jsonb not null,
  description jsonb,
  starts_on date not null,
  ends_on date not null,
  submitted_on date,
  state text not null,
  parent_id uuid,
  invented boolean not null,
  version integer default 0 not null,
  constraint plan_slug_key UNIQUE (slug),
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint plan_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES plans.plan(id),
  constraint plan_check CHECK ((ends_on > starts_on)),
  constraint plan_check1 CHECK (((parent_id IS NULL) OR (parent_id <> id))),
  constraint plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'co_creation'::text, 'endorsed'::text, 'submitted'::text, 'inception_review'::text, 'implementation'::text, 'ended'::text, 'closed'::text])))
);
create INDEX plan_parent_id_idx ON plans.plan USING btree (parent_id);

create table plans.role (
  id uuid not null,
  plan_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  since date,
  until date,
  constraint role_plan_id_organisation_id_role_key UNIQUE (plan_id, organisation_id, role),
  constraint role_pkey PRIMARY KEY (id),
  constraint role_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES members.organisation(id),
  constraint role_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id),
  constraint role_check CHECK (((until IS NULL) OR (since IS NULL) OR (until >= since))),
  constraint role_role_check CHECK ((role = ANY (ARRAY['convener'::text, 'implementing_agency'::text, 'guarantor'::text, 'monitoring_body'::text, 'facilitator'::text, 'civil_society'::text, 'academia'::text, 'forum'::text])))
);
create INDEX role_organisation_id_idx ON plans.role USING btree (organisation_id);

create schema commitments;

create table commitments.alignment (
  commitment_id uuid not null,
  wider_id uuid not null,
  kind text not null,
  constraint alignment_pkey PRIMARY KEY (commitment_id, wider_id, kind),
  constraint alignment_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments.commitment(id),
  constraint alignment_wider_id_fkey FOREIGN KEY (wider_id) REFERENCES commitments.commitment(id),
  constraint alignment_check CHECK ((commitment_id <> wider_id)),
  constraint alignment_kind_check CHECK ((kind = ANY (ARRAY['derived_from'::text, 'contributes_to'::text])))
);
create INDEX alignment_wider_id_idx ON commitments.alignment USING btree (wider_id);

create table commitments.closure (
  milestone_id uuid not null,
  outcome text not null,
  closed_on date not null,
  closing_text jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_by_name text not null,
  constraint closure_pkey PRIMARY KEY (milestone_id),
  constraint closure_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES commitments.milestone(id),
  constraint closure_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts.person(id),
  constraint closure_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'cancelled'::text])))
);
create INDEX closure_recorded_by_idx ON commitments.closure USING btree (recorded_by);

create table commitments.commitment (
  id uuid not null,
  plan_id uuid not null,
  code text,
  number integer not null,
  slug text not null,
  title jsonb not null,
  action jsonb,
  problem jsonb,
  status_quo jsonb,
  objective jsonb,
  kind text,
  starts_on date not null,
  ends_on date not null,
  ogp_values text[] not null,
  invented boolean not null,
  version integer default 0 not null,
  constraint commitment_code_key UNIQUE (code),
  constraint commitment_plan_id_number_key UNIQUE (plan_id, number),
  constraint commitment_slug_key UNIQUE (slug),
  constraint commitment_pkey PRIMARY KEY (id),
  constraint commitment_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint commitment_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id),
  constraint commitment_check CHECK ((ends_on >= starts_on)),
  constraint commitment_kind_check CHECK ((kind = ANY (ARRAY['co_created'::text, 'proactive'::text]))),
  constraint commitment_number_check CHECK ((number > 0)),
  constraint commitment_ogp_values_check CHECK ((ogp_values <@ ARRAY['access_to_information'::text, 'civic_participation'::text, 'public_accountability'::text, 'technology_and_innovation'::text]))
);

create table commitments.indicator (
  id uuid not null,
  commitment_id uuid not null,
  number integer not null,
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
  constraint indicator_commitment_id_number_key UNIQUE (commitment_id, number),
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments.commitment(id),
  constraint indicator_check CHECK (((baseline IS NULL) = (no_baseline_reason IS NOT NULL))),
  constraint indicator_check1 CHECK (((latest IS NULL) = (latest_on IS NULL))),
  constraint indicator_number_check CHECK ((number > 0))
);

create table commitments.line_of_action (
  id uuid not null,
  commitment_id uuid not null,
  number integer not null,
  slug text not null,
  title jsonb not null,
  description jsonb,
  invented boolean not null,
  constraint line_of_action_commitment_id_number_key UNIQUE (commitment_id, number),
  constraint line_of_action_slug_key UNIQUE (slug),
  constraint line_of_action_pkey PRIMARY KEY (id),
  constraint line_of_action_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments.commitment(id),
  constraint line_of_action_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint line_of_action_number_check CHECK ((number > 0))
);

create table commitments.milestone (
  id uuid not null,
  line_of_action_id uuid not null,
  number integer not null,
  slug text not null,
  title jsonb not null,
  description jsonb,
  means_of_verification jsonb not null,
  planned_start_on date not null,
  planned_end_on date not null,
  government_responsible_id uuid not null,
  civil_responsible_id uuid,
  territory_id uuid,
  invented boolean not null,
  version integer default 0 not null,
  constraint milestone_line_of_action_id_number_key UNIQUE (line_of_action_id, number),
  constraint milestone_slug_key UNIQUE (slug),
  constraint milestone_pkey PRIMARY KEY (id),
  constraint milestone_civil_responsible_id_fkey FOREIGN KEY (civil_responsible_id) REFERENCES members.organisation(id),
  constraint milestone_government_responsible_id_fkey FOREIGN KEY (government_responsible_id) REFERENCES members.organisation(id),
  constraint milestone_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint milestone_line_of_action_id_fkey FOREIGN KEY (line_of_action_id) REFERENCES commitments.line_of_action(id),
  constraint milestone_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint milestone_check CHECK ((planned_end_on >= planned_start_on)),
  constraint milestone_number_check CHECK ((number > 0))
);
create INDEX milestone_civil_responsible_id_idx ON commitments.milestone USING btree (civil_responsible_id);
create INDEX milestone_government_responsible_id_idx ON commitments.milestone USING btree (government_responsible_id);
create INDEX milestone_territory_id_idx ON commitments.milestone USING btree (territory_id);

create table commitments.progress (
  id uuid not null,
  milestone_id uuid not null,
  reported_on date not null,
  percent smallint,
  note jsonb not null,
  difficulties jsonb,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_by_name text not null,
  constraint progress_pkey PRIMARY KEY (id),
  constraint progress_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES commitments.milestone(id),
  constraint progress_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts.person(id),
  constraint progress_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
);
create INDEX progress_milestone_id_reported_on_idx ON commitments.progress USING btree (milestone_id, reported_on);
create INDEX progress_recorded_by_idx ON commitments.progress USING btree (recorded_by);

create table commitments.responsible (
  commitment_id uuid not null,
  organisation_id uuid not null,
  part text not null,
  constraint responsible_pkey PRIMARY KEY (commitment_id, organisation_id),
  constraint responsible_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments.commitment(id),
  constraint responsible_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES members.organisation(id),
  constraint responsible_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'support'::text])))
);
create INDEX responsible_organisation_id_idx ON commitments.responsible USING btree (organisation_id);

create table commitments.start (
  milestone_id uuid not null,
  started_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_by_name text not null,
  constraint start_pkey PRIMARY KEY (milestone_id),
  constraint start_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES commitments.milestone(id),
  constraint start_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts.person(id)
);
create INDEX start_recorded_by_idx ON commitments.start USING btree (recorded_by);

CREATE OR REPLACE FUNCTION commitments.done_needs_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.outcome = 'done' and not exists (
    select from evidence.attachment a
     where a.subject_id = new.milestone_id
       and not exists (select from evidence.withdrawal w where w.item_id = a.item_id)) then
    raise exception 'a milestone is done only with evidence'
      using errcode = 'check_violation', constraint = 'done_needs_evidence';
  end if;
  return null;
end $function$
;

CREATE CONSTRAINT TRIGGER done_needs_evidence AFTER INSERT OR UPDATE ON commitments.closure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION commitments.done_needs_evidence();

create schema studies;

create table studies.assessment (
  id uuid not null,
  component_id uuid not null,
  territory_id uuid not null,
  due_on date not null,
  reply_days integer not null,
  coders integer not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  opened_by_name text not null,
  constraint assessment_component_id_territory_id_key UNIQUE (component_id, territory_id),
  constraint assessment_pkey PRIMARY KEY (id),
  constraint assessment_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint assessment_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint assessment_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES accounts.person(id),
  constraint assessment_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint assessment_coders_check CHECK ((coders = ANY (ARRAY[1, 2]))),
  constraint assessment_reply_days_check CHECK (((reply_days >= 1) AND (reply_days <= 60)))
);
create INDEX assessment_opened_by_idx ON studies.assessment USING btree (opened_by);
create INDEX assessment_territory_id_idx ON studies.assessment USING btree (territory_id);

create table studies.assessment_answer (
  id bigint generated always as identity not null,
  assessment_id uuid not null,
  coding_id uuid,
  path text not null,
  value text,
  state text,
  reason text,
  retry_on date,
  link text,
  evidence_id uuid,
  place text,
  norm text,
  comment text,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  answered_by_name text not null,
  constraint assessment_answer_pkey PRIMARY KEY (id),
  constraint assessment_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts.person(id),
  constraint assessment_answer_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES studies.assessment(id),
  constraint assessment_answer_coding_id_fkey FOREIGN KEY (coding_id) REFERENCES studies.assessment_coding(id),
  constraint assessment_answer_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence.item(id),
  constraint assessment_answer_check CHECK (((value IS NULL) OR (state IS NULL))),
  constraint assessment_answer_check1 CHECK (((state IS NULL) = (reason IS NULL))),
  constraint assessment_answer_check2 CHECK (((NOT (state IS DISTINCT FROM 'not_accessible'::text)) = (retry_on IS NOT NULL))),
  constraint assessment_answer_state_check CHECK ((state = ANY (ARRAY['not_applicable'::text, 'not_reported'::text, 'not_accessible'::text, 'refused'::text])))
);
create INDEX assessment_answer_answered_by_idx ON studies.assessment_answer USING btree (answered_by);
create INDEX assessment_answer_assessment_id_path_id_idx ON studies.assessment_answer USING btree (assessment_id, path, id);
create INDEX assessment_answer_coding_id_idx ON studies.assessment_answer USING btree (coding_id);
create INDEX assessment_answer_evidence_id_idx ON studies.assessment_answer USING btree (evidence_id);

create table studies.assessment_coding (
  id uuid not null,
  assessment_id uuid not null,
  number integer not null,
  person_id uuid not null,
  person_name text not null,
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint assessment_coding_assessment_id_number_key UNIQUE (assessment_id, number),
  constraint assessment_coding_assessment_id_person_id_key UNIQUE (assessment_id, person_id),
  constraint assessment_coding_pkey PRIMARY KEY (id),
  constraint assessment_coding_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES studies.assessment(id),
  constraint assessment_coding_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts.person(id),
  constraint assessment_coding_number_check CHECK ((number = ANY (ARRAY[1, 2])))
);
create INDEX assessment_coding_person_id_idx ON studies.assessment_coding USING btree (person_id);

create table studies.assessment_conclusion (
  assessment_id uuid not null,
  concluded_at timestamp with time zone not null,
  concluded_by uuid,
  concluded_by_name text not null,
  constraint assessment_conclusion_pkey PRIMARY KEY (assessment_id),
  constraint assessment_conclusion_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES studies.assessment(id),
  constraint assessment_conclusion_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES accounts.person(id)
);
create INDEX assessment_conclusion_concluded_by_idx ON studies.assessment_conclusion USING btree (concluded_by);

create table studies.assessment_preliminary (
  assessment_id uuid not null,
  reply_until date not null,
  is_public boolean not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  issued_by_name text not null,
  constraint assessment_preliminary_pkey PRIMARY KEY (assessment_id),
  constraint assessment_preliminary_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES studies.assessment(id),
  constraint assessment_preliminary_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES accounts.person(id)
);
create INDEX assessment_preliminary_issued_by_idx ON studies.assessment_preliminary USING btree (issued_by);

create table studies.assessment_signature (
  assessment_id uuid not null,
  head_name text not null,
  head_post text not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  signed_by_name text not null,
  sha256 text not null,
  constraint assessment_signature_pkey PRIMARY KEY (assessment_id),
  constraint assessment_signature_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES studies.assessment(id),
  constraint assessment_signature_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES accounts.person(id)
);
create INDEX assessment_signature_signed_by_idx ON studies.assessment_signature USING btree (signed_by);

create table studies.attachment (
  submission_id bigint not null,
  name text not null,
  sha256 text not null,
  expected boolean not null,
  constraint attachment_pkey PRIMARY KEY (submission_id, name),
  constraint attachment_sha256_fkey FOREIGN KEY (sha256) REFERENCES files.blob(sha256),
  constraint attachment_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES studies.submission(id)
);
create INDEX attachment_sha256_idx ON studies.attachment USING btree (sha256);

create table studies.collector (
  id uuid not null,
  component_id uuid not null,
  number integer not null,
  name text not null,
  token_hash bytea not null,
  digest_hash text not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  added_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  constraint collector_component_id_number_key UNIQUE (component_id, number),
  constraint collector_token_hash_key UNIQUE (token_hash),
  constraint collector_pkey PRIMARY KEY (id),
  constraint collector_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts.person(id),
  constraint collector_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint collector_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL))),
  constraint collector_number_check CHECK ((number > 0))
);
create INDEX collector_added_by_idx ON studies.collector USING btree (added_by);

create table studies.collector_unit (
  collector_id uuid not null,
  unit integer not null,
  constraint collector_unit_pkey PRIMARY KEY (collector_id, unit),
  constraint collector_unit_collector_id_fkey FOREIGN KEY (collector_id) REFERENCES studies.collector(id)
);

create table studies.component (
  id uuid not null,
  study_id uuid not null,
  perspective text not null,
  version_id uuid not null,
  form_id text not null,
  constraint component_form_id_key UNIQUE (form_id),
  constraint component_study_id_perspective_key UNIQUE (study_id, perspective),
  constraint component_pkey PRIMARY KEY (id),
  constraint component_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint component_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies.study(id),
  constraint component_version_id_fkey FOREIGN KEY (version_id) REFERENCES instruments.version(id),
  constraint component_form_id_check CHECK ((form_id ~ '^[a-z][a-z0-9_]{0,63}$'::text)),
  constraint component_perspective_check CHECK ((perspective = ANY (ARRAY['institution'::text, 'desk'::text, 'simulated'::text, 'citizen'::text])))
);
create INDEX component_version_id_idx ON studies.component USING btree (version_id);

create table studies.consent (
  component_id uuid not null,
  instance_id text not null,
  notice_id uuid not null,
  language text not null,
  agreed_at timestamp with time zone not null,
  constraint consent_pkey PRIMARY KEY (component_id, instance_id),
  constraint consent_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint consent_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES studies.notice(id)
);
create INDEX consent_notice_id_idx ON studies.consent USING btree (notice_id);

create table studies.contact_outcome (
  id uuid not null,
  invitation_id uuid not null,
  outcome text not null,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_by_name text not null,
  constraint contact_outcome_pkey PRIMARY KEY (id),
  constraint contact_outcome_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES studies.invitation(id),
  constraint contact_outcome_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts.person(id),
  constraint contact_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['refused'::text, 'not_reached'::text, 'unable'::text, 'unknown_household'::text, 'unknown_person'::text, 'not_eligible'::text])))
);
create INDEX contact_outcome_invitation_id_recorded_at_idx ON studies.contact_outcome USING btree (invitation_id, recorded_at);
create INDEX contact_outcome_recorded_by_idx ON studies.contact_outcome USING btree (recorded_by);

create table studies.draw (
  plan_id uuid not null,
  seed text not null,
  drawn_at timestamp with time zone not null,
  drawn_by uuid,
  drawn_by_name text not null,
  constraint draw_pkey PRIMARY KEY (plan_id),
  constraint draw_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES accounts.person(id),
  constraint draw_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES studies.plan(id)
);
create INDEX draw_drawn_by_idx ON studies.draw USING btree (drawn_by);

create table studies.flag (
  submission_id bigint not null,
  kind text not null,
  detail text not null,
  noticed_at timestamp with time zone not null,
  constraint flag_pkey PRIMARY KEY (submission_id, kind, detail),
  constraint flag_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES studies.submission(id),
  constraint flag_kind_check CHECK ((kind = ANY (ARRAY['duplicate'::text, 'speed'::text, 'straight_line'::text, 'extra_file'::text, 'missing_file'::text, 'keyed_twice_differs'::text])))
);
create INDEX flag_kind_submission_id_idx ON studies.flag USING btree (kind, submission_id);

create table studies.folding (
  component_id uuid not null,
  folded_to xid8 not null,
  constraint folding_pkey PRIMARY KEY (component_id),
  constraint folding_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id)
);

create table studies.frame (
  id uuid not null,
  study_id uuid not null,
  number integer not null,
  source jsonb not null,
  reference_on date not null,
  coverage double precision not null,
  sha256 text not null,
  taken_at timestamp with time zone not null,
  constraint frame_study_id_number_key UNIQUE (study_id, number),
  constraint frame_pkey PRIMARY KEY (id),
  constraint frame_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint frame_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies.study(id),
  constraint frame_coverage_check CHECK (((coverage > (0)::double precision) AND (coverage <= (1)::double precision))),
  constraint frame_number_check CHECK ((number > 0))
);

create table studies.frame_unit (
  frame_id uuid not null,
  code text not null,
  name text not null,
  territory_id uuid not null,
  stratum text not null,
  size integer not null,
  constraint frame_unit_pkey PRIMARY KEY (frame_id, code),
  constraint frame_unit_frame_id_fkey FOREIGN KEY (frame_id) REFERENCES studies.frame(id),
  constraint frame_unit_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint frame_unit_size_check CHECK ((size >= 0))
);
create INDEX frame_unit_territory_id_idx ON studies.frame_unit USING btree (territory_id);

create table studies.import (
  id uuid not null,
  component_id uuid not null,
  stream text not null,
  file_name text not null,
  content text,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid,
  uploaded_by_name text not null,
  decided_at timestamp with time zone,
  taken integer,
  known integer,
  refused integer,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint import_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES accounts.person(id),
  constraint import_check CHECK (((decided_at IS NULL) = (taken IS NULL))),
  constraint import_stream_check CHECK ((stream = ANY (ARRAY['probability'::text, 'volunteer'::text])))
);
create INDEX import_component_id_idx ON studies.import USING btree (component_id);
create INDEX import_uploaded_by_idx ON studies.import USING btree (uploaded_by);

create table studies.invitation (
  id uuid not null,
  component_id uuid not null,
  unit integer not null,
  number integer not null,
  token_hash bytea not null,
  issued_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint invitation_component_id_unit_number_key UNIQUE (component_id, unit, number),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint invitation_number_check CHECK ((number > 0))
);

create table studies.invitation_contact (
  invitation_id uuid not null,
  email text not null,
  language text not null,
  erase_on date not null,
  added_at timestamp with time zone not null,
  constraint invitation_contact_pkey PRIMARY KEY (invitation_id),
  constraint invitation_contact_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES studies.invitation(id)
);
create INDEX invitation_contact_erase_on_idx ON studies.invitation_contact USING btree (erase_on);

create table studies.invitation_key (
  token_hash bytea not null,
  invitation_id uuid not null,
  issued_at timestamp with time zone not null,
  constraint invitation_key_pkey PRIMARY KEY (token_hash),
  constraint invitation_key_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES studies.invitation(id)
);
create INDEX invitation_key_invitation_id_idx ON studies.invitation_key USING btree (invitation_id);

create table studies.keying (
  paper_id uuid not null,
  keyed_by uuid not null,
  keyed_by_name text not null,
  answers jsonb default '{}'::jsonb not null,
  last_page integer default 0 not null,
  changed_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint keying_pkey PRIMARY KEY (paper_id, keyed_by),
  constraint keying_keyed_by_fkey FOREIGN KEY (keyed_by) REFERENCES accounts.person(id),
  constraint keying_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES studies.paper(id)
);
create INDEX keying_keyed_by_idx ON studies.keying USING btree (keyed_by);

create table studies.notice (
  id uuid not null,
  study_id uuid not null,
  number integer not null,
  simplified jsonb not null,
  integral jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  published_by_name text not null,
  constraint notice_study_id_number_key UNIQUE (study_id, number),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint notice_published_by_fkey FOREIGN KEY (published_by) REFERENCES accounts.person(id),
  constraint notice_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies.study(id),
  constraint notice_number_check CHECK ((number > 0))
);
create INDEX notice_published_by_idx ON studies.notice USING btree (published_by);

create table studies.objection (
  id uuid not null,
  assessment_id uuid not null,
  path text not null,
  text text not null,
  link text,
  filed_at timestamp with time zone not null,
  filed_by uuid not null,
  filed_by_name text not null,
  constraint objection_assessment_id_path_key UNIQUE (assessment_id, path),
  constraint objection_pkey PRIMARY KEY (id),
  constraint objection_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES studies.assessment(id),
  constraint objection_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES accounts.person(id)
);
create INDEX objection_filed_by_idx ON studies.objection USING btree (filed_by);

create table studies.open_link (
  id uuid not null,
  component_id uuid not null,
  opened_at timestamp with time zone not null,
  opened_by_name text not null,
  closed_at timestamp with time zone,
  closed_by_name text,
  constraint open_link_pkey PRIMARY KEY (id),
  constraint open_link_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint open_link_check CHECK (((closed_at IS NULL) = (closed_by_name IS NULL)))
);
create INDEX open_link_component ON studies.open_link USING btree (component_id);
create UNIQUE INDEX open_link_component_id_idx ON studies.open_link USING btree (component_id) WHERE (closed_at IS NULL);

create table studies.paper (
  id uuid not null,
  component_id uuid not null,
  code text not null,
  invitation_id uuid,
  territory_id uuid,
  language text not null,
  begun_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_by_name text,
  submission_id bigint,
  constraint paper_component_id_code_key UNIQUE (component_id, code),
  constraint paper_invitation_id_key UNIQUE (invitation_id),
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint paper_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES studies.invitation(id),
  constraint paper_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES accounts.person(id),
  constraint paper_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES studies.submission(id),
  constraint paper_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint paper_check CHECK (((invitation_id IS NULL) <> (territory_id IS NULL))),
  constraint paper_check1 CHECK (((settled_at IS NULL) = (submission_id IS NULL))),
  constraint paper_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40)))
);
create INDEX paper_settled_by_idx ON studies.paper USING btree (settled_by);
create INDEX paper_submission_id_idx ON studies.paper USING btree (submission_id);
create INDEX paper_territory_id_idx ON studies.paper USING btree (territory_id);

create table studies.persona (
  id uuid not null,
  round_id uuid not null,
  alias text not null,
  constraint persona_round_id_alias_key UNIQUE (round_id, alias),
  constraint persona_pkey PRIMARY KEY (id),
  constraint persona_round_id_fkey FOREIGN KEY (round_id) REFERENCES studies.request_round(id)
);

create table studies.persona_keeper (
  persona_id uuid not null,
  person_id uuid not null,
  named_at timestamp with time zone not null,
  constraint persona_keeper_pkey PRIMARY KEY (persona_id),
  constraint persona_keeper_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts.person(id),
  constraint persona_keeper_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES studies.persona(id)
);
create INDEX persona_keeper_person_id_idx ON studies.persona_keeper USING btree (person_id);

create table studies.phase (
  study_id uuid not null,
  phase text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid,
  entered_by_name text not null,
  constraint phase_pkey PRIMARY KEY (study_id, phase),
  constraint phase_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES accounts.person(id),
  constraint phase_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies.study(id),
  constraint phase_phase_check CHECK ((phase = ANY (ARRAY['registered'::text, 'opened'::text, 'closed'::text, 'published'::text])))
);
create INDEX phase_entered_by_idx ON studies.phase USING btree (entered_by);

create table studies.plan (
  id uuid not null,
  study_id uuid not null,
  frame_id uuid not null,
  template text not null,
  terms jsonb not null,
  seed_commitment text,
  revision integer default 0 not null,
  registered_at timestamp with time zone,
  registered_by uuid,
  registered_by_name text,
  sha256 text,
  constraint plan_study_id_key UNIQUE (study_id),
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_frame_id_fkey FOREIGN KEY (frame_id) REFERENCES studies.frame(id),
  constraint plan_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint plan_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES accounts.person(id),
  constraint plan_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies.study(id),
  constraint plan_check CHECK (((registered_at IS NULL) = (sha256 IS NULL))),
  constraint plan_template_check CHECK ((template = ANY (ARRAY['every_municipality'::text, 'state_only'::text])))
);
create INDEX plan_frame_id_idx ON studies.plan USING btree (frame_id);
create INDEX plan_registered_by_idx ON studies.plan USING btree (registered_by);

create table studies.plan_stratum (
  plan_id uuid not null,
  stratum text not null,
  population bigint not null,
  frame_units integer not null,
  drawn_units integer not null,
  completes integer not null,
  invitations integer not null,
  constraint plan_stratum_pkey PRIMARY KEY (plan_id, stratum),
  constraint plan_stratum_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES studies.plan(id),
  constraint plan_stratum_check CHECK ((invitations >= completes)),
  constraint plan_stratum_completes_check CHECK ((completes >= 0)),
  constraint plan_stratum_drawn_units_check CHECK ((drawn_units >= 0))
);

create table studies.refusal (
  id uuid not null,
  collector_id uuid not null,
  why text not null,
  detail text not null,
  sha256 bytea not null,
  body bytea not null,
  times integer default 1 not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint refusal_collector_id_why_sha256_key UNIQUE (collector_id, why, sha256),
  constraint refusal_pkey PRIMARY KEY (id),
  constraint refusal_collector_id_fkey FOREIGN KEY (collector_id) REFERENCES studies.collector(id)
);

create table studies.reminder (
  invitation_id uuid not null,
  number integer not null,
  sent_at timestamp with time zone not null,
  constraint reminder_pkey PRIMARY KEY (invitation_id, number),
  constraint reminder_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES studies.invitation(id),
  constraint reminder_number_check CHECK (((number >= 1) AND (number <= 4)))
);

create table studies.request (
  id uuid not null,
  template_id uuid not null,
  territory_id uuid not null,
  persona_id uuid not null,
  channel text not null,
  sent_on date,
  acknowledged_on date,
  answered_on date,
  answer text,
  revision integer default 0 not null,
  constraint request_template_id_territory_id_key UNIQUE (template_id, territory_id),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES studies.persona(id),
  constraint request_template_id_fkey FOREIGN KEY (template_id) REFERENCES studies.request_template(id),
  constraint request_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint request_channel_check CHECK ((channel = ANY (ARRAY['platform'::text, 'email'::text, 'desk'::text, 'phone'::text, 'web'::text]))),
  constraint request_check CHECK (((acknowledged_on IS NULL) OR ((sent_on IS NOT NULL) AND (acknowledged_on >= sent_on)))),
  constraint request_check1 CHECK (((answered_on IS NULL) OR ((sent_on IS NOT NULL) AND (answered_on >= sent_on))))
);
create INDEX request_persona_id_idx ON studies.request USING btree (persona_id);
create INDEX request_territory_id_idx ON studies.request USING btree (territory_id);

create table studies.request_coding (
  request_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  received boolean not null,
  clear integer,
  complete integer,
  is_true boolean,
  note text,
  coded_at timestamp with time zone not null,
  constraint request_coding_pkey PRIMARY KEY (request_id, person_id),
  constraint request_coding_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts.person(id),
  constraint request_coding_request_id_fkey FOREIGN KEY (request_id) REFERENCES studies.request(id),
  constraint request_coding_check CHECK (((received = (clear IS NOT NULL)) AND (received = (complete IS NOT NULL)))),
  constraint request_coding_clear_check CHECK (((clear >= 0) AND (clear <= 2))),
  constraint request_coding_complete_check CHECK (((complete >= 0) AND (complete <= 2)))
);
create INDEX request_coding_person_id_idx ON studies.request_coding USING btree (person_id);

create table studies.request_round (
  id uuid not null,
  study_id uuid not null,
  number integer not null,
  term_days integer not null,
  norm text not null,
  coders integer not null,
  begun_at timestamp with time zone not null,
  begun_by_name text not null,
  closed_at timestamp with time zone,
  closed_by_name text,
  debriefed_at timestamp with time zone,
  constraint request_round_study_id_number_key UNIQUE (study_id, number),
  constraint request_round_pkey PRIMARY KEY (id),
  constraint request_round_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint request_round_study_id_fkey FOREIGN KEY (study_id) REFERENCES studies.study(id),
  constraint request_round_check CHECK (((closed_at IS NULL) = (closed_by_name IS NULL))),
  constraint request_round_check1 CHECK (((debriefed_at IS NULL) OR (closed_at IS NOT NULL))),
  constraint request_round_coders_check CHECK ((coders = ANY (ARRAY[1, 2]))),
  constraint request_round_number_check CHECK ((number > 0)),
  constraint request_round_term_days_check CHECK (((term_days >= 1) AND (term_days <= 60)))
);

create table studies.request_template (
  id uuid not null,
  round_id uuid not null,
  number integer not null,
  topic text not null,
  body text not null,
  known_answer text,
  constraint request_template_round_id_number_key UNIQUE (round_id, number),
  constraint request_template_pkey PRIMARY KEY (id),
  constraint request_template_round_id_fkey FOREIGN KEY (round_id) REFERENCES studies.request_round(id),
  constraint request_template_number_check CHECK ((number > 0))
);

create table studies.resolution (
  objection_id uuid not null,
  outcome text not null,
  reason text not null,
  value text,
  resolved_at timestamp with time zone not null,
  resolved_by uuid not null,
  resolved_by_name text not null,
  constraint resolution_pkey PRIMARY KEY (objection_id),
  constraint resolution_objection_id_fkey FOREIGN KEY (objection_id) REFERENCES studies.objection(id),
  constraint resolution_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES accounts.person(id),
  constraint resolution_check CHECK (((outcome = 'partly'::text) = (value IS NOT NULL))),
  constraint resolution_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text])))
);
create INDEX resolution_resolved_by_idx ON studies.resolution USING btree (resolved_by);

create table studies.review (
  id uuid not null,
  submission_id bigint not null,
  state text not null,
  note text,
  reviewed_at timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_by_name text not null,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES accounts.person(id),
  constraint review_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES studies.submission(id),
  constraint review_check CHECK (((state = 'approved'::text) OR (note IS NOT NULL))),
  constraint review_state_check CHECK ((state = ANY (ARRAY['approved'::text, 'has_issues'::text, 'rejected'::text])))
);
create INDEX review_reviewed_by_idx ON studies.review USING btree (reviewed_by);
create INDEX review_submission_id_idx ON studies.review USING btree (submission_id);

create table studies.sampled_unit (
  plan_id uuid not null,
  number integer not null,
  code text not null,
  name text not null,
  territory_id uuid not null,
  stratum text not null,
  size integer not null,
  probability double precision not null,
  weight double precision not null,
  completes integer not null,
  invitations integer not null,
  constraint sampled_unit_plan_id_code_key UNIQUE (plan_id, code),
  constraint sampled_unit_pkey PRIMARY KEY (plan_id, number),
  constraint sampled_unit_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES studies.plan(id),
  constraint sampled_unit_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint sampled_unit_completes_check CHECK ((completes >= 0)),
  constraint sampled_unit_invitations_check CHECK ((invitations >= 0)),
  constraint sampled_unit_number_check CHECK ((number >= 0)),
  constraint sampled_unit_probability_check CHECK (((probability > (0)::double precision) AND (probability <= (1)::double precision))),
  constraint sampled_unit_weight_check CHECK ((weight > (0)::double precision))
);
create INDEX sampled_unit_territory_id_idx ON studies.sampled_unit USING btree (territory_id);

create table studies.sheet (
  submission_id bigint not null,
  component_id uuid not null,
  stream text not null,
  unit integer not null,
  cell integer not null,
  codes bytea not null,
  likeness bigint default 0 not null,
  constraint sheet_pkey PRIMARY KEY (submission_id),
  constraint sheet_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint sheet_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES studies.submission(id)
);
create INDEX sheet_component_id_likeness_submission_id_idx ON studies.sheet USING btree (component_id, likeness, submission_id) WHERE (likeness <> 0);
create INDEX sheet_component_id_stream_unit_idx ON studies.sheet USING btree (component_id, stream, unit);

create table studies.sitting (
  id uuid not null,
  component_id uuid not null,
  token_hash bytea,
  invitation_id uuid,
  territory_id uuid,
  notice_id uuid not null,
  instance_id text not null,
  language text not null,
  answers jsonb default '{}'::jsonb not null,
  seconds jsonb default '{}'::jsonb not null,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer default 0 not null,
  sent_at timestamp with time zone,
  erased_at timestamp with time zone,
  constraint sitting_instance_id_key UNIQUE (instance_id),
  constraint sitting_invitation_id_key UNIQUE (invitation_id),
  constraint sitting_token_hash_key UNIQUE (token_hash),
  constraint sitting_pkey PRIMARY KEY (id),
  constraint sitting_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint sitting_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES studies.invitation(id),
  constraint sitting_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES studies.notice(id),
  constraint sitting_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint sitting_check CHECK (((token_hash IS NULL) <> (invitation_id IS NULL)))
);
create INDEX sitting_component_id_idx ON studies.sitting USING btree (component_id);
create INDEX sitting_notice_id_idx ON studies.sitting USING btree (notice_id);
create INDEX sitting_territory_id_idx ON studies.sitting USING btree (territory_id);

create table studies.sitting_file (
  sitting_id uuid not null,
  path text not null,
  name text not null,
  sha256 text not null,
  constraint sitting_file_pkey PRIMARY KEY (sitting_id, path),
  constraint sitting_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES files.blob(sha256),
  constraint sitting_file_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES studies.sitting(id)
);
create INDEX sitting_file_sha256_idx ON studies.sitting_file USING btree (sha256);

create table studies.study (
  id uuid not null,
  slug text not null,
  title jsonb not null,
  question jsonb not null,
  territory_id uuid not null,
  organisation_id uuid not null,
  plan_id uuid,
  about_id uuid,
  invented boolean default false not null,
  version integer default 0 not null,
  constraint study_slug_key UNIQUE (slug),
  constraint study_pkey PRIMARY KEY (id),
  constraint study_about_id_fkey FOREIGN KEY (about_id) REFERENCES ledger.subject(id),
  constraint study_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint study_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES members.organisation(id),
  constraint study_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans.plan(id),
  constraint study_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id)
);
create INDEX study_about_id_idx ON studies.study USING btree (about_id);
create INDEX study_organisation_id_idx ON studies.study USING btree (organisation_id);
create INDEX study_plan_id_idx ON studies.study USING btree (plan_id);
create INDEX study_territory_id_idx ON studies.study USING btree (territory_id);

create table studies.submission (
  id bigint generated always as identity not null,
  component_id uuid not null,
  stream text not null,
  mode text not null,
  instance_id text not null,
  unit integer,
  invitation_id uuid,
  territory_id uuid,
  language text not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  received_at timestamp with time zone not null,
  collector text,
  device text,
  sha256 bytea not null,
  body text,
  answers jsonb not null,
  replaces_id bigint,
  tx xid8 default pg_current_xact_id() not null,
  constraint submission_component_id_instance_id_key UNIQUE (component_id, instance_id),
  constraint submission_replaces_id_key UNIQUE (replaces_id),
  constraint submission_pkey PRIMARY KEY (id),
  constraint submission_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint submission_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES studies.invitation(id),
  constraint submission_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES studies.submission(id),
  constraint submission_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES members.territory(id),
  constraint submission_check CHECK (((stream = 'volunteer'::text) OR (unit IS NOT NULL))),
  constraint submission_instance_id_check CHECK (((length(instance_id) >= 1) AND (length(instance_id) <= 200))),
  constraint submission_mode_check CHECK ((mode = ANY (ARRAY['web'::text, 'phone'::text, 'paper'::text, 'file'::text]))),
  constraint submission_stream_check CHECK ((stream = ANY (ARRAY['probability'::text, 'volunteer'::text])))
);
create INDEX submission_component_id_id_idx ON studies.submission USING btree (component_id, id);
create INDEX submission_component_id_tx_idx ON studies.submission USING btree (component_id, tx);
create INDEX submission_invitation ON studies.submission USING btree (invitation_id);
create UNIQUE INDEX submission_invitation_id_idx ON studies.submission USING btree (invitation_id) WHERE (replaces_id IS NULL);
create INDEX submission_territory_id_idx ON studies.submission USING btree (territory_id);

create table studies.tally (
  component_id uuid not null,
  stream text not null,
  unit integer not null,
  cell integer not null,
  item integer not null,
  code integer not null,
  n bigint not null,
  constraint tally_pkey PRIMARY KEY (component_id, stream, unit, cell, item, code),
  constraint tally_component_id_fkey FOREIGN KEY (component_id) REFERENCES studies.component(id),
  constraint tally_n_check CHECK ((n >= 0))
);

CREATE OR REPLACE FUNCTION studies.refuse_after_signature()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from studies.assessment_signature s where s.assessment_id = new.assessment_id)
  then
    raise exception 'a signed questionnaire is frozen'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION studies.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was registered is frozen' using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE TRIGGER answer_is_frozen BEFORE DELETE OR UPDATE ON studies.assessment_answer FOR EACH ROW EXECUTE FUNCTION studies.refuse_change();

CREATE TRIGGER institution_is_silent_after_signature BEFORE INSERT ON studies.assessment_answer FOR EACH ROW WHEN ((new.coding_id IS NULL)) EXECUTE FUNCTION studies.refuse_after_signature();

CREATE TRIGGER signature_is_frozen BEFORE DELETE OR UPDATE ON studies.assessment_signature FOR EACH ROW EXECUTE FUNCTION studies.refuse_change();

CREATE TRIGGER draw_is_frozen BEFORE DELETE OR UPDATE ON studies.draw FOR EACH ROW EXECUTE FUNCTION studies.refuse_change();

CREATE TRIGGER notice_is_frozen BEFORE DELETE OR UPDATE ON studies.notice FOR EACH ROW EXECUTE FUNCTION studies.refuse_change();

CREATE TRIGGER plan_is_frozen BEFORE DELETE OR UPDATE ON studies.plan FOR EACH ROW WHEN ((old.registered_at IS NOT NULL)) EXECUTE FUNCTION studies.refuse_change();

CREATE TRIGGER resolution_is_frozen BEFORE DELETE OR UPDATE ON studies.resolution FOR EACH ROW EXECUTE FUNCTION studies.refuse_change();

create schema reports;

create table reports.answer (
  report_id uuid not null,
  question text not null,
  value jsonb not null,
  version integer not null,
  answered_at timestamp with time zone not null,
  answered_by uuid,
  answered_by_name text not null,
  constraint answer_pkey PRIMARY KEY (report_id, question),
  constraint answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts.person(id),
  constraint answer_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.report(id)
);
create INDEX answer_answered_by_idx ON reports.answer USING btree (answered_by);

create table reports.answer_evidence (
  report_id uuid not null,
  question text not null,
  item_id uuid not null,
  constraint answer_evidence_pkey PRIMARY KEY (report_id, question, item_id),
  constraint answer_evidence_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence.item(id),
  constraint answer_evidence_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.report(id)
);
create INDEX answer_evidence_item_id_idx ON reports.answer_evidence USING btree (item_id);

create table reports.evaluator (
  id uuid not null,
  report_id uuid not null,
  position integer not null,
  name text not null,
  person_id uuid,
  affiliation text,
  independence text,
  declared_at timestamp with time zone,
  constraint evaluator_report_id_person_id_key UNIQUE (report_id, person_id),
  constraint evaluator_report_id_position_key UNIQUE (report_id, "position"),
  constraint evaluator_pkey PRIMARY KEY (id),
  constraint evaluator_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts.person(id),
  constraint evaluator_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.report(id),
  constraint evaluator_name_check CHECK ((name <> ''::text))
);
create INDEX evaluator_person_id_idx ON reports.evaluator USING btree (person_id);

create table reports.form (
  id uuid not null,
  kind text not null,
  version integer not null,
  effective_on date not null,
  definition jsonb not null,
  constraint form_kind_version_key UNIQUE (kind, version),
  constraint form_pkey PRIMARY KEY (id),
  constraint form_version_check CHECK ((version > 0))
);

create table reports.justification (
  report_id uuid not null,
  finding text not null,
  text jsonb not null,
  given_at timestamp with time zone not null,
  given_by uuid,
  given_by_name text not null,
  constraint justification_pkey PRIMARY KEY (report_id, finding),
  constraint justification_given_by_fkey FOREIGN KEY (given_by) REFERENCES accounts.person(id),
  constraint justification_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.report(id)
);
create INDEX justification_given_by_idx ON reports.justification USING btree (given_by);

create table reports.publication (
  report_id uuid not null,
  number integer not null,
  published_at timestamp with time zone,
  published_year integer not null,
  reason jsonb,
  body jsonb not null,
  sha256 text not null,
  published_by uuid,
  published_by_name text not null,
  constraint publication_pkey PRIMARY KEY (report_id, number),
  constraint publication_published_by_fkey FOREIGN KEY (published_by) REFERENCES accounts.person(id),
  constraint publication_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.report(id),
  constraint publication_check CHECK (((number = 1) OR (reason IS NOT NULL))),
  constraint publication_number_check CHECK ((number > 0))
);
create INDEX publication_published_by_idx ON reports.publication USING btree (published_by);

create table reports.report (
  id uuid not null,
  slug text not null,
  commitment_id uuid not null,
  form_id uuid not null,
  filed_elsewhere boolean not null,
  source_url text,
  original_language text not null,
  period_from date,
  period_to date,
  assessed_on date,
  submitted_on date,
  created_at timestamp with time zone not null,
  created_by uuid,
  invented boolean not null,
  version integer default 0 not null,
  constraint report_slug_key UNIQUE (slug),
  constraint report_pkey PRIMARY KEY (id),
  constraint report_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments.commitment(id),
  constraint report_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts.person(id),
  constraint report_form_id_fkey FOREIGN KEY (form_id) REFERENCES reports.form(id),
  constraint report_id_fkey FOREIGN KEY (id) REFERENCES ledger.subject(id),
  constraint report_check CHECK (((period_to IS NULL) OR (period_from IS NULL) OR (period_to >= period_from))),
  constraint report_check1 CHECK ((filed_elsewhere OR (created_by IS NOT NULL)))
);
create INDEX report_commitment_id_idx ON reports.report USING btree (commitment_id);
create INDEX report_created_by_idx ON reports.report USING btree (created_by);
create INDEX report_form_id_idx ON reports.report USING btree (form_id);

CREATE OR REPLACE FUNCTION reports.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a published version is frozen' using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE TRIGGER publication_is_frozen BEFORE DELETE OR UPDATE ON reports.publication FOR EACH ROW EXECUTE FUNCTION reports.refuse_change();
