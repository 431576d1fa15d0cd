/** What a desk needs to judge a report while it is typed: the deployed tables, and the code that reads the facts from it. */
import { loadConfiguration } from '@lampid/db/reference/configuration';
import type { EventType } from '@lampid/processes/find-events';
import type { Deps } from '../deps.js';
import { notFound, Problem } from '../http/problem.js';
import { defineRoute, SENT, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { textSchema } from '../reporting/report-schemas.js';
import type { KnownDefinition } from './definitions.js';
import { knownOrNull } from './element-names.js';
import { firstDecisions } from './first-decisions.js';
import { formFactsModule } from './form-facts-module.js';

const service = 'modeling' as const;
const params = z.object({ id: z.string().max(50) });

const cells = z.array(z.string());
const tableSchema = z.object({
  id: z.string(),
  names: textSchema,
  hitPolicy: z.enum(['UNIQUE', 'FIRST', 'ANY', 'COLLECT', 'RULE ORDER']),
  each: z.string().nullable(),
  inputs: cells,
  labels: z.array(textSchema),
  outputs: cells,
  rules: z.array(z.object({ inputs: cells, outputs: cells })),
});

const deskRulesSchema = z
  .object({
    definitionId: z.string(),
    /** Ids of the decisions that the first check of a case evaluates, in their order. */
    decisions: z.array(z.string()),
    /** These tables, cell by cell. */
    tables: z.array(tableSchema),
    /** Settings of the installation that facts of a form depend on. */
    configuration: z.object({ apostropheInNames: z.boolean() }),
    /** Address of the module that exports `formFacts`; null when nothing can be judged without the register. */
    formFacts: z.string().nullable(),
  })
  .openapi('DeskRules');

export function deskRuleRoutes(deps: Deps): Route[] {
  const eventTypeOf = (id: string): EventType => {
    const eventType = deps.events.get(id);
    if (!eventType) throw notFound();
    return eventType;
  };
  const versionOf = async (id: string, definitionId: string): Promise<KnownDefinition> => {
    const definition = await knownOrNull(deps.definitions, definitionId);
    if (definition?.processKey !== id) throw notFound();
    return definition;
  };
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/event-types/{id}/rules', access: 'event-type:read' },
      summary: 'The tables that judge a report, for a desk that judges while the report is typed',
      description:
        'Rules that compare facts of the register are for `POST /reports/check` and the case itself.',
      params,
      query: z.object({
        /** Of a case under way: its own version of the model; default the latest. */
        definitionId: z.string().max(200).optional(),
      }),
      reply: deskRulesSchema,
      problems: ['not-found', 'state-conflict'],
      async handle({ params: { id }, query: { definitionId } }) {
        const eventType = eventTypeOf(id);
        const [definition, configuration] = await Promise.all([
          definitionId === undefined ? deps.definitions.latest(id) : versionOf(id, definitionId),
          loadConfiguration(deps.db, deps.config.CITY),
        ]);
        if (!definition)
          throw new Problem('state-conflict', { id: 'Belum ada model proses', en: 'No process is deployed' });
        const decisions = firstDecisions(definition);
        const { sources } = await definition.tables();
        const hash = eventType.formFacts && (await formFactsModule(eventType.formFacts)).hash;
        return {
          body: {
            definitionId: definition.definitionId,
            decisions,
            tables: sources.filter((table) => decisions.includes(table.id)),
            configuration: { apostropheInNames: configuration.apostropheInNames ?? false },
            formFacts: hash && `/api/v1/event-types/${id}/form-facts.js?v=${hash}`,
          },
        };
      },
    }),
    defineRoute({
      ...{
        service,
        method: 'get',
        path: '/api/v1/event-types/{id}/form-facts.js',
        access: 'event-type:read',
      },
      summary: 'JavaScript module with `formFacts`: one function per fact that a report tells by itself',
      params,
      // Names the code, so that a page that was open over an update gets the new one.
      query: z.object({ v: z.string().max(64).optional() }),
      binary: 'text/javascript',
      problems: ['not-found'],
      async handle({ params: { id }, response }) {
        const { formFacts } = eventTypeOf(id);
        if (!formFacts) throw notFound();
        const { code } = await formFactsModule(formFacts);
        response.set('Cache-Control', 'no-cache').type('text/javascript').send(code);
        return SENT;
      },
    }),
  ];
}
