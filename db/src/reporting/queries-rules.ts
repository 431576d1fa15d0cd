import type { DataSource } from 'typeorm';
import { rows } from '../kernel/rows.js';

export interface FiredCount {
  type: string;
  code: string;
  /** Reports that the rule found something in. */
  ever: number;
  lately: number;
}

/** How many reports of the area each rule was true of: ever, and in those found since `since`. */
export async function firedCounts(
  dataSource: DataSource,
  query: { under: string; since: Date },
): Promise<FiredCount[]> {
  return rows(
    dataSource.manager,
    `select r.type, f.code, count(distinct f.report_id)::int as ever,
       count(distinct f.report_id) filter (where f.created_at >= $2)::int as lately
     from reporting.finding f join reporting.report r on r.id = f.report_id
     where r.area_code = $1 or r.area_code like $1 || '.%'
     group by r.type, f.code`,
    [query.under, query.since],
  );
}
