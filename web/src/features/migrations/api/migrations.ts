import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type Query,
} from '@tanstack/react-query';
import type { Text } from '@lampid/domain/rules/finding';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Page } from '../../../api/wire.js';

export type MigrationState = 'proposed' | 'rejected' | 'running' | 'paused' | 'done' | 'cancelled';
export type CaseState = 'waiting' | 'moved' | 'refused' | 'left';
/** Element of the old version to element of the new one; null: nowhere. */
export type Mapping = Record<string, string | null>;

/** Where a case can stand, or what it may wait for. */
export interface Place {
  id: string;
  names: Text;
  type: string;
  event: string | null;
  lane: Text | null;
  parent: string | null;
  attachedTo: string | null;
  multiInstance: boolean;
}

export interface Remark {
  element: string;
  kind: 'fault' | 'notice';
  code: string;
  message: Text;
}

export interface Plan {
  running: number;
  source: Place[];
  target: Place[];
  mapping: Mapping;
  how: Record<string, 'same' | 'alike' | 'none'>;
  remarks: Remark[];
}

export interface Impact {
  running: number;
  judged: number;
  moves: number;
  steps: { element: string; cases: number; to: string | null }[];
  obstacles: { code: string; message: Text; later: boolean; cases: number; tickets: string[] }[];
  remarks: Remark[];
}

export interface Migration {
  id: string;
  processKey: string;
  processNames: Text;
  sourceId: string;
  targetId: string;
  sourceVersion: number;
  targetVersion: number;
  areaCode: string;
  reason: string;
  state: MigrationState;
  undoes: string | null;
  proposedBy: string;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  endedAt: string | null;
  counts: Record<CaseState, number>;
}

export interface MovedCase {
  instanceId: string;
  ticket: string;
  state: CaseState;
  reason: { code: string; message: Text } | null;
  steps: { stepId: string; from: string; to: string }[];
  changedAt: string;
}

export interface VersionPair {
  source: string;
  target: string;
}

const KEY = 'migrations';
const ROOT = '/api/v1/migrations';

const isMoving = (state: MigrationState | undefined) => state === 'running';

export const planQuery = (pair: VersionPair) =>
  queryOptions({
    queryKey: [KEY, 'plan', pair.source, pair.target],
    queryFn: ({ signal }) => http.post<Plan>(`${ROOT}/plan`, pair, { signal }),
    // What was chosen in the table stands on it: it does not change under the analyst's hands.
    staleTime: Infinity,
  });

export function usePlan(pair: VersionPair) {
  return useQuery(planQuery(pair));
}

export interface Wish extends VersionPair {
  mapping: Mapping;
  area: string | null;
}

export function useDryRun() {
  return useMutation({ mutationFn: (wish: Wish) => http.post<Impact>(`${ROOT}/dry-run`, wish) });
}

/** What a proposal would do if it began now: for whoever has to approve it. */
export function useImpactOf({ id, sourceId, targetId, mapping, areaCode }: OpenMigration) {
  const wish: Wish = { source: sourceId, target: targetId, mapping, area: areaCode };
  return useQuery({
    queryKey: [KEY, 'impact', id],
    queryFn: ({ signal }) => http.post<Impact>(`${ROOT}/dry-run`, wish, { signal }),
  });
}

export function usePropose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (proposal: Wish & { reason: string }) => http.post<{ id: string }>(ROOT, proposal),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export const migrationsQuery = queryOptions({
  queryKey: [KEY, 'list'],
  queryFn: ({ signal }) => http.get<Page<Migration>>(ROOT, { query: { limit: 50 }, signal }),
  refetchInterval: (query: Query<Page<Migration>>) =>
    pollEvery(query.state.data?.items.some(({ state }) => isMoving(state)) ? 1_000 : 10_000)(query),
});

export function useMigrations() {
  return useQuery(migrationsQuery);
}

export interface OpenMigration extends Migration {
  mapping: Mapping;
  /** The migration that takes this one back. */
  undoneBy: string | null;
}

export const migrationQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: ({ signal }) => http.get<OpenMigration>(`${ROOT}/${id}`, { signal }),
    refetchInterval: (query: Query<OpenMigration>) =>
      pollEvery(isMoving(query.state.data?.state) ? 1_000 : 5_000)(query),
  });

export function useMigration(id: string) {
  return useQuery(migrationQuery(id));
}

/** The counts are part of the key: the list is read again when a case was settled. */
export function useMovedCases({ id, counts, state: of }: Migration, state: CaseState | null) {
  return useInfiniteQuery({
    queryKey: [KEY, 'cases', id, state, of, counts],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<MovedCase>>(`${ROOT}/${id}/cases`, {
        query: { limit: 50, cursor: pageParam, state },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export type Decision = 'approve' | 'reject' | 'pause' | 'resume' | 'cancel';

export function useDecide(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => http.post<{ id: string }>(`${ROOT}/${id}/${decision}`),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useUndo(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => http.post<{ id: string }>(`${ROOT}/${id}/undo`, { reason }),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
