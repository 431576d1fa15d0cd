/** Where the analysed cases spent their time: by step of each model, and by area. Lengths are seconds. */
import type { Tx } from '../../data-source.js';
import { rows } from '../../kernel/rows.js';
import { CHOSEN, parametersOf, type AnalysedCases } from './analysed-cases.js';

/** Null where nothing is known. */
export interface Spread {
  median: number | null;
  p90: number | null;
}

export interface StepTime {
  definitionId: string;
  element: string;
  /** Times that a case came here, and of these how many stand here now. */
  entered: number;
  open: number;
  /** From the beginning of the step to its end. */
  whole: Spread;
  /** Until somebody (or a worker) took it; of a task that was handed on this is not known. */
  waiting: Spread;
  /** From then to its end. */
  working: Spread;
  /** All the time that cases spent here, until now where they stand here. */
  total: number;
}

/** To the millisecond, as the engine tells its times. */
const rounded = (seconds: string) => `round((${seconds})::numeric, 3)::float8`;

const at = (share: number, seconds: string) =>
  rounded(`percentile_cont(${share}) within group (order by ${seconds})`);

const spread = (seconds: string) =>
  `json_build_object('median', ${at(0.5, seconds)}, 'p90', ${at(0.9, seconds)})`;

/**
 * Where no case ever stays, and the body around a multi-instance: its repetitions are the steps. Told by plain comparisons: over the steps of
 * thousands of cases a regular expression took half of the time.
 */
const PASSED_BY = `(s.element_type like '%tartEvent' or s.element_type like '%EndEvent' or s.element_type like 'boundary%'
  or s.element_type in ('multiInstanceBody', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway'))`;

/** `, stay as (...)` after `chosen`: every time that a case stayed somewhere, with who waited how long to be taken. */
const STAY = `begun as (
       select a.step_id, min(a.started_at) as at from chosen join kernel.attempt a using (report_id) group by 1
     ),
     stay as (
       select s.definition_id, s.element, s.element_type, chosen.area_code, s.entered_at, s.left_at,
         case when coalesce(t.claimed_at, begun.at) between s.entered_at and coalesce(s.left_at, now())
           then coalesce(t.claimed_at, begun.at) end as taken_at
       from chosen join approval.case_step s using (report_id)
       left join approval.task t on t.report_id = s.report_id and t.step_id = s.step_id and t.handed_by is null
       left join begun on begun.step_id = s.step_id
       where s.entered_at is not null and not ${PASSED_BY}
     )`;

/** Where cases can stay, called models' steps included. */
export function timeBySteps(tx: Tx, cases: AnalysedCases): Promise<StepTime[]> {
  return rows(
    tx,
    `with ${CHOSEN}, ${STAY},
     lasted as (
       select definition_id, element, left_at is null as stands,
         extract(epoch from left_at - entered_at)::float8 as whole,
         extract(epoch from taken_at - entered_at)::float8 as waiting,
         extract(epoch from left_at - taken_at)::float8 as working,
         extract(epoch from coalesce(left_at, now()) - entered_at)::float8 as so_far
       from stay
     )
     select definition_id as "definitionId", element, count(*)::int as entered,
       count(*) filter (where stands)::int as open, ${spread('whole')} as whole, ${spread('waiting')} as waiting,
       ${spread('working')} as working, ${rounded('sum(so_far)')} as total
     from lasted group by 1, 2`,
    parametersOf(cases),
  );
}

export interface ModelTime {
  definitionId: string;
  /** Instances of this version, root or called. */
  instances: number;
  /** From their beginnings to their ends, or until now. */
  total: number;
}

export function timeByModels(tx: Tx, cases: AnalysedCases): Promise<ModelTime[]> {
  return rows(
    tx,
    `with ${CHOSEN}
     select i.definition_id as "definitionId", count(*)::int as instances,
       coalesce(sum(extract(epoch from coalesce(i.ended_at, now()) - i.started_at)), 0)::float8 as total
     from chosen join approval.case_instance i using (report_id) group by 1`,
    parametersOf(cases),
  );
}

export interface AreaTime extends Spread {
  areaCode: string;
  cases: number;
  open: number;
  /** Cases with a task that ended, or stands, after its due time. */
  late: number;
}

/** Level 3 of `32.73.02.1004` is `32.73.02`; the level is parameter $7. */
const AREA_OF_LEVEL = `array_to_string((string_to_array(area_code, '.'))[1:$7::int], '.')`;

export interface AreaWait {
  areaCode: string;
  element: string;
  /** The newest version that these cases came here in. */
  definitionId: string;
  entered: number;
  /** Until an officer took it. */
  waiting: Spread;
}

/** How long tasks of people waited to be taken, by areas of `level` and step. */
export function waitsByAreas(tx: Tx, cases: AnalysedCases, level: number): Promise<AreaWait[]> {
  return rows(
    tx,
    `with ${CHOSEN}, ${STAY}
     select ${AREA_OF_LEVEL} as "areaCode", element, (array_agg(definition_id order by entered_at desc))[1] as "definitionId",
       count(*)::int as entered, ${spread('extract(epoch from taken_at - entered_at)::float8')} as waiting
     from stay where element_type = 'userTask' group by 1, 2`,
    [...parametersOf(cases), level],
  );
}

/** From the beginning of a case to its end, by the areas of `level` (3: kecamatan, 4: kelurahan). */
export function timeByAreas(tx: Tx, cases: AnalysedCases, level: number): Promise<AreaTime[]> {
  return rows(
    tx,
    `with ${CHOSEN},
     lasted as (
       select ${AREA_OF_LEVEL} as area, ended_at is null as stands,
         extract(epoch from ended_at - started_at)::float8 as whole,
         exists (select from approval.task t where t.report_id = chosen.report_id
           and t.due_at < coalesce(t.ended_at, now())) as late
       from chosen
     )
     select area as "areaCode", count(*)::int as cases, count(*) filter (where stands)::int as open,
       count(*) filter (where late)::int as late,
       ${at(0.5, 'whole')} as median, ${at(0.9, 'whole')} as p90
     from lasted group by 1`,
    [...parametersOf(cases), level],
  );
}
