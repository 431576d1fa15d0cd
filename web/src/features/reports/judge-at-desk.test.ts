import { expect, it } from 'vitest';
import type { Finding } from '../../api/wire.js';
import { withEarlier } from './judge-at-desk.js';

const finding = (code: string, field = 'child.name'): Finding => ({
  ...{ code, field, severity: 'E', message: { id: code, en: code } },
});
const ofDesk = (code: string, field?: string) => ({
  ...finding(code, field),
  legalBasis: null,
  compared: [],
});

it('what the server found stays until the desk or the server knows better', () => {
  const soFar = { findings: [ofDesk('N03'), ofDesk('U01', 'a.nik')], undecided: new Set(['U08', 'U01']) };
  const earlier = [finding('N01'), finding('U08', 'card'), finding('U01', 'a.nik'), finding('U01', 'b.nik')];
  const shown = withEarlier(soFar, earlier).map(({ code, field }) => `${code} ${field}`);
  expect(shown).toEqual(['N03 child.name', 'U01 a.nik', 'U08 card', 'U01 b.nik']);
  expect(withEarlier(soFar, null)).toHaveLength(2);
});
