import type { Deps } from '../../deps.js';
import { createPublicLimit } from '../../http/public-limit.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { instant, statusSchema, textSchema } from '../report-schemas.js';
import { answerFields, giveAnswer } from '../../statistics/satisfaction/give-answer.js';
import { findTracked } from './find-tracked.js';
import { createTicketLimit } from './ticket-limit.js';
import { trackCase } from './track-case.js';

/** In the body, never in an address: addresses are logged and remembered. */
const keyFields = {
  ticket: z
    .string()
    .trim()
    .max(60)
    .transform((text) => text.toUpperCase()),
  digits: z.string().regex(/^\d{4}$/),
};

export const trackedSchema = z
  .object({
    ticket: z.string(),
    /** Of the event type. */
    names: textSchema,
    /** Masked. */
    name: z.string(),
    areaName: z.string(),
    status: statusSchema,
    submittedAt: instant.nullable(),
    /** States that the case went through, oldest first. */
    steps: z.array(z.object({ status: statusSchema, at: instant })),
    /** Registered; the case ends when another city confirms. */
    awaitsOthers: z.boolean(),
    /** `YYYY-MM-DD`; null when it is not the office's turn. */
    expectedOn: z.string().nullable(),
    /** Only while it is returned. */
    returned: z
      .object({
        /** What is to be brought. */
        documents: z.array(textSchema),
        /** How many other faults there are. */
        others: z.int(),
        /** `YYYY-MM-DD` */
        until: z.string().nullable(),
      })
      .nullable(),
    /** Papers of the case: they wait at the counter, or somebody collected them. */
    papers: z.enum(['none', 'ready', 'collected']),
    /** The question after the end: whether it is asked, and what was answered. */
    satisfaction: z.object({ askable: z.boolean(), score: z.int().nullable() }),
  })
  .openapi('TrackedCase');

/** Without a sign-in: a ticket and four digits, few tries, masked answers. */
export function trackingRoutes(deps: Deps): Route[] {
  const spend = createPublicLimit();
  const guard = createTicketLimit();
  const service = 'reporting' as const;
  return [
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/track', access: 'public' },
      summary: 'How a case stands, for whoever knows its ticket and the last four digits of a NIK of it',
      body: z.strictObject(keyFields),
      reply: trackedSchema,
      problems: ['not-found', 'too-many-requests'],
      async handle({ body, request, response }) {
        await spend(request, response);
        return { body: await guard(body.ticket, response, () => trackCase(deps, body)) };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/track/satisfaction', access: 'public', status: 201 },
      summary: 'How content the citizen was with the finished case: one click, once',
      body: z.strictObject({ ...keyFields, ...answerFields }),
      reply: z.object({ score: z.int() }),
      problems: ['not-found', 'state-conflict', 'too-many-requests'],
      async handle({ body, request, response }) {
        await spend(request, response);
        const { ticket, digits, ...answer } = body;
        const { report } = await guard(ticket, response, () =>
          findTracked(deps, deps.db.manager, { ticket, digits }),
        );
        const input = { report, asked: 'online' as const, actor: 'citizen', answer };
        return { body: await deps.db.transaction((tx) => giveAnswer(tx, input)) };
      },
    }),
  ];
}
