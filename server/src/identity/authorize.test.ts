import { describe, expect, it } from 'vitest';
import { Problem } from '../http/problem.js';
import { assertCovers, assertMay, caseGroups, covers, groupsOf, may } from './authorize.js';

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
      'process:deploy',
    ] as const)
      expect(may({ role: 'auditor' }, action)).toBe(false);
    expect(may({ role: 'analyst' }, 'process:deploy')).toBe(true);
    expect(may({ role: 'analyst' }, 'report:read')).toBe(false);
    expect(may({ role: 'analyst' }, 'registry:read')).toBe(false);
  });

  it('a wrong role is 403', () => {
    expect(() => assertMay({ role: 'operator' }, 'process:deploy')).toThrow(Problem);
    expect(() => assertMay({ role: 'operator' }, 'process:deploy')).toThrow(
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
