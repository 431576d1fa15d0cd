/** Timers that end with the simulator, and a bound on how much of what they start runs at once. */
export class Timers {
  private readonly pending = new Set<NodeJS.Timeout>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private stopped = false;

  constructor(private readonly concurrency: number) {}

  after(milliseconds: number, task: () => Promise<void>): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.pending.delete(timer);
      void this.whenFree(task);
    }, milliseconds);
    this.pending.add(timer);
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
  }

  /** Forgets what was planned; what runs goes on. */
  cancel(): void {
    for (const timer of this.pending) clearTimeout(timer);
    this.pending.clear();
    this.waiting.length = 0;
  }

  private async whenFree(task: () => Promise<void>): Promise<void> {
    if (this.running >= this.concurrency) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.stopped) return;
    this.running += 1;
    try {
      await task();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
