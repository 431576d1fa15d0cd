import { ROLES } from '@lampid/domain/roles';
import { expect, it } from 'vitest';
import { menuFor } from '../../layout/menu.js';
import { practises, stopsOf } from './stops.js';

const SHOWN_AROUND = ROLES.filter((role) => role !== 'hospital');

it('leads only into rooms that the role has', () => {
  for (const role of SHOWN_AROUND) {
    const rooms = menuFor(role, []).map(({ path }) => path);
    for (const { path } of stopsOf(role)) expect(rooms, role).toContain(path.split('?')[0]);
  }
});

it('has four to seven stops and ends with something that the officer does', () => {
  for (const role of SHOWN_AROUND) {
    const stops = stopsOf(role);
    expect(stops.length, role).toBeGreaterThanOrEqual(4);
    expect(stops.length, role).toBeLessThanOrEqual(7);
    const last = stops.at(-1)!;
    expect(practises(role) || last.finding !== undefined, role).toBe(true);
    if (last.finding) expect(last.finding.choices[last.finding.right], role).toBeDefined();
  }
});

it('ends with a practice for whoever works on cases, and for nobody else', () => {
  expect(SHOWN_AROUND.filter(practises)).toEqual(['operator', 'supervisor', 'verifikator', 'kadis']);
});
