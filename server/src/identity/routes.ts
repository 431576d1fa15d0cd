import { readPreference, writePreference } from '@lampid/db/identity/preferences';
import { ROLES } from '@lampid/domain/roles';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { demoAccounts } from './sign-in.js';

const accountSchema = z
  .object({
    username: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    areaCode: z.string(),
    areaName: z.string().nullable(),
    /** Of a head of RT or RW. */
    rt: z.string().nullable(),
    rw: z.string().nullable(),
  })
  .openapi('Account');

/** Somebody whose work the caller does until that day (inclusive). */
const deputisedSchema = z.object({
  username: z.string(),
  name: z.string(),
  areaCode: z.string(),
  areaName: z.string().nullable(),
  until: z.string(),
});

const service = 'identity' as const;

/** Names of settings; what they hold is the pages' business. */
const preferenceParams = z.object({ key: z.enum(['tasks', 'notes', 'tour']) });
const preferenceSchema = z.strictObject({ value: z.unknown() }).openapi('Preference');
const MOST_PREFERENCE_BYTES = 16_384;

export function identityRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/session', access: 'signed-in' },
      summary: 'Who is signed in',
      reply: accountSchema
        .extend({ groups: z.array(z.string()), deputising: z.array(deputisedSchema) })
        .openapi('Session'),
      handle({ caller }) {
        const { username, name, role, areaCode, areaName, rt, rw, groups } = caller;
        const deputising = caller.deputising.map(({ role: _, ...absent }) => absent);
        const account = { username, name, role, areaCode, areaName, rt, rw };
        return Promise.resolve({ body: { ...account, groups, deputising } });
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/session/preferences/{key}', access: 'signed-in' },
      summary: 'What the caller has set under this name; null when nothing',
      params: preferenceParams,
      reply: preferenceSchema,
      handle: async ({ caller: { username }, params: { key } }) => ({
        body: { value: await readPreference(deps.db, { username, key }) },
      }),
    }),
    defineRoute({
      ...{ service, method: 'put', path: '/api/v1/session/preferences/{key}', access: 'signed-in' },
      summary: 'Set it; it follows the officer to every computer',
      params: preferenceParams,
      body: preferenceSchema,
      reply: preferenceSchema,
      problems: ['too-large'],
      async handle({ caller: { username }, params: { key }, body: { value } }) {
        if (JSON.stringify(value).length > MOST_PREFERENCE_BYTES) throw new Problem('too-large');
        await writePreference(deps.db, { username, key, value });
        return { body: { value } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/session/demo-accounts', access: 'public' },
      summary: 'Accounts that sign in with one click at `/auth/login?as=USER`; empty outside of a demo',
      reply: z.object({ items: z.array(accountSchema) }),
      handle: async () => ({ body: { items: await demoAccounts(deps.db, deps.config) } }),
    }),
  ];
}
