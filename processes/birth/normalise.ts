/** What a birth report is corrected in without asking: spaces in the name (N09) and the day of the week (L17). */
import { dayName } from '@lampid/domain/dates';
import { isTidyName, tidyName } from '@lampid/domain/names';
import { withCorrections } from '@lampid/processes/report-schema';
import { namesDay } from './names-day.js';
import type { BirthData } from './schema.js';

export function normaliseBirth(data: BirthData): BirthData {
  const { child } = data;
  const made = [
    ...(isTidyName(child.name) ? [] : ['N09']),
    ...(namesDay(child.dayName, child.birthDate) ? [] : ['L17']),
  ];
  const corrections = withCorrections(data.corrections, made);
  return {
    ...data,
    child: { ...child, name: tidyName(child.name), dayName: dayName(child.birthDate) },
    ...(corrections ? { corrections } : {}),
  };
}
