import { recordAudit } from '@lampid/db/kernel/audit';
import { areaNames, listAreas, searchAreas } from '@lampid/db/reference/areas';
import { readFamilyCard } from '@lampid/db/registry/read-family-card';
import { readResident, type ResidentDetails } from '@lampid/db/registry/read-resident';
import { searchResidents } from '@lampid/db/registry/search';
import { inStead, noteStandIn } from '../audit/stand-in-views.js';
import type { Deps } from '../deps.js';
import { cursorSchema, decodeCursor, limitSchema, numberSchema, pageOf, toPage } from '../http/page.js';
import { notFound } from '../http/problem.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { areasOf, assertCovers, type Caller } from '../identity/authorize.js';
import { currentTraceparent } from '../observability/request-scope.js';
import {
  familyCardSchema,
  familyCardView,
  foundResident,
  foundResidentSchema,
  residentSchema,
  residentView,
} from './resident-view.js';
import { consequencesSchema, readConsequences } from './consequences.js';
import { NO_RESIDENT } from './no-resident.js';
import { readRestoration, restorationSchema } from './restoration.js';

const service = 'registry' as const;
const idParams = z.object({ id: z.uuid() });
const NO_CARD = { id: 'Kartu Keluarga tidak ditemukan', en: 'No such family card' };

const searchBody = z
  .strictObject({
    /** Exactly one of the three. */
    nik: numberSchema.optional(),
    familyCardNumber: numberSchema.optional(),
    name: z.string().trim().min(2).max(100).optional(),
    // One looks for a person, not for a list: nobody is shown who need not be.
    limit: limitSchema.default(20),
    cursor: cursorSchema,
  })
  .refine(
    ({ nik, familyCardNumber, name }) =>
      [nik, familyCardNumber, name].filter((part) => part !== undefined).length === 1,
    'Isi salah satu: nik, familyCardNumber, atau name | Give one of nik, familyCardNumber or name',
  );

export function registryRoutes(deps: Deps): Route[] {
  const { db } = deps;

  async function audit(caller: Caller, action: string, object: string, detail: Record<string, unknown> = {}) {
    const traceparent = currentTraceparent();
    await recordAudit(db.manager, { actor: caller.username, action, object, detail, traceparent });
  }

  /** @throws Problem 404 */
  async function findResident(caller: Caller, id: string): Promise<ResidentDetails> {
    const resident = await readResident(db.manager, id);
    if (!resident) throw notFound(NO_RESIDENT);
    assertCovers(caller, resident.areaCode, NO_RESIDENT);
    return resident;
  }

  async function nameOf(areaCode: string | null): Promise<string | null> {
    return areaCode === null ? null : ((await areaNames(db, [areaCode])).get(areaCode) ?? null);
  }

  return [
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/residents/search', access: 'registry:read' },
      summary:
        "Find residents of the caller's area, and of those of whom they are a deputy; by POST, for numbers do not belong into addresses",
      body: searchBody,
      reply: pageOf(foundResidentSchema),
      async handle({ caller, body }) {
        const { limit, cursor, nik, familyCardNumber, name } = body;
        await noteStandIn(db, caller, 'residents');
        const offset = Number(decodeCursor(cursor, 1)?.[0] ?? 0);
        const rows = await searchResidents(db.manager, {
          ...(nik !== undefined && { nik }),
          ...(familyCardNumber !== undefined && { familyCardNumber }),
          ...(name !== undefined && { name }),
          ...{ under: areasOf(caller), limit: limit + 1, offset },
        });
        const codes = rows.flatMap(({ areaCode }) => (areaCode === null ? [] : [areaCode]));
        const names = await areaNames(db, codes);
        const by = nik !== undefined ? 'nik' : familyCardNumber !== undefined ? 'kk' : 'name';
        await audit(caller, 'residents.searched', 'residents', { by, found: Math.min(rows.length, limit) });
        return {
          body: toPage({
            ...{ rows, limit },
            item: (row) =>
              foundResident(row, row.areaCode === null ? null : (names.get(row.areaCode) ?? null)),
            position: () => [offset + limit],
          }),
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/residents/{id}', access: 'registry:read' },
      summary: 'One resident, numbers masked',
      params: idParams,
      reply: residentSchema,
      async handle({ caller, params }) {
        const resident = await findResident(caller, params.id);
        await audit(caller, 'resident.read', `resident:${params.id}`, inStead(caller, resident.areaCode));
        return {
          body: residentView(resident, { revealed: false, areaName: await nameOf(resident.areaCode) }),
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/residents/{id}/reveal', access: 'registry:reveal' },
      summary: 'One resident with full numbers; the reason is kept',
      params: idParams,
      body: z.strictObject({ reason: z.string().trim().min(5).max(500) }),
      reply: residentSchema,
      async handle({ caller, params, body }) {
        const resident = await findResident(caller, params.id);
        await audit(caller, 'resident.revealed', `resident:${params.id}`, {
          ...{ reason: body.reason, ...inStead(caller, resident.areaCode) },
        });
        return {
          body: residentView(resident, { revealed: true, areaName: await nameOf(resident.areaCode) }),
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/family-cards/{id}', access: 'registry:read' },
      summary: 'One family card with its members, numbers masked',
      params: idParams,
      reply: familyCardSchema,
      async handle({ caller, params }) {
        const card = await readFamilyCard(db.manager, params.id);
        if (!card) throw notFound(NO_CARD);
        assertCovers(caller, card.address.areaCode, NO_CARD);
        await audit(
          caller,
          'family-card.read',
          `family-card:${params.id}`,
          inStead(caller, card.address.areaCode),
        );
        return { body: familyCardView(card, await nameOf(card.address.areaCode)) };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports/{id}/consequences', access: 'registry:read' },
      summary:
        'What the report will do to the registry as it is now: families before and after, numbers masked',
      params: idParams,
      reply: consequencesSchema,
      async handle({ caller, params }) {
        return { body: await readConsequences(deps, { caller, reportId: params.id }) };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports/{id}/restoration', access: 'registry:read' },
      summary: 'People of a registration that this report took back, and where they are now',
      params: idParams,
      reply: restorationSchema,
      async handle({ caller, params }) {
        return { body: await readRestoration(deps, { caller, reportId: params.id }) };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/areas', access: 'signed-in' },
      summary: 'Areas below `parent`, or those whose name contains `q`',
      query: z.object({
        parent: z.string().max(13).optional(),
        q: z.string().trim().min(2).max(60).optional(),
        level: z.coerce.number().int().min(1).max(4).optional(),
        limit: limitSchema,
      }),
      reply: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), level: z.int() })) }),
      async handle({ query }) {
        const { q, parent, level, limit } = query;
        const found = q
          ? await searchAreas(db, {
              text: q,
              limit,
              ...(level && { level }),
              ...(parent && { under: parent }),
            })
          : await listAreas(db, parent ?? null);
        return {
          body: { items: found.map((area) => ({ code: area.code, name: area.name, level: area.level })) },
        };
      },
    }),
  ];
}
