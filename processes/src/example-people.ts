/** People for examples: members of the demo families, chosen so that no rule finds anything. */
import { isAdult } from '@lampid/domain/registry/family';
import type { RegistrySnapshot, Resident } from '@lampid/domain/registry/snapshot';
import type { Person, Reporter } from './report-schema.js';

export function personOf({ nik, name }: Pick<Resident, 'nik' | 'name'>): Person {
  return { nik, name };
}

export function reporterOf(
  resident: Pick<Resident, 'nik' | 'name'>,
  relation: Reporter['relation'],
): Reporter {
  return { ...personOf(resident), relation, phone: '0812-0000-9001', email: 'pelapor@example.org' };
}

/** Two different adults of the neighbouring family. Throws when it has fewer. */
export function witnessesAmong(neighbours: RegistrySnapshot, today: string): Person[] {
  const adults = neighbours.residents.filter(
    (resident) => resident.status === 'active' && isAdult(resident, today),
  );
  if (adults.length < 2) throw new Error('an example needs two adults in the neighbouring family');
  return adults.slice(0, 2).map(personOf);
}
