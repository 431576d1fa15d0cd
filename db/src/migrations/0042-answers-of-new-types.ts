import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new event type is kept with the template and the answers that its folder was made from, so that they can be changed. */
export class AnswersOfNewTypes1763800000042 implements MigrationInterface {
  readonly name = 'AnswersOfNewTypes1763800000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table modeling.draft add column made_from jsonb;
      -- Drafts of before say it in the module that was written from the answers; which template it was is in the audit.
      update modeling.draft d
      set made_from = jsonb_build_object(
        'template', coalesce((select a.detail->>'template' from kernel.audit a
          where a.action = 'event-type.drafted' and a.object = 'model-draft:' || d.id limit 1), 'letter'),
        'answers', substring(f.content from 'EventAnswers = (\\{.*\\});')::jsonb)
      from modeling.draft_file f
      where f.draft_id = d.id and f.name = 'answers.ts'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table modeling.draft drop column made_from');
  }
}
