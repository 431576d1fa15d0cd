/** What can be reported here: everything a desk needs to know of an event type, from the type and its deployed forms. */
import type { EventDefinition } from '@lampid/processes/define-event';
import { EngineError } from '@lampid/engine/engine';
import type { Deps } from '../deps.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import type { Caller } from '../identity/authorize.js';
import { entryForm } from './check-extra.js';
import { exampleReport } from './example-report.js';
import { textSchema } from './report-schemas.js';

const kindSchema = z.object({ kind: z.string(), names: textSchema });

export const eventTypeSchema = z
  .object({
    id: z.string(),
    names: textSchema,
    description: textSchema,
    ticketLetter: z.string(),
    reportedBy: z.array(z.string()),
    attachments: z.array(kindSchema.extend({ required: z.boolean() })),
    issues: z.array(kindSchema),
    /** JSON Schema of `data`. */
    schema: z.record(z.string(), z.unknown()),
    /** form-js schemas of the latest deployed version, by form id. */
    forms: z.record(z.string(), z.record(z.string(), z.unknown())),
    /** The form that a report is entered with. */
    reportForm: z.string().nullable(),
    definitionId: z.string().nullable(),
    /** Data that submits as it stands; null outside of a demo and for who does not report. */
    example: z.unknown(),
  })
  .openapi('EventType');

export function eventTypeRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service: 'reporting', method: 'get', path: '/api/v1/event-types', access: 'event-type:read' },
      summary: 'What can be reported, with schema, forms and an example that submits as it stands',
      description:
        'Each call uses up one demo family per example: `example=none` leaves them out, `type` asks for one type.',
      query: z.object({
        type: z.string().max(50).optional(),
        example: z.enum(['none', 'fresh']).default('fresh'),
      }),
      reply: z.object({ items: z.array(eventTypeSchema) }),
      async handle({ caller, query }) {
        const wanted = [...deps.events.values()].filter(
          ({ definition }) => !query.type || definition.id === query.type,
        );
        const items = await Promise.all(
          wanted.map(({ definition }) =>
            describe(deps, { caller, event: definition, example: query.example }),
          ),
        );
        return { body: { items } };
      },
    }),
  ];
}

const schemas = new WeakMap<EventDefinition, Record<string, unknown>>();

async function describe(
  deps: Deps,
  input: { caller: Caller; event: EventDefinition; example: 'none' | 'fresh' },
): Promise<z.input<typeof eventTypeSchema>> {
  const { caller, event } = input;
  const [definition, example] = await Promise.all([
    latestOrNone(deps, event.id),
    input.example === 'none' ? null : exampleReport(deps, { caller, event }),
  ]);
  const { id, names, description, ticketLetter, reportedBy } = event;
  return {
    ...{ id, names, description, ticketLetter, reportedBy },
    attachments: event.attachments.map(({ kind, names: kindNames, required }) => ({
      kind,
      names: kindNames,
      required,
    })),
    issues: event.issues.map(({ kind, names: kindNames }) => ({ kind, names: kindNames })),
    schema: schemaOf(event),
    forms: Object.fromEntries(definition?.forms ?? []),
    reportForm: definition ? (entryForm(definition)?.id ?? null) : null,
    definitionId: definition?.definitionId ?? null,
    example,
  };
}

function schemaOf(event: EventDefinition): Record<string, unknown> {
  let schema = schemas.get(event);
  if (!schema) {
    schema = z.toJSONSchema(event.schema, { unrepresentable: 'any', io: 'input' }) as Record<string, unknown>;
    schemas.set(event, schema);
  }
  return schema;
}

/** With the engine down the types can still be listed, without their forms. */
async function latestOrNone(deps: Deps, processKey: string) {
  try {
    return await deps.definitions.latest(processKey);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
