/**
 * Imports of residents from a sheet. `registry.import` stays as a record and holds nothing personal; what was sent and what was
 * read from it are in tables of their own, emptied when the import has ended, at the latest after a day.
 */
export const createImports = /* sql */ `
create table registry.import (
  id           uuid primary key,
  state        text not null default 'reading' check (state in
    ('reading','checking','faulty','ready','writing','done','cancelled','expired','failed')),
  created_by   text not null,
  created_at   timestamptz not null default now(),
  committed_by text,
  ended_at     timestamptz,
  rows_expected int,                             -- as the sheet says of itself
  rows_read    int not null default 0,
  rows_written int not null default 0,
  families     int not null default 0,
  errors       int not null default 0,           -- all, also those beyond what is kept
  warnings     int not null default 0,
  posting_kind text check (posting_kind in ('opening','adjustment')),
  attempts     int not null default 0,           -- of the present state
  failure      jsonb                             -- {id, en}
);
create index import_created on registry.import (created_at desc, id);
-- One at a time: the next begins when this one has ended.
create unique index import_one_open on registry.import ((true))
  where state in ('reading','checking','faulty','ready','writing');

create table registry.import_file (              -- until it is read
  import_id uuid primary key references registry.import (id),
  content   bytea not null
);
create table registry.import_row (
  import_id uuid not null references registry.import (id),
  row       int not null,
  card_number text collate "C" not null,
  nik       text collate "C" not null,
  person    jsonb not null,                      -- ImportedPerson
  primary key (import_id, row)
);
create index import_row_card on registry.import_row (import_id, card_number, row);
create table registry.import_fault (
  id        bigint generated always as identity primary key,
  import_id uuid not null references registry.import (id),
  row       int not null,
  fault     jsonb not null                       -- ImportFault
);
create index import_fault_row on registry.import_fault (import_id, row, id);

-- Statistics: what was registered in a period.
create index registration_day on registry.registration (registered_on) where status = 'standing';
`;
