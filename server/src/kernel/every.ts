/** Work that looks by itself, again and again, until it is stopped. */
export interface Loop {
  /** No further look; waits for the one in progress. */
  stop(): Promise<void>;
}

/** Never looks twice at once. A look in trouble is told, and the next one comes. Keeps no process alive. */
export function every(ms: number, look: () => Promise<void>, onTrouble: (error: unknown) => void): Loop {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= look()
      .catch(onTrouble)
      .finally(() => (running = null));
  }, ms);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
