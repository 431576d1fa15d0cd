import type { DataSource } from 'typeorm';
import { rows } from '../kernel/rows.js';

/** Instances that run now, by version of the model. */
export async function runningByDefinition(
  dataSource: DataSource,
): Promise<{ definitionId: string; processKey: string; count: number }[]> {
  return rows(
    dataSource.manager,
    `select definition_id as "definitionId", process_key as "processKey", count(*)::int as count
     from approval.case_instance where ended_at is null group by definition_id, process_key`,
  );
}
