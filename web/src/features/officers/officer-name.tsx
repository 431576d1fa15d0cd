import { useNames } from './use-names.js';
import { isPerson } from './who.js';

/** Who did something: called by name, with the user name to point at. */
export function OfficerName({ of }: { of: string | null }) {
  const nameOf = useNames();
  return <span title={isPerson(of) ? of : undefined}>{nameOf(of)}</span>;
}
