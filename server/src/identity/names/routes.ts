import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { readNames } from './read-names.js';

const MOST_NAMES = 50;

export function nameRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service: 'identity', access: 'officer-name:read', method: 'get', path: '/api/v1/officers/names' },
      summary: 'What officers are called who stand in answers by their user name',
      description:
        'Whose name the caller may not read, or who does not exist, is left out. `shared`: another account bears the same name.',
      query: z.object({
        /** Separated by commas. */
        usernames: z
          .string()
          .max(4_000)
          .transform((list) => [...new Set(list.split(',').filter(Boolean))])
          .pipe(z.array(z.string().max(63)).min(1).max(MOST_NAMES)),
      }),
      reply: z.object({
        items: z.array(
          z.object({ username: z.string(), name: z.string(), shared: z.boolean() }).openapi('OfficerName'),
        ),
      }),
      handle: async ({ caller, query }) => ({
        body: { items: await readNames(deps, caller, query.usernames) },
      }),
    }),
  ];
}
