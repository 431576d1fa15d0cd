import { useEffect, useState } from 'react';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** At speed 1. Moments follow each other evenly: a case waits for days and then does ten things in a second. */
const MOMENT_MS = 1_200;

export interface Player {
  index: number;
  goTo(index: number): void;
  playing: boolean;
  toggle(): void;
  speed: Speed;
  setSpeed(speed: Speed): void;
}

/** Plays `count` moments one after the other, until the last or until somebody takes over. */
export function usePlayer(count: number): Player {
  const last = Math.max(0, count - 1);
  const [index, setIndex] = useState(last);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const running = playing && index < last;
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setIndex((at) => Math.min(at + 1, last)), MOMENT_MS / speed);
    return () => clearTimeout(timer);
  }, [running, index, last, speed]);
  return {
    ...{ index: Math.min(index, last), playing: running, speed, setSpeed },
    goTo(to) {
      setPlaying(false);
      setIndex(Math.min(Math.max(to, 0), last));
    },
    toggle() {
      if (!running && index >= last) setIndex(0);
      setPlaying(!running);
    },
  };
}
