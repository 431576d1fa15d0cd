import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reasons that a city's officers give often when they return or reject. */
export class NoteTemplates1763800000038 implements MigrationInterface {
  readonly name = 'NoteTemplates1763800000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval.note_template (
        id         uuid primary key,
        city       text not null,               -- code of the kabupaten or kota
        note       text not null check (length(note) between 1 and 500),
        made_by    text not null,
        created_at timestamptz not null default now()
      );
      create unique index note_template_once on approval.note_template (city, lower(note));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approval.note_template');
  }
}
