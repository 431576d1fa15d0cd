import type { Deps } from '../deps.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { demoAccounts } from './sign-in.js';

const accountSchema = z
  .object({
    username: z.string(),
    name: z.string(),
    role: z.enum(['operator', 'supervisor', 'verifikator', 'kadis', 'admin', 'analyst', 'auditor']),
    areaCode: z.string(),
    areaName: z.string().nullable(),
  })
  .openapi('Account');

const service = 'identity' as const;

export function identityRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/session', access: 'signed-in' },
      summary: 'Who is signed in',
      reply: accountSchema.extend({ groups: z.array(z.string()) }).openapi('Session'),
      handle({ caller }) {
        const { username, name, role, areaCode, areaName, groups } = caller;
        return Promise.resolve({ body: { username, name, role, areaCode, areaName, groups } });
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
