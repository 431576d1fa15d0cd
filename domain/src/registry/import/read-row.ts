/** One line of the sheet as a person of a family, with everything that is wrong with the line by itself. */
import { ageAt } from '../../dates.js';
import { birthDateCandidates, isPossibleNik, matchesBirthDate, parseNik } from '../../nik.js';
import type { Biodata, RelationToHead } from '../snapshot.js';
import { CODED, type CodedColumn, type Column, type Layout } from './columns.js';
import { faultOf, type FaultCode, type ImportFault } from './fault.js';
import {
  readArea,
  readBlock,
  readCode,
  readDate,
  readName,
  readNumber,
  readText,
  type Cell,
  type ReadCell,
} from './read-cell.js';

export interface ImportedPerson extends Biodata {
  cardNumber: string;
  nik: string;
  relation: RelationToHead;
  street: string;
  rt: string;
  rw: string;
  areaCode: string;
}

export interface ImportContext {
  layout: Layout;
  /** `YYYY-MM-DD`. */
  today: string;
  /** `PP.KK`. */
  city: string;
  /** Codes of all areas in use. */
  areas: { has(code: string): boolean };
}

export interface ReadRow {
  /** What could be read; whole when there is no fault of severity E. */
  person: Partial<ImportedPerson>;
  faults: ImportFault[];
}

/** Nobody married at this age is an entry error (UU 16/2019 sets 19; the register holds older facts). */
const MARRIED_FROM = 12;
const OLDEST = 130;
/** Code 13, TIDAK TAHU. */
const BLOOD_UNKNOWN = 13;

export function readRow(input: { row: number; cells: readonly Cell[]; context: ImportContext }): ReadRow {
  const { row, cells, context } = input;
  const faults: ImportFault[] = [];
  const person: Partial<ImportedPerson> = {};
  const fault = (column: Column | null, code: FaultCode) => faults.push(faultOf(row, column, code));
  const at = (column: Column) => cells[context.layout[column]];
  const take = <Key extends Column>(column: Key, read: ReadCell<ImportedPerson[Key]>) => {
    if ('fault' in read) fault(column, read.fault);
    else person[column] = read.value;
  };

  take('cardNumber', readNumber(at('cardNumber'), 'CARD_FORM'));
  take('nik', readNumber(at('nik'), 'NIK_FORM'));
  take('name', needed(readName(at('name'))));
  take('fatherName', readName(at('fatherName')));
  take('motherName', readName(at('motherName')));
  take('birthPlace', readText(at('birthPlace'), 60));
  take('birthDate', readDate(at('birthDate')));
  for (const column of Object.keys(CODED) as CodedColumn[]) {
    const cell = at(column);
    const empty = column === 'bloodType' && (cell === null || cell === undefined || cell === '');
    // The codes of a list are the values of its type.
    take(column, (empty ? { value: BLOOD_UNKNOWN } : readCode(cell, CODED[column])) as ReadCell<never>);
  }
  take('street', readText(at('street'), 120));
  take('rt', readBlock(at('rt')));
  take('rw', readBlock(at('rw')));
  take('areaCode', readArea(at('areaCode'), context));

  for (const [column, code] of doubts(person, context.today)) fault(column, code);
  return { person, faults };
}

function needed(read: ReadCell<string | null>): ReadCell<string> {
  if ('fault' in read) return read;
  return read.value === null ? { fault: 'REQUIRED' } : { value: read.value };
}

/** What does not fit together on one line. A NIK never changes, so it may disagree with what was corrected later. */
function doubts(person: Partial<ImportedPerson>, today: string): [Column, FaultCode][] {
  const { nik, birthDate, sex, maritalStatus } = person;
  const found: [Column, FaultCode][] = [];
  const nikHolds = nik !== undefined && isPossibleNik(nik, today);
  if (nik !== undefined && !nikHolds) found.push(['nik', 'NIK_IMPOSSIBLE']);
  if (birthDate !== undefined) {
    if (birthDate > today) found.push(['birthDate', 'DATE_AHEAD']);
    else if (ageAt(birthDate, today) > OLDEST) found.push(['birthDate', 'DATE_TOO_OLD']);
    else if (maritalStatus !== undefined && maritalStatus !== 1 && ageAt(birthDate, today) < MARRIED_FROM)
      found.push(['maritalStatus', 'MARRIED_TOO_YOUNG']);
  }
  if (!nikHolds) return found;
  if (
    birthDate !== undefined &&
    birthDateCandidates(nik, today).length > 0 &&
    !matchesBirthDate(nik, birthDate)
  )
    found.push(['birthDate', 'NIK_OTHER_BIRTH_DATE']);
  if (sex !== undefined && parseNik(nik)!.sex !== sex) found.push(['sex', 'NIK_OTHER_SEX']);
  return found;
}

/** True when nothing forbids the line. */
export function isWhole(read: ReadRow): read is { person: ImportedPerson; faults: ImportFault[] } {
  return read.faults.every(({ severity }) => severity === 'W');
}
