import { Counter, Histogram, type Registry } from 'prom-client';

/** Step durations and results by topic, in seconds. */
export class WorkMetrics {
  readonly #duration: Histogram<'topic' | 'result'>;
  readonly #answers: Counter<'topic' | 'answer'>;

  constructor(registry: Registry) {
    this.#duration = new Histogram({
      name: 'lampid_step_duration_seconds',
      help: 'Time a worker spent on one step',
      labelNames: ['topic', 'result'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
      registers: [registry],
    });
    this.#answers = new Counter({
      name: 'lampid_work_answers_total',
      help: 'Answers to the engine: accepted or gone (lock lost, item ended)',
      labelNames: ['topic', 'answer'],
      registers: [registry],
    });
  }

  observe(run: { topic: string; result: string; ms: number }): void {
    this.#duration.observe({ topic: run.topic, result: run.result }, run.ms / 1000);
  }

  answered(topic: string, answer: string): void {
    this.#answers.inc({ topic, answer });
  }
}
