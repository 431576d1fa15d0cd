import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem.js';
import { DraftFiles, PAUSE_MS } from './draft-files.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FILES = [
  { name: 'birth.bpmn', content: 'a', revision: 1 },
  { name: 'rules.dmn', content: 'r', revision: 4 },
];

const problem = (status: number, type?: string) =>
  new ProblemError({ status, type, title: { id: '', en: '' }, detail: null, errors: [] });

function kept(answers: (() => Promise<{ revision: number }>)[] = []) {
  const sent: unknown[] = [];
  const files = new DraftFiles(FILES, (file) => {
    sent.push(file);
    return (answers.shift() ?? (() => Promise.resolve({ revision: file.revision + 1 })))();
  });
  return { files, sent };
}

it('saves a file once typing pauses, from its own revision', async () => {
  const { files, sent } = kept();
  files.edited('rules.dmn', 'r1');
  files.edited('rules.dmn', 'r2');
  expect(files.snapshot().state).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  files.edited('rules.dmn', 'r3');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toEqual([
    { name: 'rules.dmn', content: 'r2', revision: 4 },
    { name: 'rules.dmn', content: 'r3', revision: 5 },
  ]);
  expect(files.snapshot()).toMatchObject({ state: 'saved', conflicts: [] });
});

it('saves a new file at once, as the first revision of it', async () => {
  const { files, sent } = kept();
  files.added('new.form', '{}');
  expect(files.snapshot().files.map(({ name, isSaved }) => `${name} ${isSaved}`)).toContain('new.form false');
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([{ name: 'new.form', content: '{}', revision: 0 }]);
  expect([files.snapshot().state, files.revisionOf('new.form')]).toEqual(['saved', 1]);
});

it('never saves over another analyst: the person says whose stands', async () => {
  const { files, sent } = kept([() => Promise.reject(problem(409, '/problems/draft-changed'))]);
  files.edited('birth.bpmn', 'mine');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(files.snapshot().conflicts).toEqual(['birth.bpmn']);
  files.edited('birth.bpmn', 'mine too');
  await vi.advanceTimersByTimeAsync(10 * PAUSE_MS);
  expect(sent).toHaveLength(1);
  await files.keepMine('birth.bpmn', 7);
  expect(sent[1]).toEqual({ name: 'birth.bpmn', content: 'mine too', revision: 7 });
  expect(files.snapshot()).toMatchObject({ state: 'saved', conflicts: [] });
});

it('tries again when the server is away', async () => {
  const { files, sent } = kept([() => Promise.reject(problem(0))]);
  files.edited('birth.bpmn', 'b');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(files.snapshot().state).toBe('failed');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toHaveLength(2);
  expect(files.snapshot().state).toBe('saved');
});

it('does not ask again for what is refused for good, until it is changed', async () => {
  const { files, sent } = kept([() => Promise.reject(problem(422, '/problems/model-refused'))]);
  files.edited('birth.bpmn', '<!DOCTYPE x>');
  await vi.advanceTimersByTimeAsync(20 * PAUSE_MS);
  expect(sent).toHaveLength(1);
  expect(files.snapshot().state).toBe('failed');
  files.edited('birth.bpmn', 'b');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(files.snapshot().state).toBe('saved');
});

it('knows what another one saved, and loads it only where nothing was changed here', () => {
  const { files } = kept();
  files.edited('birth.bpmn', 'b');
  const by = { updatedBy: 'analyst2', updatedAt: '' };
  const revisions = [
    { name: 'birth.bpmn', revision: 2, ...by },
    { name: 'rules.dmn', revision: 5, ...by },
    { name: 'new.form', revision: 1, ...by },
  ];
  expect(files.changedElsewhere(revisions)).toEqual(['rules.dmn', 'new.form']);
  files.load(['rules.dmn'], [{ name: 'rules.dmn', content: 'theirs', revision: 5 }, FILES[0]!]);
  expect(files.snapshot().files.find(({ name }) => name === 'rules.dmn')).toMatchObject({
    ...{ content: 'theirs', loaded: 2, isSaved: true },
  });
});

it('lets go of a file that another one took out, unless it was changed here', () => {
  const { files } = kept();
  const byOther = { updatedBy: 'analyst2', updatedAt: '' };
  const left = [{ name: 'birth.bpmn', revision: 1, ...byOther }];
  files.edited('rules.dmn', 'mine');
  expect(files.changedElsewhere(left)).toEqual([]);
  files.edited('rules.dmn', 'r');
  expect(files.changedElsewhere(left)).toEqual(['rules.dmn']);
  files.load(['rules.dmn'], [FILES[0]!]);
  expect(files.snapshot().files.map(({ name }) => name)).toEqual(['birth.bpmn']);
  expect(files.changedElsewhere(left)).toEqual([]);
});

it('keeps a file that was changed here and taken out meanwhile as a new one, where the person says so', async () => {
  const { files, sent } = kept([() => Promise.reject(problem(409, '/problems/draft-changed'))]);
  files.edited('rules.dmn', 'mine');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(files.snapshot().conflicts).toEqual(['rules.dmn']);
  await files.keepMine('rules.dmn', 0);
  expect(sent[1]).toEqual({ name: 'rules.dmn', content: 'mine', revision: 0 });
});

it('a flush ends when all is kept, also what was written while another save was on its way', async () => {
  let arrive = (_: { revision: number }): void => undefined;
  const { files, sent } = kept([() => new Promise((resolve) => (arrive = resolve))]);
  files.edited('birth.bpmn', 'first');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  files.edited('birth.bpmn', 'last');
  const flushed = files.flush();
  arrive({ revision: 2 });
  expect(await flushed).toBe(true);
  expect(sent).toEqual([
    { name: 'birth.bpmn', content: 'first', revision: 1 },
    { name: 'birth.bpmn', content: 'last', revision: 2 },
  ]);
});

it('a flush says that something is not kept: refused, or in conflict', async () => {
  const { files } = kept([
    () => Promise.reject(problem(422)),
    () => Promise.reject(problem(409, '/problems/draft-changed')),
  ]);
  files.edited('birth.bpmn', 'mine');
  expect(await files.flush()).toBe(false);
  expect(await files.flush()).toBe(false);
  expect(files.snapshot().conflicts).toEqual(['birth.bpmn']);
});
