import { formatDuration } from '../../components/format.js';
import type { Language } from '../../i18n/dictionary.js';

/** Rounded to whole seconds, shorter times would look alike. */
const FEW_SECONDS = 10;

/** A length of time in its two largest units; few seconds with tenths, and what takes less than one in thousandths. */
export function tellSeconds(seconds: number | null, language: Language): string {
  if (seconds === null) return '–';
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < FEW_SECONDS)
    return seconds.toLocaleString(LOCALE[language], {
      ...{ style: 'unit', unit: 'second', unitDisplay: 'narrow', maximumFractionDigits: 1 },
    });
  return formatDuration(seconds * 1000, language);
}

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** 0 to 1 as `12,5%`. */
export function tellShare(share: number, language: Language): string {
  return share.toLocaleString(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 });
}
