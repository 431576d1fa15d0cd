import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes to models that analysts work on, propose and let another one approve (decision 031). */
export class ModelDrafts1763800000029 implements MigrationInterface {
  readonly name = 'ModelDrafts1763800000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table modeling.draft (
        id                 uuid primary key,
        process_key        text not null,
        title              text not null,
        base_definition_id text,                      -- version that it changes; null for a process of its own
        state              text not null default 'open' check (state in ('open','proposed','deployed','withdrawn')),
        why                text,                      -- what the proposal says
        editors            text[] not null default '{}',
        created_by         text not null,
        created_at         timestamptz not null default now(),
        proposed_by        text,
        proposed_at        timestamptz,
        decided_by         text,
        decided_at         timestamptz,
        note               text,                      -- what the decision says
        deployment_id      text,
        check (state <> 'proposed' or (proposed_by is not null and why is not null)),
        check (state <> 'deployed' or (decided_by is not null and deployment_id is not null
                                       and decided_by <> proposed_by and not decided_by = any(editors)))
      );
      create index draft_listed on modeling.draft (created_at desc, id desc);
      create index draft_deployment on modeling.draft (deployment_id) where deployment_id is not null;

      create table modeling.draft_file (
        draft_id   uuid not null references modeling.draft (id) on delete cascade,
        name       text not null,
        content    text not null,
        revision   int not null,
        updated_by text not null,
        updated_at timestamptz not null default now(),
        primary key (draft_id, name)
      );

      create table modeling.draft_presence (
        draft_id uuid not null references modeling.draft (id) on delete cascade,
        username text not null,
        file     text,
        seen_at  timestamptz not null default now(),
        primary key (draft_id, username)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table modeling.draft_presence;
      drop table modeling.draft_file;
      drop table modeling.draft;
    `);
  }
}
