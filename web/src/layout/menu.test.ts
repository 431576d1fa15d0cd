import { describe, expect, it } from 'vitest';
import type { Role } from '@lampid/domain/roles';
import { activeKey, homeOf, menuFor } from './menu.js';

const type = (id: string, reportedBy: Role[]) => ({ id, names: { id, en: id }, reportedBy });

describe('menuFor', () => {
  const types = [type('birth', ['operator']), type('marriage', ['operator', 'admin'])];

  it('offers each role the events it reports, whatever they are called', () => {
    const events = (role: Role) =>
      menuFor(role, types)
        .find((entry) => entry.room === 'newReport')
        ?.events.map((event) => event.id);
    expect(events('operator')).toEqual(['birth', 'marriage']);
    expect(events('admin')).toEqual(['marriage']);
    expect(events('supervisor')).toBeUndefined();
  });

  it('offers work without a line to those who report', () => {
    const rooms = (role: Role) => menuFor(role, types).map((entry) => entry.room);
    expect(rooms('operator')).toContain('offline');
    expect(rooms('supervisor')).not.toContain('offline');
  });

  it('gives an analyst the models and rules, and the tour that everybody has but a machine', () => {
    expect(menuFor('analyst', types).map((entry) => entry.room)).toEqual([
      'models',
      'studio',
      'rules',
      'notes',
      'tour',
    ]);
    expect(menuFor('hospital', types).map((entry) => entry.room)).toEqual(['myReports']);
  });
});

describe('the kinds of rooms', () => {
  it('stand together: cases, figures, upkeep, and what is about oneself', () => {
    const begun = (role: Role) =>
      menuFor(role, []).flatMap(({ room, beginsKind }) => (beginsKind ? [room] : []));
    expect(begun('admin')).toEqual(['recap', 'imports', 'absence']);
    expect(begun('operator')).toEqual(['recap', 'rules', 'absence']);
    expect(begun('analyst')).toEqual(['tour']);
    expect(begun('hospital')).toEqual([]);
  });
});

describe('homeOf', () => {
  it('is the first room of the menu', () => {
    expect(homeOf('operator')).toBe('/desk');
    expect(homeOf('kadis')).toBe('/tasks');
    expect(homeOf('auditor')).toBe('/reports');
  });
});

describe('activeKey', () => {
  const keys = ['/reports', '/reports/new/birth', '/tasks'];
  it('prefers the more exact entry', () => {
    expect(activeKey('/reports/new/birth', keys)).toBe('/reports/new/birth');
    expect(activeKey('/reports', keys)).toBe('/reports');
    expect(activeKey('/tasks/17', keys)).toBe('/tasks');
    expect(activeKey('/tasksheet', keys)).toBeNull();
  });
});
