import { dayName } from '@lampid/domain/dates';

/** True when `day` names the day of this date, or nothing. `Jum'at` and `Ahad` are other spellings. */
export function namesDay(day: string | null | undefined, date: string): boolean {
  const letters = (day ?? '').toLowerCase().replace(/[^a-z]/g, '');
  return letters === '' || (letters === 'ahad' ? 'minggu' : letters) === dayName(date).toLowerCase();
}
