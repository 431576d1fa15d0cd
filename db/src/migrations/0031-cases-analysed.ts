import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The analysis of many cases finds them by type and day, newest first, and asks which of them had an incident. */
export class CasesAnalysed1763800000031 implements MigrationInterface {
  readonly name = 'CasesAnalysed1763800000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index report_analysed on reporting.report (type, submitted_at desc, id desc) where case_id is not null;
      create index incident_report on approval.incident (report_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index reporting.report_analysed; drop index approval.incident_report`);
  }
}
