import { listAbsences, possibleDeputies, type Absence } from '@lampid/db/identity/absences';
import { findUser } from '@lampid/db/identity/users';
import type { Deps } from '../../deps.js';
import { cursorSchema, decodeCursor, limitSchema, pageOf, toPage } from '../../http/page.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { instant } from '../../reporting/report-schemas.js';
import { assertEntersAbsence, mayDeputise, type Caller } from '../authorize.js';
import type { OfficerCache } from '../officer-cache.js';
import { takeBackAbsence } from './end-absence.js';
import { enterAbsence } from './enter-absence.js';

const MOST_DEPUTIES = 200;

const absenceSchema = z
  .object({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    /** First and last day, both inclusive, of Asia/Jakarta. */
    from: z.iso.date(),
    until: z.iso.date(),
    deputy: z.string().nullable(),
    deputyName: z.string().nullable(),
    /** Null for the deputy as well: why somebody is away is theirs and the admin's. */
    reason: z.string().nullable(),
    enteredBy: z.string(),
    endedAt: instant.nullable(),
  })
  .openapi('Absence');

const username = z.string().max(63);

export function absenceRoutes(deps: Deps, officers: OfficerCache): Route[] {
  const service = 'identity' as const;
  const access = 'absence:enter' as const;
  const assertAskable = async (caller: Caller, of: string) => {
    const account = await findUser(deps.db.manager, of);
    assertEntersAbsence(caller, account);
    return account;
  };
  const view = (absence: Absence, caller: Caller): z.input<typeof absenceSchema> => {
    const { id, name, from, until, deputy, deputyName, enteredBy } = absence;
    const isDeputyOnly = absence.username !== caller.username && deputy === caller.username;
    return {
      ...{ id, username: absence.username, name, from, until, deputy, deputyName, enteredBy },
      reason: isDeputyOnly ? null : absence.reason,
      endedAt: absence.endedAt?.toISOString() ?? null,
    };
  };
  return [
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/absences' },
      summary: 'Absences of an officer and those in which they are the deputy, latest first',
      description: 'Without `username` the caller’s; an admin may ask for any officer of the area.',
      query: z.object({ username: username.optional(), limit: limitSchema, cursor: cursorSchema }),
      reply: pageOf(absenceSchema),
      async handle({ caller, query }) {
        const of = query.username ?? caller.username;
        await assertAskable(caller, of);
        const after = decodeCursor(query.cursor, 2);
        const rows = await listAbsences(deps.db.manager, {
          username: of,
          before: after && { from: String(after[0]), id: String(after[1]) },
          limit: query.limit + 1,
        });
        return {
          body: toPage({
            ...{ rows, limit: query.limit },
            item: (absence) => view(absence, caller),
            position: ({ from, id }) => [from, id],
          }),
        };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/absences/deputies' },
      summary: 'Whom the caller may name as the deputy of an officer; those of the same area first',
      query: z.object({ username: username.optional() }),
      reply: z.object({
        items: z.array(
          z.object({
            username: z.string(),
            name: z.string(),
            areaCode: z.string(),
            areaName: z.string().nullable(),
          }),
        ),
      }),
      async handle({ caller, query }) {
        const absent = await assertAskable(caller, query.username ?? caller.username);
        const found = await possibleDeputies(deps.db.manager, {
          username: absent.username,
          limit: MOST_DEPUTIES,
        });
        const items = found.filter(({ areaCode }) =>
          mayDeputise(caller, absent, { role: absent.role, areaCode, active: true }),
        );
        return { body: { items } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'post', path: '/api/v1/absences', status: 201 },
      summary: 'Enter an absence: one’s own, or as an admin any officer’s',
      body: z.strictObject({
        username: username.optional(),
        from: z.iso.date(),
        until: z.iso.date(),
        deputy: username.nullable().default(null),
        reason: z.string().trim().max(200).nullable().default(null),
      }),
      reply: absenceSchema,
      async handle({ caller, body }) {
        const { username: of = caller.username, from, until, deputy, reason } = body;
        const asked = { username: of, from, until, deputy };
        return {
          body: view(await enterAbsence(deps, officers, { caller, asked, reason: reason || null }), caller),
        };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'delete', path: '/api/v1/absences/{id}' },
      summary: 'Take an absence back, or end it today',
      params: z.object({ id: z.uuid() }),
      reply: absenceSchema,
      problems: ['state-conflict'],
      handle: async ({ caller, params: { id } }) => ({
        body: view(await takeBackAbsence(deps, officers, { caller, id }), caller),
      }),
    }),
  ];
}
