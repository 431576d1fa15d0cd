/** Who collected the documents of a case. A fact of the office's counter: it changes nothing in the register and moves no case (decision 028). */
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

export const COLLECTORS = ['self', 'family', 'proxy'] as const;
export const SHOWN_IDENTITIES = ['ktp-el', 'kk', 'sim', 'paspor'] as const;

export interface Handover {
  id: string;
  reportId: string;
  documents: string[];
  /** Name of who came. */
  collectedBy: string;
  relation: (typeof COLLECTORS)[number];
  /** What they showed of themselves. */
  shown: (typeof SHOWN_IDENTITIES)[number];
  /** Why once more; null the first time. */
  reason: string | null;
  handedBy: string;
  handedAt: Date;
}

const COLUMNS = `id, report_id as "reportId", documents, collected_by as "collectedBy", relation, shown, reason,
  handed_by as "handedBy", handed_at as "handedAt"`;

/** Documents of this report, held for the caller's transaction so that they are not handed over twice at once. */
export function lockDocuments(
  tx: Tx,
  of: { reportId: string; documents: readonly string[] },
): Promise<{ id: string; kind: string; status: 'valid' | 'void'; handedOverAt: Date | null }[]> {
  return rows(
    tx,
    `select id, kind, status, handed_over_at as "handedOverAt" from registry.document
     where report_id = $1 and id = any($2::uuid[]) order by id for update`,
    [of.reportId, of.documents],
  );
}

export async function saveHandover(tx: Tx, handover: Omit<Handover, 'handedAt'>): Promise<void> {
  const { id, reportId, documents, collectedBy, relation, shown, reason, handedBy } = handover;
  await tx.query(
    `insert into registry.handover (id, report_id, documents, collected_by, relation, shown, reason, handed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, reportId, documents, collectedBy, relation, shown, reason, handedBy],
  );
  await tx.query('update registry.document set handed_over_at = now() where id = any($1::uuid[])', [
    documents,
  ]);
}

/** Latest first. */
export function handoversOf(tx: Tx, reportId: string): Promise<Handover[]> {
  return rows(
    tx,
    `select ${COLUMNS} from registry.handover where report_id = $1 order by handed_at desc, id desc limit 50`,
    [reportId],
  );
}

export function readHandover(tx: Tx, id: string): Promise<Handover | null> {
  return row(tx, `select ${COLUMNS} from registry.handover where id = $1`, [id]);
}

export interface WaitingDocuments {
  reportId: string;
  ticket: string;
  type: string;
  title: string;
  areaCode: string;
  documents: number;
  /** Since the first of them was issued. */
  since: Date;
  position: string;
}

/** Cases of these areas whose documents nobody has collected, the longest waiting first. */
export function waitingDocuments(
  dataSource: DataSource,
  question: {
    areaCodes: readonly string[];
    /** LIKE pattern over ticket and title, lower case. */
    pattern: string | undefined;
    /** A NIK or KK number that stands in the report. */
    number: string | undefined;
    after: { position: string; id: string } | null;
    limit: number;
  },
): Promise<WaitingDocuments[]> {
  const { areaCodes, pattern, number, after, limit } = question;
  return rows(
    dataSource.manager,
    `select r.id as "reportId", r.ticket, r.type, r.title, r.area_code as "areaCode", count(*)::int as documents,
       min(d.issued_at) as since, min(d.issued_at)::text as position
     from registry.document d join reporting.report r on r.id = d.report_id
     where d.handed_over_at is null and d.status = 'valid' and d.report_id is not null and r.ticket is not null
       and exists (select from unnest($1::text[]) as place where r.area_code >= place and r.area_code < place || '/')
       and ($2::text is null or lower(r.ticket) like $2 or lower(r.title) like $2)
       and ($6::text is null
         or (r.submitted_at is not null and reporting.numbers_in(r.data) @> jsonb_build_array($6::text)))
     group by r.id
     having $3::timestamptz is null or (min(d.issued_at), r.id) > ($3::timestamptz, $4::uuid)
     order by min(d.issued_at), r.id limit $5`,
    [areaCodes, pattern ?? null, after?.position ?? null, after?.id ?? null, limit, number ?? null],
  );
}
