import { describe, expect, it } from 'vitest';
import { codeLists } from '../../codes.js';
import { cellsOf, IMPORT_HEAD, importFamily, type Line } from '../../testing/import-lines.js';
import { CODED, COLUMNS, readHead, type Layout } from './columns.js';
import { readCode, readDate } from './read-cell.js';
import { isWhole, readRow } from './read-row.js';
import { createSheetCheck } from './sheet-check.js';

const today = '2026-11-27';
const head = readHead(IMPORT_HEAD) as { layout: Layout };
const context = {
  ...{ layout: head.layout, today, city: '32.73' },
  areas: new Set(['32.73.02.1004', '32.77.01.1001']),
};
const [father, mother, child] = importFamily(0);
const read = (line: Partial<Line>) => readRow({ row: 2, cells: cellsOf({ ...father, ...line }), context });
const codesOf = (line: Partial<Line>) => read(line).faults.map(({ column, code }) => `${column}: ${code}`);

describe('the head line', () => {
  it('is found in any order and spelling', () => {
    const found = readHead(['Catatan', 'NO. KK', ...IMPORT_HEAD.slice(1).reverse()]);
    expect(found).toMatchObject({ layout: { cardNumber: 1, areaCode: 2 } });
  });

  it('says which columns it lacks', () => {
    expect(readHead(IMPORT_HEAD.filter((name) => name !== 'SHDK' && name !== 'RT'))).toMatchObject({
      missing: ['SHDK', 'RT'],
    });
  });
});

describe('a line', () => {
  it('becomes a person', () => {
    const line = read({
      education: 'slta/sederajat',
      sex: 'LAKI-LAKI',
      rt: 7,
      areaCode: '3273021004',
      bloodType: null,
    });
    expect(isWhole(line)).toBe(true);
    expect(line.person).toMatchObject({
      ...{ sex: 1, education: 5, relation: 1, rt: '007', areaCode: '32.73.02.1004', bloodType: 13 },
    });
  });

  it.each<[Partial<Line>, string]>([
    [{ nik: '327302' }, 'NIK: NIK_FORM'],
    [{ nik: 3273021012839100 }, 'NIK: NUMBER_LOST_DIGITS'],
    [{ nik: '3,27302E+15' }, 'NIK: NUMBER_LOST_DIGITS'],
    [{ nik: '3273029912839100' }, 'NIK: NIK_IMPOSSIBLE'],
    [{ cardNumber: null }, 'No KK: REQUIRED'],
    [{ name: 'BUDI 2' }, 'Nama: NAME_FORM'],
    [{ religion: 'LAIN SEKALI' }, 'Agama: CODE_UNKNOWN'],
    [{ religion: 99 }, 'Agama: CODE_UNKNOWN'],
    [{ birthDate: '31-02-1990' }, 'Tanggal lahir: DATE_IMPOSSIBLE'],
    [{ birthDate: '2990-01-01' }, 'Tanggal lahir: DATE_AHEAD'],
    [{ birthDate: 'kemarin' }, 'Tanggal lahir: DATE_FORM'],
    [{ birthDate: '2020-05-05' }, 'Status kawin: MARRIED_TOO_YOUNG'],
    [{ areaCode: '32.73.99.1001' }, 'Kode kelurahan: AREA_UNKNOWN'],
    [{ areaCode: '32.77.01.1001' }, 'Kode kelurahan: AREA_OUTSIDE'],
    [{ rt: 'satu' }, 'RT: RT_FORM'],
  ])('%j is refused: %s', (line, fault) => {
    const { faults } = read(line);
    expect(faults.map(({ column, code }) => `${column}: ${code}`)).toContain(fault);
    expect(isWhole({ person: {}, faults })).toBe(false);
  });

  it('only warns where a NIK says another birth date or sex: it never changes', () => {
    expect(codesOf({ sex: 'P' })).toEqual(['Jenis kelamin: NIK_OTHER_SEX']);
    expect(codesOf({ birthDate: '1980-01-01' })).toEqual(['Tanggal lahir: NIK_OTHER_BIRTH_DATE']);
    expect(isWhole(read({ sex: 'P' }))).toBe(true);
  });

  it('tells a fault without the value that has it', () => {
    expect(JSON.stringify(read({ nik: '3273029912839100', name: 'BUDI 2' }).faults)).not.toMatch(
      /\d{12}|BUDI/,
    );
  });
});

describe('cells', () => {
  it('hold dates as spreadsheets and people write them', () => {
    for (const cell of [33008, 33008.5, '15-05-1990', '15/5/1990', '1990-05-15', '1990-05-15T00:00:00'])
      expect(readDate(cell)).toEqual({ value: '1990-05-15' });
  });

  it('take every official code by number and by text', () => {
    for (const list of Object.values(CODED))
      for (const { code, name } of codeLists[list]) {
        expect(readCode(code, list)).toEqual({ value: code });
        expect(readCode(name.toLowerCase(), list)).toEqual({ value: code });
      }
  });
});

describe('a sheet', () => {
  const faultsOf = (...lines: Partial<Line>[]) => {
    const check = createSheetCheck(today);
    const first = lines.flatMap((line, index) => {
      const row = index + 2;
      return check.add(row, readRow({ row, cells: cellsOf({ ...father, ...line }), context }).person);
    });
    return [...first, ...check.families()].map(({ row, code }) => `${row} ${code}`);
  };

  it('with whole families has no fault', () => {
    expect(faultsOf(father, mother, child, ...importFamily(1))).toEqual([]);
  });

  it('has no NIK twice', () => {
    expect(faultsOf(father, mother, child, { ...child, name: 'KEMBAR' })).toEqual(['5 NIK_TWICE_IN_FILE']);
  });

  it('has one head, an adult and one address in each family', () => {
    expect(faultsOf(mother, child)).toEqual(['2 CARD_WITHOUT_HEAD']);
    expect(faultsOf(father, { ...mother, relation: 1 }, child)).toEqual(['3 CARD_TWO_HEADS']);
    expect(faultsOf({ ...child, relation: 1 })).toEqual(['2 CARD_WITHOUT_ADULT']);
    expect(faultsOf(father, { ...mother, street: 'JL. LAIN' })).toEqual(['3 CARD_TWO_ADDRESSES']);
  });

  it('warns of children and parents whose ages contradict the head', () => {
    expect(faultsOf(father, { ...child, birthDate: '1950-01-01' })).toEqual(['3 CHILD_OLDER_THAN_HEAD']);
    expect(faultsOf(father, { ...mother, relation: 'ORANGTUA', birthDate: '2000-01-01' })).toEqual([
      '3 PARENT_YOUNGER_THAN_HEAD',
    ]);
  });

  it('does not say that a head is missing when a relation could not be read', () => {
    expect(faultsOf({ ...father, relation: 'TIDAK JELAS' }, mother)).toEqual([]);
  });
});

it('has a column for all that the register needs', () => {
  expect(new Set(IMPORT_HEAD).size).toBe(Object.keys(COLUMNS).length);
});
