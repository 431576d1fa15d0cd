import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EffectConflict } from '@lampid/domain/registry/change';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEvents } from './find-events.js';
import { processesFolder } from './folders.js';

describe('findEvents', () => {
  it('finds the events of the register, in its order', async () => {
    const types = await findEvents();
    expect(types.map((type) => type.definition.id)).toEqual([
      'birth',
      'death',
      'move',
      'arrival',
      'correction',
      'monthly-closing',
      'notification',
      'revocation',
    ]);
  });
});

describe('a second folder', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'lampid-events-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  const source = (id: string, letter: string) => `
import { EffectConflict } from '@lampid/domain/registry/change';
import { defineEvent } from '@lampid/processes/define-event';
import { reportBase } from '@lampid/processes/report-schema';
import { z } from 'zod';
import { names } from './names.js';

export default defineEvent<any>({
  id: '${id}',
  ticketLetter: '${letter}',
  names,
  schema: reportBase.extend({ place: z.string() }),
  effect() {
    throw new EffectConflict('X01', { id: 'tidak', en: 'no' });
  },
} as any);
`;
  async function addEvent(id: string, letter: string): Promise<void> {
    await mkdir(join(root, id));
    await writeFile(join(root, id, 'event.ts'), source(id, letter));
    await writeFile(
      join(root, id, 'names.ts'),
      `export const names = { id: 'Kawin', en: 'Marriage' } as const;`,
    );
    await copyFile(join(processesFolder, 'death', 'death.bpmn'), join(root, id, `${id}.bpmn`));
  }

  it('adds an event type without a build, with the shared models that it uses', async () => {
    await addEvent('marriage', 'K');
    const types = await findEvents({ processesDir: root });
    const marriage = types.find(({ definition }) => definition.id === 'marriage')!;
    expect(marriage).toMatchObject({
      folder: join(root, 'marriage'),
      definition: { names: { en: 'Marriage' } },
    });
    const parsed = marriage.definition.schema.safeParse({
      reporter: { nik: '3273020101809001', name: 'Budi', relation: 'self' },
      documents: [],
      place: 'Bandung',
    });
    expect(parsed.error).toBeUndefined();
    const names = (await marriage.bundle()).resources.map((resource) => resource.name);
    expect(names).toEqual(expect.arrayContaining(['marriage.bpmn', 'siak-sync.bpmn', 'common.dmn']));
  });

  it('shares our classes, so that what it throws is known here', async () => {
    await addEvent('marriage', 'K');
    const types = await findEvents({ processesDir: root });
    const marriage = types.find(({ definition }) => definition.id === 'marriage')!;
    expect(() => marriage.definition.effect({} as never)).toThrow(EffectConflict);
  });

  it('is refused with an id or a ticket letter that is taken', async () => {
    await addEvent('marriage', 'L');
    await expect(findEvents({ processesDir: root })).rejects.toThrow(/ticketLetter 'L'/);
    await rm(join(root, 'marriage'), { recursive: true });
    await addEvent('birth', 'K');
    await expect(findEvents({ processesDir: root })).rejects.toThrow(/same id 'birth'/);
  });

  it('is refused when the id is not the name of its folder', async () => {
    await mkdir(join(root, 'divorce'));
    await writeFile(join(root, 'divorce', 'event.ts'), source('marriage', 'K'));
    await writeFile(join(root, 'divorce', 'names.ts'), `export const names = {};`);
    await expect(findEvents({ processesDir: root })).rejects.toThrow(/folder's name/);
  });
});
