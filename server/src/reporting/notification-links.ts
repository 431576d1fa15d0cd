/** A notification and the report made of it, each as the other's page shows it. */
import { decisionsOf } from '@lampid/db/approval/decisions';
import { notificationBehind, reportMadeOf } from '@lampid/db/reporting/notification-answers';
import type { ReportRow } from '@lampid/db/reporting/report';
import type { z } from 'zod';
import type { Deps } from '../deps.js';
import { readableOrNull } from '../modeling/element-names.js';
import type { reportSchema } from './report-schemas.js';

type Links = Pick<z.input<typeof reportSchema>, 'answer' | 'madeOf'>;

export async function linksOf(deps: Deps, report: ReportRow): Promise<Links> {
  const behind = await notificationBehind(deps.db.manager, report.id);
  const madeOf = behind && { reportId: behind.id, ticket: behind.ticket };
  const isNotification = deps.events.get(report.type)?.definition.becomes !== undefined;
  return { madeOf, answer: isNotification ? await answerOf(deps, report) : null };
}

async function answerOf(deps: Deps, report: ReportRow): Promise<Links['answer']> {
  const decision = (await decisionsOf(deps.db.manager, report.id)).at(-1);
  if (!decision) return null;
  const { outcome, note, decidedAt, element, definitionId } = decision;
  const model = await readableOrNull(deps.definitions, definitionId);
  return {
    label: model?.elements.get(element)?.labels[outcome] ?? { id: outcome, en: outcome },
    note,
    decidedAt: decidedAt.toISOString(),
    report: await reportMadeOf(deps.db.manager, report.id),
  };
}
