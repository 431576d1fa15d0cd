/** What a new form or table of a draft begins with. */

export type NewFileKind = 'form' | 'dmn';

export interface NewFile {
  name: string;
  content: string;
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Small letters and digits, words joined by hyphens: it becomes the id that models name. */
export const isFileTitle = (title: string): boolean => NAME.test(title) && title.length <= 60;

/** `title`: as above. */
export function newFile(kind: NewFileKind, title: string): NewFile {
  const content = kind === 'form' ? emptyForm(title) : emptyTable(title);
  return { name: `${title}.${kind}`, content };
}

/** A decision needs a note sooner or later. */
function emptyForm(id: string): string {
  const note = {
    ...{ type: 'textarea', id: `${id.replaceAll('-', '_')}_note`, key: 'note' },
    ...{ label: 'Catatan', validate: { maxLength: 2000 }, properties: { 'label:en': 'Note' } },
  };
  const form = { type: 'default', id, schemaVersion: 19, components: [note] };
  return `${JSON.stringify(form, null, 2)}\n`;
}

const OUTPUTS = [
  ['code', 'Kode'],
  ['severity', 'Tingkat'],
  ['field', 'Isian'],
  ['msgId', 'Pesan'],
  ['msgEn', 'Message'],
  ['legalBasis', 'Dasar hukum'],
] as const;

/** The columns that the lint asks of a table which judges reports; rules and facts are the analyst's. */
function emptyTable(id: string): string {
  const at = id.replaceAll('-', '_');
  const outputs = OUTPUTS.map(
    ([name, label]) => `      <output id="${at}_${name}" label="${label}" name="${name}" typeRef="string" />`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:lampid="https://e-lampid.id/schema/dmn" id="${id}-definitions" name="${id}" namespace="https://e-lampid.id/rules">
  <decision id="${id}" name="${id}">
    <decisionTable id="${at}_table" hitPolicy="COLLECT">
      <input id="${at}_lawDate" label="Berlaku" lampid:labelEn="In force">
        <inputExpression id="${at}_lawDate_expression">
          <text>date(lawDate)</text>
        </inputExpression>
      </input>
${outputs.join('\n')}
    </decisionTable>
  </decision>
</definitions>
`;
}
