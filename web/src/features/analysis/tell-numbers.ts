import { formatDuration } from '../../components/format.js';
import type { Language } from '../../i18n/dictionary.js';

/** A length of time in its two largest units; what takes less than a second is told in thousandths. */
export function tellSeconds(seconds: number | null, language: Language): string {
  if (seconds === null) return '–';
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  return formatDuration(seconds * 1000, language);
}

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** 0 to 1 as `12,5%`. */
export function tellShare(share: number, language: Language): string {
  return share.toLocaleString(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 });
}
