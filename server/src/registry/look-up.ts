/**
 * Whom a report names, for the desk that fills it in. The operator has the number from the card that lies on the counter, so the answer is not masked
 * (a report needs whole numbers); what it was for is kept. Nobody outside of the operator's area, and of those of whom they are a deputy, is found.
 */
import { recordAudit } from '@lampid/db/kernel/audit';
import { areaNames } from '@lampid/db/reference/areas';
import { readFamilyCard } from '@lampid/db/registry/read-family-card';
import { searchResidents } from '@lampid/db/registry/search';
import { maskDate } from '@lampid/domain/masking';
import { inStead } from '../audit/stand-in-views.js';
import type { Deps } from '../deps.js';
import { numberSchema } from '../http/page.js';
import { notFound } from '../http/problem.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { areasOf, assertMayReport, covers, type Caller } from '../identity/authorize.js';
import { currentTraceparent } from '../observability/request-scope.js';

const service = 'registry' as const;
const status = z.enum(['active', 'dead', 'moved-out', 'void']);

const personSchema = z
  .object({
    nik: z.string(),
    name: z.string(),
    sex: z.int(),
    /** Year only: enough to know whether it is the person at the counter. */
    birthDate: z.string(),
    status,
    familyCardNumber: z.string().nullable(),
    areaName: z.string().nullable(),
  })
  .openapi('LookedUpPerson');

const familySchema = z
  .object({
    number: z.string(),
    status: z.enum(['active', 'closed']),
    areaName: z.string().nullable(),
    members: z.array(
      personSchema
        .pick({ nik: true, name: true, sex: true, birthDate: true, status: true })
        .extend({ relation: z.int() }),
    ),
  })
  .openapi('LookedUpFamily');

export function lookUpRoutes(deps: Deps): Route[] {
  const { db } = deps;

  async function keep(
    caller: Caller,
    action: string,
    about: { subject: string; type: string; found: boolean; deputyOf?: string },
  ) {
    const { subject, ...detail } = about;
    const traceparent = currentTraceparent();
    await recordAudit(db.manager, { actor: caller.username, action, object: subject, detail, traceparent });
  }
  /** A type that the caller may report, for which the look-up is. */
  function assertPurpose(caller: Caller, type: string): void {
    const event = deps.events.get(type)?.definition;
    if (!event) throw notFound();
    assertMayReport(caller, event);
  }
  async function nameOf(areaCode: string | null) {
    return areaCode === null ? null : ((await areaNames(db, [areaCode])).get(areaCode) ?? null);
  }

  return [
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/residents/lookup', access: 'registry:read' },
      summary: "Who has this NIK in the caller's area, for a report that is being filled in",
      body: z.strictObject({ nik: numberSchema, type: z.string().max(50) }),
      reply: z.object({ person: personSchema.nullable() }),
      problems: ['not-found', 'wrong-role'],
      async handle({ caller, body: { nik, type } }) {
        assertPurpose(caller, type);
        const [found] = await searchResidents(db.manager, { nik, under: areasOf(caller), limit: 1 });
        await keep(caller, 'resident.looked-up', {
          ...{ subject: found ? `resident:${found.id}` : 'residents', type, found: found !== undefined },
          ...inStead(caller, found?.areaCode ?? null),
        });
        if (!found) return { body: { person: null } };
        const { name, sex, birthDate, status: state, familyCardNumber, areaCode } = found;
        return {
          body: {
            person: {
              // Of a number that fell away in a merge, the one that is left.
              ...{
                nik: found.nik,
                name,
                sex,
                birthDate: maskDate(birthDate),
                status: state,
                familyCardNumber,
              },
              areaName: await nameOf(areaCode),
            },
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/family-cards/lookup', access: 'registry:read' },
      summary: "Who is on this family card of the caller's area, for a report that is being filled in",
      body: z.strictObject({ number: numberSchema, type: z.string().max(50) }),
      reply: z.object({ family: familySchema.nullable() }),
      problems: ['not-found', 'wrong-role'],
      async handle({ caller, body: { number: cardNumber, type } }) {
        assertPurpose(caller, type);
        const [someone] = await searchResidents(db.manager, {
          ...{ familyCardNumber: cardNumber, under: areasOf(caller), limit: 1 },
        });
        const card = someone?.familyCardId ? await readFamilyCard(db.manager, someone.familyCardId) : null;
        const family = card && covers(caller, card.address.areaCode) ? card : null;
        await keep(caller, 'family-card.looked-up', {
          ...{ subject: family ? `family-card:${family.id}` : 'family-cards', type, found: family !== null },
          ...inStead(caller, family?.address.areaCode ?? null),
        });
        if (!family) return { body: { family: null } };
        return {
          body: {
            family: {
              ...{ number: family.number, status: family.status },
              areaName: await nameOf(family.address.areaCode),
              members: family.members.map((member) => ({
                ...{ nik: member.nik, name: member.name, sex: member.sex, relation: member.relation },
                ...{ birthDate: maskDate(member.birthDate), status: member.status },
              })),
            },
          },
        };
      },
    }),
  ];
}
