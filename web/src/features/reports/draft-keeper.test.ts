import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem.js';
import type { Draft } from './api/save-draft.js';
import { DraftKeeper, PAUSE_MS, type DraftState } from './draft-keeper.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeper(
  answers: ((draft: Draft) => Promise<{ version: number }>)[] = [],
  version: number | null = null,
  keepHere: (draft: Draft) => Promise<boolean> = () => Promise.resolve(false),
) {
  const sent: Draft[] = [];
  const states: DraftState['kind'][] = [];
  let text = '';
  const read = () => ({ text });
  let kept = version ?? 0;
  const made = new DraftKeeper({
    ...{ id: 'd', type: 'birth', version, begunBy: 'operator.dago', keepHere },
    save: async (draft) => {
      sent.push(draft);
      return (answers.shift() ?? (() => Promise.resolve({ version: ++kept })))(draft);
    },
    onState: ({ kind }) => states.push(kind),
  });
  const type = (typed: string) => {
    text = typed;
    made.edited(read);
  };
  return { made, sent, states, type, read };
}

const problem = (status: number, type?: string) =>
  new ProblemError({ status, type, title: { id: '', en: '' }, detail: null, errors: [] });

it('saves the last state once typing pauses, from the version that was kept last', async () => {
  const { sent, type, made, states } = keeper();
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS / 2);
  type('ab');
  expect(made.isAtRisk).toBe(true);
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  type('abc');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toEqual([
    { id: 'd', type: 'birth', begunBy: 'operator.dago', data: { text: 'ab' } },
    { id: 'd', type: 'birth', begunBy: 'operator.dago', data: { text: 'abc' }, version: 1 },
  ]);
  expect(states).toEqual(['waiting', 'waiting', 'saving', 'saved', 'waiting', 'saving', 'saved']);
  expect(made.isAtRisk).toBe(false);
});

it('saves what was filled in before the form stood', async () => {
  const { sent, type, made } = keeper();
  type('example');
  made.begin({ text: 'example' });
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent.map(({ data }) => data)).toEqual([{ text: 'example' }]);
});

it('saves nothing that was there from the beginning', async () => {
  const { sent, type, made, states } = keeper([], 4);
  made.begin({ text: 'a' });
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toEqual([]);
  expect(states.at(-1)).toBe('untouched');
  type('b');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toHaveLength(1);
});

it('saves one after the other: what is typed during a save goes next', async () => {
  let answer: (saved: { version: number }) => void = () => undefined;
  const { sent, type } = keeper([() => new Promise((resolve) => (answer = resolve))]);
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  type('ab');
  await vi.advanceTimersByTimeAsync(2 * PAUSE_MS);
  expect(sent).toHaveLength(1);
  answer({ version: 1 });
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent.map(({ data }) => data)).toEqual([{ text: 'a' }, { text: 'ab' }]);
});

it('tries again by itself, with growing pauses, and loses nothing', async () => {
  const away = () => Promise.reject(problem(0));
  const { sent, type, states } = keeper([away, away]);
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.at(-1)).toBe('failed');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(7_000);
  expect(states.at(-1)).toBe('saved');
});

it('waits no longer when what was in the way is gone', async () => {
  const { sent, type, states, made } = keeper([() => Promise.reject(problem(401))]);
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  made.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(2);
  expect(states.at(-1)).toBe('saved');
  made.retry();
  expect(sent).toHaveLength(2);
});

it('asks a person when another window was faster, and then does what they say', async () => {
  const { sent, type, states, made, read } = keeper(
    [() => Promise.reject(problem(409, '/problems/draft-changed'))],
    4,
  );
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  type('ab');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toBe('conflict');
  expect(sent).toHaveLength(1);
  await made.saveNow(read, { force: true });
  expect(sent.at(-1)).toEqual({ id: 'd', type: 'birth', begunBy: 'operator.dago', data: { text: 'ab' } });
  expect(states.at(-1)).toBe('saved');
});

it('does not try for ever what will never be taken, only what is typed next', async () => {
  const { sent, type, states, made } = keeper([() => Promise.reject(problem(422))]);
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.at(-1)).toBe('refused');
  await vi.advanceTimersByTimeAsync(600_000);
  made.retry();
  expect(sent).toHaveLength(1);
  expect(made.isAtRisk).toBe(true);
  type('ab');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.at(-1)).toBe('saved');
});

it('does not bring back a draft that another window threw away, unless a person says so', async () => {
  const { sent, type, states, made, read } = keeper(
    [() => Promise.reject(problem(404, '/problems/draft-discarded'))],
    4,
  );
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.at(-1)).toBe('discarded');
  type('ab');
  made.leave();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(1);
  await made.saveNow(read, { force: true });
  expect(sent.at(-1)).not.toHaveProperty('version');
  expect(states.at(-1)).toBe('saved');
});

it('is kept here while the server is away, and goes there when it is back', async () => {
  const here: Draft[] = [];
  const { type, states, made } = keeper([() => Promise.reject(problem(0))], 4, (draft) => {
    here.push(draft);
    return Promise.resolve(true);
  });
  type('a');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.at(-1)).toBe('kept-here');
  expect(here).toEqual([
    { id: 'd', type: 'birth', begunBy: 'operator.dago', data: { text: 'a' }, version: 4 },
  ]);
  expect(made.isAtRisk).toBe(false);
  made.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('saved');
});

it('takes along what was typed last when the page goes', async () => {
  const { sent, type, made } = keeper();
  type('a');
  made.leave();
  type('the next page has another form');
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ data }) => data)).toEqual([{ text: 'a' }]);
});

it('stops for good', async () => {
  const { sent, type, made } = keeper();
  type('a');
  await made.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([]);
});
