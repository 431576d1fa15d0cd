/** The XES extension of e-LAMPID: what its own attributes mean, for whoever reads a log (IEEE 1849-2016, 5.6). */
import type { Text } from '@lampid/domain/rules/finding';

/** Where the extension is described; the log names it. */
export const EXTENSION_PATH = '/api/v1/audit/lampid.xesext';
export const EXTENSION = { name: 'Lampid', prefix: 'lampid' } as const;

interface Declared {
  key: string;
  type: 'string' | 'date' | 'int';
  alias: Text;
}

const DECLARED: Record<'log' | 'trace' | 'event', Declared[]> = {
  log: [
    { key: 'type', type: 'string', alias: { id: 'Jenis peristiwa', en: 'Event type' } },
    { key: 'area', type: 'string', alias: { id: 'Kode wilayah', en: 'Area code' } },
    { key: 'from', type: 'string', alias: { id: 'Diajukan sejak', en: 'Submitted from' } },
    { key: 'until', type: 'string', alias: { id: 'Diajukan sampai', en: 'Submitted until' } },
    { key: 'cases', type: 'int', alias: { id: 'Jumlah kasus', en: 'Number of cases' } },
    { key: 'exported', type: 'date', alias: { id: 'Diekspor pada', en: 'Exported at' } },
  ],
  trace: [
    { key: 'area', type: 'string', alias: { id: 'Kode kelurahan', en: 'Code of the kelurahan' } },
    { key: 'status', type: 'string', alias: { id: 'Status', en: 'Status' } },
    { key: 'submitted', type: 'date', alias: { id: 'Diajukan pada', en: 'Submitted at' } },
    { key: 'revisions', type: 'int', alias: { id: 'Jumlah revisi', en: 'Number of revisions' } },
  ],
  event: [
    { key: 'element', type: 'string', alias: { id: 'Elemen BPMN', en: 'BPMN element' } },
    { key: 'kind', type: 'string', alias: { id: 'Jenis elemen BPMN', en: 'Type of BPMN element' } },
    { key: 'process', type: 'string', alias: { id: 'Proses', en: 'Process' } },
    { key: 'version', type: 'int', alias: { id: 'Versi model', en: 'Version of the model' } },
    { key: 'outcome', type: 'string', alias: { id: 'Hasil', en: 'Outcome' } },
    { key: 'runs', type: 'int', alias: { id: 'Percobaan', en: 'Runs, failures included' } },
  ],
};

/** The document behind the extension's address. */
export function extensionDocument(publicUrl: string): string {
  const declared = Object.entries(DECLARED).map(([level, attributes]) => {
    const lines = attributes.map(
      ({ key, type, alias }) =>
        `    <${type} key="${key}"><alias mapping="ID" name="${alias.id}"/><alias mapping="EN" name="${alias.en}"/></${type}>`,
    );
    return [`  <${level}>`, ...lines, `  </${level}>`].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xesextension name="${EXTENSION.name}" prefix="${EXTENSION.prefix}" uri="${publicUrl}${EXTENSION_PATH}">`,
    ...declared,
    '</xesextension>',
    '',
  ].join('\n');
}
