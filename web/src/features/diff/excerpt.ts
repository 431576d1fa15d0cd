/** Of two long texts only what differs, with a few words around it. Pure. */

const LONG = 120;
const AROUND = 30;

/** Texts that are short, or of which one is not there, stay as they are. */
export function excerpt(
  before: string | null,
  after: string | null,
): [before: string | null, after: string | null] {
  if (before === null || after === null || Math.max(before.length, after.length) <= LONG)
    return [before, after];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const from = Math.max(0, head - AROUND);
  const cut = Math.max(0, tail - AROUND);
  const part = (text: string) =>
    `${from > 0 ? '… ' : ''}${text.slice(from, text.length - cut)}${cut > 0 ? ' …' : ''}`;
  return [part(before), part(after)];
}
