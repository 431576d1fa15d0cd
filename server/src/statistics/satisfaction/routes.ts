import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { findReadableReport } from '../../reporting/read-report.js';
import { answerFields, giveAnswer, isAskable, scoresOf } from './give-answer.js';

const params = z.object({ id: z.uuid() });
const score = z.int().min(1).max(5);

export function satisfactionRoutes(deps: Deps): Route[] {
  const service = 'statistics' as const;
  const path = '/api/v1/reports/{id}/satisfaction';
  return [
    defineRoute({
      ...{ service, path, params, method: 'get', access: 'case:read' },
      summary: 'What citizens answered after a finished case',
      reply: z
        .object({ askable: z.boolean(), online: score.nullable(), counter: score.nullable() })
        .openapi('Satisfaction'),
      async handle({ caller, params: { id } }) {
        const report = await findReadableReport(deps.db, caller, id);
        return { body: { askable: isAskable(report), ...(await scoresOf(deps.db.manager, id)) } };
      },
    }),
    defineRoute({
      ...{ service, path, params, method: 'post', access: 'satisfaction:ask', status: 201 },
      summary: 'What the citizen answered at hand-over, once a case',
      body: z.strictObject(answerFields),
      reply: z.object({ score }),
      problems: ['state-conflict'],
      async handle({ caller, params: { id }, body }) {
        const report = await findReadableReport(deps.db, caller, id);
        const input = { report, asked: 'counter' as const, actor: caller.username, answer: body };
        return { body: await deps.db.transaction((tx) => giveAnswer(tx, input)) };
      },
    }),
  ];
}
