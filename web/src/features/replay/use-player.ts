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

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** Where the arrow keys have a meaning of their own. */
const OWN_ARROWS = 'input, textarea, select, [role=region], [role=dialog], [contenteditable], iframe';

/** The arrows step and the space bar plays wherever one is on the page, but for what needs these keys itself. */
export function usePlayerKeys({ index, goTo, toggle }: Player): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      const at = target instanceof Element ? target : document.body;
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (key === ' ' && at === document.body) toggle();
      else if (key in STEPS && !at.matches(OWN_ARROWS) && !at.closest('[role=dialog]'))
        goTo(index + STEPS[key]!);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [index, goTo, toggle]);
}
