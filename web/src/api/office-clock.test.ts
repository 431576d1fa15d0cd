import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { todayInJakarta } from '../components/format.js';
import { http } from './http.js';
import { hearTime, officeNow } from './office-clock.js';

const TOLD = 'Mon, 30 Nov 2026 17:30:00 GMT';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  hearTime(new Date().toUTCString());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each(['2015-01-01T00:00:00Z', '2026-11-30T16:30:00Z', '2031-05-05T05:05:05Z'])(
  'a computer that takes %s for now goes by the server, and on from there',
  (own) => {
    vi.setSystemTime(new Date(own));
    hearTime(TOLD);
    expect(officeNow().toISOString()).toBe('2026-11-30T17:30:00.000Z');
    expect(todayInJakarta()).toBe('2026-12-01');
    vi.setSystemTime(new Date(Date.parse(own) + 60_000));
    expect(officeNow().toISOString()).toBe('2026-11-30T17:31:00.000Z');
  },
);

it('a clock that is right keeps its own seconds, and what tells no time changes nothing', () => {
  vi.setSystemTime(new Date('2026-11-30T17:30:04.500Z'));
  hearTime(TOLD);
  hearTime(null);
  hearTime('yesterday');
  expect(officeNow().toISOString()).toBe('2026-11-30T17:30:04.500Z');
});

it('goes by what the server answers, not by what was kept on the device', async () => {
  vi.setSystemTime(new Date('2015-01-01T00:00:00Z'));
  const answers = ['Sun, 01 Nov 2026 00:00:00 GMT', TOLD];
  vi.stubGlobal('fetch', async () => new Response('{}', { headers: { date: answers.shift()! } }));
  await http.get('/api/v1/event-types?example=none');
  expect(officeNow().getUTCFullYear()).toBe(2015);
  await http.get('/api/v1/session');
  expect(todayInJakarta()).toBe('2026-12-01');
});
