export const MIN_PIN_DIGITS = 6;
export const MAX_PIN_DIGITS = 32;

export type PinFault = 'digits' | 'short' | 'easy';

/** What is wrong with a PIN that somebody wants to set; null when nothing is. */
export function faultOfPin(pin: string): PinFault | null {
  if (!/^\d*$/.test(pin)) return 'digits';
  if (pin.length < MIN_PIN_DIGITS || pin.length > MAX_PIN_DIGITS) return 'short';
  return isEasy(pin) ? 'easy' : null;
}

/** 111111, 123456, 987654, 121212, 123123: what is tried first. */
function isEasy(pin: string): boolean {
  const steps = Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  const isRun = new Set(steps).size === 1 && [0, 1, 9].includes(steps[0]!);
  const isRepeated = [1, 2, 3].some((length) => pin.length % length === 0 && isMadeOf(pin, length));
  return isRun || isRepeated;
}

function isMadeOf(pin: string, length: number): boolean {
  return pin === pin.slice(0, length).repeat(pin.length / length);
}
