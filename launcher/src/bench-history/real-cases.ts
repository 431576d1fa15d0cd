/** Some cases of every kind as the officers really do them: approved, doubtful, returned and mended, and such that wait. */
import { todayJakarta } from '@lampid/domain/dates';
import { until, type Ask } from '../bench/ask.js';
import type { ReportData } from '../bench/generator/protocol.js';
import { withDoubt, withRealError } from '../bench/variants.js';

const TYPES = ['birth', 'death', 'move', 'arrival'] as const;
type Type = (typeof TYPES)[number];

const KINDS = ['plain', 'doubtful', 'returned', 'waiting'] as const;

export interface RealCase {
  id: string;
  type: Type;
  kind: (typeof KINDS)[number];
}

/** Where a case has come to rest: a move to another city ends there. */
const AT_REST = ['completed', 'registered'];

interface Desk {
  ask: Ask;
  outcome: 'approve' | 'resubmit';
}

export async function realCases(as: (username: string) => Ask): Promise<RealCase[]> {
  const operator = as('operator.dago');
  const deciders: Desk[] = ['supervisor.coblong', 'verif.bandung', 'kadis.bandung'].map((username) => ({
    ...{ ask: as(username), outcome: 'approve' },
  }));
  const desks: Desk[] = [{ ask: operator, outcome: 'resubmit' }, ...deciders];
  const cases: RealCase[] = [];
  for (const kind of KINDS) {
    for (const type of TYPES) {
      const types = await operator<{ items: { id: string; example: ReportData }[] }>(
        ...(['GET', '/api/v1/event-types'] as const),
      );
      const right = types.items.find(({ id }) => id === type)!.example;
      const input = { type, data: right, today: todayJakarta(new Date()) };
      const sent =
        kind === 'doubtful' ? withDoubt(input) : kind === 'returned' ? withRealError(input) : right;
      const { id } = await operator<{ id: string }>('POST', '/api/v1/reports', { type, data: sent });
      cases.push({ id, type, kind });
      if (kind === 'waiting') await waits(deciders[0]!, id);
      else await bringToItsEnd(desks, { id, right, operator });
    }
  }
  return cases;
}

async function waits({ ask }: Desk, id: string): Promise<void> {
  await until(async () => {
    const { items } = await ask<{ items: unknown[] }>('GET', `/api/v1/tasks?reportId=${id}`);
    return items.length > 0 || undefined;
  });
}

async function bringToItsEnd(
  desks: readonly Desk[],
  { id, right, operator }: { id: string; right: ReportData; operator: Ask },
): Promise<void> {
  await until(async () => {
    for (const { ask, outcome } of desks) {
      const { items } = await ask<{ items: { id: string; outcomes: string[]; reportId: string }[] }>(
        ...(['GET', `/api/v1/tasks?reportId=${id}`] as const),
      );
      for (const { id: taskId, outcomes } of items) {
        if (!outcomes.includes(outcome)) continue;
        const path = `/api/v1/tasks/${encodeURIComponent(taskId)}`;
        const { toAcknowledge } = await ask<{ toAcknowledge: string[] }>('GET', path);
        await ask('POST', `${path}/claim`);
        const data = outcome === 'resubmit' ? right : { acknowledged: toAcknowledge };
        await ask('POST', `${path}/complete`, { outcome, data });
      }
    }
    const { status } = await operator<{ status: string }>('GET', `/api/v1/reports/${id}`);
    return AT_REST.includes(status) || undefined;
  });
}
