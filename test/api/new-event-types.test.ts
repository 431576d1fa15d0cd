/** A new event type is made from a template, edited, and leaves as a folder; it is not deployed from here (decision 040). */
import { afterEach, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { exportedFolder, makeNewType, newTypeAnswers } from '../src/support/new-event-type.js';

const made: string[] = [];
afterEach(async () => {
  const analyst = await as('analyst');
  for (const id of made.splice(0)) await analyst.post(`/api/v1/model-drafts/${id}/withdraw`).send({});
});

interface Draft {
  id: string;
  processKey: string;
  madeFrom: { answers: { ticketLetter: string } };
  files: { name: string; content: string; revision: number }[];
}

async function make(changed: Record<string, unknown> = {}): Promise<Draft> {
  const { status, body } = await makeNewType(await newTypeAnswers(changed));
  expect(status, JSON.stringify(body)).toBe(201);
  made.push(body.id as string);
  return (await (await as('analyst')).get(`/api/v1/model-drafts/${body.id}`).expect(200)).body as Draft;
}

const faultsOf = async (changed: Record<string, unknown>) => {
  const { body } = await makeNewType(await newTypeAnswers(changed));
  expect(body).toMatchObject({ status: 422, type: '/problems/invalid-input' });
  for (const { message } of body.errors as { message: { id: string; en: string } }[])
    expect(message.id).not.toBe(message.en);
  return (body.errors as { code: string; field: string }[]).map(({ code, field }) => `${code} ${field}`);
};

describe('a new event type', () => {
  it('is a draft with the whole folder, which lints clean and can be edited', async () => {
    const draft = await make();
    expect(draft).toMatchObject({ base: null, isRunning: false, title: 'Surat domisili' });
    const names = draft.files.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        ...[`${draft.processKey}.bpmn`, 'rules.dmn', 'report.form', 'review.form'],
        ...['event.ts', 'schema.ts', 'form-facts.ts', 'facts.ts', 'answers.ts', 'README.md'],
      ]),
    );
    const analyst = await as('analyst');
    const resources = draft.files
      .filter(({ name }) => /\.(bpmn|dmn|form)$/.test(name))
      .map(({ name, content }) => ({ name, content }));
    const lint = (files: object[], id: string) =>
      analyst
        .post('/api/v1/processes/lint')
        .send({ resources: files, newType: { id, template: 'letter' } })
        .expect(200);
    expect((await lint(resources, draft.processKey)).body).toEqual({ errors: [], warnings: [] });
    const other = (await lint(resources, 'another-id')).body.errors as { code: string }[];
    expect(other.map(({ code }) => code)).toEqual(['process-key']);

    const form = draft.files.find(({ name }) => name === 'review.form')!;
    const content = form.content.replace('"Catatan"', '"Catatan pemeriksa"');
    await analyst
      .put(`/api/v1/model-drafts/${draft.id}/files/${form.name}`)
      .send({ revision: 1, content })
      .expect(200, { revision: 2 });
    const folder = await exportedFolder(draft.id);
    expect(Object.keys(folder).sort()).toEqual(names.map((name) => `${draft.processKey}/${name}`).sort());
    expect(folder[`${draft.processKey}/review.form`]).toBe(content);
    expect(folder[`${draft.processKey}/answers.ts`]).toContain('"kind": "pengantar-rt"');
  });

  it('is written anew from other answers, but for what an analyst changed meanwhile', async () => {
    const draft = await make();
    const analyst = await as('analyst');
    const given = await newTypeAnswers({
      ...{ id: draft.processKey, ticketLetter: draft.madeFrom.answers.ticketLetter },
    });
    const { template: _, ...answers } = given;
    const review = draft.files.find(({ name }) => name === 'review.form')!;
    const own = review.content.replace('"Catatan"', '"Catatan pemeriksa"');
    const file = `/api/v1/model-drafts/${draft.id}/files/${review.name}`;
    await analyst.put(file).send({ revision: 1, content: own }).expect(200);
    const put = (changed: object) =>
      analyst.put(`/api/v1/model-drafts/${draft.id}/answers`).send({ ...answers, ...changed });

    const names = { id: 'Surat tempat tinggal', en: 'Letter of abode' };
    const { body } = await put({ names, specialDecision: 'kadis' }).expect(200);
    expect(body.draft).toMatchObject({ title: names.id, madeFrom: { answers: { names } } });
    expect(body.written).toEqual(
      expect.arrayContaining(['answers.ts', `${draft.processKey}.bpmn`, 'rules.dmn', 'report.form']),
    );
    expect(body.kept).toEqual(['review.form']);
    const folder = await exportedFolder(draft.id);
    expect(folder[`${draft.processKey}/answers.ts`]).toContain('Letter of abode');
    expect(folder[`${draft.processKey}/${draft.processKey}.bpmn`]).toContain('${headGroup}');
    expect(folder[`${draft.processKey}/review.form`]).toBe(own);

    const other = (await put({ id: 'surat-lain' }).expect(422)).body.errors as { field: string }[];
    expect(other.map(({ field }) => field)).toEqual(['id']);
    await (await as('auditor')).put(`/api/v1/model-drafts/${draft.id}/answers`).send(answers).expect(403);
  });

  it('knows the fields of its reports before it runs', async () => {
    const draft = await make();
    const resources = draft.files
      .filter(({ name }) => /\.(bpmn|dmn|form)$/.test(name))
      .map(({ name, content }) => ({
        name,
        content: content.replace('"key": "purpose"', '"key": "porpuse"'),
      }));
    const { body } = await (
      await as('analyst')
    )
      .post('/api/v1/processes/lint')
      .send({ resources, newType: { id: draft.processKey, template: 'letter' } })
      .expect(200);
    const codes = (body.errors as { code: string }[]).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['field-known']));
  });

  it('holds code that nobody writes here and no approval deploys', async () => {
    const draft = await make();
    const analyst = await as('analyst');
    const saved = await analyst
      .put(`/api/v1/model-drafts/${draft.id}/files/event.ts`)
      .send({ revision: 1, content: 'process.exit(1)' });
    expect(saved.body).toMatchObject({ status: 422 });
    expect(saved.body.errors[0].message).toEqual({
      id: 'Hanya berkas .bpmn, .dmn dan .form dapat diubah di sini',
      en: 'Only .bpmn, .dmn and .form files can be changed here',
    });
    const proposed = await analyst
      .post(`/api/v1/model-drafts/${draft.id}/propose`)
      .send({ why: 'Mau dipasang' });
    expect(proposed.body).toMatchObject({ status: 409, type: '/problems/state-conflict' });
    expect(proposed.body.details.id).toContain('PROCESSES_DIR');
    expect(proposed.body.details.en).toContain('PROCESSES_DIR');
    expect((await analyst.post(`/api/v1/model-drafts/${draft.id}/rebase`).send({})).status).toBe(409);
  });

  it('does not leave as a folder that would not start', async () => {
    const draft = await make();
    const analyst = await as('analyst');
    const model = draft.files.find(({ name }) => name.endsWith('.bpmn'))!;
    await analyst
      .put(`/api/v1/model-drafts/${draft.id}/files/${model.name}`)
      .send({ revision: 1, content: model.content.replace('issue-documents', 'send-pigeon') })
      .expect(200);
    const { body } = await analyst.get(`/api/v1/model-drafts/${draft.id}/folder.zip`).expect(422);
    expect(body).toMatchObject({ status: 422, type: '/problems/model-refused' });
    expect(body.errors.map(({ code }: { code: string }) => code)).toContain('topic-served');
  });

  it('is refused where an answer would not run, each at its field, in both languages', async () => {
    const draft = await make();
    const [taken] = (await exportedFolder(draft.id))[`${draft.processKey}/answers.ts`]!.match(
      /(?<="ticketLetter": ")[A-Z]/,
    )!;
    expect(await faultsOf({ id: draft.processKey, ticketLetter: taken })).toEqual([
      'TAKEN id',
      'TAKEN ticketLetter',
    ]);
    expect(await faultsOf({ id: 'birth', ticketLetter: 'L' })).toEqual(['TAKEN id', 'TAKEN ticketLetter']);
    expect(await faultsOf({ id: 'siak-sync' })).toEqual(['TAKEN id']);
    expect(await faultsOf({ id: 'repatriation' })).toEqual(['TAKEN id']);
    expect(await faultsOf({ id: '../etc', names: { id: '', en: 'Letter' }, letter: null })).toEqual([
      'WRONG_FORMAT id',
      'REQUIRED names.id',
      'REQUIRED letter',
    ]);
    const kind = { kind: 'ktp', names: { id: 'KTP', en: 'Identity card' }, required: false };
    expect(await faultsOf({ attachments: [kind, kind] })).toEqual(['DUPLICATE attachments[1].kind']);
    const before = await (await as('analyst')).get('/api/v1/model-drafts').expect(200);
    expect(before.body.items.filter(({ title }: { title: string }) => title === '')).toEqual([]);
  });

  it('is made by analysts only', async () => {
    const answers = await newTypeAnswers();
    for (const user of ['auditor', 'admin.bandung'] as const)
      expect((await makeNewType(answers, user)).status).toBe(403);
    // The page of the others asks for the templates first, and says so at once.
    for (const user of ['auditor', 'operator.dago'] as const)
      await (await as(user)).get('/api/v1/event-templates').expect(403);
  });

  it('gives its names free again when it is withdrawn', async () => {
    const answers = await newTypeAnswers();
    const first = await makeNewType(answers);
    expect((await makeNewType(answers)).status).toBe(422);
    await (await as('analyst')).post(`/api/v1/model-drafts/${first.body.id}/withdraw`).send({}).expect(200);
    const second = await makeNewType(answers);
    expect(second.status).toBe(201);
    made.push(second.body.id as string);
  });

  it('of one name is made once, when two analysts make it at the same time', async () => {
    const answers = await newTypeAnswers();
    const both = await Promise.all([makeNewType(answers), makeNewType(answers)]);
    for (const { body, status } of both) if (status === 201) made.push(body.id as string);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});
