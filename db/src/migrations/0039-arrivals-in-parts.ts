import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An arrival holds the people who come, not the letter: who stays behind may come later on the same letter. */
export class ArrivalsInParts1763800000039 implements MigrationInterface {
  readonly name = 'ArrivalsInParts1763800000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry.move_letter_member add column reservation_id text;
      update registry.move_letter_member m set reservation_id = l.reservation_id
      from registry.move_letter l where l.id = m.letter_id and l.reservation_id is not null;
      alter table registry.move_letter drop column reservation_id;
      -- Held only while somebody is on the way: who had come in part was held for ever.
      update registry.move_letter_member m set reservation_id = null
      from registry.move_letter l where l.id = m.letter_id and l.status = 'reserved' and m.confirmed_at is null
        and exists (select from registry.move_letter_member o where o.letter_id = l.id and o.confirmed_at is not null);
      update registry.move_letter l set status = 'issued' where status = 'reserved'
        and not exists (select from registry.move_letter_member m where m.letter_id = l.id and m.confirmed_at is null and m.reservation_id is not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry.move_letter add column reservation_id text;
      update registry.move_letter l set reservation_id =
        (select min(reservation_id) from registry.move_letter_member m where m.letter_id = l.id);
      alter table registry.move_letter_member drop column reservation_id`);
  }
}
