/**
 * First schema: one PostgreSQL schema per bounded context, and the kernel tables that any context writes in its own
 * transaction (outbox, processed_work, audit, attempt).
 */
export const createKernelAndContexts = /* sql */ `
create extension if not exists pg_trgm;
create extension if not exists pgcrypto;

create schema kernel;
create schema identity;
create schema reference;
create schema reporting;
create schema approval;
create schema registry;
create schema integration;
create schema notification;
create schema modeling;
create schema statistics;

-- ---------------------------------------------------------------- kernel
create table kernel.outbox (
  id            bigint generated always as identity primary key,
  report_id     uuid not null,                 -- the case; rows of one case are delivered in order
  kind          text not null,                 -- start | complete | correlate | cancel | mail ...
  payload       jsonb not null,
  traceparent   text,
  created_at    timestamptz not null default now(),
  attempts      int not null default 0,
  next_at       timestamptz not null default now(),
  leased_until  timestamptz,
  state         text not null default 'pending' check (state in ('pending','delivered','poison')),
  delivered_at  timestamptz,
  last_error    text
);
create index outbox_pending on kernel.outbox (next_at, id) where state = 'pending';
create index outbox_case on kernel.outbox (report_id, id) where state <> 'delivered';

create table kernel.processed_work (
  work_id     text primary key,
  topic       text not null,
  report_id   uuid not null,
  outcome     jsonb,                           -- null only inside the transaction of the effect
  created_at  timestamptz not null default now()
);

-- One row per run of a worker (attempts that failed technically included).
create table kernel.attempt (
  id          bigint generated always as identity primary key,
  work_id     text not null,
  step_id     text not null,
  report_id   uuid not null,
  topic       text not null,
  element     text not null,
  worker_id   text not null,
  started_at  timestamptz not null,
  ended_at    timestamptz not null,
  result      text not null,                   -- complete | bpmn-error:<code> | failure | repeated | gone
  error       text                             -- one impersonal line
);
create index attempt_report on kernel.attempt (report_id, id);

create table kernel.audit (
  id          bigint generated always as identity primary key,
  at          timestamptz not null default now(),
  actor       text not null,                   -- username, or worker:<topic>, relay, projector
  action      text not null,                   -- report.submitted, task.claimed, resident.revealed ...
  report_id   uuid,
  object      text,                            -- impersonal reference such as task:<id>, resident:<uuid>
  detail      jsonb not null default '{}',
  traceparent text
);
create index audit_report on kernel.audit (report_id, id);
create index audit_actor on kernel.audit (actor, at);

-- ---------------------------------------------------------------- reference
create table reference.area (
  code        text collate "C" primary key,    -- dotted: 32, 32.73, 32.73.02, 32.73.02.1004
  parent      text collate "C" references reference.area (code),
  name        text not null,
  level       smallint not null,               -- 1 province 2 regency/city 3 district 4 village
  active      boolean not null default true,
  valid_until date
);
create index area_parent on reference.area (parent, name);
create index area_name on reference.area using gin (lower(name) gin_trgm_ops);

create table reference.holiday (
  day  date primary key,
  name text not null
);

create table reference.configuration (
  key        text primary key,
  value      jsonb not null,
  updated_by text not null default 'seed',
  updated_at timestamptz not null default now()
);

-- ---------------------------------------------------------------- identity
create table identity.officer (
  username     text primary key,
  name         text not null,
  email        text,
  role         text not null check (role in ('operator','supervisor','verifikator','kadis','admin','analyst','auditor')),
  area_code    text collate "C" not null,                  -- kelurahan, kecamatan or city
  demo         boolean not null default false,
  active       boolean not null default true
);
create table identity.oidc_store (            -- oidc-provider adapter
  kind        text not null,
  id          text not null,
  payload     jsonb not null,
  grant_id    text,
  user_code   text,
  uid         text,
  expires_at  timestamptz,
  consumed_at timestamptz,
  primary key (kind, id)
);
create index oidc_grant on identity.oidc_store (grant_id) where grant_id is not null;
create index oidc_uid on identity.oidc_store (uid) where uid is not null;
create table identity.signing_key (
  kid        text primary key,
  jwk        jsonb not null,
  created_at timestamptz not null default now()
);
create table identity.session (               -- connect-pg-simple
  sid    varchar primary key,
  sess   json not null,
  expire timestamp(6) not null
);
create index session_expire on identity.session (expire);

-- ---------------------------------------------------------------- reporting
create table reporting.report (
  id             uuid primary key,
  ticket         text unique,                  -- null while draft
  type           text not null,
  status         text not null default 'draft',
  status_order_tx  numeric not null default 0, -- feed order (transaction, position) of the step that set the status
  status_order_pos bigint not null default 0,
  area_code      text collate "C" not null,                -- kelurahan that reported
  data           jsonb not null,               -- current revision
  revision       int not null default 0,       -- 0 = draft never submitted
  title          text not null default '',     -- name of the case in lists
  search_text    text not null default '',
  event_date     date,
  created_by     text not null,
  created_at     timestamptz not null default now(),
  submitted_at   timestamptz,
  ended_at       timestamptz,
  case_id        text,                         -- engine root instance, from the feed
  definition_id  text,
  traceparent    text,
  cancel_requested_at timestamptz,
  cancel_reason  text,
  version        int not null default 1
);
create index report_area on reporting.report (area_code, created_at desc);
create index report_status on reporting.report (status, area_code);
create index report_search on reporting.report using gin (search_text gin_trgm_ops);
create index report_created on reporting.report (created_at desc, id);

create table reporting.report_revision (
  report_id   uuid not null references reporting.report (id),
  revision    int not null,
  data        jsonb not null,
  form_id     text,
  definition_id text,
  made_by     text not null,
  made_at     timestamptz not null default now(),
  primary key (report_id, revision)
);

create table reporting.report_subject (       -- U17: hashed keys of what the report is about
  report_id   uuid not null references reporting.report (id),
  type        text not null,
  key_hash    text not null,
  primary key (report_id, key_hash)
);
create index report_subject_key on reporting.report_subject (type, key_hash);

create table reporting.ticket_serial (
  prefix text primary key,                     -- LMP-L-3273021004-20261122
  last   int not null
);

create table reporting.attachment (
  id          uuid primary key,
  sha256      text not null,
  media_type  text not null,
  bytes       int not null,
  file_name   text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  report_id   uuid,
  kind        text
);
create table reporting.attachment_content (
  sha256  text primary key,
  content bytea not null
);
create index attachment_report on reporting.attachment (report_id);

create table reporting.idempotency (
  username     text not null,
  route        text not null,
  key          text not null,
  body_sha256  text not null,
  status       int,                            -- null = in flight
  body         jsonb,
  created_at   timestamptz not null default now(),
  primary key (username, route, key)
);

create table reporting.finding (
  id            bigint generated always as identity primary key,
  report_id     uuid not null,
  evaluation    text not null,                 -- work id of the evaluation, 'register', 'check'
  step          text not null,                 -- element id
  definition_id text not null,
  revision      int not null,
  code          text not null,
  severity      text not null check (severity in ('E','A','L','W')),
  field         text,
  message_id    text not null,
  message_en    text not null,
  current       boolean not null default true, -- false once a later evaluation replaced it
  acknowledged_by text,
  acknowledged_at timestamptz,
  created_at    timestamptz not null default now()
);
create index finding_report on reporting.finding (report_id, id);

-- ---------------------------------------------------------------- approval (projections and decisions)
create table approval.feed_position (
  reader     text primary key,
  cursor     text,
  updated_at timestamptz not null default now()
);

create table approval.case_instance (          -- root and called instances
  instance_id   text primary key,
  case_id       text not null,
  parent_id     text,
  report_id     uuid,
  definition_id text not null,
  process_key   text not null,
  defined_tx    numeric not null default 0,    -- feed order of the event that told definition_id last
  defined_pos   bigint not null default 0,
  started_at    timestamptz,
  ended_at      timestamptz,
  how           text                           -- completed | cancelled
);
create index case_instance_case on approval.case_instance (case_id);
create index case_instance_report on approval.case_instance (report_id);
create index case_instance_running on approval.case_instance (definition_id, process_key) where ended_at is null;

create table approval.case_step (
  step_id       text primary key,
  case_id       text not null,
  instance_id   text not null,
  report_id     uuid,
  definition_id text not null,
  element       text not null,
  element_type  text not null,
  parent_step_id text,
  called_instance_id text,
  entered_at    timestamptz,
  entered_tx    numeric not null default 0,
  entered_pos   bigint not null default 0,
  defined_tx    numeric not null default 0,    -- feed order of the event that told definition_id and element last
  defined_pos   bigint not null default 0,
  left_at       timestamptz,
  cancelled     boolean not null default false,
  assignee      text
);
create index case_step_report on approval.case_step (report_id, entered_tx, entered_pos);
create index case_step_open on approval.case_step (element, definition_id) where left_at is null;

create table approval.task (
  task_id       text primary key,
  step_id       text not null,
  case_id       text not null,
  report_id     uuid,
  definition_id text not null,
  element       text not null,
  candidate_groups text[] not null default '{}',
  state         text not null default 'open' check (state in ('open','deciding','ended')),
  assignee      text,
  claimed_at    timestamptz,
  opened_at     timestamptz not null default now(),
  due_at        timestamptz,
  ended_at      timestamptz,
  outcome       text,
  told_tx       numeric not null default 0,    -- feed order of the event that told groups and due date last
  told_pos      bigint not null default 0,
  version       int not null default 1
);
create index task_queue on approval.task using gin (candidate_groups) where state = 'open';
create index task_open on approval.task (opened_at, task_id) where state = 'open';
create index task_report on approval.task (report_id);
create index task_assignee on approval.task (assignee) where state = 'open';

create table approval.decision (
  id          bigint generated always as identity primary key,
  task_id     text not null,
  report_id   uuid not null,
  element     text not null,
  definition_id text not null,
  outcome     text not null,
  note        text,
  data        jsonb not null default '{}',
  decided_by  text not null,
  decided_at  timestamptz not null default now(),
  revision    int not null
);
create index decision_report on approval.decision (report_id, id);

create table approval.incident (
  incident_id text primary key,                -- engine's id, or outbox:<id>, inbound:<id>
  case_id     text,
  report_id   uuid,
  step_id     text,
  element     text not null,
  definition_id text,
  kind        text not null,
  message     text not null,
  opened_at   timestamptz not null default now(),
  resolved_at timestamptz
);
create index incident_open on approval.incident (report_id) where resolved_at is null;

-- ---------------------------------------------------------------- registry
create table registry.resident (
  id              uuid primary key,
  version         int not null default 1,
  nik             text collate "C" not null unique check (nik ~ '^[0-9]{16}$'),
  name            text not null,
  sex             smallint not null,
  birth_place     text not null,
  birth_date      date not null,
  religion        smallint not null,
  marital_status  smallint not null,
  education       smallint not null,
  occupation      smallint not null,
  blood_type      smallint not null,
  citizenship     smallint not null,
  father_name     text,
  mother_name     text,
  father_nik      text collate "C",
  mother_nik      text collate "C",
  birth_order     smallint,
  status          text not null default 'active' check (status in ('active','dead','moved-out','void')),
  death_date      date,
  card_number     text collate "C",            -- active membership, kept beside registry.membership for reading
  area_code       text collate "C",                        -- kelurahan of that card
  created_by_report uuid,
  created_at      timestamptz not null default now()
);
create index resident_name on registry.resident using gin (lower(name) gin_trgm_ops);
create index resident_mother on registry.resident (mother_nik) where mother_nik is not null;
create index resident_card on registry.resident (card_number);
create index resident_area on registry.resident (area_code, status);

create table registry.family_card (
  id          uuid primary key,
  version     int not null default 1,
  number      text collate "C" not null unique check (number ~ '^[0-9]{16}$'),
  status      text not null default 'active' check (status in ('active','closed')),
  area_code   text collate "C" not null,
  street      text not null,
  rt          text not null,
  rw          text not null,
  postal_code text,
  opened_on   date not null,
  closed_on   date,
  created_by_report uuid,
  closed_reason text
);
create index family_card_area on registry.family_card (area_code, status);

create table registry.membership (             -- with history: a period per row
  id          bigint generated always as identity primary key,
  card_id     uuid not null references registry.family_card (id),
  resident_id uuid not null references registry.resident (id),
  relation    smallint not null,
  position    smallint not null,
  since       date not null,
  until       date,                            -- null = active
  began_by_report uuid,
  ended_by_report uuid,
  end_reason  text
);
create unique index membership_one_card on registry.membership (resident_id) where until is null;
create unique index membership_one_head on registry.membership (card_id) where until is null and relation = 1;
create index membership_card on registry.membership (card_id) where until is null;

-- Serials are never reused: one counter per 12-digit NIK prefix, KK prefix, deed prefix (PPKK-LU-DDMMYYYY) or letter prefix.
create table registry.serial (
  kind   text not null,                        -- nik | kk | deed | letter
  prefix text not null,
  last   int not null,
  primary key (kind, prefix)
);

create table registry.deed (
  id          uuid primary key,
  number      text not null unique,
  kind        text not null,
  resident_id uuid not null references registry.resident (id),
  registered_on date not null,
  details     jsonb not null default '{}',
  status      text not null default 'valid' check (status in ('valid','void')),
  report_id   uuid not null,
  voided_by_report uuid
);
create index deed_resident on registry.deed (resident_id);

create table registry.move_letter (           -- SKPWNI issued by this city
  id          uuid primary key,
  number      text not null unique,
  status      text not null default 'issued' check (status in ('issued','reserved','used','expired','cancelled','void')),
  origin      jsonb not null,
  destination jsonb not null,
  issued_on   date not null,
  valid_until date not null,
  report_id   uuid not null,
  reservation_id text,
  updated_at  timestamptz not null default now()
);
create index move_letter_report on registry.move_letter (report_id);
create table registry.move_letter_member (
  letter_id   uuid not null references registry.move_letter (id),
  resident_id uuid not null references registry.resident (id),
  relation    smallint not null,
  confirmed_at timestamptz,
  primary key (letter_id, resident_id)
);

create table registry.registration (          -- one per registered report and attempt: the effect as it was applied
  id            uuid primary key,
  report_id     uuid not null,
  work_id       text not null unique,
  registered_on date not null,
  changes       jsonb not null,                -- with references resolved: what reversal undoes
  result        jsonb not null,                -- RegisteredResult
  status        text not null default 'standing' check (status in ('standing','reversed')),
  reversed_at   timestamptz,
  created_at    timestamptz not null default now()
);
create unique index registration_standing on registry.registration (report_id) where status = 'standing';

create table registry.posting (
  id          bigint generated always as identity primary key,
  kind        text not null,
  sign        smallint not null check (sign in (-1, 1)),
  unit        text not null check (unit in ('person','family')),
  area_code   text collate "C" not null,
  rt          text not null,
  rw          text not null,
  sex         smallint not null,
  citizenship smallint not null,
  resident_id uuid,
  card_id     uuid,
  move_class  smallint,
  event_date  date not null,
  report_date date not null,                   -- the month it counts in
  report_id   uuid,
  reverses    bigint references registry.posting (id),
  created_at  timestamptz not null default now()
);
create index posting_month on registry.posting (area_code, report_date);
create index posting_report on registry.posting (report_id);
create unique index posting_reversed_once on registry.posting (reverses) where reverses is not null;
create function registry.posting_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'ledger postings are immutable: post a reversal instead';
end $$;
create trigger posting_immutable before update or delete on registry.posting
  for each row execute function registry.posting_is_immutable();

create table registry.office_key (             -- public halves of the keys that signed documents
  key_id      text primary key,                -- first 16 hex digits of the sha-256 of the public key
  public_key  text not null,                   -- SPKI PEM
  created_at  timestamptz not null default now()
);

create table registry.document (               -- issued documents
  id          uuid primary key,
  report_id   uuid not null,
  kind        text not null,
  about       jsonb not null,
  number      text,
  media_type  text not null,
  sha256      text not null,
  content     bytea not null,                  -- canonical JSON (DocumentContent); pages are drawn from it on demand
  signature   text not null,                   -- Ed25519 over content, base64url
  key_id      text not null references registry.office_key (key_id),
  status      text not null default 'valid' check (status in ('valid','void')),
  issued_at   timestamptz not null default now(),
  work_id     text not null,
  unique (work_id, kind, about)
);
create index document_report on registry.document (report_id);

-- ---------------------------------------------------------------- integration
create table integration.dukcapil_answer (
  report_id   uuid not null,
  revision    int not null,
  subject     int not null,
  outcome     text not null,
  name_score  int,
  birth_date_matches boolean,
  sex_matches boolean,
  asked_at    timestamptz not null default now(),
  primary key (report_id, revision, subject)
);
create table integration.siak_posting (
  correlation_id text primary key,             -- idempotency key towards SIAK: registration id
  report_id      uuid not null,
  registration_id uuid not null,
  kind           text not null,
  sent_count     int not null default 0,
  accepted_at    timestamptz,
  ack_status     text,                         -- ACK | NACK
  ack_code       text,
  ack_message    text,
  document_number text,
  acknowledged_at timestamptz,
  created_at     timestamptz not null default now()
);
create index siak_posting_report on integration.siak_posting (report_id);
create table integration.inbound_message (
  source         text not null,                -- siak | skpwni
  message_id     text not null,                -- correlationId; for letters: number + action + reservation + member hash
  body           jsonb not null,
  answer         jsonb not null,
  report_id      uuid,
  received_at    timestamptz not null default now(),
  primary key (source, message_id)
);
create table integration.letter_cache (        -- other cities' letters as looked up for a report
  report_id   uuid not null,
  revision    int not null,
  letter      jsonb,                           -- null = unknown at its origin
  looked_up_at timestamptz not null default now(),
  primary key (report_id, revision)
);

-- ---------------------------------------------------------------- notification
create table notification.message (
  id          bigint generated always as identity primary key,
  report_id   uuid,
  channel     text not null,                   -- mail | desk
  recipient   text not null,                   -- e-mail, username or group
  template    text not null,
  subject     text not null,
  body        text not null,
  state       text not null default 'pending' check (state in ('pending','sent','failed')),
  attempts    int not null default 0,
  next_at     timestamptz not null default now(),
  work_id     text,
  created_at  timestamptz not null default now(),
  sent_at     timestamptz,
  last_error  text,
  unique (work_id, channel, recipient, template)
);
create index message_pending on notification.message (next_at) where state = 'pending';
create index message_recipient on notification.message (recipient, created_at desc);

-- ---------------------------------------------------------------- modeling
create table modeling.definition (             -- what a definition id means, for ever: model, tables, forms as deployed
  definition_id text primary key,
  process_key   text not null,
  version       int not null,
  deployment_id text not null,
  resource      text not null,                 -- name of the BPMN resource that holds the process
  resources     jsonb not null,                -- [{name, content}]
  seen_at       timestamptz not null default now()
);

-- ---------------------------------------------------------------- demo
create table reporting.example_family (        -- synthetic families that GET /event-types may report about
  card_number text collate "C" primary key,
  area_code   text collate "C" not null,
  role        text not null check (role in ('subject','neighbour')),  -- neighbours only report and witness
  taken_at    timestamptz                      -- null = nobody has reported about it
);
create index example_family_unused on reporting.example_family (area_code, card_number) where taken_at is null;
`;
