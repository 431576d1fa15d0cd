import { runningByDefinition } from '@lampid/db/approval/queries-cases';
import { listMigrations, MIGRATION_STATES, undoOf } from '@lampid/db/modeling/case-migrations';
import { listMigrationCases, MIGRATION_CASE_STATES } from '@lampid/db/modeling/migration-cases';
import type { CaseElement } from '@lampid/processes/case-model';
import type { Deps } from '../../deps.js';
import { cursorSchema, decodeCursor, limitSchema, pageOf, toPage } from '../../http/page.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { assertCovers } from '../../identity/authorize.js';
import { instant, textSchema } from '../../reporting/report-schemas.js';
import { approve, propose, proposeUndo, reject, requireMigration, steer } from './decide-migration.js';
import type { FoundMigration } from './decide-migration.js';
import { dryRun } from './dry-run.js';
import { placesOf } from './places.js';
import { readVersions, remarksOn } from './ready-plan.js';
import { suggestMapping } from './suggest-mapping.js';

const service = 'modeling' as const;
const ROOT = '/api/v1/migrations';
const idParams = z.object({ id: z.uuid() });
const idSchema = z.object({ id: z.uuid() });
const versionId = z.string().min(1).max(200);
const elementId = z.string().min(1).max(200);
const MOST_ELEMENTS = 500;

const mappingSchema = z
  .record(elementId, elementId.nullable())
  .refine((mapping) => Object.keys(mapping).length <= MOST_ELEMENTS, 'too many elements');
const pair = { source: versionId, target: versionId };
const area = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
  .nullable()
  .default(null);
const reason = z.string().trim().min(5).max(500);

const remarkSchema = z.object({
  element: z.string(),
  kind: z.enum(['fault', 'notice']),
  code: z.string(),
  message: textSchema,
});

const placeSchema = z.object({
  id: z.string(),
  names: textSchema,
  type: z.string(),
  event: z.string().nullable(),
  lane: textSchema.nullable(),
  parent: z.string().nullable(),
  attachedTo: z.string().nullable(),
  multiInstance: z.boolean(),
});

const migrationSchema = z
  .object({
    id: z.uuid(),
    processKey: z.string(),
    sourceId: z.string(),
    targetId: z.string(),
    sourceVersion: z.int(),
    targetVersion: z.int(),
    processNames: textSchema,
    areaCode: z.string(),
    reason: z.string(),
    state: z.enum(MIGRATION_STATES),
    undoes: z.uuid().nullable(),
    proposedBy: z.string(),
    proposedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    endedAt: instant.nullable(),
    counts: z.object({ waiting: z.int(), moved: z.int(), refused: z.int(), left: z.int() }),
  })
  .openapi('CaseMigration');

const caseSchema = z
  .object({
    instanceId: z.string(),
    ticket: z.string(),
    state: z.enum(MIGRATION_CASE_STATES),
    reason: z.object({ code: z.string(), message: textSchema }).nullable(),
    steps: z.array(z.object({ stepId: z.string(), from: z.string(), to: z.string() })),
    changedAt: instant,
  })
  .openapi('MigrationCase');

/** Cases that run go on in another version of their model: planned, tried dry, approved by a second person, undone. */
export function migrationRoutes(deps: Deps): Route[] {
  const { db } = deps;
  const viewOf = async ({ mapping: _, undoMapping: __, ...found }: FoundMigration) => {
    const [source, target] = await Promise.all([
      deps.definitions.get(found.sourceId),
      deps.definitions.get(found.targetId),
    ]);
    return {
      ...found,
      ...{ sourceVersion: source.version, targetVersion: target.version, processNames: target.names },
      proposedAt: found.proposedAt.toISOString(),
      decidedAt: found.decidedAt?.toISOString() ?? null,
      endedAt: found.endedAt?.toISOString() ?? null,
    };
  };
  const decision = (word: 'approve' | 'reject' | 'pause' | 'resume' | 'cancel', summary: string) =>
    defineRoute({
      ...{ service, method: 'post', path: `${ROOT}/{id}/${word}`, access: 'migration:approve', summary },
      params: idParams,
      reply: idSchema,
      problems: ['not-found', 'state-conflict', 'own-proposal'],
      async handle({ caller, params: { id } }) {
        if (word === 'approve') await approve(deps, { caller, id });
        else if (word === 'reject') await reject(deps, { caller, id });
        else await steer(deps, { caller, id, how: word });
        return { body: { id } };
      },
    });

  return [
    defineRoute({
      ...{ service, method: 'post', path: `${ROOT}/plan`, access: 'migration:approve' },
      summary: 'Where each element of one version most likely went in another; nothing is kept',
      body: z.strictObject(pair),
      reply: z.object({
        running: z.int(),
        source: z.array(placeSchema),
        target: z.array(placeSchema),
        mapping: z.record(z.string(), z.string().nullable()),
        how: z.record(z.string(), z.enum(['same', 'alike', 'none'])),
        remarks: z.array(remarkSchema),
      }),
      problems: ['not-found', 'invalid-input', 'engine-unavailable'],
      async handle({ body }) {
        const versions = await readVersions(deps, body);
        const { mapping, how } = suggestMapping(versions.source.elements, versions.target.elements);
        const running = (await runningByDefinition(db)).find(
          ({ definitionId }) => definitionId === versions.source.definitionId,
        );
        return {
          body: {
            ...{ mapping, how, running: running?.count ?? 0 },
            source: placesOf(versions.source.elements).map(placeView),
            target: placesOf(versions.target.elements).map(placeView),
            remarks: await remarksOn(deps, versions, mapping),
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: `${ROOT}/dry-run`, access: 'migration:approve' },
      summary:
        'What a migration would meet: cases per step, what stands in the way, what officers will see different',
      body: z.strictObject({ ...pair, mapping: mappingSchema, area }),
      reply: z.object({
        running: z.int(),
        judged: z.int(),
        moves: z.int(),
        steps: z.array(z.object({ element: z.string(), cases: z.int(), to: z.string().nullable() })),
        obstacles: z.array(
          z.object({
            code: z.string(),
            message: textSchema,
            later: z.boolean(),
            cases: z.int(),
            tickets: z.array(z.string()),
          }),
        ),
        remarks: z.array(remarkSchema),
      }),
      problems: ['not-found', 'invalid-input', 'engine-unavailable'],
      async handle({ caller, body: { mapping, area: wanted, ...ids } }) {
        const areaCode = wanted ?? caller.areaCode;
        assertCovers(caller, areaCode);
        const versions = await readVersions(deps, ids);
        const [impact, remarks] = await Promise.all([
          dryRun(deps, { versions, mapping, areaCode }),
          remarksOn(deps, versions, mapping),
        ]);
        return { body: { ...impact, remarks } };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: ROOT, access: 'migration:propose', status: 201 },
      summary: 'Propose to move the running cases; a second person approves',
      body: z.strictObject({ ...pair, mapping: mappingSchema, area, reason }),
      reply: idSchema,
      problems: ['not-found', 'invalid-input', 'engine-unavailable'],
      async handle({ caller, body }) {
        return { body: { id: await propose(deps, { caller, ...body, area: body.area ?? caller.areaCode }) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: ROOT, access: 'migration:read' },
      summary: 'Migrations, newest first',
      query: z.object({ limit: limitSchema, cursor: cursorSchema }),
      reply: pageOf(migrationSchema),
      async handle({ caller, query: { limit, cursor } }) {
        const after = decodeCursor(cursor, 2);
        const rows = await listMigrations(db.manager, {
          under: caller.areaCode,
          limit: limit + 1,
          after: after && { proposedAt: String(after[0]), id: String(after[1]) },
        });
        const { items, next } = toPage({
          ...{ rows, limit, item: (row: FoundMigration) => row },
          position: (row) => [row.proposedAt.toISOString(), row.id],
        });
        return { body: { items: await Promise.all(items.map(viewOf)), next } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: `${ROOT}/{id}`, access: 'migration:read' },
      summary: 'How far a migration is',
      params: idParams,
      reply: migrationSchema.extend({
        mapping: z.record(z.string(), z.string().nullable()),
        /** The migration that takes this one back. */
        undoneBy: z.uuid().nullable(),
      }),
      problems: ['not-found'],
      async handle({ caller, params: { id } }) {
        const found = await requireMigration(deps, { caller, id });
        const [view, undoneBy] = await Promise.all([viewOf(found), undoOf(db.manager, id)]);
        return { body: { ...view, mapping: found.mapping, undoneBy } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: `${ROOT}/{id}/cases`, access: 'migration:read' },
      summary: 'Its cases with what became of them; those that were not moved first',
      params: idParams,
      query: z.object({
        state: z.enum(MIGRATION_CASE_STATES).optional(),
        limit: limitSchema,
        cursor: cursorSchema,
      }),
      reply: pageOf(caseSchema),
      problems: ['not-found'],
      async handle({ caller, params: { id }, query: { state, limit, cursor } }) {
        await requireMigration(deps, { caller, id });
        const after = decodeCursor(cursor, 2);
        const rows = await listMigrationCases(db.manager, {
          ...{ id, state: state ?? null, limit: limit + 1 },
          after: after && { rank: Number(after[0]), instanceId: String(after[1]) },
        });
        return {
          body: toPage({
            ...{ rows, limit },
            item: ({ instanceId, ticket, state: of, reason: why, steps, changedAt }) => ({
              ...{ instanceId, ticket, state: of, reason: why, steps },
              changedAt: changedAt.toISOString(),
            }),
            position: (row) => [row.rank, row.instanceId],
          }),
        };
      },
    }),
    decision('approve', 'Let it run; not by whoever proposed it'),
    decision('reject', 'Do not let it run'),
    decision('pause', 'Move no further case until it is resumed'),
    decision('resume', 'Go on with the cases that wait'),
    decision('cancel', 'End it; what was moved stays moved'),
    defineRoute({
      ...{ service, method: 'post', path: `${ROOT}/{id}/undo`, access: 'migration:approve', status: 201 },
      summary: 'Propose the way back for the cases that have not gone on since; a second person approves',
      params: idParams,
      body: z.strictObject({ reason }),
      reply: idSchema,
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params: { id }, body }) {
        return { body: { id: await proposeUndo(deps, { caller, id, reason: body.reason }) } };
      },
    }),
  ];
}

function placeView({ id, names, type, event, lane, parent, attachedTo, multiInstance }: CaseElement) {
  return { id, names, type, event, lane, parent, attachedTo, multiInstance };
}
