/** New event types: made from a template as a draft, edited in the studio, taken away as a folder (decision 040). */
import { ROLES } from '@lampid/domain/roles';
import { eventTemplates, TEMPLATE_IDS } from '@lampid/processes/new-event/templates';
import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { textSchema } from '../../reporting/report-schemas.js';
import { draftSchema, shownDraft } from '../drafts/draft-view.js';
import { makeNewType, takenNames } from './make-new-type.js';

const service = 'modeling' as const;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const sentence = (max: number) => z.string().trim().max(max);
const bothLanguages = (max: number) => z.strictObject({ id: sentence(max), en: sentence(max) });

const answersSchema = z.strictObject({
  template: z.enum(TEMPLATE_IDS),
  id: sentence(100),
  ticketLetter: sentence(5),
  names: bothLanguages(80),
  description: bothLanguages(200),
  reportedBy: z.array(z.enum(ROLES)).max(ROLES.length),
  attachments: z
    .array(z.strictObject({ kind: sentence(40), names: bothLanguages(100), required: z.boolean() }))
    .max(20),
  letter: z.strictObject({ names: bothLanguages(80) }).nullable(),
  specialDecision: z.enum(['none', 'verifikator', 'kadis']),
  law: z.strictObject({ basis: sentence(200), since: sentence(10) }),
});

export function newTypeRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/event-templates', access: 'process:change' },
      summary: 'What a new event type can be made from, and the ticket letters that are free',
      reply: z.object({
        items: z.array(
          z.object({
            id: z.enum(TEMPLATE_IDS),
            names: textSchema,
            description: textSchema,
            /** Who may report it. */
            reporters: z.array(z.string()),
            needsLetter: z.boolean(),
          }),
        ),
        freeTicketLetters: z.array(z.string()),
      }),
      problems: ['engine-unavailable'],
      async handle() {
        const { ticketLetters } = await takenNames(deps, deps.db.manager);
        return {
          body: {
            items: eventTemplates.map((template) => ({ ...template, reporters: [...template.reporters] })),
            freeTicketLetters: LETTERS.filter((letter) => !ticketLetters.has(letter)),
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/event-templates/drafts', access: 'process:change' },
      ...{ status: 201 },
      summary: 'Make a new event type from a template: a draft that holds its whole folder',
      body: answersSchema,
      reply: draftSchema,
      problems: ['engine-unavailable'],
      async handle({ caller, body: { template, ...answers } }) {
        const id = await makeNewType(deps, { caller, template, answers });
        return { body: await shownDraft(deps, id) };
      },
    }),
  ];
}
