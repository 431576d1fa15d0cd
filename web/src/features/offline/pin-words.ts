import { dictionary } from '../../i18n/dictionary.js';
import { MAX_PIN_DIGITS, MIN_PIN_DIGITS, type PinFault } from './pin.js';

/** What is wrong with a PIN that somebody wants to set. */
export const pinFaultWords = dictionary({
  digits: { id: 'PIN hanya boleh berisi angka', en: 'A PIN has digits only' },
  short: {
    id: `PIN harus ${MIN_PIN_DIGITS} sampai ${MAX_PIN_DIGITS} angka`,
    en: `A PIN has ${MIN_PIN_DIGITS} to ${MAX_PIN_DIGITS} digits`,
  },
  easy: {
    id: 'PIN ini terlalu mudah ditebak (berurutan atau berulang)',
    en: 'This PIN is too easy to guess (a run or a repetition)',
  },
} satisfies Record<PinFault, unknown>);
