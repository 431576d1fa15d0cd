import { beforeEach, expect, it } from 'vitest';
import { ProblemError } from '../../api/problem.js';
import { OfflineStore } from './offline-store.js';
import type { FileLine } from './file-uploads.js';
import type { Line } from './queue-sender.js';
import { MemoryRecords } from './testing/memory-records.js';
import { drafted, officer, queued } from './testing/samples.js';

const next = { ...officer, username: 'operator2.dago', name: 'Petugas Lain' };

let records: MemoryRecords;
let line: Line & FileLine;
let rung: (() => void)[];

/** Another window of the same browser. */
function window() {
  return new OfflineStore({
    ...{ records, line },
    bell: { ring: () => rung.forEach((listener) => listener()), onRing: (listener) => rung.push(listener) },
    unlessOpen: (_, work) => work(),
  });
}

beforeEach(() => {
  records = new MemoryRecords();
  rung = [];
  line = {
    saveDraft: async () => ({ version: 1 }),
    upload: async () => undefined,
    submit: async ({ id }) => ({ id, ticket: `LMP-${id}`, type: 'birth', status: 'submitted' }),
  };
});

it('is opened by its officer with the PIN, in any window', async () => {
  await window().setUp(officer, '271828');
  const other = window();
  await other.setUp(officer, '314159');
  await other.setOfficer(officer.username);
  expect(other.read()).toMatchObject({ isSetUp: true, officer: null, entries: [] });
  expect(await other.unlock(officer.username, '271829')).toBeNull();
  expect(await other.unlock(next.username, '271828')).toBeNull();
  expect(await other.unlock(officer.username, '271828')).toEqual(officer);
  expect(other.read()).toMatchObject({ officer });
});

it('shows the next officer that something of somebody is there, and nothing more', async () => {
  const store = window();
  await store.setUp(officer, '271828');
  await store.queue(queued('r1'));
  await store.setOfficer(next.username);
  expect(store.read()).toMatchObject({
    ...{ officer: null, entries: [], isSetUp: false, pending: 0, othersWait: true, isAnySetUp: true },
  });
  expect(await store.flush()).toBeNull();
  await store.forget();
  await store.setOfficer(officer.username);
  expect(store.read()).toMatchObject({ isSetUp: true, pending: 1, othersWait: false });
});

it('keeps no draft while it is closed, nor one that somebody else began, nor over a report in the queue', async () => {
  const store = window();
  expect(await store.keepDraft(drafted('d1'))).toBe(false);
  await store.setUp(officer, '271828');
  expect(await store.keepDraft(drafted('d1', { begunBy: next.username }))).toBe(false);
  expect(await store.keepDraft(drafted('d1'))).toBe(true);
  await store.queue(queued('r1'));
  expect(await store.keepDraft(drafted('r1'))).toBe(false);
  await store.dropDraft('r1');
  await store.dropDraft('d1');
  expect(store.read().entries.map(({ id, kind }) => [id, kind])).toEqual([['r1', 'report']]);
});

it('says why sending has stopped, and tells the other windows what was sent', async () => {
  const [store, other] = [window(), window()];
  await store.setUp(officer, '271828');
  await other.unlock(officer.username, '271828');
  await store.queue(queued('r1'));
  const title = { id: 'Server tidak dapat dihubungi', en: '' };
  const away = new ProblemError({ status: 0, title, detail: null, errors: [] });
  line.submit = () => Promise.reject(away);
  await store.flush();
  expect(store.read().stopped).toEqual(away.problem);
  line.submit = async ({ id }) => ({ id, ticket: 'LMP-1', type: 'birth', status: 'submitted' });
  await store.flush();
  expect(store.read()).toMatchObject({ stopped: null, sending: null, pending: 0 });
  await other.refresh();
  expect(other.read().entries).toMatchObject([{ kind: 'receipt', ticket: 'LMP-1' }]);
});

it('changes its PIN only for who knows the present one; other windows are closed by it', async () => {
  const [store, other] = [window(), window()];
  await store.setOfficer(officer.username);
  await store.setUp(officer, '271828');
  await other.unlock(officer.username, '271828');
  await store.queue(queued('r1'));
  expect(await store.changePin({ old: '271829', next: '314159' })).toBe(false);
  expect(await store.changePin({ old: '271828', next: '314159' })).toBe(true);
  expect(store.read()).toMatchObject({ officer, pending: 1 });
  await other.refresh();
  expect(other.read()).toMatchObject({ officer: null, entries: [], isSetUp: true, pending: 1 });
  await store.flush();
  expect(store.read()).toMatchObject({ pending: 0 });
});

const attached = (id: string, reportId: string) => ({
  ...{ id, reportId, name: 'kk.pdf', mediaType: 'application/pdf', bytes: 4 },
  ...{ begunBy: officer.username, content: new Uint8Array([37, 80, 68, 70]).buffer },
});

it('keeps attachments of its own officer only, and those of a draft that the server has not beyond it', async () => {
  const store = window();
  expect(await store.keepFile(attached('a1', 'd1'))).toBe(false);
  await store.setUp(officer, '271828');
  expect(await store.keepFile({ ...attached('a1', 'd1'), begunBy: next.username })).toBe(false);
  expect(await store.keepFile(attached('a1', 'd1'))).toBe(true);
  await store.uploadFiles({ id: 'd1', begunBy: officer.username });
  await store.keepFile(attached('a2', 'd1'));
  await store.dropDraft('d1');
  expect(store.read().files).toMatchObject([{ id: 'a2', isUploaded: false }]);
  await store.keepFile(attached('a3', 'd2'));
  await store.keepDraft(drafted('d2'));
  store.lock();
  // Nobody kept the draft of `a2`: its window was closed too early.
  await store.unlock(officer.username, '271828');
  expect(store.read().files.map(({ id }) => id)).toEqual(['a3']);
  await store.forgetDraft('d2');
  expect(store.read()).toMatchObject({ files: [], entries: [] });
});
