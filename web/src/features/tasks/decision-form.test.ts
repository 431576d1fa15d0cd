import { describe, expect, it } from 'vitest';
import type { Finding } from '../../api/wire.js';
import { decisionData, readDecision, whatIsMissing } from './decision-form.js';

const finding = (
  code: string,
  severity: Finding['severity'],
  id: string,
  acknowledgedBy: string | null = null,
) => ({ code, severity, field: null, message: { id, en: `${id} (en)` }, acknowledgedBy });

describe('decisionData', () => {
  it('offers each warning once to tick, and nothing that is no open warning', () => {
    const data = decisionData(
      { child: { name: 'Siti' } },
      [
        finding('L15', 'W', 'Berat'),
        finding('U08', 'E', 'KK'),
        finding('L15', 'W', 'Lagi'),
        finding('L03', 'W', 'Umur', 'supervisor.coblong'),
      ],
      (text) => text.id,
    );
    expect(data).toEqual({ child: { name: 'Siti' }, warnings: [{ value: 'L15', label: 'Berat; Lagi' }] });
  });
});

describe('readDecision', () => {
  it('parts the note and the ticks from what an analyst added', () => {
    expect(readDecision({ note: ' ok ', acknowledged: ['L15'], decisionNumber: '12/2026' })).toEqual({
      note: 'ok',
      reason: '',
      acknowledged: ['L15'],
      extra: { decisionNumber: '12/2026' },
    });
    expect(readDecision({})).toEqual({ note: '', reason: '', acknowledged: [], extra: {} });
  });
});

describe('whatIsMissing', () => {
  const task = { noteRequired: ['return', 'reject'], toAcknowledge: ['L15'] };
  const filled = (given: object) => readDecision(given as Record<string, unknown>);

  it('names the field where the outcome wants something', () => {
    expect(whatIsMissing('return', filled({}), task)).toEqual({ what: 'noteMissing', field: 'note' });
    expect(whatIsMissing('approve', filled({}), task)).toEqual({
      ...{ what: 'acknowledgeMissing', field: 'acknowledged' },
    });
    expect(whatIsMissing('approve', filled({ acknowledged: ['L15'] }), task)).toEqual({
      ...{ what: 'reasonMissing', field: 'reason' },
    });
  });

  it('is nothing once that is there', () => {
    expect(whatIsMissing('return', filled({ note: 'KK buram' }), task)).toBeNull();
    const passed = { acknowledged: ['L15'], reason: 'Surat dokter' };
    expect(whatIsMissing('approve', filled(passed), task)).toBeNull();
    expect(whatIsMissing('approve', filled({}), { noteRequired: [], toAcknowledge: [] })).toBeNull();
  });
});
