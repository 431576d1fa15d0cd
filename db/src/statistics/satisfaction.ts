/** One click after a finished case, 1 (very bad) to 5 (very good); once by each way of asking. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { Period } from './event-counts.js';

/** `online`: the citizen on the tracking page; `counter`: asked when the documents were handed over. */
export type Asked = 'online' | 'counter';

/** False when the case was answered for in this way before: the first answer stands. */
export async function keepAnswer(
  tx: Tx,
  answer: { reportId: string; asked: Asked; score: number; comment: string | null; areaCode: string },
): Promise<boolean> {
  const { reportId, asked, score, comment, areaCode } = answer;
  const kept = await row(
    tx,
    `insert into statistics.satisfaction (report_id, asked, score, comment, area_code) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [reportId, asked, score, comment, areaCode],
  );
  return kept !== null;
}

export interface GivenAnswer {
  asked: Asked;
  score: number;
  comment: string | null;
}

export function answersOf(tx: Tx, reportId: string): Promise<GivenAnswer[]> {
  return rows(tx, 'select asked, score, comment from statistics.satisfaction where report_id = $1', [
    reportId,
  ]);
}

export interface AnswerCount {
  /** `YYYY-MM` in Asia/Jakarta, or an area code one level below the period's. */
  part: string;
  answers: number;
  mean: number;
}

export function countAnswers(
  tx: Tx,
  { by, area, from, until }: Period & { by: 'month' | 'area' },
): Promise<AnswerCount[]> {
  const level = area.split('.').length + 1;
  const part =
    by === 'month'
      ? `to_char(given_at at time zone 'Asia/Jakarta', 'YYYY-MM')`
      : `array_to_string((string_to_array(area_code, '.'))[1:${level}], '.')`;
  return rows(
    tx,
    `select ${part} as part, count(*)::int as answers, avg(score)::float8 as mean
     from statistics.satisfaction
     where (area_code = $1 or (area_code > $1 || '.' and area_code < $1 || '/'))
       and given_at >= $2::date::timestamp at time zone 'Asia/Jakarta'
       and given_at < $3::date::timestamp at time zone 'Asia/Jakarta'
     group by 1`,
    [area, from, until],
  );
}
