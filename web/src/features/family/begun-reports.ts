/** What a report of the own family knows before anything is typed. Pure. */
import type { ReportData } from '../../api/wire.js';
import type { Family, FamilyMember } from './api/family.js';

const WIFE = 3;
const person = ({ nik, name }: FamilyMember) => ({ nik, name });

export function begunReports(family: Family): Record<'birth' | 'death' | 'move', ReportData> {
  const self = family.members.find((member) => member.self);
  const wife = family.members.find(({ relation }) => relation === WIFE);
  const known = {
    familyCardNumber: family.number,
    ...(self && { reporter: person(self) }),
  };
  return {
    birth: { ...known, ...(wife && { mother: person(wife) }) },
    death: known,
    move: known,
  };
}
