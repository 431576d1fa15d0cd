import { beforeEach, expect, it } from 'vitest';
import { ProblemError } from '../../api/problem.js';
import type { Draft } from '../reports/api/save-draft.js';
import type { Submission } from '../reports/api/submit-report.js';
import type { Entry, KeptFile } from './entries.js';
import { uploadFiles } from './file-uploads.js';
import { QueueSender, type Line, type Shelf } from './queue-sender.js';
import { drafted, queued } from './testing/samples.js';

const problem = (status: number, type?: string) =>
  new ProblemError({ status, type, title: { id: `p${status}`, en: '' }, detail: null, errors: [] });

/** The server's own rules about drafts and submissions, and a line that fails when it is told to. */
class FakeLine implements Line {
  readonly drafts = new Map<string, number>();
  readonly reports: string[] = [];
  readonly calls: string[] = [];
  /** By call, in order: before the server hears it, after it has done it, or its own refusal. */
  faults: (('lost' | 'answer lost' | ProblemError) | null)[] = [];

  async saveDraft({ id, version }: Draft) {
    return this.#call(`save ${id}`, () => {
      if (this.reports.includes(id)) throw problem(409, '/problems/state-conflict');
      const known = this.drafts.get(id);
      if (known === undefined && version !== undefined) throw problem(404, '/problems/draft-discarded');
      if (known !== undefined && version !== undefined && version !== known)
        throw problem(409, '/problems/draft-changed');
      this.drafts.set(id, (known ?? 0) + 1);
      return { version: (known ?? 0) + 1 };
    });
  }

  async upload({ id }: { id: string }) {
    return this.#call(`upload ${id}`, () => undefined);
  }

  async submit({ id }: Submission) {
    return this.#call(`submit ${id}`, () => {
      if (!this.reports.includes(id)) {
        if (!this.drafts.delete(id)) throw problem(404);
        this.reports.push(id);
      }
      return { id, ticket: `LMP-${id}`, type: 'birth', status: 'submitted' as const };
    });
  }

  #call<Answer>(name: string, work: () => Answer): Promise<Answer> {
    this.calls.push(name);
    const fault = this.faults.shift() ?? null;
    if (fault === 'lost') return Promise.reject(problem(0));
    if (fault instanceof ProblemError) return Promise.reject(fault);
    try {
      const answer = work();
      return fault === 'answer lost' ? Promise.reject(problem(0)) : Promise.resolve(answer);
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }
}

let line: FakeLine;
let entries: Map<string, Entry>;
let shelf: Shelf;
let files: KeptFile[];
const fileShelf = {
  all: async () => structuredClone(files),
  read: async () => new Uint8Array([37, 80, 68, 70]),
  uploaded: async ({ id }: KeptFile) => {
    files = files.map((file) => (file.id === id ? { ...file, isUploaded: true } : file));
  },
};
const sending: (string | null)[] = [];
const opened = new Set<string>();

function sender() {
  return new QueueSender({
    ...{ line, shelf },
    onSending: (id) => sending.push(id),
    uploadFiles: (report) => uploadFiles(report, { line, shelf: fileShelf, onUploading: () => undefined }),
    unlessOpen: async (id, work) => (opened.has(id) ? undefined : work()),
  });
}
const keep = (...kept: Entry[]) => kept.forEach((entry) => entries.set(entry.id, entry));

beforeEach(() => {
  line = new FakeLine();
  entries = new Map();
  files = [];
  sending.length = 0;
  opened.clear();
  shelf = {
    entries: async () => structuredClone([...entries.values()].sort((a, b) => (a.at < b.at ? -1 : 1))),
    find: async (id) => structuredClone(entries.get(id) ?? null),
    put: async (entry) => void entries.set(entry.id, structuredClone(entry)),
    remove: async (id) => void entries.delete(id),
  };
});

it('sends one after the other, oldest first, and keeps nothing of a report but its receipt', async () => {
  keep(queued('r2'), queued('r1'), drafted('d3'));
  expect(await sender().flush()).toEqual({ kind: 'done' });
  expect(line.calls).toEqual(['save r1', 'submit r1', 'save r2', 'submit r2', 'save d3']);
  expect(sending).toEqual(['r1', 'r2', 'd3', null]);
  expect([...entries.values()]).toEqual([
    { kind: 'receipt', id: 'r2', type: 'birth', ticket: 'LMP-r2', at: expect.any(String) },
    { kind: 'receipt', id: 'r1', type: 'birth', ticket: 'LMP-r1', at: expect.any(String) },
  ]);
});

it.each([
  [['lost']],
  [['answer lost']],
  [[null, 'lost']],
  [[null, 'answer lost']],
  [[null, 'answer lost', 'answer lost']],
  [[problem(503), null, problem(429)]],
  [[null, problem(409, '/problems/request-in-flight')]],
] as const)('makes one report of it whatever is lost on the way: %s', async (faults) => {
  keep(queued('r1'), queued('r2'));
  line.faults = [...faults];
  let end = await sender().flush();
  expect(end.kind).toBe('stopped');
  // Another window, after a reload.
  for (let count = 0; count < 4 && end.kind === 'stopped'; count++) end = await sender().flush();
  expect(end.kind).toBe('done');
  expect(line.reports).toEqual(['r1', 'r2']);
  expect([...entries.values()].map(({ kind }) => kind)).toEqual(['receipt', 'receipt']);
});

it('knows a report that another window has submitted meanwhile', async () => {
  keep(queued('r1', { version: 1 }));
  line.reports.push('r1');
  expect(await sender().flush()).toEqual({ kind: 'done' });
  expect(line.reports).toEqual(['r1']);
  expect(entries.get('r1')).toMatchObject({ kind: 'receipt', ticket: 'LMP-r1' });
});

it('keeps what is refused, with the reason, does not send it again by itself, and goes on with the next', async () => {
  keep(queued('r1'), queued('r2'));
  line.faults = [null, problem(422)];
  expect(await sender().flush()).toEqual({ kind: 'done' });
  expect(entries.get('r1')).toMatchObject({ kind: 'report', version: 1, problem: { status: 422 } });
  expect(line.reports).toEqual(['r2']);
  await sender().flush();
  expect(line.reports).toEqual(['r2']);
});

it('neither overwrites a draft that another window changed nor brings back one that it threw away', async () => {
  keep(drafted('d1', { version: 1 }), queued('r2', { version: 1 }));
  line.drafts.set('d1', 2);
  await sender().flush();
  expect(entries.get('d1')).toMatchObject({ problem: { type: '/problems/draft-changed' } });
  expect(entries.get('r2')).toMatchObject({ problem: { type: '/problems/draft-discarded' } });
  expect(line.drafts).toEqual(new Map([['d1', 2]]));
});

it('stops before the wrong officer, and blames no report for it', async () => {
  keep(queued('r1'), queued('r2'));
  line.faults = [problem(403, '/problems/begun-by-another')];
  expect(await sender().flush()).toMatchObject({ kind: 'stopped', problem: { status: 403 } });
  expect(line.calls).toEqual(['save r1']);
  expect([...entries.values()]).toEqual([queued('r1'), queued('r2')]);
});

it('leaves a draft alone that is being written in a window', async () => {
  keep(drafted('d1'));
  opened.add('d1');
  expect(await sender().flush()).toEqual({ kind: 'done' });
  expect(line.calls).toEqual([]);
  expect(entries.get('d1')).toEqual(drafted('d1'));
});

it('called twice at once, it runs once', async () => {
  keep(queued('r1'));
  const one = sender();
  await Promise.all([one.flush(), one.flush()]);
  expect(line.calls).toEqual(['save r1', 'submit r1']);
});

const attached = (id: string, reportId: string): KeptFile => ({
  ...{ id, reportId, name: 'surat.pdf', mediaType: 'application/pdf', bytes: 4, isUploaded: false },
});

it('takes its attachments along before the report, each once, though the line breaks in between', async () => {
  keep(queued('r1'), drafted('d2'));
  files = [attached('a1', 'r1'), attached('a2', 'r1'), attached('a3', 'd2')];
  line.faults = [null, 'lost'];
  expect(await sender().flush()).toMatchObject({ kind: 'stopped', problem: { status: 0 } });
  expect(files.map(({ isUploaded }) => isUploaded)).toEqual([true, false, false]);
  expect(await sender().flush()).toEqual({ kind: 'done' });
  expect(line.calls).toEqual([
    ...['upload a1', 'upload a2'],
    ...['upload a2', 'save r1', 'submit r1'],
    ...['upload a3', 'save d2'],
  ]);
});

it('sends an attachment also of a report that may have arrived, before it asks again', async () => {
  keep(queued('r1', { attempted: true }));
  line.drafts.set('r1', 1);
  files = [attached('a1', 'r1')];
  expect(await sender().flush()).toEqual({ kind: 'done' });
  expect(line.calls).toEqual(['upload a1', 'submit r1']);
});

it('is refused with its attachment, and says why', async () => {
  keep(queued('r1'));
  files = [attached('a1', 'r1')];
  line.faults = [problem(415, '/problems/unsupported-file')];
  expect(await sender().flush()).toEqual({ kind: 'done' });
  expect(line.calls).toEqual(['upload a1']);
  expect(entries.get('r1')).toMatchObject({ problem: { status: 415 } });
});
