import { awayUntil } from '@lampid/db/identity/absences';
import { listUsers, type User } from '@lampid/db/identity/users';
import { todayJakarta } from '@lampid/domain/dates';
import { ROLES } from '@lampid/domain/roles';
import type { Deps } from '../../deps.js';
import {
  cursorSchema,
  decodeCursor,
  likePattern,
  limitSchema,
  pageOf,
  searchSchema,
  toPage,
} from '../../http/page.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import type { OfficerCache } from '../officer-cache.js';
import { addUser, updateUser } from './save-user.js';
import { userFields } from './user-body.js';

const username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,62}$/);

const userSchema = z
  .object({
    username: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(ROLES),
    areaCode: z.string(),
    areaName: z.string().nullable(),
    rt: z.string().nullable(),
    rw: z.string().nullable(),
    demo: z.boolean(),
    active: z.boolean(),
    version: z.int(),
    /** Last day of the absence of today; null who is here. */
    awayUntil: z.iso.date().nullable(),
  })
  .openapi('User');

/** Accounts of the city. With a foreign issuer only role and area are kept here; who may sign in at all is the issuer's. */
export function userRoutes(deps: Deps, officers: OfficerCache): Route[] {
  const service = 'identity' as const;
  const access = 'user:manage' as const;
  const viewsOf = async (users: User[]): Promise<z.input<typeof userSchema>[]> => {
    const usernames = users.map(({ username: name }) => name);
    const away = await awayUntil(deps.db.manager, { usernames, today: todayJakarta(deps.now()) });
    return users.map((user) => ({ ...user, awayUntil: away.get(user.username) ?? null }));
  };
  return [
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/users' },
      summary: "Accounts of the admin's area",
      query: z.object({
        q: searchSchema,
        role: z.enum(ROLES).optional(),
        limit: limitSchema,
        cursor: cursorSchema,
      }),
      reply: pageOf(userSchema).extend({
        /** Accounts and passwords are kept by another issuer: here only roles and areas. */
        foreignIssuer: z.boolean(),
      }),
      async handle({ caller, query }) {
        const after = decodeCursor(query.cursor, 1);
        const rows = await listUsers(deps.db.manager, {
          areaCode: caller.areaCode,
          pattern: query.q ? likePattern(query.q) : null,
          role: query.role ?? null,
          after: after && String(after[0]),
          limit: query.limit + 1,
        });
        const { items, next } = toPage({
          ...{ rows, limit: query.limit },
          item: (user) => user,
          position: (user) => [user.username],
        });
        return { body: { items: await viewsOf(items), next, foreignIssuer: !deps.config.embeddedIssuer } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'post', path: '/api/v1/users', status: 201 },
      summary: 'Make an account',
      body: z.strictObject({ username, ...userFields }),
      reply: userSchema,
      problems: ['state-conflict'],
      async handle({ caller, body: { username: name, ...body } }) {
        const [made] = await viewsOf([await addUser(deps, { caller, username: name, body })]);
        return { body: made! };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'put', path: '/api/v1/users/{username}' },
      summary: 'Change role, area or state of an account; whose rights change is signed out everywhere',
      params: z.object({ username }),
      body: z.strictObject({ ...userFields, active: z.boolean(), version: z.int() }),
      reply: userSchema,
      problems: ['state-conflict'],
      async handle({ caller, params, body: { active, version, ...body } }) {
        const input = { caller, username: params.username, body, active, version };
        const [changed] = await viewsOf([await updateUser(deps, officers, input)]);
        return { body: changed! };
      },
    }),
  ];
}
