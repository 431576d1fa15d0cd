import type { Text } from '@lampid/domain/rules/finding';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { ReportStatus } from '@lampid/domain/report-status';

/** How often the page asks: what it shows are sums over the city, not single events. */
export const EVERY_MS = 5_000;

export interface AreaLoad {
  code: string;
  name: string;
  count: number;
  incidents: number;
  oldestAt: string | null;
}

export interface OpenStep {
  definitionId: string;
  processKey: string | null;
  /** Names of the model. */
  process: Text;
  version: number | null;
  element: string;
  names: Text;
  /** BPMN type in camelCase. */
  kind: string;
  topic: string | null;
  count: number;
  incidents: number;
  oldestAt: string | null;
}

export interface Overview {
  at: string;
  area: { code: string; name: string };
  incidents: number;
  cases: { type: string; status: ReportStatus; count: number }[];
  areas: AreaLoad[];
  steps: OpenStep[];
  oldest: { reportId: string; ticket: string; step: Text; openedAt: string } | null;
  throughput: {
    submittedToday: number;
    submittedLastHour: number;
    endedToday: number;
    endedLastHour: number;
  };
  outbox: { pending: number; poison: number; lagMs: number };
  attempts: { topic: string; runs: number; failed: number }[];
  feedLagMs: number | null;
  /** What somebody has to renew, with its last day. */
  runningOut: { what: 'holidays' | 'certificate'; lastDay: string | null }[];
}

export function useOverview(query: { area: string; type: string }) {
  return useQuery({
    queryKey: ['operations', 'overview', query],
    queryFn: ({ signal }) => http.get<Overview>('/api/v1/operations/overview', { query, signal }),
    refetchInterval: pollEvery(EVERY_MS),
    placeholderData: keepPreviousData,
  });
}

export interface TopicTally {
  topic: string;
  running: number;
  finished: number;
  failed: number;
}

export interface Worker {
  id: string;
  version: string;
  startedAt: string;
  seenAt: string;
  stale: boolean;
  topics: TopicTally[];
}

export interface Workforce {
  workers: Worker[];
  topics: { topic: string; models: string[]; live: number; unserved: boolean }[];
}

export function useWorkforce() {
  return useQuery({
    queryKey: ['operations', 'workers'],
    queryFn: ({ signal }) => http.get<Workforce>('/api/v1/operations/workers', { signal }),
    refetchInterval: pollEvery(EVERY_MS),
  });
}
