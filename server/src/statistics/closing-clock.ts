/**
 * The clock of the monthly closing: on the first days of a month it starts the kelurahan of the month before, at any time the kecamatan
 * and the city whose parts are published. Several servers may run it: starting is one at a time, and repeating it changes nothing.
 */
import { monthsUnderWay } from '@lampid/db/statistics/closing-cases';
import { todayJakarta } from '@lampid/domain/dates';
import { previousMonth } from '@lampid/domain/months';
import type { Deps } from '../deps.js';
import { every, type Loop } from '../kernel/every.js';
import { startMonth, startRollups, type ClosingDeps } from './start-closings.js';

const EVERY_MS = 5_000;

/** A server that was down on the first catches up; later it is for a person to begin. */
const FIRST_DAYS = 7;

export type ClockDeps = ClosingDeps & Pick<Deps, 'log'>;

export function startClosingClock(deps: ClockDeps): Loop {
  let began: string | null = null;
  const look = async () => {
    const month = dueMonth(todayJakarta(deps.now()));
    if (deps.config.CLOSING_CLOCK && month !== null && began !== month) {
      const areas = await startMonth(deps, { month, by: 'system' });
      if (areas.length > 0) deps.log.info({ month, areas: areas.length }, 'monthly closing began');
      began = month;
    }
    for (const open of await monthsUnderWay(deps.db.manager, deps.config.CITY))
      await startRollups(deps, open);
  };
  return every(EVERY_MS, look, (error) =>
    deps.log.warn({ err: error }, 'monthly closing could not be looked after'),
  );
}

/** The month that is to be closed on this day, or null. */
export function dueMonth(today: string): string | null {
  return Number(today.slice(8)) <= FIRST_DAYS ? previousMonth(today.slice(0, 7)) : null;
}
