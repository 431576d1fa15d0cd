/** A draft as the API shows it. */
import { DRAFT_STATES, findDraft, type ModelDraft } from '@lampid/db/modeling/drafts';
import type { Deps } from '../../deps.js';
import { z } from '../../http/zod.js';
import { instant } from '../../reporting/report-schemas.js';
import { readableOrNull } from '../element-names.js';
import { answersSchema, templateIdSchema } from '../new-types/answers-schema.js';
import { noSuchDraft } from './draft-faults.js';

export const draftSchema = z
  .object({
    id: z.uuid(),
    processKey: z.string(),
    title: z.string(),
    /** The version that it changes; null for a process that is not deployed yet. */
    base: z.object({ definitionId: z.string(), version: z.int().nullable() }).nullable(),
    state: z.enum(DRAFT_STATES),
    why: z.string().nullable(),
    editors: z.array(z.string()),
    createdBy: z.string(),
    createdAt: instant,
    proposedBy: z.string().nullable(),
    proposedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
    deploymentId: z.string().nullable(),
    /** Of a new event type: it leaves as a folder and is not deployed from here. */
    madeFrom: z.object({ template: templateIdSchema, answers: answersSchema }).nullable(),
    /** An event type of this id runs already. */
    isRunning: z.boolean(),
  })
  .openapi('ModelDraft');

export type DraftView = z.input<typeof draftSchema>;

export async function showDraft(deps: Deps, draft: ModelDraft): Promise<DraftView> {
  const { baseDefinitionId, ...rest } = draft;
  const base = baseDefinitionId ? await readableOrNull(deps.definitions, baseDefinitionId) : null;
  return {
    ...rest,
    base: baseDefinitionId ? { definitionId: baseDefinitionId, version: base?.version ?? null } : null,
    createdAt: draft.createdAt.toISOString(),
    proposedAt: draft.proposedAt?.toISOString() ?? null,
    decidedAt: draft.decidedAt?.toISOString() ?? null,
    isRunning: deps.events.has(draft.processKey),
  };
}

/** @throws Problem 404 */
export async function readDraft(deps: Deps, id: string): Promise<ModelDraft> {
  const draft = await findDraft(deps.db.manager, id);
  if (!draft) throw noSuchDraft();
  return draft;
}

/** @throws Problem 404 */
export async function shownDraft(deps: Deps, id: string): Promise<DraftView> {
  return showDraft(deps, await readDraft(deps, id));
}
