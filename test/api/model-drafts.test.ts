import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { latestVersion } from '../src/support/deploy-model.js';
import { exportedFolder } from '../src/support/new-event-type.js';

/** A process that no other test changes. */
const PROCESS = 'monthly-closing';

interface Draft {
  id: string;
  state: string;
  editors: string[];
  base: { definitionId: string; version: number };
  files: { name: string; content: string; revision: number }[];
}

async function begin(user: 'analyst' | 'analyst2', from?: string): Promise<Draft> {
  const agent = await as(user);
  const begun = await agent
    .post('/api/v1/model-drafts')
    .send({ title: 'Uji draf', from: from ?? (await latestVersion(PROCESS)).definitionId })
    .expect(201);
  return (await agent.get(`/api/v1/model-drafts/${begun.body.id}`).expect(200)).body as Draft;
}

const modelOf = (draft: Draft) => draft.files.find(({ name }) => name.endsWith('.bpmn'))!;

/** Another name for a step: harmless, and new content every time. */
function renamed(content: string): string {
  const name = `Bekukan bulan ${crypto.randomUUID().slice(0, 8)}`;
  const changed = content.replace(/(<bpmn:serviceTask id="\w+" name=")[^"]+/, `$1${name}`);
  expect(changed).not.toBe(content);
  return changed;
}

async function save(user: 'analyst' | 'analyst2', draft: Draft, content: string, revision: number) {
  const { name } = modelOf(draft);
  return (await as(user)).put(`/api/v1/model-drafts/${draft.id}/files/${name}`).send({ content, revision });
}

const post = async (
  user: 'analyst' | 'analyst2' | 'admin.bandung' | 'auditor' | 'operator.dago',
  path: string,
  body: object = {},
) => (await as(user)).post(`/api/v1/model-drafts/${path}`).send(body);

describe('drafts of models', () => {
  it('are deployed when another analyst approves, with who and why, and lead back to an older version', async () => {
    const before = await latestVersion(PROCESS);
    const draft = await begin('analyst');
    expect(draft.base).toEqual({ definitionId: before.definitionId, version: before.version });
    expect((await save('analyst', draft, renamed(modelOf(draft).content), 1)).body).toEqual({ revision: 2 });
    const why = { why: 'Nama langkah lebih jelas' };
    expect((await post('analyst', `${draft.id}/propose`, why)).status).toBe(200);
    const own = await post('analyst', `${draft.id}/decide`, { outcome: 'approve' });
    expect(own.body).toMatchObject({ status: 403, type: '/problems/own-proposal' });
    const approved = await post('analyst2', `${draft.id}/decide`, { outcome: 'approve' });
    expect(approved.body.draft).toMatchObject({ state: 'deployed', decidedBy: 'analyst2' });
    const now = await latestVersion(PROCESS);
    expect(now.version).toBe(before.version + 1);
    const versions = await (await as('auditor')).get(`/api/v1/processes/${PROCESS}/versions`).expect(200);
    expect(versions.body.items[0].deployed).toMatchObject({
      ...{ draftId: draft.id, why: why.why, proposedBy: 'analyst', approvedBy: 'analyst2' },
    });

    const back = await begin('analyst2', before.definitionId);
    expect(back.base.definitionId).toBe(now.definitionId);
    expect((await post('analyst2', `${back.id}/propose`, { why: 'Kembali ke versi lama' })).status).toBe(200);
    expect((await post('admin.bandung', `${back.id}/decide`, { outcome: 'approve' })).status).toBe(200);
    const restored = await latestVersion(PROCESS);
    expect(restored.version).toBe(now.version + 1);
    const xml = async (definitionId: string) =>
      (
        await (
          await as('analyst')
        ).get(`/api/v1/processes/definitions/${encodeURIComponent(definitionId)}/xml`)
      ).text;
    expect(await xml(restored.definitionId)).toBe(await xml(before.definitionId));
  });

  it('keep what two analysts save: each file once, the later of two on one file is told', async () => {
    const draft = await begin('analyst');
    const mine = renamed(modelOf(draft).content);
    expect((await save('analyst', draft, mine, 1)).status).toBe(200);
    const late = await save('analyst2', draft, renamed(modelOf(draft).content), 1);
    expect(late.body).toMatchObject({ status: 409, type: '/problems/draft-changed' });
    expect(late.body.details.en).toContain('analyst has saved');
    expect((await save('analyst2', draft, renamed(mine), 2)).body).toEqual({ revision: 3 });
    const here = await post('analyst', `${draft.id}/presence`, { file: modelOf(draft).name });
    expect(here.body.files).toContainEqual(expect.objectContaining({ revision: 3, updatedBy: 'analyst2' }));
    const there = await post('analyst2', `${draft.id}/presence`, { file: null });
    expect(there.body.present.map(({ username }: { username: string }) => username)).toEqual([
      'analyst',
      'analyst2',
    ]);
    // Both wrote it, so neither approves it.
    expect((await post('analyst', `${draft.id}/propose`, { why: 'Berdua' })).status).toBe(200);
    expect((await post('analyst2', `${draft.id}/decide`, { outcome: 'approve' })).status).toBe(403);
    const returned = await post('admin.bandung', `${draft.id}/decide`, { outcome: 'return', note: 'Belum' });
    expect(returned.body.draft).toMatchObject({ state: 'open', note: 'Belum' });
    expect((await post('analyst2', `${draft.id}/withdraw`)).body.state).toBe('withdrawn');
    expect((await save('analyst', draft, mine, 3)).body.status).toBe(409);
  });

  it('take over what was deployed since they began, and say where both changed', async () => {
    const [first, second] = [await begin('analyst'), await begin('analyst2')];
    await save('analyst', first, renamed(modelOf(first).content), 1);
    const mine = renamed(modelOf(second).content);
    await save('analyst2', second, mine, 1);
    await post('analyst', `${first.id}/propose`, { why: 'Yang pertama' });
    await post('admin.bandung', `${first.id}/decide`, { outcome: 'approve' });
    const outdated = await post('analyst2', `${second.id}/propose`, { why: 'Yang kedua' });
    expect(outdated.body).toMatchObject({ status: 409, type: '/problems/state-conflict' });
    const rebased = await post('analyst2', `${second.id}/rebase`);
    expect(rebased.body.conflicts).toEqual([modelOf(second).name]);
    expect(rebased.body.draft.base.definitionId).toBe((await latestVersion(PROCESS)).definitionId);
    await post('analyst2', `${second.id}/withdraw`);
  });

  it('refuse hostile files when they are saved, faults when they are proposed, and everybody else', async () => {
    const draft = await begin('analyst');
    const laughs =
      '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><definitions>&lol2;</definitions>';
    const xxe = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';
    const huge = await save('analyst', draft, `<x>${'y'.repeat(1_100_000)}</x>`, 1);
    expect(huge.body).toMatchObject({ status: 413, type: '/problems/too-large' });
    for (const content of [laughs, xxe]) {
      const refused = await save('analyst', draft, content, 1);
      expect(refused.body).toMatchObject({ status: 422, type: '/problems/model-refused' });
      expect(refused.body.errors[0]).toMatchObject({ code: 'hostile-content' });
    }
    const { content } = modelOf(draft);
    const script = content.replace(
      /<bpmn:serviceTask id="(\w+)"[^>]*>[\s\S]*?<\/bpmn:serviceTask>/,
      '<bpmn:scriptTask id="$1" scriptFormat="javascript"><bpmn:script>java.lang.System.exit(1)</bpmn:script></bpmn:scriptTask>',
    );
    expect(script).not.toBe(content);
    expect((await post('analyst', `${draft.id}/propose`, { why: 'Tanpa perubahan' })).body.status).toBe(409);
    await save('analyst', draft, script, 1);
    const faulty = await post('analyst', `${draft.id}/propose`, { why: 'Dengan skrip' });
    expect(faulty.body).toMatchObject({ status: 422, type: '/problems/model-refused' });
    expect(faulty.body.errors.map(({ code }: { code: string }) => code)).toContain('no-code');
    for (const user of ['operator.dago', 'auditor', 'admin.bandung'] as const)
      expect((await post(user, `${draft.id}/propose`, { why: 'Bukan saya' })).status).toBe(403);
    await (await as('operator.dago')).get('/api/v1/model-drafts').expect(200);
    await post('analyst', `${draft.id}/withdraw`);
  });

  it('leave as a folder with what their editors hold', async () => {
    const draft = await begin('analyst');
    const mine = renamed(modelOf(draft).content);
    await save('analyst', draft, mine, 1);
    const folder = await exportedFolder(draft.id, 'auditor');
    expect(Object.keys(folder).sort()).toEqual(draft.files.map(({ name }) => `${PROCESS}/${name}`).sort());
    expect(folder[`${PROCESS}/${modelOf(draft).name}`]).toBe(mine);
    await post('analyst', `${draft.id}/withdraw`);
  });

  it('of a model that others call are refused: it is changed where it is called', async () => {
    const { definitionId } = await latestVersion('siak-sync');
    const answer = await (
      await as('analyst')
    )
      .post('/api/v1/model-drafts')
      .send({ title: 'Uji dipanggil', from: definitionId });
    expect(answer.body).toMatchObject({ status: 409, type: '/problems/state-conflict' });
  });
});
