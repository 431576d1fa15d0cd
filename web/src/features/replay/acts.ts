import type { Text } from '@lampid/domain/rules/finding';
import type { Language } from '../../i18n/dictionary.js';
import { groupName } from '../session/roles.js';
import type { Act } from './api/replay.js';

/** What the audit calls the acts on a case, in words; one that is not here stands under its own name. */
const ACTS: Record<string, Text> = {
  'report.submitted': { id: 'Laporan diajukan', en: 'Report submitted' },
  'report.cancel-requested': { id: 'Pembatalan diminta', en: 'Cancelling asked for' },
  'report.registered': { id: 'Peristiwa dicatat di register', en: 'Event written into the register' },
  'report.reversed': { id: 'Pencatatan ditarik kembali', en: 'Registration taken back' },
  'task.claimed': { id: 'Tugas diambil', en: 'Task taken' },
  'task.released': { id: 'Tugas dikembalikan ke antrean', en: 'Task given back to the queue' },
  'task.urged': { id: 'Giliran kasus diubah', en: 'Turn of the case changed' },
  'task.handed': { id: 'Tugas diserahkan ke rekan', en: 'Task handed to a colleague' },
  'documents.handed-over': { id: 'Dokumen diserahkan', en: 'Documents handed over' },
  'satisfaction.given': { id: 'Kepuasan warga dijawab', en: 'The question of satisfaction answered' },
  'task.reassigned': { id: 'Tugas dialihkan karena lewat batas', en: 'Task given on: past its deadline' },
  'siak.acknowledged': { id: 'Jawaban SIAK diterima', en: 'SIAK answered' },
  'letter.reserve': { id: 'SKPWNI dipesan kota tujuan', en: 'SKPWNI reserved by its destination' },
  'letter.confirm': { id: 'Kedatangan dikonfirmasi kota tujuan', en: 'Arrival confirmed by the destination' },
  'letter.release': { id: 'SKPWNI dilepas kota tujuan', en: 'SKPWNI released by its destination' },
  'letter.cancel-requested': { id: 'Pembatalan SKPWNI diminta', en: 'Cancelling the SKPWNI asked for' },
  'incident.retried': { id: 'Kendala dicoba lagi', en: 'Incident tried again' },
  'report.exported': { id: 'Paket bukti diunduh', en: 'Evidence package downloaded' },
  'case.migrated': { id: 'Kasus dipindahkan ke versi lain', en: 'Case moved to another version' },
  'month.closed': { id: 'Bulan ditutup', en: 'Month closed' },
  'month.published': { id: 'Laporan bulan disahkan', en: 'Monthly report published' },
  'closing.started': { id: 'Penutupan bulan dimulai', en: 'Closing of the month begun' },
};

export function actText(action: string): Text {
  return ACTS[action] ?? { id: action, en: action };
}

type Detail = Act['detail'];
type NameOf = (actor: string) => string;

/** What an act says beside its name; of the others the detail is for machines. */
const RESULTS: Record<string, (detail: Detail, nameOf: NameOf) => Text | null> = {
  'report.cancel-requested': ({ reason }) => asWritten(reason),
  'letter.cancel-requested': ({ reason }) => asWritten(reason),
  'siak.acknowledged': ({ status, code }) => answerOfSiak(status, code),
  'task.handed': ({ to }, nameOf) => (typeof to === 'string' ? toWhom(asWritten(nameOf(to))) : null),
  'task.urged': ({ urgent }) =>
    urgent === true
      ? { id: 'didahulukan', en: 'put first' }
      : { id: 'kembali ke gilirannya', en: 'back into its turn' },
  'task.reassigned': ({ group }) => toWhom(typeof group === 'string' ? groupName(group) : null),
  'task.released': ({ of }, nameOf) =>
    typeof of === 'string'
      ? { id: `dari ${nameOf(of)}, yang tidak hadir`, en: `from ${nameOf(of)}, who is absent` }
      : null,
  'report.reversed': ({ needsPerson }) =>
    needsPerson === true
      ? { id: 'sebagian harus dipulihkan petugas', en: 'a person must restore a part of it' }
      : null,
  'case.migrated': ({ fromVersion, toVersion }) =>
    typeof fromVersion === 'number' && typeof toVersion === 'number'
      ? {
          id: `versi ${fromVersion} → versi ${toVersion}`,
          en: `version ${fromVersion} → version ${toVersion}`,
        }
      : null,
};

export function actResult(
  { action, detail }: Pick<Act, 'action' | 'detail'>,
  { language, nameOf }: { language: Language; nameOf: NameOf },
): string {
  return RESULTS[action]?.(detail, nameOf)?.[language] ?? '';
}

function asWritten(value: unknown): Text | null {
  return typeof value === 'string' && value !== '' ? { id: value, en: value } : null;
}

function toWhom(name: Text | null): Text | null {
  return name && { id: `kepada ${name.id}`, en: `to ${name.en}` };
}

function answerOfSiak(status: unknown, code: unknown): Text | null {
  const how: Text | null =
    status === 'ACK'
      ? { id: 'diterima', en: 'accepted' }
      : status === 'NACK'
        ? { id: 'ditolak', en: 'refused' }
        : null;
  const told = [status, code].filter((part) => typeof part === 'string').join(', ');
  return how && { id: `${how.id} (${told})`, en: `${how.en} (${told})` };
}
