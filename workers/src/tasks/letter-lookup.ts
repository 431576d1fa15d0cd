import type { DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import type { MoveLetter } from '@lampid/domain/registry/snapshot';

/** Asks the origin about an SKPWNI. Null: unknown there. A city that cannot be reached is a technical failure: the step is retried. */
export async function lookUpLetter(
  dukcapil: Pick<DukcapilClient, 'lookupLetter'>,
  number: string,
  traceparent: string | null,
): Promise<MoveLetter | null> {
  const answer = await dukcapil.lookupLetter(number, { traceparent: traceparent ?? undefined });
  if (answer.kind === 'unavailable') throw new Error(`city of origin cannot be asked (${answer.reason})`);
  return answer.kind === 'found' ? answer.letter : null;
}
