/** What a template makes of its answers is an event type that lints, loads and judges, whatever was answered. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileTables } from '@lampid/domain/rules/compile-tables';
import { child, couple, TODAY } from '@lampid/domain/testing/families';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withProductShared } from '../bundle.js';
import { parseCaseModel } from '../case-model.js';
import type { EventDefinition } from '../define-event.js';
import { findEvents } from '../find-events.js';
import { lintBundle } from '../lint/lint-bundle.js';
import { CONFIG, factsInput, registryForExample, shortFindings } from '../testing/judge-event.js';
import type { EventAnswers } from './answers.js';
import { makeEventFolder } from './make-event-folder.js';
import type { TemplateId } from './templates.js';

const answers = (changed: Partial<EventAnswers> = {}): EventAnswers => ({
  id: 'surat-domisili',
  ticketLetter: 'S',
  names: { id: "Surat domisili & Jum'at", en: 'Letter of residence' },
  description: { id: 'Menerangkan tempat tinggal', en: 'States where somebody lives' },
  reportedBy: ['operator'],
  attachments: [
    { kind: 'foto-rumah', names: { id: 'Foto rumah', en: 'Photo of the house' }, required: true },
  ],
  letter: { names: { id: 'Surat keterangan domisili', en: 'Statement of residence' } },
  specialDecision: 'none',
  law: { basis: 'Perwal 12/2024', since: '2024-05-01' },
  ...changed,
});

const cases = (['letter', 'notice'] as TemplateId[]).flatMap((template) =>
  (['none', 'verifikator', 'kadis'] as const).flatMap((specialDecision) =>
    [answers().letter, ...(template === 'notice' ? [null] : [])].map((letter) => ({
      ...{ template, specialDecision, letter },
      case: `${template}, ${specialDecision}, ${letter ? 'with' : 'without'} a letter`,
    })),
  ),
);

describe.each(cases)('a folder made from a template: $case', ({ template, specialDecision, letter }) => {
  const given = answers({ specialDecision, letter });
  let root: string;
  let event: EventDefinition;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'lampid-new-event-'));
    await mkdir(join(root, given.id));
    for (const { name, content } of await makeEventFolder(template, given))
      await writeFile(join(root, given.id, name), content);
    const types = await findEvents({ processesDir: root });
    event = types.find(({ definition }) => definition.id === given.id)!.definition;
  });
  afterAll(() => rm(root, { recursive: true }));

  it('lints clean with the shared files that it uses', async () => {
    const files = await withProductShared(await makeEventFolder(template, given));
    expect(await lintBundle(files, () => event)).toEqual([]);
    expect(files.map(({ name }) => name)).toContain('common.dmn');
    expect(files.map(({ name }) => name).includes('special.form')).toBe(specialDecision !== 'none');
  });

  it('leaves no word of the template behind', async () => {
    for (const { name, content } of await makeEventFolder(template, given))
      expect(content, name).not.toMatch(
        /template-id|jenis laporan"|of the report type|templat"|2001-01-01|XX0/,
      );
  });

  it('has the steps that were asked for', async () => {
    const files = await makeEventFolder(template, given);
    const { processes } = await parseCaseModel(
      files.find(({ name }) => name === `${given.id}.bpmn`)!.content,
    );
    const [process] = processes;
    expect([process!.key, process!.names]).toEqual([given.id, given.names]);
    expect(process!.elements.has('issue')).toBe(letter !== null);
    const special = {
      none: null,
      verifikator: { id: 'Verifikator kota', en: 'City verifier' },
      kadis: { id: 'Kepala dinas', en: 'Head of office' },
    }[specialDecision];
    expect(process!.elements.get('special')?.lane ?? null).toEqual(special);
    expect(event.specialDecision).toBe(specialDecision === 'kadis' ? 'kadis' : 'verifikator');
  });

  it('is a type whose example has the shape of its schema, no finding and its letter', async () => {
    const { registry, input } = registryForExample(couple(child('Agus', '2015-05-05')));
    const data = event.example(input) as { documents: { kind: string }[]; subject: { nik: string } };
    expect(event.schema.safeParse(data).error).toBeUndefined();
    const files = await withProductShared(await makeEventFolder(template, given));
    const tables = await compileTables(
      files.filter(({ name }) => name.endsWith('.dmn')).map(({ content }) => content),
    );
    const judge = (report: typeof data) =>
      shortFindings(
        tables.evaluate(['common', 'identity', 'documents', given.id], {
          ...event.facts(factsInput({ data: report, registry } as never)),
          lawDate: TODAY,
        }),
      );
    expect(judge(data)).toEqual([]);
    expect(judge({ ...data, subject: { ...data.subject, nik: '3273024101509001' } })).toContain(
      'E SS01 subject.nik',
    );
    expect(judge({ ...data, documents: [] })).toEqual(['E U15 documents']);
    const effect = event.effect({
      ...{ data, registry: registry.snapshot(), today: TODAY, late: false, config: CONFIG },
      addWorkingDays: () => TODAY,
    });
    expect(effect.changes).toEqual([]);
    expect(effect.documents.map(({ kind }) => kind)).toEqual(letter ? [`surat-${given.id}`] : []);
    expect(event.issues.map(({ kind }) => kind)).toEqual(letter ? [`surat-${given.id}`] : []);
  });
});
