/** New event types: made from a template as a draft, edited in the studio, taken away as a folder (decision 040). */
import { eventTemplates } from '@lampid/processes/new-event/templates';
import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { textSchema } from '../../reporting/report-schemas.js';
import { draftSchema, shownDraft } from '../drafts/draft-view.js';
import { answerAnew } from './answer-anew.js';
import { answersSchema, templateIdSchema } from './answers-schema.js';
import { makeNewType, takenNames } from './make-new-type.js';

const service = 'modeling' as const;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

export function newTypeRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/event-templates', access: 'process:change' },
      summary: 'What a new event type can be made from, and the ticket letters that are free',
      reply: z.object({
        items: z.array(
          z.object({
            id: templateIdSchema,
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
            items: eventTemplates.map(({ schema: _, reporters, ...template }) => ({
              ...template,
              reporters: [...reporters],
            })),
            freeTicketLetters: LETTERS.filter((letter) => !ticketLetters.has(letter)),
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/event-templates/drafts', access: 'process:change' },
      ...{ status: 201 },
      summary: 'Make a new event type from a template: a draft that holds its whole folder',
      body: answersSchema.extend({ template: templateIdSchema }),
      reply: draftSchema,
      problems: ['engine-unavailable'],
      async handle({ caller, body: { template, ...answers } }) {
        const id = await makeNewType(deps, { caller, template, answers });
        return { body: await shownDraft(deps, id) };
      },
    }),
    defineRoute({
      ...{ service, method: 'put', path: '/api/v1/model-drafts/{id}/answers', access: 'process:change' },
      summary: 'Answer the questions of a new event type anew: its folder is written from them',
      description:
        'Model, table and forms that an analyst has changed meanwhile stand as they are and are named.',
      params: z.object({ id: z.uuid() }),
      body: answersSchema,
      reply: z.object({ draft: draftSchema, written: z.array(z.string()), kept: z.array(z.string()) }),
      problems: ['not-found', 'state-conflict', 'engine-unavailable'],
      async handle({ caller, params: { id }, body: answers }) {
        const outcome = await answerAnew(deps, { caller, draftId: id, answers });
        return { body: { draft: await shownDraft(deps, id), ...outcome } };
      },
    }),
  ];
}
