import { expect, it } from 'vitest';
import { begunReports } from './begun-reports.js';

const member = (name: string, relation: number, self = false) => ({
  ...{ nik: `3273024101${name.length}09001`, name, sex: 1, birthDate: '1980-01-01', relation, self },
});

it('a report of the own family knows its card, who reports and the mother', () => {
  const address = { areaCode: '32.73.02.1004', street: 'Jl. Dago', rt: '001', rw: '001' };
  const family = {
    number: '3273021501019001',
    address,
    members: [member('Asep', 1, true), member('Euis', 3)],
  };
  const { birth, move } = begunReports(family);
  expect(birth).toMatchObject({
    familyCardNumber: '3273021501019001',
    reporter: { name: 'Asep' },
    mother: { name: 'Euis' },
  });
  expect(move).not.toHaveProperty('mother');
  expect(begunReports({ ...family, members: [] }).death).toEqual({ familyCardNumber: '3273021501019001' });
});
