import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of a city's whole history in the orders that their pages offer: without an index each sorts everything for its first fifty. */
export class LargeHistories1763800000046 implements MigrationInterface {
  readonly name = 'LargeHistories1763800000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index report_by_submission on reporting.report ((coalesce(submitted_at, 'infinity')), id);
      create index report_by_end on reporting.report ((coalesce(ended_at, 'infinity')), id);
      create index report_of_maker on reporting.report (created_by, created_at, id);
      create index audit_action on kernel.audit (action, id);
      drop index kernel.audit_actor;
      create index audit_actor on kernel.audit (actor, id) include (report_id, action);
      create index finding_late on reporting.finding (report_id) where current and severity = 'L';
      create index deed_report on registry.deed (report_id);
      create index deed_late on registry.deed (report_id) where number like '____-LT-%';
      create index registration_report on registry.registration (report_id);
      create index incident_opened on approval.incident (opened_at, incident_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index approval.incident_opened;
      drop index registry.registration_report;
      drop index registry.deed_late;
      drop index registry.deed_report;
      drop index reporting.finding_late;
      drop index kernel.audit_actor;
      create index audit_actor on kernel.audit (actor, at);
      drop index kernel.audit_action;
      drop index reporting.report_of_maker;
      drop index reporting.report_by_end;
      drop index reporting.report_by_submission`);
  }
}
