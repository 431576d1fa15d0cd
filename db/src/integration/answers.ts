import type { DukcapilAnswer } from '@lampid/domain/rules/facts';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** Keeps what Dukcapil said about one subject of a revision; a later answer takes the place of an earlier one. */
export async function saveAnswer(
  tx: Tx,
  input: { reportId: string; revision: number; answer: DukcapilAnswer },
): Promise<void> {
  const { answer } = input;
  await tx.query(
    `insert into integration.dukcapil_answer
       (report_id, revision, subject, outcome, name_score, birth_date_matches, sex_matches)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (report_id, revision, subject) do update
     set outcome = excluded.outcome, name_score = excluded.name_score, asked_at = now(),
       birth_date_matches = excluded.birth_date_matches, sex_matches = excluded.sex_matches`,
    [
      input.reportId,
      input.revision,
      answer.subject,
      answer.outcome,
      answer.nameScore,
      answer.birthDateMatches,
      answer.sexMatches,
    ],
  );
}

/** In the order of the subjects; empty until the step ran. */
export async function loadAnswers(
  tx: Tx,
  input: { reportId: string; revision: number },
): Promise<DukcapilAnswer[]> {
  return rows(
    tx,
    `select subject, outcome, name_score as "nameScore", birth_date_matches as "birthDateMatches",
       sex_matches as "sexMatches"
     from integration.dukcapil_answer where report_id = $1 and revision = $2 order by subject`,
    [input.reportId, input.revision],
  );
}
