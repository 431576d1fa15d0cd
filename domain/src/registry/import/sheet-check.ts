/** What only the whole sheet shows: numbers that come twice, and families that do not hold together. */
import { isAdult } from '../family.js';
import type { MaritalStatus } from '../snapshot.js';
import { faultOf, type FaultCode, type ImportFault } from './fault.js';
import type { ImportedPerson } from './read-row.js';

/** What is remembered of a member: little, for a sheet has a hundred thousand. */
interface Member {
  row: number;
  relation: number | undefined;
  birthDate: string | undefined;
  maritalStatus: MaritalStatus | undefined;
}

interface Family {
  address: string;
  members: Member[];
}

export interface SheetCheck {
  /** Faults that this line makes with those before it. */
  add(row: number, person: Partial<ImportedPerson>): ImportFault[];
  /** Faults of whole families, once all lines are in. */
  families(): ImportFault[];
  familyCount(): number;
}

export function createSheetCheck(today: string): SheetCheck {
  const niks = new Set<string>();
  const families = new Map<string, Family>();

  return {
    add(row, person) {
      const faults: ImportFault[] = [];
      const { nik, cardNumber } = person;
      if (nik !== undefined) {
        if (niks.has(nik)) faults.push(faultOf(row, 'nik', 'NIK_TWICE_IN_FILE'));
        niks.add(nik);
      }
      if (cardNumber === undefined) return faults;
      const address = [person.areaCode, person.street, person.rt, person.rw].join('\n');
      const family = families.get(cardNumber) ?? { address, members: [] };
      families.set(cardNumber, family);
      if (family.address !== address) faults.push(faultOf(row, 'street', 'CARD_TWO_ADDRESSES'));
      const { relation, birthDate, maritalStatus } = person;
      family.members.push({ row, relation, birthDate, maritalStatus });
      return faults;
    },
    families: () => [...families.values()].flatMap(({ members }) => faultsOf(members, today)),
    familyCount: () => families.size,
  };
}

function faultsOf(members: readonly Member[], today: string): ImportFault[] {
  const heads = members.filter(({ relation }) => relation === 1);
  const first = members[0]!.row;
  // A line whose relation or birth date could not be read says so itself: the family is judged once it can be.
  const readable = members.every(({ relation }) => relation !== undefined);
  const faults: ImportFault[] = [];
  if (heads.length === 0 && readable) faults.push(faultOf(first, 'relation', 'CARD_WITHOUT_HEAD'));
  for (const { row } of heads.slice(1)) faults.push(faultOf(row, 'relation', 'CARD_TWO_HEADS'));
  if (members.every((member) => isChild(member, today)))
    faults.push(faultOf(first, null, 'CARD_WITHOUT_ADULT'));
  const born = heads.length === 1 ? heads[0]!.birthDate : undefined;
  if (born === undefined) return faults;
  for (const { row, relation, birthDate } of members) {
    const code = birthDate === undefined ? null : againstHead({ relation, birthDate, born });
    if (code) faults.push(faultOf(row, 'birthDate', code));
  }
  return faults;
}

function isChild({ birthDate, maritalStatus }: Member, today: string): boolean {
  return (
    birthDate !== undefined && maritalStatus !== undefined && !isAdult({ birthDate, maritalStatus }, today)
  );
}

function againstHead(input: {
  relation: number | undefined;
  birthDate: string;
  born: string;
}): FaultCode | null {
  if (input.relation === 4 && input.birthDate <= input.born) return 'CHILD_OLDER_THAN_HEAD';
  if (input.relation === 7 && input.birthDate >= input.born) return 'PARENT_YOUNGER_THAN_HEAD';
  return null;
}
