import { expect, it } from 'vitest';
import { spokenElement } from './spoken-element.js';

it('says codes by their official names', () => {
  expect(spokenElement('maritalStatus', 4)).toMatch(/cerai mati/i);
  expect(spokenElement('name', 'BUDI')).toBe('BUDI');
  expect(spokenElement('deathDate', null)).toBe('–');
});
