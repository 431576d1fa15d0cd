import { describe, expect, it } from 'vitest';
import { Problem } from '../http/problem.js';
import {
  assertAnother,
  assertCovers,
  assertKeepsAdmin,
  assertMay,
  assertReportsOn,
  assertSees,
  assertSpeaksFor,
  caseGroups,
  assertEntersAbsence,
  covers,
  deputyOf,
  groupsOf,
  may,
  mayDeputise,
} from './authorize.js';

const supervisor = { role: 'supervisor', areaCode: '32.73.02' } as const;

describe('areas', () => {
  it('an officer covers their own area and what lies inside it', () => {
    expect(covers(supervisor, '32.73.02')).toBe(true);
    expect(covers(supervisor, '32.73.02.1004')).toBe(true);
    expect(covers({ areaCode: '32.73' }, '32.73.02.1004')).toBe(true);
  });

  it('not a neighbour, not a code that only begins alike, not the area above', () => {
    expect(covers(supervisor, '32.73.03.1001')).toBe(false);
    expect(covers(supervisor, '32.73.021.1001')).toBe(false);
    expect(covers(supervisor, '32.73')).toBe(false);
    expect(() => assertCovers(supervisor, null)).toThrow(expect.objectContaining({ status: 404 }));
  });
});

describe('roles', () => {
  it('an auditor reads and never acts, an analyst sees models and no people', () => {
    expect(may({ role: 'auditor' }, 'report:read')).toBe(true);
    for (const action of [
      'report:submit',
      'task:work',
      'incident:retry',
      'registry:reveal',
      'process:change',
    ] as const)
      expect(may({ role: 'auditor' }, action)).toBe(false);
    expect(may({ role: 'analyst' }, 'process:change')).toBe(true);
    expect(may({ role: 'analyst' }, 'what-if:run')).toBe(true);
    expect(may({ role: 'analyst' }, 'report:read')).toBe(false);
    expect(may({ role: 'analyst' }, 'registry:read')).toBe(false);
  });

  it('cases are moved by two people: an analyst proposes, another one or the admin approves', () => {
    expect(may({ role: 'admin' }, 'migration:propose')).toBe(false);
    for (const action of ['migration:propose', 'migration:approve'] as const)
      expect(may({ role: 'auditor' }, action)).toBe(false);
    expect(may({ role: 'auditor' }, 'migration:read')).toBe(true);
    expect(() => assertAnother({ username: 'analyst' }, ['analyst'])).toThrow(
      expect.objectContaining({ status: 403, code: 'own-proposal' }),
    );
    expect(() => assertAnother({ username: 'analyst2' }, ['analyst'])).not.toThrow();
  });

  it('a wrong role is 403', () => {
    expect(() => assertMay({ role: 'operator' }, 'process:change')).toThrow(Problem);
    expect(() => assertMay({ role: 'operator' }, 'process:change')).toThrow(
      expect.objectContaining({ status: 403 }),
    );
  });

  it('groups follow role and area', () => {
    expect(groupsOf({ role: 'operator', areaCode: '32.73.02.1004' })).toEqual(['operator:32.73.02.1004']);
    expect(groupsOf({ role: 'auditor', areaCode: '32.73' })).toEqual([]);
    expect(caseGroups('32.73.02.1004')).toEqual({
      operatorGroup: 'operator:32.73.02.1004',
      supervisorGroup: 'supervisor:32.73.02',
      verifierGroup: 'verifikator:32.73',
      headGroup: 'kadis:32.73',
      cityGroup: 'admin:32.73',
    });
  });
});

describe('outside of the office', () => {
  const refused = expect.objectContaining({ status: 404 });
  const rt = { role: 'rtrw', areaCode: '32.73.02.1004', username: 'rt', rt: '001', rw: '002' } as const;

  it('one sees what one sent in, an officer the whole area', () => {
    const report = { areaCode: '32.73.02.1004', createdBy: 'rt' };
    expect(() => assertSees(rt, report)).not.toThrow();
    expect(() => assertSees(rt, { ...report, createdBy: 'rw' })).toThrow(refused);
    const officer = { role: 'operator', areaCode: '32.73.02.1004', username: 'op' } as const;
    expect(() => assertSees(officer, report)).not.toThrow();
    for (const action of ['case:read', 'task:read', 'registry:read', 'recap:read', 'document:read'] as const)
      expect(may(rt, action), action).toBe(false);
    expect(groupsOf(rt)).toEqual([]);
  });

  it('a head of RT speaks for that RT, a head of RW for all of the RW', () => {
    expect(() => assertSpeaksFor(rt, { rt: '1', rw: '2' })).not.toThrow();
    expect(() => assertSpeaksFor(rt, { rt: '2', rw: '2' })).toThrow(refused);
    expect(() => assertSpeaksFor({ ...rt, rt: null }, { rt: '2', rw: '002' })).not.toThrow();
    expect(() => assertSpeaksFor({ ...rt, rt: null }, { rt: '2', rw: '003' })).toThrow(refused);
    expect(() => assertSpeaksFor(rt, null)).toThrow(refused);
  });

  it('a citizen reports about the own card, a hospital about any of the city', () => {
    const card = { areaCode: '32.73.02.1004', residentIds: ['me'] };
    const citizen = { role: 'citizen', areaCode: '32.73', residentId: 'me' } as const;
    const hospital = { role: 'hospital', areaCode: '32.73', residentId: null } as const;
    expect(() => assertReportsOn(citizen, card)).not.toThrow();
    expect(() => assertReportsOn({ ...citizen, residentId: 'you' }, card)).toThrow(refused);
    expect(() => assertReportsOn({ ...citizen, residentId: null }, card)).toThrow(refused);
    expect(() => assertReportsOn(hospital, card)).not.toThrow();
    expect(() => assertReportsOn(hospital, { ...card, areaCode: '32.77.01.1001' })).toThrow(refused);
    expect(() => assertReportsOn(hospital, null)).toThrow(refused);
  });
});

it('an admin keeps the own administration', () => {
  const admin = { username: 'a', role: 'admin', areaCode: '32.73' } as const;
  const conflict = expect.objectContaining({ status: 409 });
  expect(() => assertKeepsAdmin(admin, { ...admin, active: true })).not.toThrow();
  expect(() => assertKeepsAdmin(admin, { ...admin, active: false })).toThrow(conflict);
  expect(() => assertKeepsAdmin(admin, { ...admin, role: 'auditor', active: true })).toThrow(conflict);
  expect(() => assertKeepsAdmin(admin, { ...admin, username: 'b', active: false })).not.toThrow();
});

describe('a deputy', () => {
  const seat = (username: string, areaCode: string) => ({
    ...{
      username,
      name: username,
      role: 'supervisor' as const,
      areaCode,
      areaName: null,
      until: '2026-12-04',
    },
  });
  const deputy = { ...supervisor, deputising: [seat('same', '32.73.02'), seat('other', '32.73.08')] };

  it('has the groups and areas of whom they stand in for, each once', () => {
    expect(groupsOf(deputy)).toEqual(['supervisor:32.73.02', 'supervisor:32.73.08']);
    expect(covers(deputy, '32.73.08.1001')).toBe(true);
    expect(covers(deputy, '32.73.09.1001')).toBe(false);
    expect(covers(supervisor, '32.73.08.1001')).toBe(false);
  });

  it('works in their stead on what they had claimed and on what is theirs alone, else as themselves', () => {
    const of = (group: string, leftBy: string | null = null) =>
      deputyOf(deputy, { candidateGroups: [group], leftBy });
    expect(of('supervisor:32.73.02')).toBeNull();
    expect(of('supervisor:32.73.02', 'same')).toBe('same');
    expect(of('supervisor:32.73.02', 'somebody.back.again')).toBeNull();
    expect(of('supervisor:32.73.08')).toBe('other');
    expect(
      deputyOf(
        { ...supervisor, deputising: [] },
        { candidateGroups: ['supervisor:32.73.08'], leftBy: 'other' },
      ),
    ).toBeNull();
  });

  it('has the same role and area; of another area in the city, an admin names them', () => {
    const absent = { role: 'supervisor', areaCode: '32.73.02' } as const;
    const named = (by: 'supervisor' | 'admin', over: object) =>
      mayDeputise({ role: by }, absent, { ...absent, active: true, ...over });
    expect(named('supervisor', {})).toBe(true);
    expect(named('admin', { active: false })).toBe(false);
    expect(named('admin', { role: 'operator' })).toBe(false);
    expect(named('supervisor', { areaCode: '32.73.08' })).toBe(false);
    expect(named('admin', { areaCode: '32.73.08' })).toBe(true);
    expect(named('admin', { areaCode: '32.77.01' })).toBe(false);
  });

  it('is entered by oneself or by an admin of the area, for officers only', () => {
    const refused = expect.objectContaining({ status: 404 });
    const admin = { username: 'admin', role: 'admin', areaCode: '32.73' } as const;
    const own = { username: 'me', ...supervisor };
    expect(() => assertEntersAbsence(own, own)).not.toThrow();
    expect(() => assertEntersAbsence(admin, own)).not.toThrow();
    expect(() => assertEntersAbsence({ ...own, username: 'you' }, own)).toThrow(refused);
    expect(() => assertEntersAbsence(admin, { ...own, areaCode: '32.77.01' })).toThrow(refused);
    expect(() => assertEntersAbsence(admin, { ...own, role: 'hospital' })).toThrow(refused);
    expect(() => assertEntersAbsence(admin, null)).toThrow(refused);
  });
});
