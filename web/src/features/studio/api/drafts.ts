import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@lampid/domain/roles';
import type { Text } from '@lampid/domain/rules/finding';
import { http } from '../../../api/http.js';
import type { Resource } from '../../models/api/resource.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { ProblemItem } from '../../../api/problem.js';

/** What was answered when a new event type was made. */
export interface TypeAnswers {
  id: string;
  ticketLetter: string;
  names: Text;
  description: Text;
  reportedBy: Role[];
  attachments: { kind: string; names: Text; required: boolean }[];
  letter: { names: Text } | null;
  specialDecision: 'none' | 'verifikator' | 'kadis';
  law: { basis: string; since: string };
}

export interface MadeFrom {
  template: string;
  answers: TypeAnswers;
}

export type DraftState = 'open' | 'proposed' | 'deployed' | 'withdrawn';

/** As `GET /api/v1/model-drafts` answers. */
export interface ModelDraft {
  id: string;
  processKey: string;
  title: string;
  base: { definitionId: string; version: number | null } | null;
  state: DraftState;
  why: string | null;
  editors: string[];
  createdBy: string;
  createdAt: string;
  proposedBy: string | null;
  proposedAt: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string | null;
  /** Of a new event type, whose folder was made from these answers. */
  madeFrom: MadeFrom | null;
  /** An event type of this id runs already. */
  isRunning: boolean;
}

export interface FileRevision {
  name: string;
  revision: number;
  updatedBy: string;
  updatedAt: string;
}

export interface DraftFile extends FileRevision {
  content: string;
}

export interface DraftWithFiles extends ModelDraft {
  files: DraftFile[];
}

export interface Presence {
  state: DraftState;
  present: { username: string; name: string; file: string | null }[];
  files: FileRevision[];
}

const KEY = ['model-drafts'] as const;
const path = (id: string, rest = '') => `/api/v1/model-drafts/${id}${rest}`;

export function useDrafts() {
  return useQuery({
    queryKey: [...KEY, 'list'],
    queryFn: ({ signal }) => http.get<{ items: ModelDraft[] }>('/api/v1/model-drafts', { signal }),
    select: ({ items }) => items,
    refetchInterval: pollEvery(15_000),
  });
}

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => http.get<DraftWithFiles>(path(id), { signal }),
    // The editors hold what is being written; nothing may be pulled from under them.
    ...{ refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 },
  });

export function useDraft(id: string) {
  return useQuery(draftQuery(id));
}

/** After every change of a draft's state the list and the draft are read anew. */
function useDraftChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEY }),
        client.invalidateQueries({ queryKey: ['processes'] }),
      ]),
  });
}

export function useBeginDraft() {
  return useDraftChange((beginning: { title: string; from?: string; resources?: Resource[] }) =>
    http.post<ModelDraft>('/api/v1/model-drafts', beginning),
  );
}

export function useProposeDraft(id: string) {
  return useDraftChange((why: string) =>
    http.post<{ draft: ModelDraft; warnings: ProblemItem[] }>(path(id, '/propose'), { why }),
  );
}

export type DraftDecision = { outcome: 'approve'; note?: string } | { outcome: 'return'; note: string };

export function useDecideDraft(id: string) {
  return useDraftChange((decision: DraftDecision) =>
    http.post<{ draft: ModelDraft; definitions: { processKey: string; version: number }[] }>(
      path(id, '/decide'),
      decision,
    ),
  );
}

export function useWithdrawDraft(id: string) {
  return useDraftChange(() => http.post<ModelDraft>(path(id, '/withdraw'), {}));
}

export function useRebaseDraft(id: string) {
  return useDraftChange(() =>
    http.post<{ draft: ModelDraft; taken: string[]; conflicts: string[] }>(path(id, '/rebase'), {}),
  );
}

export function useAnswerAnew(id: string) {
  return useDraftChange((answers: TypeAnswers) =>
    http.put<{ draft: ModelDraft; written: string[]; kept: string[] }>(path(id, '/answers'), answers),
  );
}

export function saveFile(id: string, file: { name: string; content: string; revision: number }) {
  const { name, content, revision } = file;
  return http.put<{ revision: number }>(path(id, `/files/${encodeURIComponent(name)}`), {
    content,
    revision,
  });
}

export function discardFile(id: string, { name, revision }: { name: string; revision: number }) {
  return http.delete(path(id, `/files/${encodeURIComponent(name)}?revision=${revision}`));
}

export function tellPresence(id: string, file: string | null): Promise<Presence> {
  return http.post<Presence>(path(id, '/presence'), { file });
}
