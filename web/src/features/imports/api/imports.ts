import {
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type Query,
} from '@tanstack/react-query';
import type { ImportFault } from '@lampid/domain/registry/import/fault';
import type { Text } from '@lampid/domain/rules/finding';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Page } from '../../../api/wire.js';

export type ImportState =
  'reading' | 'checking' | 'faulty' | 'ready' | 'writing' | 'done' | 'cancelled' | 'expired' | 'failed';

export interface ImportSummary {
  id: string;
  state: ImportState;
  createdBy: string;
  createdAt: string;
  endedAt: string | null;
  rowsExpected: number | null;
  rowsRead: number;
  rowsWritten: number;
  families: number;
  errors: number;
  warnings: number;
  postingKind: 'opening' | 'adjustment' | null;
  failure: Text | null;
}

/** NIK and KK are masked. */
export interface PreviewLine {
  row: number;
  cardNumber: string;
  nik: string;
  name: string;
  sex: number;
  /** Year. */
  birthDate: string;
  relation: number;
  areaCode: string;
}

const KEY = 'imports';
const ROOT = '/api/v1/imports';

export const TEMPLATE_ADDRESS = `${ROOT}/template`;
export const faultsAddress = (id: string) => `${ROOT}/${id}/errors.xlsx`;
export const MAX_IMPORT_BYTES = 40 * 1024 * 1024;

/** Work goes on without anybody: what changes by itself. */
export const isMoving = (state: ImportState) => ['reading', 'checking', 'writing'].includes(state);
export const isOpen = (state: ImportState) => isMoving(state) || state === 'faulty' || state === 'ready';

export const importsQuery = queryOptions({
  queryKey: [KEY],
  queryFn: ({ signal }) => http.get<Page<ImportSummary>>(ROOT, { query: { limit: 20 }, signal }),
  refetchInterval: (query: Query<Page<ImportSummary>>) =>
    pollEvery(query.state.data?.items.some(({ state }) => isMoving(state)) ? 1_000 : 10_000)(query),
});

export function useImports() {
  return useQuery(importsQuery);
}

/** `state` is part of the key: what can be seen of an import changes with it. */
export function useImportPreview({ id, state }: ImportSummary) {
  return useQuery({
    queryKey: [KEY, id, state],
    queryFn: ({ signal }) =>
      http.get<ImportSummary & { preview: PreviewLine[] }>(`${ROOT}/${id}`, { signal }),
  });
}

export function useImportFaults({ id, state }: ImportSummary) {
  return useInfiniteQuery({
    queryKey: [KEY, id, state, 'faults'],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<ImportFault>>(`${ROOT}/${id}/errors`, {
        query: { limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

export function useUploadImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file, 'impor.xlsx');
      return http.post<{ id: string }>(ROOT, body);
    },
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useDecideImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: 'commit' | 'cancel' }) =>
      http.post<{ id: string }>(`${ROOT}/${id}/${decision}`),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
