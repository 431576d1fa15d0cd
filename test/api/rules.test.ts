/** The law behind a decision: every rule is listed, every finding names its article, and who let it pass says why. */
import { describe, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, readReport, submit, untilStatus } from '../src/support/case-pilot.js';

vi.setConfig({ testTimeout: 120_000 });

interface Rule {
  type: string;
  code: string;
  legalBasis: string | null;
  effectiveFrom: string | null;
  conditions: unknown[];
  example: unknown[] | null;
  fired: { ever: number; lately: number };
}

const rulesOf = async (type?: string) => {
  const { body } = await (await as('auditor')).get(`/api/v1/rules${type ? `?type=${type}` : ''}`).expect(200);
  return body.items as Rule[];
};

describe('the rules', () => {
  it('are all there, each with its law, since when it holds, and what it looks at', async () => {
    const rules = await rulesOf();
    const codes = new Set(rules.map(({ code }) => code));
    // DOMAIN.md 3 and U25 (possible duplicates): 25 common, 9 of names, 22 of births, 15 of deaths, 18 of moves, 15 of arrivals.
    for (const [letter, count] of Object.entries({ U: 25, N: 9, L: 22, M: 15, P: 18, D: 15 }))
      expect(
        [...codes].filter((code) => new RegExp(`^${letter}\\d{2}$`).test(code)),
        letter,
      ).toHaveLength(count);
    for (const rule of rules) {
      expect(rule.legalBasis, rule.code).toBeTruthy();
      expect(rule.effectiveFrom, rule.code).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(rule.conditions.length, rule.code).toBeGreaterThan(0);
    }
    // A column that matches a pattern has no example that could be tried from its cells alone.
    expect(new Set(rules.filter(({ example }) => example === null).map(({ type }) => type))).toEqual(
      new Set(['repatriation']),
    );
  });

  it('of one type are those its own model judges by', async () => {
    const codes = (await rulesOf('death')).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['U08', 'M10']));
    expect(codes.some((code) => /^[LPD]\d/.test(code))).toBe(false);
  });
});

describe('a finding', () => {
  it('names its article, its version and the facts; who let it pass is kept with the reason', async () => {
    const before = (await rulesOf('birth')).find(({ code }) => code === 'L15')!.fired.ever;
    const data = (await exampleOf('birth')) as { child: Record<string, unknown> };
    const { id } = await submit('birth', { ...data, child: { ...data.child, weightGrams: 1400 } });
    await decide({
      reportId: id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'approve',
      data: { acknowledged: ['L15'], reason: 'Bayi prematur, surat dokter terlampir' },
    });
    await untilStatus(id, 'completed');
    const [finding] = (await readReport(id)).findings;
    expect(finding).toMatchObject({
      code: 'L15',
      severity: 'W',
      legalBasis: expect.stringMatching(/./),
      version: expect.any(Number),
      compared: [{ fact: 'weightGrams', value: 1400 }],
      acknowledgedBy: 'supervisor.coblong',
      acknowledgedReason: 'Bayi prematur, surat dokter terlampir',
    });
    const after = (await rulesOf('birth')).find(({ code }) => code === 'L15')!.fired;
    expect(after.ever).toBe(before + 1);
    expect(after.lately).toBeGreaterThan(0);
  });

  it('that needs a special decision is let pass by who decides last', async () => {
    const data = (await exampleOf('birth')) as { child: Record<string, unknown> };
    const { id } = await submit('birth', { ...data, child: { ...data.child, name: 'Bayu' } });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await decide({
      reportId: id,
      step: 'special',
      user: 'kadis.bandung',
      outcome: 'approve',
      note: 'Pernyataan orang tua terlampir',
    });
    await untilStatus(id, 'completed');
    const finding = (await readReport(id)).findings.find(({ code }) => code === 'N02');
    expect(finding).toMatchObject({
      severity: 'A',
      acknowledgedBy: 'kadis.bandung',
      acknowledgedReason: 'Pernyataan orang tua terlampir',
    });
  });
});
