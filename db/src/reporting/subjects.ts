/** U17: two open reports about the same event and the same people. Keys are stored hashed: they are made of NIKs. */
import { createHash } from 'node:crypto';
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

const hashes = (type: string, keys: string[]) => [
  ...new Set(keys.map((key) => createHash('sha256').update(`${type}\n${key}`).digest('hex'))),
];

/** Replaces what the report is about by its latest revision. */
export async function saveSubjects(
  tx: Tx,
  subjects: { reportId: string; type: string; keys: string[] },
): Promise<void> {
  await tx.query(
    `with gone as (
       delete from reporting.report_subject where report_id = $1 and key_hash <> all($3::text[])
     )
     insert into reporting.report_subject (report_id, type, key_hash)
     select $1, $2, key from unnest($3::text[]) as key on conflict do nothing`,
    [subjects.reportId, subjects.type, hashes(subjects.type, subjects.keys)],
  );
}

/**
 * Ticket of an open report (not draft, not ended) about the same, or null. Of two such reports only the later one is the
 * duplicate: with `exceptReportId` only reports that were submitted before that one count.
 */
export async function openDuplicate(
  tx: Tx,
  question: { type: string; keys: string[]; exceptReportId: string | null },
): Promise<string | null> {
  if (question.keys.length === 0) return null;
  const found = await row<{ ticket: string }>(
    tx,
    `select r.ticket
     from reporting.report_subject s
     join reporting.report r on r.id = s.report_id
     left join reporting.report own on own.id = $3::uuid
     where s.type = $1 and s.key_hash = any($2::text[]) and r.id is distinct from $3::uuid
       and r.status not in ('draft', 'rejected', 'cancelled', 'expired', 'completed')
       and (own.submitted_at is null or (r.submitted_at, r.id) < (own.submitted_at, own.id))
     order by r.submitted_at, r.id limit 1`,
    [question.type, hashes(question.type, question.keys), question.exceptReportId],
  );
  return found?.ticket ?? null;
}
