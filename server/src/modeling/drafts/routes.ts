/** Changes to models: drafted by analysts together, proposed by one, approved by another (decision 031). */
import {
  DRAFT_STATES,
  draftFiles,
  draftRevisions,
  listDrafts,
  presentAt,
  touchPresence,
} from '@lampid/db/modeling/drafts';
import { strToU8, zipSync } from 'fflate';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { defineRoute, SENT, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { instant } from '../../reporting/report-schemas.js';
import { bundleFaultSchema } from '../fault-schema.js';
import { MAX_FILE_BYTES, resourceSchema, resourcesSchema } from '../resource-schema.js';
import { beginDraft } from './begin-draft.js';
import { approveDraft, returnDraft, withdrawDraft } from './decide-draft.js';
import { draftSchema, readDraft, showDraft, shownDraft } from './draft-view.js';
import { folderFiles } from './folder-files.js';
import { proposeModel } from './propose-draft.js';
import { rebaseModel } from './rebase-draft.js';
import { discardFile, saveFile } from './save-file.js';

const service = 'modeling' as const;
const MOST_LISTED = 100;
/** A desk says every five seconds that its analyst is there. */
const PRESENT_SECONDS = 15;

const params = z.object({ id: z.uuid() });
const fileParams = params.extend({ name: z.string().max(100) });
const title = z.string().trim().min(3).max(100);
const why = z.string().trim().min(3).max(500);

const fileSchema = z.object({
  name: z.string(),
  revision: z.int(),
  updatedBy: z.string(),
  updatedAt: instant,
});

const beginSchema = z.strictObject({
  title,
  /** A version whose files it begins with; an older one leads back to it. */
  from: z.string().max(200).optional(),
  resources: z.array(resourceSchema).max(50).default([]),
});

const beginAndProposeSchema = z.strictObject({
  title: title.optional(),
  /** A version whose other files are taken over. */
  base: z.string().max(200).optional(),
  resources: resourcesSchema,
  why,
});

const proposedSchema = z.object({ draft: draftSchema, warnings: z.array(bundleFaultSchema) });

const decisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approve'), note: z.string().trim().max(500).optional() }),
  z.strictObject({ outcome: z.literal('return'), note: why }),
]);

export function draftRoutes(deps: Deps): Route[] {
  const read = (id: string) => readDraft(deps, id);
  const shown = (id: string) => shownDraft(deps, id);

  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/model-drafts', access: 'process:read' },
      summary: `Drafts of models: those at work, then what was decided lately; at most ${MOST_LISTED}`,
      query: z.object({ process: z.string().max(100).optional() }),
      reply: z.object({ items: z.array(draftSchema) }),
      async handle({ query }) {
        const drafts = await listDrafts(deps.db, { processKey: query.process, limit: MOST_LISTED });
        return { body: { items: await Promise.all(drafts.map((draft) => showDraft(deps, draft))) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/model-drafts', access: 'process:change', status: 201 },
      summary: 'Begin a draft: of a version, or of files',
      body: beginSchema,
      reply: draftSchema,
      problems: ['not-found', 'state-conflict', 'model-refused', 'engine-unavailable'],
      async handle({ caller, body }) {
        const id = await beginDraft(deps, { caller, ...body });
        return { body: await shown(id) };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/model-drafts/{id}', access: 'process:read' },
      summary: 'A draft with its files',
      params,
      reply: draftSchema.extend({ files: z.array(fileSchema.extend({ content: z.string() })) }),
      problems: ['not-found'],
      async handle({ params: { id } }) {
        const draft = await read(id);
        const files = await draftFiles(deps.db.manager, id);
        return {
          body: {
            ...(await showDraft(deps, draft)),
            files: files.map((file) => ({ ...file, updatedAt: file.updatedAt.toISOString() })),
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/model-drafts/{id}/folder.zip', access: 'process:read' },
      summary: 'The files of a draft as a folder, as `processes/` holds them',
      description: 'That of a new event type only when it would start: `PROCESSES_DIR` takes it as it is.',
      params,
      binary: 'application/zip',
      problems: ['not-found', 'model-refused'],
      async handle({ params: { id }, response }) {
        const draft = await read(id);
        const { processKey } = draft;
        const files = await folderFiles(deps, draft);
        const folder = Object.fromEntries(
          files.map(({ name, content }) => [`${processKey}/${name}`, strToU8(content)]),
        );
        response
          .attachment(`${processKey}.zip`)
          .type('application/zip')
          .send(Buffer.from(zipSync(folder)));
        return SENT;
      },
    }),
    defineRoute({
      ...{ service, method: 'put', path: '/api/v1/model-drafts/{id}/files/{name}', access: 'process:change' },
      summary: 'Save a file of an open draft; `revision` 0 adds it',
      params: fileParams,
      body: z.strictObject({
        revision: z.int().min(0),
        content: resourceSchema.shape.content,
      }),
      reply: z.object({ revision: z.int() }),
      problems: ['not-found', 'draft-changed', 'state-conflict', 'model-refused'],
      async handle({ caller, params: { id, name }, body }) {
        return { body: { revision: await saveFile(deps, { caller, draftId: id, name, ...body }) } };
      },
    }),
    defineRoute({
      ...{
        service,
        method: 'delete',
        path: '/api/v1/model-drafts/{id}/files/{name}',
        access: 'process:change',
      },
      summary: 'Take a file out of an open draft',
      params: fileParams,
      query: z.object({ revision: z.coerce.number().int().min(1) }),
      reply: draftSchema,
      problems: ['not-found', 'draft-changed', 'state-conflict'],
      async handle({ caller, params: { id, name }, query }) {
        await discardFile(deps, { caller, draftId: id, name, revision: query.revision });
        return { body: await shown(id) };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/model-drafts/{id}/presence', access: 'process:change' },
      summary: 'Say which file one is at; answers who else is here and how far each file is',
      params,
      body: z.strictObject({ file: z.string().max(100).nullable() }),
      reply: z.object({
        state: z.enum(DRAFT_STATES),
        present: z.array(z.object({ username: z.string(), name: z.string(), file: z.string().nullable() })),
        files: z.array(fileSchema),
      }),
      problems: ['not-found'],
      async handle({ caller, params: { id }, body }) {
        const { state } = await read(id);
        await touchPresence(deps.db.manager, { draftId: id, username: caller.username, file: body.file });
        const [present, files] = await Promise.all([
          presentAt(deps.db.manager, id, PRESENT_SECONDS),
          draftRevisions(deps.db.manager, id),
        ]);
        return {
          body: {
            ...{ state, present },
            files: files.map((file) => ({ ...file, updatedAt: file.updatedAt.toISOString() })),
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/model-drafts/{id}/rebase', access: 'process:change' },
      summary: 'Take over what was deployed since the draft began',
      params,
      reply: z.object({ draft: draftSchema, taken: z.array(z.string()), conflicts: z.array(z.string()) }),
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params: { id } }) {
        const { taken, conflicts } = await rebaseModel(deps, { caller, draftId: id });
        return { body: { draft: await shown(id), taken, conflicts } };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/model-drafts/{id}/propose', access: 'process:change' },
      summary: 'Propose a draft for deployment, with the reason',
      params,
      body: z.strictObject({ why }),
      reply: proposedSchema,
      problems: ['not-found', 'state-conflict', 'model-refused'],
      async handle({ caller, params: { id }, body }) {
        const warnings = await proposeModel(deps, { caller, draftId: id, why: body.why });
        return { body: { draft: await shown(id), warnings } };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/model-drafts/{id}/decide', access: 'process:approve' },
      summary: 'Deploy a proposed draft, or give it back; never one’s own',
      params,
      body: decisionSchema,
      reply: z.object({
        draft: draftSchema,
        definitions: z.array(
          z.object({ definitionId: z.string(), processKey: z.string(), version: z.int() }),
        ),
      }),
      problems: ['not-found', 'own-proposal', 'state-conflict', 'model-refused', 'engine-unavailable'],
      async handle({ caller, params: { id }, body }) {
        if (body.outcome === 'return') {
          await returnDraft(deps, { caller, draftId: id, note: body.note });
          return { body: { draft: await shown(id), definitions: [] } };
        }
        const { definitions } = await approveDraft(deps, { caller, draftId: id, note: body.note || null });
        return {
          body: {
            draft: await shown(id),
            definitions: definitions.map(({ definitionId, processKey, version }) => ({
              ...{ definitionId, processKey, version },
            })),
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/model-drafts/{id}/withdraw', access: 'process:change' },
      summary: 'Give a draft up; it stays readable',
      params,
      reply: draftSchema,
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params: { id } }) {
        await withdrawDraft(deps, { caller, draftId: id });
        return { body: await shown(id) };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/processes', access: 'process:change', status: 201 },
      summary: 'Propose a new version in one call; it is deployed when a second pair of eyes approves it',
      description: 'The files that changed; with `base` the other files of that version are taken over.',
      body: beginAndProposeSchema,
      reply: proposedSchema,
      problems: ['not-found', 'state-conflict', 'model-refused', 'engine-unavailable'],
      handle: async ({ caller, body }) => ({ body: await beginAndPropose(caller, body) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/processes/upload', access: 'process:change', status: 201 },
      summary: 'Propose a new version from files',
      query: beginAndProposeSchema.omit({ resources: true }),
      multipart: { field: 'files', maxBytes: MAX_FILE_BYTES, maxFiles: 50 },
      reply: proposedSchema,
      problems: ['not-found', 'state-conflict', 'model-refused', 'engine-unavailable', 'too-large'],
      async handle({ caller, query, request }) {
        const files = (request.files ?? []) as Express.Multer.File[];
        const resources = files.map((file) => ({
          name: file.originalname,
          content: file.buffer.toString('utf8'),
        }));
        const parsed = resourcesSchema.safeParse(resources);
        if (!parsed.success) {
          const text = { id: 'Kirim berkas .bpmn, .dmn atau .form', en: 'Send .bpmn, .dmn or .form files' };
          throw invalidInput([inputFault('NOT_ALLOWED', 'files', text)]);
        }
        return { body: await beginAndPropose(caller, { ...query, resources: parsed.data }) };
      },
    }),
  ];

  /** A refused proposal is withdrawn again: whoever sent it has the files. */
  async function beginAndPropose(caller: Caller, body: z.output<typeof beginAndProposeSchema>) {
    const draftId = await beginDraft(deps, {
      ...{ caller, from: body.base, resources: body.resources },
      title: body.title ?? body.why.slice(0, 100),
    });
    try {
      const warnings = await proposeModel(deps, { caller, draftId, why: body.why });
      return { draft: await shown(draftId), warnings };
    } catch (error) {
      await withdrawDraft(deps, { caller, draftId });
      throw error;
    }
  }
}
