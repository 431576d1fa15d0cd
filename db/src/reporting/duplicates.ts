/** Finds whom a newcomer may be, among residents and the newcomers of other open reports, and keeps it for the case. */
import {
  birthDatesLike,
  compareLikeness,
  POSSIBLE_DUPLICATE,
  type Likeness,
  type LikenessReason,
  type Newcomer,
} from '@lampid/domain/registry/likeness';
import type { Tx } from '../data-source.js';
import { prepared } from '../kernel/prepared.js';
import { rows } from '../kernel/rows.js';

export interface DuplicateCandidate {
  /** The newcomer's. */
  field: string;
  residentId: string | null;
  otherReport: string | null;
  otherField: string | null;
  score: number;
  reasons: LikenessReason[];
}

/** Looked at by hand: nobody compares more. */
const MOST_PER_PERSON = 5;

type Found = Likeness & Pick<DuplicateCandidate, 'residentId' | 'otherReport' | 'otherField'>;

const CANDIDATES = prepared(
  'duplicates.candidates',
  `(select r.id as "residentId", null::uuid as "otherReport", null as "otherField",
     r.name, r.birth_date as "birthDate", r.sex, r.mother_name as "motherName"
   from registry.resident r
   where r.birth_date = any($1::date[]) and r.status <> 'void' and r.nik is distinct from $3
     and similarity(lower(r.name), lower($2)) > 0.4
   order by similarity(lower(r.name), lower($2)) desc limit 20)
   union all
   (select null, n.report_id, n.field, n.name, n.birth_date, n.sex, n.mother_name
   from reporting.newcomer n join reporting.report p on p.id = n.report_id
   where n.birth_date = any($1::date[]) and n.report_id is distinct from $4
     and p.status in ('submitted', 'in_review', 'returned', 'awaiting_decision', 'registering')
     and similarity(lower(n.name), lower($2)) > 0.4
   order by similarity(lower(n.name), lower($2)) desc limit 20)`,
);

/** @param exceptReportId the report itself; null for a check before submission */
export async function findDuplicates(
  tx: Tx,
  question: { newcomers: readonly Newcomer[]; exceptReportId: string | null },
): Promise<DuplicateCandidate[]> {
  const found = await Promise.all(
    question.newcomers.map((newcomer) => candidatesFor(tx, newcomer, question.exceptReportId)),
  );
  return found.flat();
}

async function candidatesFor(
  tx: Tx,
  newcomer: Newcomer,
  exceptReportId: string | null,
): Promise<DuplicateCandidate[]> {
  const { field, name, birthDate, nik } = newcomer;
  const alike = await rows<Found>(tx, CANDIDATES, [birthDatesLike(birthDate), name, nik, exceptReportId]);
  return alike
    .map(({ residentId, otherReport, otherField, ...person }) => ({
      ...{ field, residentId, otherReport, otherField },
      ...compareLikeness(newcomer, person),
    }))
    .filter(({ score }) => score >= POSSIBLE_DUPLICATE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_PER_PERSON);
}

/** What the last evaluation found replaces what was found before. */
export async function keepDuplicates(
  tx: Tx,
  kept: { reportId: string; newcomers: readonly Newcomer[]; candidates: readonly DuplicateCandidate[] },
): Promise<void> {
  const { reportId, newcomers, candidates } = kept;
  await tx.query(
    `with former as (delete from reporting.duplicate_candidate where report_id = $1),
       gone as (delete from reporting.newcomer where report_id = $1 and not field = any($2::text[])),
       people as (
         insert into reporting.newcomer (report_id, field, name, birth_date, sex, mother_name)
         select $1, i.field, i.name, i."birthDate", i.sex, i."motherName"
         from jsonb_to_recordset($3::jsonb) as i (field text, name text, "birthDate" date, sex int, "motherName" text)
         on conflict (report_id, field) do update set name = excluded.name, birth_date = excluded.birth_date,
           sex = excluded.sex, mother_name = excluded.mother_name)
     insert into reporting.duplicate_candidate
       (report_id, field, resident_id, other_report, other_field, score, reasons)
     select $1, i.field, i."residentId", i."otherReport", i."otherField", i.score, array(select jsonb_array_elements_text(i.reasons))
     from jsonb_to_recordset($4::jsonb)
       as i (field text, "residentId" uuid, "otherReport" uuid, "otherField" text, score int, reasons jsonb)`,
    [reportId, newcomers.map(({ field }) => field), JSON.stringify(newcomers), JSON.stringify(candidates)],
  );
}

/** A newcomer beside somebody whom they may be. */
export interface ComparedPair {
  field: string;
  newcomer: Likeness;
  candidate: Likeness & {
    residentId: string | null;
    nik: string | null;
    status: string | null;
    areaCode: string | null;
    reportId: string | null;
    ticket: string | null;
  };
  score: number;
  reasons: LikenessReason[];
}

/** Most alike first. */
export async function comparedPairs(tx: Tx, reportId: string): Promise<ComparedPair[]> {
  return rows(
    tx,
    `select c.field, c.score, to_jsonb(c.reasons) as reasons,
       jsonb_build_object('name', n.name, 'birthDate', n.birth_date, 'sex', n.sex, 'motherName', n.mother_name) as newcomer,
       jsonb_build_object('residentId', r.id, 'nik', r.nik, 'status', r.status,
         'areaCode', coalesce(r.area_code, p.area_code), 'reportId', p.id, 'ticket', p.ticket,
         'name', coalesce(r.name, o.name), 'birthDate', coalesce(r.birth_date, o.birth_date), 'sex', coalesce(r.sex, o.sex),
         'motherName', coalesce(r.mother_name, o.mother_name)) as candidate
     from reporting.duplicate_candidate c
     join reporting.newcomer n on n.report_id = c.report_id and n.field = c.field
     left join registry.resident r on r.id = c.resident_id
     left join reporting.report p on p.id = c.other_report
     left join reporting.newcomer o on o.report_id = c.other_report and o.field = c.other_field
     where c.report_id = $1 and coalesce(r.name, o.name) is not null
     order by c.score desc, c.field`,
    [reportId],
  );
}
