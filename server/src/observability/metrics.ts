/** What the server measures. Names follow Prometheus' conventions: seconds, `_total` for counters. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'lampid_http_request_duration_seconds',
      help: 'Requests by route pattern and status (the _count series is the number of requests).',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    stepDurations: new Histogram({
      name: 'lampid_step_duration_seconds',
      help: 'Time from entering a step of a case to leaving it; people included for user tasks.',
      labelNames: ['process', 'element'] as const,
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1800, 7200, 86_400],
      registers,
    }),
    commands: new Counter({
      name: 'lampid_relay_commands_total',
      help: 'Outbox rows handled, by kind and what became of them.',
      labelNames: ['kind', 'result'] as const,
      registers,
    }),
    commandDurations: new Histogram({
      name: 'lampid_relay_command_duration_seconds',
      help: 'Time that the engine took for one command.',
      labelNames: ['kind'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    outboxLag: new Gauge({
      name: 'lampid_outbox_lag_seconds',
      help: 'Age of the oldest outbox row that waits for delivery.',
      registers,
    }),
    outboxRows: new Gauge({
      name: 'lampid_outbox_rows',
      help: 'Outbox rows not delivered yet, by state.',
      labelNames: ['state'] as const,
      registers,
    }),
    feedLag: new Gauge({
      name: 'lampid_feed_lag_seconds',
      help: "Age of the oldest event of the engine's feed that is not projected yet.",
      registers,
    }),
    feedEvents: new Counter({
      name: 'lampid_feed_events_total',
      help: 'Feed events folded into the projections, by kind.',
      labelNames: ['kind'] as const,
      registers,
    }),
    incidents: new Gauge({
      name: 'lampid_incidents_open',
      help: 'Open incidents by kind.',
      labelNames: ['kind'] as const,
      registers,
    }),
    topicWorkers: new Gauge({
      name: 'lampid_topic_workers',
      help: 'Live workers of a topic that deployed models use; 0: its cases stand still.',
      labelNames: ['topic'] as const,
      registers,
    }),
    cases: new Gauge({
      name: 'lampid_cases',
      help: 'Reports that are not at their end, by type and status.',
      labelNames: ['type', 'status'] as const,
      registers,
    }),
    casesEnded: new Counter({
      name: 'lampid_cases_ended_total',
      help: 'Cases that came to an end while this process projected them, by process and how they ended.',
      labelNames: ['process', 'how'] as const,
      registers,
    }),
    absenceReleases: new Counter({
      name: 'lampid_absence_released_tasks_total',
      help: 'Claimed tasks that went back to their groups because an absence began or ended.',
      labelNames: ['when'] as const,
      registers,
    }),
    choresFailed: new Counter({
      name: 'lampid_housekeeping_failures_total',
      help: 'Chores of the housekeeping that failed; the others of that look were done.',
      labelNames: ['chore'] as const,
      registers,
    }),
    breaker: new Gauge({
      name: 'lampid_dukcapil_breaker_open',
      help: "1 while this process's circuit breaker towards the service is open, 0.5 half open.",
      labelNames: ['service'] as const,
      registers,
    }),
  };
}
