import type { PlannedReport } from './protocol.js';

export interface OpenCase {
  id: string;
  report: PlannedReport;
  phase: string;
  /** When the report was taken in last, on the generator's clock; null once its task was seen. */
  waitsSince: number | null;
  /** The wrong report is out and was not corrected yet. */
  toFix: boolean;
}

/** Cases under way, as the officers remember them. */
export class OpenCases {
  readonly #cases = new Map<string, OpenCase>();
  readonly #toFix = new Map<string, number>();
  ended = 0;

  add(open: OpenCase): void {
    this.#cases.set(open.id, open);
    if (open.toFix) this.#countFix(open.report.operator, 1);
  }

  get(id: string): OpenCase | undefined {
    return this.#cases.get(id);
  }

  get size(): number {
    return this.#cases.size;
  }

  ids(): string[] {
    return [...this.#cases.keys()];
  }

  fixed(open: OpenCase): void {
    if (!open.toFix) return;
    open.toFix = false;
    this.#countFix(open.report.operator, -1);
  }

  end(id: string): void {
    const open = this.#cases.get(id);
    if (!open) return;
    this.fixed(open);
    this.#cases.delete(id);
    this.ended += 1;
  }

  /** True when this operator sent something that will come back. */
  awaitsReturn(operator: string): boolean {
    return (this.#toFix.get(operator) ?? 0) > 0;
  }

  #countFix(operator: string, change: number): void {
    this.#toFix.set(operator, (this.#toFix.get(operator) ?? 0) + change);
  }
}
