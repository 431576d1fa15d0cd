import type { Session } from '../../../api/wire.js';
import type { QueuedReport, SealedDraft } from '../entries.js';

export const officer: Session = {
  ...{ username: 'operator.dago', name: 'Petugas Contoh', role: 'operator', areaCode: '32.73.02.1004' },
  ...{ areaName: 'Dago', groups: [], rt: null, rw: null },
};

const filled = {
  ...{ type: 'birth', version: null, begunBy: officer.username, answers: null, problem: null },
  data: { child: { name: 'Anak Contoh' }, mother: { nik: '3273024101909001' } },
};

export const queued = (id: string, change: Partial<QueuedReport> = {}): QueuedReport => ({
  ...filled,
  ...{ kind: 'report', id, at: `2026-11-27T01:00:0${id.at(-1)}.000Z`, attempted: false },
  ...change,
});

export const drafted = (id: string, change: Partial<SealedDraft> = {}): SealedDraft => ({
  ...filled,
  ...{ kind: 'draft', id, at: `2026-11-27T02:00:0${id.at(-1)}.000Z` },
  ...change,
});
