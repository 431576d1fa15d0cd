import { expect, it } from 'vitest';
import { placeFaults } from './place-faults.js';

it('places the faults of an answer at the fields of the form', () => {
  const fault = (field: string | null, id: string) => ({ code: 'X', field, message: { id, en: id } });
  const placed = placeFaults([
    fault('id', 'satu'),
    fault('attachments[1].names.en', 'dua'),
    fault('id', 'tiga'),
    fault(null, 'empat'),
  ]);
  expect(placed.map(({ name, message }) => [name, message.id])).toEqual([
    [['id'], 'satu'],
    [['attachments', 1, 'names', 'en'], 'dua'],
  ]);
});
