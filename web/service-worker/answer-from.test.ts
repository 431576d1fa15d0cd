import { expect, it } from 'vitest';
import { answerFrom } from './answer-from.js';

const HERE = 'https://lampid.example';
const from = (path: string, { mode = 'cors', method = 'GET' } = {}) =>
  answerFrom({ url: new URL(path, HERE).href, method, mode: mode as RequestMode }, HERE);

it('the product itself, and forms without people in them, can come from the device', () => {
  expect(from('/reports/new/birth', { mode: 'navigate' })).toBe('page');
  expect(from('/', { mode: 'navigate' })).toBe('page');
  expect(from('/assets/form-viewer-DB7BlVtm.js')).toBe('file');
  expect(from('/favicon.svg')).toBe('file');
  expect(from('/api/v1/event-types?example=none')).toBe('reference');
  expect(from('/api/v1/event-types/birth/rules')).toBe('reference');
  expect(from('/api/v1/event-types/birth/form-facts.js?v=0123456789abcdef')).toBe('reference');
});

it.each([
  '/api/v1/event-types',
  '/api/v1/event-types/birth/example',
  '/api/v1/event-types?type=birth&example=fresh',
  '/api/v1/session',
  '/api/v1/session/demo-accounts',
  '/api/v1/reports',
  '/api/v1/reports/0b6bd5b8-6b49-4d0b-8f8a-000000000000',
  '/api/v1/residents?q=nama',
  '/api/v1/areas?q=nama&level=4',
  '/api/v1/documents/0b6bd5b8-6b49-4d0b-8f8a-000000000000',
  '/healthz',
  'https://elsewhere.example/assets/a.js',
])('nothing stands between the page and %s', (path) => expect(from(path)).toBeNull());

it.each(['/auth/logout', '/auth/login?as=operator.dago', '/api/docs', '/oidc/auth', '/problems/not-found'])(
  'the page %s is the server’s',
  (path) => expect(from(path, { mode: 'navigate' })).toBeNull(),
);

it('what changes something is never answered here', () => {
  expect(from('/api/v1/event-types?example=none', { method: 'POST' })).toBeNull();
});
