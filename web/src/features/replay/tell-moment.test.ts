import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '../../api/wire.js';
import type { Act } from './api/replay.js';
import type { Moment } from './moments.js';
import { tellMoment } from './tell-moment.js';

const told = (moment: Omit<Moment, 'at'>, language: 'id' | 'en' = 'id') =>
  tellMoment({ at: 0, ...moment } as Moment, {
    language,
    nameOfDocument: (kind) => kind,
    nameOf: (actor) => (actor === null || actor.startsWith('worker:') ? 'Sistem' : `Bu ${actor}`),
  });

const act = (action: string, detail: Act['detail'], actor = 'operator.dago') =>
  told({ kind: 'act', act: { id: '1', at: '', actor, action, object: null, detail } } as never);

describe('an act', () => {
  it('says why, to whom and with what answer', () => {
    expect(act('report.cancel-requested', { reason: 'ditarik keluarga' }).result).toBe('ditarik keluarga');
    expect(act('task.handed', { to: 'supervisor2.coblong' }).result).toBe('kepada Bu supervisor2.coblong');
    expect(act('task.reassigned', { group: 'verifikator:32.73' }).result).toBe(
      'kepada Verifikator kota (32.73)',
    );
    expect(act('siak.acknowledged', { status: 'NACK', code: 'SIAK-21' }).result).toBe(
      'ditolak (NACK, SIAK-21)',
    );
    expect(act('siak.acknowledged', { status: 'ACK', code: '00' }).result).toBe('diterima (ACK, 00)');
  });

  it('of an older record, which does not say it, has no result', () => {
    expect(act('report.cancel-requested', {}).result).toBe('');
    expect(act('task.reassigned', { group: 'strangers:1' }).result).toBe('kepada strangers:1');
  });
});

describe('a step that is over', () => {
  const step = (more: Partial<HistoryItem>) => ({
    kind: 'left' as const,
    step: {
      ...{
        names: { id: 'Kirim', en: 'Send' },
        actor: 'worker:sync-dukcapil',
        outcome: null,
        note: null,
        cancelled: false,
        attempts: [],
      },
      ...more,
    } as unknown as HistoryItem,
  });
  const attempt = (result: string) => ({
    ...{ topic: 'sync-dukcapil', startedAt: '', endedAt: '', error: null, result },
  });

  it('tells what a machine answered, and how often it was tried', () => {
    const attempts = [attempt('failure'), attempt('bpmn-error:DUKCAPIL_DOWN')];
    expect(told(step({ attempts, cancelled: true }))).toEqual({
      ...{ what: 'Dihentikan: Kirim', who: '' },
      result: 'Jawaban: DUKCAPIL_DOWN · 2 percobaan',
    });
    expect(told(step({ attempts: [attempt('complete')] })).result).toBe('');
  });

  it('names in whose stead a deputy decided', () => {
    const decided = step({ actor: 'verif.bandung', deputyOf: 'supervisor.coblong', outcome: 'approve' });
    expect(told(decided, 'en').who).toBe('Bu verif.bandung, as deputy of Bu supervisor.coblong');
  });
});
