/** What keeps an absence from being entered. Pure: what is known of the days is looked up before. */
import type { Absence } from '@lampid/db/identity/absences';
import { daysBetween, numericDate } from '@lampid/domain/dates';
import { inputFault, type InputFault } from '../../http/problem.js';

/** Longer ones are a change of role, made by an admin. */
export const MOST_DAYS = 366;

export interface AskedAbsence {
  username: string;
  from: string;
  until: string;
  deputy: string | null;
}

/** Faults of the days themselves. @param today in Jakarta */
export function dayFaults(
  { from, until }: Pick<AskedAbsence, 'from' | 'until'>,
  today: string,
): InputFault[] {
  if (until < from)
    return [
      inputFault('END_BEFORE_START', 'until', {
        id: 'Hari terakhir mendahului hari pertama',
        en: 'The last day comes before the first',
      }),
    ];
  const faults: InputFault[] = [];
  if (daysBetween(from, until) + 1 > MOST_DAYS)
    faults.push(
      inputFault('TOO_LONG', 'until', {
        id: `Ketidakhadiran paling lama ${MOST_DAYS} hari`,
        en: `An absence lasts ${MOST_DAYS} days at most`,
      }),
    );
  if (until < today)
    faults.push(
      inputFault('OVER_ALREADY', 'until', {
        id: 'Hari terakhir sudah lewat',
        en: 'The last day has passed',
      }),
    );
  return faults;
}

/**
 * Faults against what else is entered for these days.
 * @param around absences that share a day: of the officer, of the deputy, or with one of them as a deputy
 */
export function overlapFaults({ username, deputy }: AskedAbsence, around: readonly Absence[]): InputFault[] {
  const faults: InputFault[] = [];
  const days = ({ from, until }: Absence) => ({
    id: `${numericDate(from)} sampai ${numericDate(until)}`,
    en: `${numericDate(from)} to ${numericDate(until)}`,
  });
  const own = around.find((absence) => absence.username === username);
  if (own)
    faults.push(
      inputFault('OVERLAPS', 'from', {
        id: `Sudah ada ketidakhadiran pada ${days(own).id}`,
        en: `There is an absence from ${days(own).en} already`,
      }),
    );
  const standsIn = around.find((absence) => absence.deputy === username);
  if (standsIn)
    faults.push(
      inputFault('IS_DEPUTY', 'from', {
        id: `Petugas ini pengganti ${standsIn.name} pada ${days(standsIn).id}; tunjuk pengganti lain dahulu`,
        en: `This officer stands in for ${standsIn.name} from ${days(standsIn).en}; name another deputy first`,
      }),
    );
  const away = around.find((absence) => deputy !== null && absence.username === deputy);
  if (away)
    faults.push(
      inputFault('DEPUTY_AWAY', 'deputy', {
        id: `Pengganti ini sendiri tidak hadir pada ${days(away).id}`,
        en: `This deputy is away from ${days(away).en} too`,
      }),
    );
  return faults;
}
