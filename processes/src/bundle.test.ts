import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBundle } from './bundle.js';
import { processesFolder } from './folders.js';

const shared = join(processesFolder, 'shared');

describe('readBundle', () => {
  it('takes the shared models and forms that the event uses, and no others', async () => {
    const { resources } = await readBundle({
      name: 'birth',
      folder: join(processesFolder, 'birth'),
      sharedFolders: [shared],
    });
    const names = resources.map((resource) => resource.name);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(
      expect.arrayContaining([
        'birth.bpmn',
        'report.form',
        'review.form',
        'siak-sync.bpmn',
        'special.form',
        'follow-up.form',
      ]),
    );
    expect(names).not.toContain('approve-cancel.form');
  });

  it('has one hash for one content', async () => {
    const read = () =>
      readBundle({ name: 'birth', folder: join(processesFolder, 'birth'), sharedFolders: [shared] });
    const [first, second] = [await read(), await read()];
    expect(first.contentHash).toBe(second.contentHash);
    expect(first.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a folder of somebody else', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'lampid-bundle-'));
    await mkdir(join(root, 'own'));
    await mkdir(join(root, 'shared'));
  });
  afterEach(() => rm(root, { recursive: true }));

  const model = (inner: string) => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
<process id="own" isExecutable="true">${inner}</process></definitions>`;
  const form = (id: string) => JSON.stringify({ id, type: 'default', components: [] });
  const read = () =>
    readBundle({ name: 'own', folder: join(root, 'own'), sharedFolders: [join(root, 'shared'), shared] });

  it('prefers its own form to the shared one of the same id', async () => {
    await writeFile(join(root, 'own', 'own.bpmn'), model('<userTask id="t" camunda:formRef="special" />'));
    await writeFile(join(root, 'shared', 'theirs.form'), form('special'));
    expect((await read()).resources.map((resource) => resource.name)).toEqual(['own.bpmn', 'theirs.form']);
  });

  it('refuses two different files of one name', async () => {
    await writeFile(join(root, 'own', 'own.bpmn'), model('<userTask id="t" camunda:formRef="special" />'));
    await writeFile(join(root, 'own', 'special.form'), form('another'));
    await expect(read()).rejects.toThrow(/special\.form/);
  });
});
