import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import type { Severity, Text } from '@lampid/domain/rules/finding';
import { getText, http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { ReportStatus } from '@lampid/domain/report-status';
import type { Page } from '../../../api/wire.js';
import type { Resource } from '../../models/api/resource.js';

export interface WhatIfSummary {
  id: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  base: string;
  processKey: string;
  from: string;
  until: string;
  createdAt: string;
  endedAt: string | null;
  done: number;
  total: number | null;
  summary: { same: number; otherWay: number; otherFindings: number; notJudged: number };
  failure: Text | null;
}

export interface RuleChange {
  code: string;
  severity: Severity;
  change: 'added' | 'gone';
}

export type WhatIfKind = 'way' | 'findings' | 'not-judged';
export interface NotJudged {
  code: 'no-steps' | 'no-facts' | 'unknown-fact' | 'text-not-kept' | 'table-fails';
  fact: string | null;
}

export interface WhatIfGroup {
  kind: WhatIfKind;
  element: string | null;
  rule: RuleChange | null;
  taken: string | null;
  /** The step that would follow now, and the one where that way would stop. */
  next: string | null;
  stop: string | null;
  why: NotJudged | null;
  cases: number;
}

export interface WhatIf extends WhatIfSummary {
  files: string[];
  groups: WhatIfGroup[];
  places: { kind: 'way' | 'findings'; element: string; cases: number }[];
  elements: Record<string, Text>;
  rules: Record<string, { message: Text; legalBasis: string | null }>;
}

export interface WhatIfCase {
  reportId: string;
  ticket: string;
  areaName: string;
  status: ReportStatus;
  kind: WhatIfKind;
  element: string | null;
  taken: string | null;
  predicted: { path: string[]; stop: string; status: ReportStatus | null } | null;
  changes: RuleChange[];
  why: NotJudged | null;
}

/** Which of the cases are looked at; null: all that did not come out the same. */
export type GroupChoice = Pick<WhatIfGroup, 'kind' | 'element' | 'rule'> | null;

const KEY = 'what-if';
const ROOT = '/api/v1/what-if';

/** The officer's own, newest first. */
export function useWhatIfs() {
  return useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => http.get<{ items: WhatIfSummary[] }>(ROOT, { signal }),
    select: ({ items }) => items,
    refetchInterval: (query: Query<{ items: WhatIfSummary[] }>) =>
      pollEvery(query.state.data?.items.some(({ state }) => state === 'running') ? 1_000 : 10_000)(query),
  });
}

export function useWhatIf(id: string) {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: ({ signal }) => http.get<WhatIf>(`${ROOT}/${id}`, { signal }),
    refetchInterval: (query: Query<WhatIf>) =>
      query.state.data && query.state.data.state !== 'running' ? false : pollEvery(1_000)(query),
  });
}

/** The candidate's drawing; it never changes. */
export function useWhatIfXml(id: string) {
  return useQuery({
    queryKey: [KEY, id, 'xml'],
    queryFn: ({ signal }) => getText(`${ROOT}/${id}/xml`, signal),
    staleTime: Infinity,
  });
}

/** `done` is part of the key: more of them are there with every page that was judged. */
export function useWhatIfCases({ id, done }: Pick<WhatIf, 'id' | 'done'>, choice: GroupChoice) {
  const rule = choice?.rule;
  return useInfiniteQuery({
    queryKey: [KEY, id, 'cases', done, choice],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<WhatIfCase>>(`${ROOT}/${id}/cases`, {
        query: {
          ...{ kind: choice?.kind, element: choice?.element, limit: 25, cursor: pageParam },
          rule: rule && `${rule.change === 'added' ? '+' : '-'}${rule.severity} ${rule.code}`,
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

export function useAskWhatIf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: { base: string; resources: Resource[]; from: string; until: string }) =>
      http.post<{ id: string }>(ROOT, asked),
    // Nobody has to wait for the lists before going on.
    onSettled: () => void client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useStopWhatIf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.post<{ id: string }>(`${ROOT}/${id}/cancel`),
    onSettled: () => void client.invalidateQueries({ queryKey: [KEY] }),
  });
}
