import { listMachineKeys, type MachineKey } from '@lampid/db/identity/machine-keys';
import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { instant } from '../../reporting/report-schemas.js';
import { assertHasMachines, makeKey, MOST_DAYS, revokeKey, stateOf } from './manage-keys.js';

const keySchema = z
  .object({
    /** `client_id` at the token endpoint. */
    clientId: z.string(),
    createdBy: z.string(),
    createdAt: instant,
    expiresAt: instant,
    revokedAt: instant.nullable(),
    state: z.enum(['live', 'expired', 'revoked']),
    /** When it last got a token. */
    lastUsedAt: instant.nullable(),
  })
  .openapi('MachineKey');

const view = ({ clientId, createdBy, ...key }: MachineKey, now: Date): z.input<typeof keySchema> => ({
  ...{ clientId, createdBy, state: stateOf(key, now) },
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  revokedAt: key.revokedAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
});

const params = z.object({ username: z.string().max(63) });

/** Keys with which a hospital's system signs in at the embedded issuer (OAuth client credentials, RFC 6749 4.4). */
export function machineKeyRoutes(deps: Deps): Route[] {
  const service = 'identity' as const;
  const access = 'user:manage' as const;
  const path = '/api/v1/users/{username}/machine-keys' as const;
  return [
    defineRoute({
      ...{ service, access, method: 'get', path },
      summary: "Keys of a hospital's account, newest first",
      params,
      reply: z.object({ items: z.array(keySchema) }),
      problems: ['state-conflict'],
      async handle({ caller, params: { username } }) {
        await assertHasMachines(deps, deps.db.manager, { caller, username });
        const keys = await listMachineKeys(deps.db.manager, username);
        return { body: { items: keys.map((key) => view(key, deps.now())) } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'post', path, status: 201 },
      summary: 'Make a key; its secret is told in this answer and never again',
      params,
      body: z.strictObject({ days: z.int().min(1).max(MOST_DAYS).default(MOST_DAYS) }),
      reply: keySchema.extend({ secret: z.string() }).openapi('NewMachineKey'),
      problems: ['state-conflict'],
      async handle({ caller, params: { username }, body: { days } }) {
        const { key, secret } = await makeKey(deps, { caller, username, days });
        return { body: { ...view(key, deps.now()), secret } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'delete', path: `${path}/{clientId}` },
      summary: 'Revoke a key: it gets no further token; one that it has ends within ten minutes',
      params: params.extend({ clientId: z.string().max(100) }),
      reply: keySchema,
      problems: ['state-conflict'],
      handle: async ({ caller, params: { username, clientId } }) => ({
        body: view(await revokeKey(deps, { caller, username, clientId }), deps.now()),
      }),
    }),
  ];
}
