/** Tells a person what the start is doing: one line a step, with its name and how long it took. */
export interface StepReporter {
  started(name: string): void;
  finished(name: string, elapsedMs: number): void;
  failed(name: string, elapsedMs: number, error: unknown): void;
  /** Something worth a line outside the steps, e.g. a child that was restarted. */
  note(line: string): void;
}

/** Runs one step under the reporter's eye. Steps may run side by side. */
export async function step<T>(reporter: StepReporter, name: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  reporter.started(name);
  try {
    const result = await work();
    reporter.finished(name, performance.now() - begin);
    return result;
  } catch (error) {
    reporter.failed(name, performance.now() - begin, error);
    throw error;
  }
}

export const silentReporter: StepReporter = {
  started: () => undefined,
  finished: () => undefined,
  failed: () => undefined,
  note: () => undefined,
};

/** Writes to a terminal or a log file; on a terminal the last line shows what is running now. */
export function consoleReporter(out: NodeJS.WriteStream = process.stdout): StepReporter {
  const running = new Map<string, number>();
  let drawn = false;
  let timer: NodeJS.Timeout | undefined;

  const clear = () => {
    if (drawn) out.write('\r\x1b[K');
    drawn = false;
  };
  const draw = () => {
    if (!out.isTTY || running.size === 0) return;
    clear();
    const parts = [...running].map(
      ([name, since]) => `${name} ${((performance.now() - since) / 1000).toFixed(0)} s`,
    );
    out.write(`         … ${parts.join(' · ')}`.slice(0, (out.columns ?? 100) - 1));
    drawn = true;
  };
  const line = (text: string) => {
    clear();
    out.write(`${text}\n`);
    draw();
  };
  const leave = (name: string) => {
    running.delete(name);
    if (running.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };

  return {
    started(name) {
      running.set(name, performance.now());
      if (out.isTTY) timer ??= setInterval(draw, 500).unref();
      draw();
    },
    finished(name, elapsedMs) {
      leave(name);
      line(`  ✓ ${seconds(elapsedMs)}  ${name}`);
    },
    failed(name, elapsedMs) {
      leave(name);
      line(`  ✗ ${seconds(elapsedMs)}  ${name}`);
    },
    note: line,
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`.padStart(8);
}
