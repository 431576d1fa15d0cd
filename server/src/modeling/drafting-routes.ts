/** What an analyst asks while drawing, before anything is deployed. */
import { elementTemplates, templateBindings } from '@lampid/processes/templates/element-templates';
import type { Deps } from '../deps.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { textSchema } from '../reporting/report-schemas.js';
import { compareBundles } from './compare-bundles.js';
import { lintBundle } from './lint-bundle.js';
import { templateIdSchema } from './new-types/answers-schema.js';
import { lintNewType } from './new-types/lint-new-type.js';
import { bundleFaultSchema } from './fault-schema.js';
import { resourcesSchema } from './resource-schema.js';
import { resourcesOf, wholeBundle } from './whole-bundle.js';

const service = 'modeling' as const;
const definitionId = z.string().min(1).max(200);

const sideSchema = z.union([
  z.strictObject({ definitionId }),
  z.strictObject({ resources: resourcesSchema }),
]);

const changeSchema = z
  .object({
    /** Name of the file inside the bundle. */
    file: z.string(),
    kind: z.enum(['file', 'model', 'element', 'decision', 'column', 'rule', 'form', 'field']),
    id: z.string(),
    name: z.string(),
    type: z.string().nullable(),
    /** Decision that a column or rule belongs to. */
    table: z.string().nullable(),
    /** `moved`: drawn or ordered differently, and nothing else. */
    change: z.enum(['added', 'removed', 'changed', 'moved']),
    details: z.array(
      z.object({
        path: z.string(),
        label: textSchema,
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .openapi('BundleChange');

const templateSchema = z
  .object({
    $schema: z.string(),
    id: z.string(),
    name: z.string(),
    description: z.string(),
    appliesTo: z.array(z.string()),
    properties: z.array(
      z.object({
        label: z.string().optional(),
        description: z.string().optional(),
        type: z.enum(['Hidden', 'String', 'Dropdown']),
        value: z.string().optional(),
        choices: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
        binding: z.object({ type: z.enum(templateBindings), name: z.string() }),
        constraints: z
          .object({
            notEmpty: z.boolean().optional(),
            pattern: z.object({ value: z.string(), message: z.string() }).optional(),
          })
          .optional(),
        optional: z.boolean().optional(),
      }),
    ),
    /** Variables that the step reads and sets, and the errors that a boundary event must catch. */
    metadata: z.object({
      reads: z.array(z.string()),
      sets: z.array(z.string()),
      errors: z.array(z.object({ code: z.string(), meaning: z.string() })),
    }),
  })
  .openapi('ElementTemplate');

export function draftingRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/processes/compare', access: 'process:read' },
      summary: 'What changed between two bundles, each a deployed version or files',
      body: z.strictObject({ before: sideSchema, after: sideSchema }),
      reply: z.object({
        changes: z.array(changeSchema),
        /** How many there are; the list is cut after 2,000. */
        total: z.int(),
      }),
      problems: ['not-found', 'model-refused', 'too-large', 'engine-unavailable'],
      handle: async ({ body }) => ({ body: await compareBundles(deps, body) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/processes/lint', access: 'process:approve' },
      summary: 'Faults of a bundle; nothing is deployed',
      description:
        'The files that changed; with `base` the other files of that version are taken over, with `newType` those that a new event type finds where it will lie. With `before`, the version that they change, also what was changed in one language only.',
      body: z.strictObject({
        base: definitionId.optional(),
        before: definitionId.optional(),
        newType: z.strictObject({ id: z.string().max(100), template: templateIdSchema }).optional(),
        resources: resourcesSchema,
      }),
      reply: z.object({
        /** Keep it from being deployed. */
        errors: z.array(bundleFaultSchema),
        /** Make it harder to read. */
        warnings: z.array(bundleFaultSchema),
      }),
      problems: ['not-found', 'too-large', 'engine-unavailable'],
      async handle({ body }) {
        const files = await wholeBundle(deps, body);
        const before = body.before === undefined ? [] : await resourcesOf(deps, body.before);
        return {
          body: await (body.newType
            ? lintNewType(deps, body.newType, files)
            : lintBundle(files, deps.typeOf, before)),
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/element-templates', access: 'process:read' },
      summary: 'Element templates for the modeler, made from the task contracts',
      query: z.object({ language: z.enum(['id', 'en']).default('id') }),
      reply: z.object({ items: z.array(templateSchema) }),
      handle: async ({ query }) => ({ body: { items: await elementTemplates(query.language) } }),
    }),
  ];
}
