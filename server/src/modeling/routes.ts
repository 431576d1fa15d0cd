import { runningByDefinition } from '@lampid/db/approval/queries-cases';
import { storedVersions } from '@lampid/db/modeling/definitions';
import { EngineError } from '@lampid/engine/engine';
import type { Deps } from '../deps.js';
import { inputFault, invalidInput, notFound } from '../http/problem.js';
import { defineRoute, SENT, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { textSchema } from '../reporting/report-schemas.js';
import { deployFromBrowser } from './deploy-from-browser.js';
import type { KnownDefinition } from './definitions.js';
import { readRules, ruleSchema } from './read-rules.js';

const service = 'modeling' as const;
const MAX_FILE_BYTES = 2 * 1024 * 1024;

const versionSchema = z
  .object({ definitionId: z.string(), processKey: z.string(), version: z.int(), deploymentId: z.string() })
  .openapi('ProcessVersion');

const elementSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    topic: z.string().nullable(),
    formId: z.string().nullable(),
    outcomes: z.array(z.string()),
    lane: z.string().nullable(),
    parent: z.string().nullable(),
    calledElement: z.string().nullable(),
    properties: z.record(z.string(), z.string()),
  })
  .openapi('ProcessElement');

export const resourceSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]+\.(bpmn|dmn|form)$/),
  content: z.string().min(1).max(MAX_FILE_BYTES),
});

const deploySchema = z.strictObject({
  /** Name of the deployment; default the key of the first process. */
  name: z.string().max(100).optional(),
  /** A definition whose other files are taken over. */
  base: z.string().max(200).optional(),
  resources: z.array(resourceSchema).min(1).max(50),
});

const deployedSchema = z
  .object({
    deploymentId: z.string(),
    existed: z.boolean(),
    definitions: z.array(z.object({ definitionId: z.string(), processKey: z.string(), version: z.int() })),
    warnings: z.array(
      z.object({ code: z.string(), field: z.string().nullable(), severity: z.string(), message: textSchema }),
    ),
  })
  .openapi('DeployedVersion');

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
          latest.map(async ({ definitionId, processKey, version, deploymentId }) => ({
            key: processKey,
            name: (await find(definitionId)).name,
            eventType: deps.events.has(processKey) ? processKey : null,
            latest: { definitionId, processKey, version, deploymentId },
            running: running
              .filter((row) => row.processKey === processKey)
              .reduce((sum, row) => sum + row.count, 0),
          })),
        );
        return { body: { items: items.sort((left, right) => (left.key < right.key ? -1 : 1)) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/processes/{key}/versions', access: 'process:read' },
      summary: 'Versions of a process, newest first, also those that the engine forgot',
      params: z.object({ key: z.string().max(100) }),
      reply: z.object({ items: z.array(versionSchema.extend({ running: z.int() })) }),
      async handle({ params }) {
        const [deployed, stored, running] = await Promise.all([
          deps.engine.definitions(params.key),
          storedVersions(deps.db, params.key),
          runningByDefinition(deps.db),
        ]);
        const versions = new Map([...stored, ...deployed].map((version) => [version.definitionId, version]));
        if (versions.size === 0) throw notFound();
        const items = [...versions.values()]
          .sort((left, right) => right.version - left.version)
          .map(({ definitionId, processKey, version, deploymentId }) => ({
            ...{ definitionId, processKey, version, deploymentId },
            running: running.find((row) => row.definitionId === definitionId)?.count ?? 0,
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
        elements: z.array(elementSchema),
        forms: z.record(z.string(), z.record(z.string(), z.unknown())),
        resources: z.array(z.object({ name: z.string(), content: z.string() })),
      }),
      async handle({ params }) {
        const definition = await find(params.id);
        const { definitionId, processKey, version, deploymentId, name, resources } = definition;
        const elements = [...definition.elements.values()].map(
          ({ id, name: label, type, topic, formId, outcomes, lane, parent, calledElement, properties }) => ({
            ...{ id, name: label, type, topic, formId, outcomes, lane, parent, calledElement, properties },
          }),
        );
        const forms = Object.fromEntries(definition.forms);
        return {
          body: { definitionId, processKey, version, deploymentId, name, elements, forms, resources },
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
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/processes', access: 'process:deploy', status: 201 },
      summary: 'Deploy a new version',
      description: 'The files that changed; with `base` the other files of that version are taken over.',
      body: deploySchema,
      reply: deployedSchema,
      problems: ['model-refused', 'engine-unavailable'],
      handle: async ({ caller, body }) => ({
        body: await deployFromBrowser(deps, {
          caller,
          name: body.name,
          base: body.base,
          resources: body.resources,
        }),
      }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/processes/upload', access: 'process:deploy', status: 201 },
      summary: 'Deploy a new version from files',
      query: z.object({ base: z.string().max(200).optional(), name: z.string().max(100).optional() }),
      multipart: { field: 'files', maxBytes: MAX_FILE_BYTES, maxFiles: 50 },
      reply: deployedSchema,
      problems: ['model-refused', 'engine-unavailable', 'too-large'],
      async handle({ caller, query, request }) {
        const files = (request.files ?? []) as Express.Multer.File[];
        const resources = files.map((file) => ({
          name: file.originalname,
          content: file.buffer.toString('utf8'),
        }));
        const parsed = z.array(resourceSchema).min(1).safeParse(resources);
        if (!parsed.success) {
          const text = { id: 'Kirim berkas .bpmn, .dmn atau .form', en: 'Send .bpmn, .dmn or .form files' };
          throw invalidInput([inputFault('NOT_ALLOWED', 'files', text)]);
        }
        return {
          body: await deployFromBrowser(deps, {
            caller,
            name: query.name,
            base: query.base,
            resources: parsed.data,
          }),
        };
      },
    }),
  ];
}
