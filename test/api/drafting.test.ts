/** What an analyst asks while drawing: what changed, what is at fault, what a step may say. Nothing of it deploys. */
import { beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { latestVersion, resourcesOf, type Resource } from '../src/support/deploy-model.js';

type Agent = Awaited<ReturnType<typeof as>>;

let analyst: Agent;
let definitionId: string;
let resources: Resource[];
beforeAll(async () => {
  analyst = await as('analyst');
  ({ definitionId } = await latestVersion('birth'));
  resources = await resourcesOf(definitionId);
});

function edited(file: string, from: string | RegExp, to: string): Resource[] {
  return resources.map((resource) => {
    if (resource.name !== file) return resource;
    const content = resource.content.replace(from, to);
    expect(content, file).not.toBe(resource.content);
    return { name: file, content };
  });
}
const only = (files: Resource[], name: string) => files.filter((file) => file.name === name);

/** A model with a head before it and this inside of its process. */
const model = (inside: string, head = '') => ({
  name: 'birth.bpmn',
  content: `<?xml version="1.0"?>${head}<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:process id="birth" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`,
});
const hostile: [what: string, file: Resource, code: string][] = [
  [
    'an external entity',
    model('', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    'hostile-content',
  ],
  [
    'a billion laughs',
    model('', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
    'hostile-content',
  ],
  [
    'a script task',
    model('<bpmn:scriptTask id="s"><bpmn:script>1</bpmn:script></bpmn:scriptTask>'),
    'no-code',
  ],
];

describe('POST /processes/compare', () => {
  it('tells the changes between a version and files, in both languages', async () => {
    const after = edited('birth.bpmn', 'camunda:topic="verify-nik"', 'camunda:topic="issue-documents"').map(
      (file) =>
        file.name === 'rules.dmn' ? { ...file, content: file.content.replace('&gt; 60', '&gt; 70') } : file,
    );
    const { body } = await analyst
      .post('/api/v1/processes/compare')
      .send({ before: { definitionId }, after: { resources: after } })
      .expect(200);
    expect(body).toEqual({
      total: 2,
      changes: [
        expect.objectContaining({
          ...{ file: 'birth.bpmn', kind: 'element', id: 'verify', type: 'serviceTask', change: 'changed' },
          details: [
            {
              path: 'camunda:topic',
              label: { id: 'Topik pekerja', en: "Worker's topic" },
              ...{ before: 'verify-nik', after: 'issue-documents' },
            },
          ],
        }),
        expect.objectContaining({
          file: 'rules.dmn',
          kind: 'rule',
          id: 'N01',
          table: 'names',
          change: 'changed',
        }),
      ],
    });
  });

  it('finds no change between a version and itself', async () => {
    const same = { before: { definitionId }, after: { definitionId } };
    expect((await analyst.post('/api/v1/processes/compare').send(same).expect(200)).body).toEqual({
      changes: [],
      total: 0,
    });
  });

  it.each(hostile)('refuses %s with a reason', async (_, file, code) => {
    for (const sides of [
      { before: { definitionId }, after: { resources: [file] } },
      { before: { resources: [file] }, after: { definitionId } },
    ]) {
      const { body } = await analyst.post('/api/v1/processes/compare').send(sides).expect(422);
      expect(body).toMatchObject({
        type: '/problems/model-refused',
        details: { en: 'These files cannot be compared' },
      });
      expect(body.errors).toContainEqual(expect.objectContaining({ code, severity: 'E' }));
    }
  });

  it('names a file that cannot be read, and refuses what is too large or unknown', async () => {
    const broken = { resources: [{ name: 'birth.bpmn', content: '<bpmn:definitions' }] };
    const { body } = await analyst
      .post('/api/v1/processes/compare')
      .send({ before: { definitionId }, after: broken })
      .expect(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ code: 'readable', field: 'birth.bpmn' }));
    const huge = { resources: [{ name: 'birth.bpmn', content: 'x'.repeat(2_100_000) }] };
    await analyst
      .post('/api/v1/processes/compare')
      .send({ before: huge, after: { definitionId } })
      .expect(413);
    const nobody = { definitionId: 'birth:999:none' };
    await analyst
      .post('/api/v1/processes/compare')
      .send({ before: nobody, after: { definitionId } })
      .expect(404);
    await analyst.post('/api/v1/processes/compare').send({ before: {}, after: { definitionId } }).expect(422);
  });

  it('is for who may read processes', async () => {
    const same = { before: { definitionId }, after: { definitionId } };
    await (await as('auditor')).post('/api/v1/processes/compare').send(same).expect(200);
    await (await as('warga.dago')).post('/api/v1/processes/compare').send(same).expect(403);
  });
});

describe('POST /processes/lint', () => {
  it('answers faults with their places, and deploys nothing', async () => {
    const versions = async () =>
      (await analyst.get('/api/v1/processes/birth/versions').expect(200)).body.items.length;
    const before = await versions();
    const changed = only(
      edited('birth.bpmn', 'camunda:topic="notify"', 'camunda:topic="send-pigeon"'),
      'birth.bpmn',
    );
    const { body } = await analyst
      .post('/api/v1/processes/lint')
      .send({ base: definitionId, resources: changed })
      .expect(200);
    expect(body.errors).toContainEqual(
      expect.objectContaining({ severity: 'E', code: 'topic-served', field: 'birth.bpmn#remind' }),
    );
    const clean = await analyst.post('/api/v1/processes/lint').send({ resources }).expect(200);
    expect(clean.body).toEqual({ errors: [], warnings: [] });
    expect(await versions()).toBe(before);
  });

  it.each(hostile)('names %s as a fault', async (_, file, code) => {
    const { body } = await analyst
      .post('/api/v1/processes/lint')
      .send({ resources: [file] })
      .expect(200);
    expect(body.errors).toContainEqual(expect.objectContaining({ code, severity: 'E' }));
  });

  it('asks about what another version says in one language only', async () => {
    const changed = edited('birth.bpmn', 'name="Terbitkan dokumen"', 'name="Cetak dokumen"');
    const lint = async (body: object) =>
      (
        await analyst
          .post('/api/v1/processes/lint')
          .send({ resources: changed, ...body })
          .expect(200)
      ).body;
    expect(await lint({})).toEqual({ errors: [], warnings: [] });
    expect(await lint({ before: definitionId })).toEqual({
      errors: [],
      warnings: [
        expect.objectContaining({ severity: 'W', code: 'both-languages', field: 'birth.bpmn#issue' }),
      ],
    });
  });

  it('is for analysts and for who approves', async () => {
    await (await as('admin.bandung')).post('/api/v1/processes/lint').send({ resources }).expect(200);
    await (await as('auditor')).post('/api/v1/processes/lint').send({ resources }).expect(403);
    await analyst.post('/api/v1/processes/lint').send({ base: 'birth:999:none', resources }).expect(404);
  });
});

describe('GET /element-templates', () => {
  it('offers a template for every topic of our models, in the language asked for', async () => {
    const { body } = await analyst.get('/api/v1/element-templates').expect(200);
    const topics = [
      ...resources
        .map(({ content }) => content)
        .join('')
        .matchAll(/camunda:topic="([^"]+)"/g),
    ];
    expect(topics.length).toBeGreaterThan(5);
    const ids = (body.items as { id: string }[]).map(({ id }) => id);
    for (const [, topic] of topics) expect(ids).toContain(`lampid.task.${topic}`);
    const english = await analyst.get('/api/v1/element-templates?language=en').expect(200);
    const named = (items: { id: string; name: string }[]) =>
      items.find(({ id }) => id === 'lampid.task.notify')!.name;
    expect([named(body.items), named(english.body.items)]).toEqual(['Beri tahu', 'Notify']);
    await (await as('warga.dago')).get('/api/v1/element-templates').expect(403);
  });
});
