import type { Text } from '@lampid/domain/rules/finding';
import type { BreachCause } from '@lampid/domain/analysis/breach-cause';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

/** Days `YYYY-MM-DD` of submission, both included. */
export interface Question {
  type: string;
  area: string;
  from: string;
  to: string;
  /** Definition id; null: every version. */
  version: string | null;
}

interface Scope {
  area: string;
  cases: number;
  /** There are more cases: only the newest were looked at. */
  isCut: boolean;
}

/** Seconds. */
export interface Spread {
  median: number | null;
  p90: number | null;
}

export interface StepTime {
  element: string;
  names: Text;
  kind: string;
  role: string | null;
  entered: number;
  open: number;
  whole: Spread;
  waiting: Spread;
  working: Spread;
  total: number;
  /** Of the time of all cases in this model, 0 to 1; null for frames and for timers beside a task. */
  share: number | null;
}

export interface ModelTime {
  definitionId: string;
  processKey: string;
  version: number | null;
  names: Text;
  isKnown: boolean;
  isCalled: boolean;
  instances: number;
  steps: StepTime[];
}

/** How long the tasks of one step waited in one area until an officer took them. */
export interface AreaWait {
  code: string;
  element: string;
  names: Text;
  entered: number;
  waiting: Spread;
}

export interface AreaTime extends Spread {
  code: string;
  name: string;
  cases: number;
  open: number;
  late: number;
}

export interface Times extends Scope {
  versions: { definitionId: string; version: number | null; cases: number }[];
  models: ModelTime[];
  areas: AreaTime[];
  /** In the order of the model. */
  waits: AreaWait[];
}

export interface NamedStep {
  element: string;
  names: Text;
}

export interface Variant {
  steps: NamedStep[];
  cases: number;
  share: number;
  median: number | null;
  running: number;
  deviating: number;
  exampleId: string;
}

export interface DeviatingCase {
  reportId: string;
  ticket: string;
  areaName: string;
  model: Text;
  version: number | null;
  why: { kind: string; step: NamedStep | null; expected: NamedStep[] }[];
}

export interface Conformance extends Scope {
  conforming: number;
  deviating: number;
  notJudged: number;
  variants: Variant[];
  variantCount: number;
  deviations: DeviatingCase[];
}

export interface BreachGroup {
  key: string;
  names: Text;
  tasks: number;
  open: number;
  median: number | null;
  causes: Record<BreachCause, number>;
}

export interface Breach {
  taskId: string;
  reportId: string;
  ticket: string;
  areaName: string;
  step: Text;
  cause: BreachCause;
  officer: string | null;
  openedAt: string;
  dueAt: string;
  endedAt: string | null;
  late: number;
}

export interface Breaches extends Scope {
  tasks: number;
  tasksCut: boolean;
  causes: Record<BreachCause, number>;
  byStep: BreachGroup[];
  byArea: BreachGroup[];
  items: Breach[];
}

function useAnalysis<Answer>(about: 'times' | 'conformance' | 'breaches', question: Question) {
  const { version, ...rest } = question;
  return useQuery({
    queryKey: ['analysis', about, question],
    queryFn: ({ signal }) =>
      http.get<Answer>(`/api/v1/analysis/${about}`, {
        query: { ...rest, ...(version && { version }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export const useTimes = (question: Question) => useAnalysis<Times>('times', question);
export const useConformance = (question: Question) => useAnalysis<Conformance>('conformance', question);
export const useBreaches = (question: Question) => useAnalysis<Breaches>('breaches', question);
