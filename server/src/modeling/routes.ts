import { deploymentReasons } from '@lampid/db/modeling/drafts';
import { runningByDefinition } from '@lampid/db/approval/queries-cases';
import { storedVersions } from '@lampid/db/modeling/definitions';
import { EngineError } from '@lampid/engine/engine';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import { defineRoute, SENT, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { instant, textSchema } from '../reporting/report-schemas.js';
import type { KnownDefinition } from './definitions.js';
import { readRules, ruleSchema } from './read-rules.js';

const service = 'modeling' as const;

const versionSchema = z
  .object({ definitionId: z.string(), processKey: z.string(), version: z.int(), deploymentId: z.string() })
  .openapi('ProcessVersion');

const elementSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    names: textSchema,
    type: z.string(),
    topic: z.string().nullable(),
    formId: z.string().nullable(),
    outcomes: z.array(z.string()),
    lane: textSchema.nullable(),
    parent: z.string().nullable(),
    calledElement: z.string().nullable(),
    properties: z.record(z.string(), z.string()),
  })
  .openapi('ProcessElement');

const definitionParams = z.object({ id: z.string().max(200) });

export function modelingRoutes(deps: Deps): Route[] {
  /** @throws Problem 404 */
  const find = async (id: string): Promise<KnownDefinition> => {
    try {
      return await deps.definitions.get(id);
    } catch (error) {
      if (error instanceof EngineError && error.code !== 'unavailable') throw notFound();
      throw error;
    }
  };

  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/rules', access: 'rule:read' },
      summary:
        'Every rule of the latest deployed tables, with its law and how often it was true in the caller’s area',
      query: z.object({ type: z.string().max(50).optional() }),
      reply: z.object({ items: z.array(ruleSchema) }),
      async handle({ caller, query }) {
        return {
          body: { items: await readRules(deps, { caller, ...(query.type && { type: query.type }) }) },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/processes', access: 'process:read' },
      summary: 'Processes with their latest version',
      reply: z.object({
        items: z.array(
          z.object({
            key: z.string(),
            name: z.string(),
            names: textSchema,
            /** The event type it belongs to, or null for called models. */
            eventType: z.string().nullable(),
            latest: versionSchema,
            /** Instances that run now, in every version. */
            running: z.int(),
          }),
        ),
      }),
      async handle() {
        const [latest, running] = await Promise.all([
          deps.definitions.latestDefinitions(),
          runningByDefinition(deps.db),
        ]);
        const items = await Promise.all(
          latest.map(async ({ definitionId, processKey, version, deploymentId }) => {
            const { name, names } = await find(definitionId);
            return {
              ...{ key: processKey, name, names },
              eventType: deps.events.has(processKey) ? processKey : null,
              latest: { definitionId, processKey, version, deploymentId },
              running: running
                .filter((row) => row.processKey === processKey)
                .reduce((sum, row) => sum + row.count, 0),
            };
          }),
        );
        return { body: { items: items.sort((left, right) => (left.key < right.key ? -1 : 1)) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/processes/{key}/versions', access: 'process:read' },
      summary: 'Versions of a process, newest first, also those that the engine forgot',
      params: z.object({ key: z.string().max(100) }),
      reply: z.object({
        items: z.array(
          versionSchema.extend({
            running: z.int(),
            /** Null for what came with the product. */
            deployed: z
              .object({
                ...{ draftId: z.uuid(), why: z.string(), proposedBy: z.string(), approvedBy: z.string() },
                at: instant,
              })
              .nullable(),
          }),
        ),
      }),
      async handle({ params }) {
        const [deployed, stored, running, reasons] = await Promise.all([
          deps.engine.definitions(params.key),
          storedVersions(deps.db, params.key),
          runningByDefinition(deps.db),
          deploymentReasons(deps.db.manager, params.key),
        ]);
        const reasonOf = (deploymentId: string) => {
          const reason = reasons.find((candidate) => candidate.deploymentId === deploymentId);
          if (!reason) return null;
          const { draftId, why, proposedBy, decidedBy, decidedAt } = reason;
          return { draftId, why, proposedBy, approvedBy: decidedBy, at: decidedAt.toISOString() };
        };
        const versions = new Map([...stored, ...deployed].map((version) => [version.definitionId, version]));
        if (versions.size === 0) throw notFound();
        const items = [...versions.values()]
          .sort((left, right) => right.version - left.version)
          .map(({ definitionId, processKey, version, deploymentId }) => ({
            ...{ definitionId, processKey, version, deploymentId },
            running: running.find((row) => row.definitionId === definitionId)?.count ?? 0,
            deployed: reasonOf(deploymentId),
          }));
        return { body: { items } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/processes/definitions/{id}', access: 'process:read' },
      summary: 'One version: its elements, forms and files',
      params: definitionParams,
      reply: versionSchema.extend({
        name: z.string(),
        names: textSchema,
        elements: z.array(elementSchema),
        forms: z.record(z.string(), z.record(z.string(), z.unknown())),
        resources: z.array(z.object({ name: z.string(), content: z.string() })),
      }),
      async handle({ params }) {
        const definition = await find(params.id);
        const { definitionId, processKey, version, deploymentId, name, names, resources } = definition;
        const elements = [...definition.elements.values()].map(
          ({ id, type, topic, formId, outcomes, lane, parent, calledElement, properties, ...element }) => ({
            ...{ id, name: element.name, names: element.names, type, topic, formId, outcomes, lane },
            ...{ parent, calledElement, properties },
          }),
        );
        const forms = Object.fromEntries(definition.forms);
        return {
          body: { definitionId, processKey, version, deploymentId, name, names, elements, forms, resources },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/processes/definitions/{id}/xml', access: 'process:read' },
      summary: 'The diagram (BPMN 2.0 XML)',
      params: definitionParams,
      binary: 'application/xml',
      async handle({ params, response }) {
        const { xml } = await find(params.id);
        // A version never changes.
        response.set('Cache-Control', 'private, max-age=86400, immutable').type('application/xml').send(xml);
        return SENT;
      },
    }),
    defineRoute({
      ...{
        service,
        method: 'get',
        path: '/api/v1/processes/definitions/{id}/forms/{formId}',
        access: 'process:read',
      },
      summary: 'One form (form-js schema) of this version',
      params: definitionParams.extend({ formId: z.string().max(200) }),
      reply: z.record(z.string(), z.unknown()),
      async handle({ params }) {
        const form = (await find(params.id)).forms.get(params.formId);
        if (!form) throw notFound();
        return { body: form };
      },
    }),
  ];
}
