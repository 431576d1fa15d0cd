import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { QueuedTask } from '../../../api/wire.js';
import { askListsAgain, changeLongLists, isLong, shorten } from './long-lists.js';

const task = (id: string) => ({ id, assignee: null }) as QueuedTask;
const listOf = (...pages: string[][]) => ({
  pages: pages.map((ids) => ({ items: ids.map(task), next: 'more' })),
  pageParams: pages.map((_, page) => page),
});
const SHORT = ['tasks', 'list', 'short'];
const LONG = ['tasks', 'list', 'long'];

function clientWithLists() {
  const client = new QueryClient();
  client.setQueryData(SHORT, listOf(['a'], ['b']));
  client.setQueryData(LONG, listOf(['a'], ['b'], ['c', 'd']));
  const asked: string[] = [];
  for (const queryKey of [SHORT, LONG])
    new QueryObserver(client, {
      ...{ queryKey, staleTime: Infinity },
      queryFn: () => {
        asked.push(queryKey[2]!);
        return client.getQueryData(queryKey)!;
      },
    }).subscribe(() => undefined);
  return { client, asked };
}

it('a list scrolled far down is not asked again when the queue changes: it is old from then on', async () => {
  const { client, asked } = clientWithLists();
  await askListsAgain(client);
  expect(asked).toEqual(['short']);
  expect(client.getQueryState(LONG)!.isInvalidated).toBe(true);
});

it('what was worked off leaves it, what was taken is marked, and pages without either stay the same objects', () => {
  const { client } = clientWithLists();
  const before = client.getQueryData<ReturnType<typeof listOf>>(LONG)!;
  changeLongLists(client, (one) => {
    if (one.id === 'c') return null;
    return one.id === 'b' ? { ...one, assignee: 'me' } : one;
  });
  const after = client.getQueryData<ReturnType<typeof listOf>>(LONG)!;
  expect(after.pages.map(({ items }) => items.map(({ id, assignee }) => [id, assignee]))).toEqual([
    [['a', null]],
    [['b', 'me']],
    [['d', null]],
  ]);
  expect(after.pages[0]).toBe(before.pages[0]);
  expect(client.getQueryData<ReturnType<typeof listOf>>(SHORT)!.pages).toHaveLength(2);
});

it('is short again once its officer wants it fresh', () => {
  const { client } = clientWithLists();
  shorten(client, LONG);
  expect(isLong({ state: { data: client.getQueryData(LONG) } })).toBe(false);
  expect(client.getQueryData(LONG)).toEqual(listOf(['a']));
});
