/** What the palette offers for what is typed. Pure. */
export interface Command {
  /** Unique; also what the list is keyed by. */
  id: string;
  label: string;
  /** Where it leads. */
  path: string;
}

/** Commands whose words all begin like the words typed, in any order; what begins with the first of them comes first. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const wanted = wordsOf(typed);
  const found = commands.filter(({ label }) => {
    const words = wordsOf(label);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
  const [first = ''] = wanted;
  const rank = ({ label }: Command) => (label.toLowerCase().startsWith(first) ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
