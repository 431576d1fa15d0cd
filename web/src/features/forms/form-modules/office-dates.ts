/**
 * form-js feature: days are written day/month/year in every browser, and the calendar speaks the chosen language. The viewer asks the browser for
 * both: in an office whose browser is American, 05/10 would be the tenth of May.
 */
import flatpickr from 'flatpickr';
import type { Language } from '../../../i18n/dictionary.js';
import { typedDay } from '../typed-day.js';

/** Options that the viewer gives win over defaults; a plugin speaks after them. */
function dayMonthYear({ config }: Pick<flatpickr.Instance, 'config'>) {
  config.dateFormat = 'd/m/Y';
  config.ariaDateFormat = 'j F Y';
  // Undefined is no day: the field is emptied, where the calendar's own reading would make another day of it.
  config.parseDate = (text) => typedDay(text) as Date;
  return {};
}

export class OfficeDates {
  static $inject = ['config.spokenErrors'];

  constructor({ language }: { language: Language }) {
    flatpickr.localize(calendarOf(language));
    flatpickr.setDefaults({ plugins: [dayMonthYear] });
  }
}

function calendarOf(language: Language): flatpickr.CustomLocale {
  const say = (format: Intl.DateTimeFormatOptions) => {
    const { format: spoken } = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' });
    return (month: number, day: number) => spoken(Date.UTC(2023, month, day));
  };
  const months = (length: 'short' | 'long') =>
    Array.from({ length: 12 }, (_, month) => say({ month: length })(month, 1)) as Twelve;
  // The first of January 2023 was a Sunday.
  const weekdays = (length: 'short' | 'long') =>
    Array.from({ length: 7 }, (_, day) => say({ weekday: length })(0, day + 1)) as Seven;
  return {
    months: { shorthand: months('short'), longhand: months('long') },
    weekdays: { shorthand: weekdays('short'), longhand: weekdays('long') },
    firstDayOfWeek: 1,
  };
}

type Twelve = flatpickr.CustomLocale['months']['longhand'];
type Seven = flatpickr.CustomLocale['weekdays']['longhand'];

export const officeDatesModule = {
  __init__: ['officeDates'],
  officeDates: ['type', OfficeDates],
};
