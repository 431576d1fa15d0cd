/** Attachments of one report on this device, for the form that it is filled in with. */
import { newUuid } from '../../api/new-uuid.js';
import { ProblemError } from '../../api/problem.js';
import { megabytes } from '../../components/format.js';
import { MOST_FILE_BYTES, type KeptFile } from './entries.js';
import { offline, useOffline } from './offline.js';
import { FilesFullError } from './vault-files.js';

export interface KeptFiles {
  files: readonly KeptFile[];
  /** Id of the one that is under way to the server. */
  uploading: string | null;
  /** Answers the id that the report names it by. @throws ProblemError that says why it cannot be kept */
  keep(file: File): Promise<string>;
  /** Opens it in a window of its own. */
  show(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export function useKeptFiles(report: { id: string; begunBy: string }): KeptFiles {
  const { files, uploading } = useOffline();
  return {
    files: files.filter(({ reportId }) => reportId === report.id),
    uploading,
    keep: (file) => keepFile(report, file),
    show: showKeptFile,
    remove: (id) => offline.removeFiles([id]),
  };
}

async function keepFile(report: { id: string; begunBy: string }, file: File): Promise<string> {
  const { id: reportId, begunBy } = report;
  const kept = { id: newUuid(), reportId, name: file.name, mediaType: file.type, bytes: file.size };
  let isKept: boolean;
  try {
    isKept = await offline.keepFile({ ...kept, begunBy, content: await file.arrayBuffer() });
  } catch (error) {
    throw error instanceof FilesFullError ? tooMuch(error.keptBytes) : noRoom();
  }
  if (!isKept) throw closed();
  return kept.id;
}

export async function showKeptFile(id: string): Promise<void> {
  const content = await offline.readFile(id);
  if (!content) return;
  const address = URL.createObjectURL(content);
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), SHOWN_MS);
}

/** Long enough for the other window to have read it. */
const SHOWN_MS = 60_000;

const fault = (id: string, en: string) =>
  new ProblemError({ status: 0, title: { id, en }, detail: null, errors: [] });

const tooMuch = (keptBytes: number) =>
  fault(
    `Lampiran di perangkat ini sudah ${megabytes(keptBytes, 'id')} dari paling banyak ${megabytes(MOST_FILE_BYTES, 'id')}. Sambungkan ke server dan kirim lebih dahulu, atau pilih berkas yang lebih kecil.`,
    `The attachments on this device are ${megabytes(keptBytes, 'en')} of ${megabytes(MOST_FILE_BYTES, 'en')} at most. Connect to the server and send them first, or choose a smaller file.`,
  );

const noRoom = () =>
  fault(
    'Peramban tidak dapat menyimpan lampiran di perangkat ini (penuh, atau mode penyamaran)',
    'The browser cannot keep the attachment on this device (full, or a private window)',
  );

const closed = () =>
  fault(
    'Tanpa sambungan, lampiran hanya dapat disimpan di penyimpanan tersegel. Buka dengan PIN Anda, lalu pilih berkasnya lagi.',
    'Without a connection attachments can only be kept in the sealed store. Open it with your PIN and choose the file again.',
  );
