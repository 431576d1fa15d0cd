/** From a measure of steps to five levels of colour. Pure. */
import type { StepTime } from './api/analysis.js';

export const MEASURES = ['whole', 'wholeP90', 'waiting', 'waitingP90', 'entered'] as const;
export type Measure = (typeof MEASURES)[number];

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

const STAY = /Task$|^callActivity$|^eventBasedGateway$|^intermediateCatchEvent$/;

/** Where a case can stay: no gateway, frame, beginning or end. */
export const isStay = ({ kind }: Pick<StepTime, 'kind'>) => STAY.test(kind);

/** Null for what is not coloured: where no case stays, timers beside a task, and what is not known. Seconds, or a count. */
export function measured(step: StepTime, measure: Measure): number | null {
  if (step.share === null || !isStay(step)) return null;
  if (measure === 'entered') return step.entered;
  if (measure === 'wholeP90') return step.whole.p90;
  if (measure === 'waitingP90') return step.waiting.p90;
  return step[measure].median;
}

/** Lengths of time lie far apart: levels rise with the square root, so that the short ones differ too. */
export function levelOf(value: number, most: number): Level {
  if (most <= 0) return 1;
  return Math.min(5, Math.max(1, Math.ceil(5 * Math.sqrt(value / most)))) as Level;
}

/** The largest value of a level. */
export const boundOf = (level: Level, most: number) => most * (level / 5) ** 2;

/** For a legend: without levels that no value falls into that would be told otherwise. */
export function levelsTold(most: number, tell: (value: number) => string): { level: Level; bound: string }[] {
  const told = LEVELS.map((level) => ({ level, bound: tell(boundOf(level, most)) }));
  return told.filter(({ bound }, at) => bound !== told[at - 1]?.bound);
}
