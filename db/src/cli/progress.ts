/** Seconds between two lines. */
const PAUSE = 5;

/**
 * Says how far a long work is and how fast: `seed: 50000 of 200000 residents, 1850 a second`. At most a line in five seconds.
 * `begun`: what was there before; it does not count into the speed.
 */
export function sayProgress(
  what: string,
  { begun, of, now = () => performance.now(), say = console.log }: ProgressOf,
): (done: number) => void {
  const from = now();
  let said = from;
  return (done) => {
    if (now() - said < PAUSE * 1000) return;
    said = now();
    const rate = Math.round(((done - begun) * 1000) / (said - from));
    say(`seed: ${done} of ${of} ${what}, ${rate} a second`);
  };
}

export interface ProgressOf {
  begun: number;
  of: number;
  /** Milliseconds. */
  now?: () => number;
  say?: (line: string) => void;
}
