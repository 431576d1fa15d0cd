import type { Tx } from '@lampid/db/data-source';
import { recordAudit } from '@lampid/db/kernel/audit';
import type { ReportRow } from '@lampid/db/reporting/report';
import { answersOf, keepAnswer, type Asked } from '@lampid/db/statistics/satisfaction';
import { Problem } from '../../http/problem.js';
import { z } from '../../http/zod.js';

/** 1 very bad ... 5 very good. */
export const answerFields = {
  score: z.int().min(1).max(5),
  comment: z.string().trim().max(500).nullish(),
};

/** Decided for good: only then is there something to be content with. */
export function isAskable({ status }: Pick<ReportRow, 'status'>): boolean {
  return status === 'completed' || status === 'rejected';
}

/** @throws Problem 409 before the end, and when the question was answered before */
export async function giveAnswer(
  tx: Tx,
  input: {
    report: Pick<ReportRow, 'id' | 'status' | 'areaCode'>;
    asked: Asked;
    actor: string;
    answer: { score: number; comment?: string | null | undefined };
  },
): Promise<{ score: number }> {
  const { report, asked, actor, answer } = input;
  if (!isAskable(report))
    throw new Problem('state-conflict', { id: 'Kasus ini belum selesai', en: 'The case has not ended yet' });
  const kept = await keepAnswer(tx, {
    ...{ reportId: report.id, asked, areaCode: report.areaCode },
    ...{ score: answer.score, comment: answer.comment || null },
  });
  if (!kept)
    throw new Problem('state-conflict', {
      id: 'Pertanyaan ini sudah dijawab',
      en: 'The question was answered before',
    });
  await recordAudit(tx, { actor, action: 'satisfaction.given', reportId: report.id, detail: { asked } });
  return { score: answer.score };
}

/** Null where nobody answered yet. */
export async function scoresOf(tx: Tx, reportId: string): Promise<Record<Asked, number | null>> {
  const given = await answersOf(tx, reportId);
  const of = (asked: Asked) => given.find((one) => one.asked === asked)?.score ?? null;
  return { online: of('online'), counter: of('counter') };
}
