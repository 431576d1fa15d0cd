/** One row per batch and one per case of it; nothing personal, and none of it is ever deleted: histories read it. */
export const createCaseMigrations = /* sql */ `
create table modeling.migration (
  id           uuid primary key,
  process_key  text not null,
  source_id    text not null references modeling.definition (definition_id),
  target_id    text not null references modeling.definition (definition_id),
  mapping      jsonb not null,                   -- {element of the source: element of the target | null}
  undo_mapping jsonb not null,                   -- the way back
  area_code    text not null,                    -- only the cases of this area
  reason       text not null,
  state        text not null default 'proposed' check (state in
    ('proposed','rejected','running','paused','done','cancelled')),
  undoes       uuid references modeling.migration (id),
  proposed_by  text not null,
  proposed_at  timestamptz not null default now(),
  decided_by   text,
  decided_at   timestamptz,
  ended_at     timestamptz
);
create index migration_proposed on modeling.migration (proposed_at desc, id);
create index migration_running on modeling.migration (decided_at) where state = 'running';
-- A batch is undone once, however often somebody asks.
create unique index migration_undone_once on modeling.migration (undoes)
  where undoes is not null and state not in ('rejected','cancelled');

create table modeling.migration_case (
  migration_id uuid not null references modeling.migration (id),
  instance_id  text not null,
  report_id    uuid not null,
  state        text not null default 'waiting' check (state in ('waiting','moved','refused','left')),
  reason       jsonb,                            -- {code, message: {id, en}}: why it waits, was refused or had left
  steps        jsonb not null default '[]',      -- [{stepId, from, to}]: where it stood when it was moved
  attempts     int not null default 0,
  next_at      timestamptz not null default now(),
  changed_at   timestamptz not null default now(),
  primary key (migration_id, instance_id)
);
create index migration_case_waiting on modeling.migration_case (migration_id, next_at) where state = 'waiting';
create index migration_case_report on modeling.migration_case (report_id) where state = 'moved';
`;
