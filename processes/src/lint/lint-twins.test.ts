import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, type BundleResource } from '../bundle.js';
import { processesFolder } from '../folders.js';
import { lintTwins } from './lint-twins.js';

let birth: BundleResource[];
beforeAll(async () => {
  const shared = [join(processesFolder, 'shared')];
  birth = (await readBundle({ name: 'birth', folder: join(processesFolder, 'birth'), sharedFolders: shared }))
    .resources;
});

/** The birth bundle with these texts replaced, one after the other; each must be there. */
function edited(file: string, ...replaced: [from: string, to: string][]): BundleResource[] {
  return birth.map((resource) => {
    if (resource.name !== file) return resource;
    const content = replaced.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, resource.content);
    return { name: file, content };
  });
}
const told = async (after: BundleResource[]) =>
  (await lintTwins(birth, after)).map(({ resource, element, severity, rule, message }) => [
    ...[`${resource}#${element}`, severity, rule],
    message.en,
  ]);

describe('a text that changed in one language', () => {
  const cases: [what: string, file: string, from: string, to: string, element: string, message: string][] = [
    [
      ...(['the name of a step', 'birth.bpmn', 'name="Terbitkan dokumen"', 'name="Cetak dokumen"'] as const),
      'issue',
      'The name changed from "Terbitkan dokumen" to "Cetak dokumen", its English is still "Issue the documents": does it fit?',
    ],
    [
      ...([
        'its English',
        'birth.bpmn',
        'value="Issue the documents"',
        'value="Print the documents"',
      ] as const),
      'issue',
      'The name changed in English from "Issue the documents" to "Print the documents", its Indonesian is still "Terbitkan dokumen": does it fit?',
    ],
    [
      ...(['a button', 'birth.bpmn', 'value="Setujui|Approve"', 'value="Terima|Approve"'] as const),
      'review',
      'The button "approve" changed from "Setujui" to "Terima", its English is still "Approve": does it fit?',
    ],
    [
      ...(['a table', 'rules.dmn', 'name="Validasi lahir"', 'name="Periksa kelahiran"'] as const),
      'birth',
      'The name of the table changed from "Validasi lahir" to "Periksa kelahiran", its English is still "Checks of a birth": does it fit?',
    ],
    [
      ...(['a column', 'rules.dmn', 'label="Jumlah kata"', 'label="Banyak kata"'] as const),
      'names',
      'The heading of nameWords changed from "Jumlah kata" to "Banyak kata", its English is still "Number of words": does it fit?',
    ],
    [
      ...(['a field', 'report.form', '"label": "Keluarga"', '"label": "Rumah tangga"'] as const),
      'birth_report_group_family',
      'The label of "birth_report_group_family" changed from "Keluarga" to "Rumah tangga", its English is still "Family": does it fit?',
    ],
  ];

  it.each(cases)('is asked about: %s', async (_what, file, from, to, element, message) => {
    expect(await told(edited(file, [from, to]))).toEqual([
      [`${file}#${element}`, 'warning', 'both-languages', message],
    ]);
  });

  it('is asked about in the message of a rule, by its code', async () => {
    const message = /<text>"([^"<]*tanpa gelar[^"<]*|[^"<]*60 hari[^"<]*)"<\/text>/.exec(
      birth.find(({ name }) => name === 'rules.dmn')!.content,
    )![1]!;
    const [problem, ...others] = await told(edited('rules.dmn', [`"${message}"`, '"Terlambat dilaporkan"']));
    expect(others).toEqual([]);
    expect(problem![3]).toMatch(
      /^The message of rule [A-Z]\d+ changed from .* to "Terlambat dilaporkan", its English/,
    );
  });

  it('is not asked about when both changed, one is missing, it is new, or only the drawing moved', async () => {
    const both: [string, string][] = [
      ['name="Terbitkan dokumen"', 'name="Cetak dokumen"'],
      ['value="Issue the documents"', 'value="Print the documents"'],
    ];
    expect(await told(edited('birth.bpmn', ...both))).toEqual([]);
    expect(await told(edited('birth.bpmn', ['value="Issue the documents"', 'value=""']))).toEqual([]);
    expect(await told(edited('birth.bpmn', [' x="', ' x="1']))).toEqual([]);
    expect(
      await lintTwins(
        birth.filter(({ name }) => name !== 'rules.dmn'),
        birth,
      ),
    ).toEqual([]);
  });
});
