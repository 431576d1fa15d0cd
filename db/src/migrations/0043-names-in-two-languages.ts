import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps of a what-if and the columns that a finding compared are named in both languages; what was kept before knows the one of the
 * model.
 */
export class NamesInTwoLanguages1763800000043 implements MigrationInterface {
  readonly name = 'NamesInTwoLanguages1763800000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update modeling.what_if
      set texts = jsonb_set(texts, '{elements}', coalesce(
        (select jsonb_object_agg(step.key, jsonb_build_object('id', step.value, 'en', step.value))
         from jsonb_each(texts->'elements') step), '{}'))
      where texts is not null`);
    await runner.query(`
      update reporting.finding
      set compared = (
        select jsonb_agg(
          fact || jsonb_build_object('label', jsonb_build_object('id', fact->'label', 'en', fact->'label'))
          order by place)
        from jsonb_array_elements(compared) with ordinality each (fact, place))
      where compared <> '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update reporting.finding
      set compared = (
        select jsonb_agg(fact || jsonb_build_object('label', fact->'label'->'id') order by place)
        from jsonb_array_elements(compared) with ordinality each (fact, place))
      where compared <> '[]'`);
    await runner.query(`
      update modeling.what_if
      set texts = jsonb_set(texts, '{elements}', coalesce(
        (select jsonb_object_agg(step.key, step.value->'id') from jsonb_each(texts->'elements') step), '{}'))
      where texts is not null`);
  }
}
