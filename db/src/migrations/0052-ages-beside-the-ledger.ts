import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How old people were at their birth, death, arrival or departure is kept beside the lines that count them: to count a year by age,
 * every line was joined with its person, and the years reckoned anew.
 */
export class AgesBesideTheLedger1763800000052 implements MigrationInterface {
  readonly name = 'AgesBesideTheLedger1763800000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function registry.completed_years(day date, born date) returns smallint language sql immutable parallel safe as $$
        select extract(year from age(day::timestamp, born::timestamp))::smallint
      $$;
      create table registry.posting_age (          -- of people in lines of registry.posting, which only grows
        area_code   text collate "C" not null,
        report_date date not null,
        posting_id  bigint not null,
        kind        text not null check (kind in ('birth', 'death', 'arrival', 'departure')),
        move_class  smallint,
        sex         smallint not null,
        sign        smallint not null,
        years       smallint not null,             -- completed on the day of the event, by the birth date that is known now
        -- Counting reads nothing but this index.
        primary key (area_code, report_date, posting_id) include (kind, move_class, sex, sign, years)
      );

      -- Both triggers run when their statement has written everything, in either order: one statement may bring a person's line and
      -- another birth date for them.
      create function registry.keep_ages() returns trigger language plpgsql as $$
      begin
        insert into registry.posting_age (area_code, report_date, posting_id, kind, move_class, sex, sign, years)
        select p.area_code, p.report_date, p.id, p.kind, p.move_class, p.sex, p.sign,
          registry.completed_years(p.event_date, r.birth_date)
        from added p
        -- Whoever corrects the birth date waits, and then sees this line.
        join lateral (select birth_date from registry.resident where id = p.resident_id for share) r on true
        where p.unit = 'person' and p.kind in ('birth', 'death', 'arrival', 'departure');
        return null;
      end $$;
      create trigger ages_kept after insert on registry.posting
        referencing new table as added for each statement execute function registry.keep_ages();

      create function registry.keep_ages_of_person() returns trigger language plpgsql as $$
      begin
        update registry.posting_age a set years = registry.completed_years(p.event_date, new.birth_date)
        from registry.posting p
        where p.resident_id = new.id and a.area_code = p.area_code and a.report_date = p.report_date and a.posting_id = p.id;
        return null;
      end $$;
      create trigger corrected_age_kept after update of birth_date on registry.resident
        for each row when (old.birth_date is distinct from new.birth_date) execute function registry.keep_ages_of_person();

      insert into registry.posting_age (area_code, report_date, posting_id, kind, move_class, sex, sign, years)
      select p.area_code, p.report_date, p.id, p.kind, p.move_class, p.sex, p.sign, registry.completed_years(p.event_date, r.birth_date)
      from registry.posting p join registry.resident r on r.id = p.resident_id
      where p.unit = 'person' and p.kind in ('birth', 'death', 'arrival', 'departure')
      order by 1, 2, 3;
      analyze registry.posting_age`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger corrected_age_kept on registry.resident;
      drop function registry.keep_ages_of_person;
      drop trigger ages_kept on registry.posting;
      drop function registry.keep_ages;
      drop table registry.posting_age;
      drop function registry.completed_years`);
  }
}
