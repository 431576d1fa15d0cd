import type { DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import type { Logger } from 'pino';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const BREAKER = { closed: 0, 'half-open': 1, open: 2, isolated: 3 } as const;

/** Shows the client's breaker, calls and quota in `/metrics`, and breaker changes in the log. */
export function observeDukcapil(input: { client: DukcapilClient; registry: Registry; logger: Logger }): void {
  const { client, registry, logger } = input;
  const breaker = new Gauge({
    name: 'lampid_dukcapil_breaker',
    help: 'Circuit breaker by service: 0 closed, 1 half-open, 2 open',
    labelNames: ['service'],
    registers: [registry],
  });
  for (const [service, state] of client.breakers()) breaker.set({ service }, breakerValue(state));
  const calls = new Counter({
    name: 'lampid_dukcapil_calls_total',
    help: 'Calls to Dukcapil and SIAK by outcome',
    labelNames: ['service', 'operation', 'outcome'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'lampid_dukcapil_call_seconds',
    help: 'Duration of calls to Dukcapil and SIAK, retries included',
    labelNames: ['service', 'operation'],
    buckets: [0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 15],
    registers: [registry],
  });
  const quota = new Gauge({
    name: 'lampid_dukcapil_quota_left',
    help: 'Queries left today',
    registers: [registry],
  });
  client.listen((event) => {
    if (event.event === 'breaker') {
      breaker.set({ service: event.service }, breakerValue(event.state));
      logger.warn({ service: event.service, state: event.state }, 'circuit breaker changed');
    } else if (event.event === 'quota-low') {
      logger.warn({ quota: event.quota }, 'Dukcapil quota is below a fifth');
    } else {
      calls.inc({ service: event.service, operation: event.operation, outcome: event.outcome });
      duration.observe({ service: event.service, operation: event.operation }, event.ms / 1000);
      const left = client.quota();
      if (left) quota.set(left.left);
    }
  });
}

function breakerValue(state: string): number {
  return BREAKER[state as keyof typeof BREAKER] ?? 3;
}
