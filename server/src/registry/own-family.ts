/** A citizen's own family card: theirs, so in full. Every reading is written into the audit log all the same. */
import { recordAudit } from '@lampid/db/kernel/audit';
import { cardOf } from '@lampid/db/registry/card-holders';
import { readFamilyCard } from '@lampid/db/registry/read-family-card';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';

const familySchema = z
  .object({
    number: z.string(),
    address: z.object({ areaCode: z.string(), street: z.string(), rt: z.string(), rw: z.string() }),
    /** Head first. */
    members: z.array(
      z.object({
        nik: z.string(),
        name: z.string(),
        sex: z.int(),
        birthDate: z.string(),
        relation: z.int(),
        /** The citizen who asks. */
        self: z.boolean(),
      }),
    ),
  })
  .openapi('OwnFamily');

export function ownFamilyRoutes({ db }: Pick<Deps, 'db'>): Route[] {
  return [
    defineRoute({
      ...{ service: 'registry', method: 'get', path: '/api/v1/family', access: 'family:read' },
      summary: "A citizen's own family card, in full",
      reply: familySchema,
      async handle({ caller }) {
        const id = caller.residentId === null ? null : await cardOf(db.manager, caller.residentId);
        const card = id === null ? null : await readFamilyCard(db.manager, id);
        if (!card)
          throw notFound({ id: 'Anda tidak tercatat dalam KK di kota ini', en: 'You are on no card here' });
        await recordAudit(db.manager, {
          ...{ actor: caller.username, action: 'family-card.read', object: `family-card:${card.id}` },
        });
        const { areaCode, street, rt, rw } = card.address;
        return {
          body: {
            number: card.number,
            address: { areaCode, street, rt, rw },
            members: card.members.map(({ residentId, nik, name, sex, birthDate, relation }) => ({
              ...{ nik, name, sex, birthDate, relation, self: residentId === caller.residentId },
            })),
          },
        };
      },
    }),
  ];
}
