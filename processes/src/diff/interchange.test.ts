/** Reference models of the BPMN Model Interchange Working Group: saved without loss, or refused with a reason. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processesFolder } from '../folders.js';
import { lintBundle } from '../lint/lint-bundle.js';
import { saveAgain } from '../testing/save-again.js';
import { diffBundles } from './diff-bundles.js';

const folder = join(processesFolder, '..', 'test', 'fixtures', 'miwg');
const open = async (name: string) => ({ name, content: await readFile(join(folder, name), 'utf8') });

const kept = [
  'A.1.0',
  'A.2.0',
  'A.2.1',
  'A.3.0',
  'A.4.0',
  'A.4.1',
  'B.1.0',
  'B.2.0',
  'C.2.0',
  'C.3.0',
  'C.4.0',
  'C.5.0',
  'C.6.0',
  'C.7.0',
  'C.8.0',
  'C.9.0',
  'C.9.1',
  'C.9.2',
].map((name) => `${name}.bpmn`);
/** Why bpmn-moddle cannot save it, and what the lint answers whoever sends it. */
const refused: [file: string, reason: RegExp, rule: string][] = [
  // Both bind the prefix `camunda` to the namespace of Activiti.
  ['C.1.0.bpmn', /no namespace uri given for prefix/, 'savable'],
  ['C.1.1.bpmn', /no namespace uri given for prefix/, 'savable'],
  // Operations name messages that are not there, and its extension of a relationship does not survive.
  ['C.8.1.bpmn', /triso:constraintsType/, 'readable'],
];

describe('the MIWG reference set', () => {
  // What moddle cannot write it tells the console too.
  beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
  beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
  afterEach(() => vi.restoreAllMocks());

  it('is accounted for, file by file', async () => {
    expect((await readdir(folder)).filter((name) => name.endsWith('.bpmn'))).toEqual(
      [...kept, ...refused.map(([name]) => name)].sort(),
    );
  });

  it.each(kept)('is saved without loss: %s', async (name) => {
    const file = await open(name);
    const again = await saveAgain(file.content);
    expect(again).not.toBe(file.content);
    expect(await diffBundles([file], [{ name, content: again }])).toEqual([]);
  });

  it.each(refused)('is refused with a reason: %s', async (name, reason, rule) => {
    const file = await open(name);
    const loss = saveAgain(file.content).then(
      async (content) => JSON.stringify(await diffBundles([file], [{ name, content }])),
      (error: Error) => error.message,
    );
    expect(await loss).toMatch(reason);
    const problem = (await lintBundle([file], () => undefined)).find((candidate) => candidate.rule === rule)!;
    expect(problem).toMatchObject({ resource: name, severity: 'error' });
    expect(problem.message.id).not.toBe('');
  });
});
