/** The cases that an analysis is about: submitted in a period, in an area, newest first and never more than `limit`. */
import type { Tx } from '../../data-source.js';
import { rows } from '../../kernel/rows.js';

export interface AnalysedCases {
  type: string;
  area: string;
  /** Submitted from here on ... */
  from: Date;
  /** ... and before this. */
  until: Date;
  /** One version of the model; null: all of them. */
  definitionId: string | null;
  limit: number;
}

/** Codes below an area lie between `area.` and `area/`, for the column sorts by byte. `$2` is the area. */
const WITHIN = `(r.area_code = $2 or (r.area_code > $2 || '.' and r.area_code < $2 || '/'))`;

const OF_PERIOD = `reporting.report r join approval.case_instance i on i.instance_id = r.case_id
  where r.case_id is not null and r.type = $1 and ${WITHIN} and r.submitted_at >= $3 and r.submitted_at < $4`;

/** `with chosen as (...)` for parameters $1 to $6. */
export const CHOSEN = `chosen as materialized (
  select r.id as report_id, r.case_id, r.ticket, r.area_code, r.submitted_at, i.definition_id, i.started_at, i.ended_at, i.how
  from ${OF_PERIOD} and ($5::text is null or i.definition_id = $5)
  order by r.submitted_at desc, r.id desc limit $6)`;

export const parametersOf = ({ type, area, from, until, definitionId, limit }: AnalysedCases): unknown[] => [
  ...[type, area, from, until, definitionId, limit],
];

export interface VersionCount {
  definitionId: string;
  cases: number;
}

/** Versions of the model that cases of the period follow now, with all of their cases. */
export function versionsOfPeriod(tx: Tx, cases: AnalysedCases): Promise<VersionCount[]> {
  return rows(
    tx,
    `select i.definition_id as "definitionId", count(*)::int as cases from ${OF_PERIOD} group by 1 order by 2 desc`,
    parametersOf(cases).slice(0, 4),
  );
}
