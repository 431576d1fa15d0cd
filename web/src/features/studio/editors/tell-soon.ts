/** What an editor changes is told once its hand rests: serialising a model at every movement would hold it up. */
export interface SoonTold {
  /** Something changed. */
  soon(): void;
  /** Tells now what still waits: before the editor goes. */
  flush(): Promise<void>;
}

const PAUSE_MS = 400;

export function tellSoon(tell: () => void | Promise<void>): SoonTold {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    timer = undefined;
    return tell();
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => void now(), PAUSE_MS);
    },
    async flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      await now();
    },
  };
}
