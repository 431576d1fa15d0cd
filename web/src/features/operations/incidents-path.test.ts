import { expect, it } from 'vitest';
import { incidentsPath } from './incidents-path.js';

it('leads to the incidents that were counted, and to no others', () => {
  expect(incidentsPath({ view: 'list', area: '32.73.02', type: 'birth', step: 'register' })).toBe(
    '/incidents?view=list&area=32.73.02&type=birth&step=register',
  );
  expect(incidentsPath({ area: '', type: '', step: 'submit' })).toBe('/incidents?step=submit');
  expect(incidentsPath({ area: '', type: '' })).toBe('/incidents');
});
