/** What a report will do to the registry, for whoever decides: before and after, and the fingerprint that the decision keeps. */
import type { Tx } from '@lampid/db/data-source';
import { areaNames } from '@lampid/db/reference/areas';
import { computeEffect, fingerprintOf } from '@lampid/db/registry/compute-effect';
import { standingRegistration } from '@lampid/db/registry/registrations';
import { loadReport } from '@lampid/db/reporting/report';
import { todayJakarta } from '@lampid/domain/dates';
import { maskNumber } from '@lampid/domain/masking';
import { EffectConflict } from '@lampid/domain/registry/change';
import { consequencesOf, type Consequences, type FamilyChange } from '@lampid/domain/registry/consequences';
import type { Text } from '@lampid/domain/rules/finding';
import type { Deps } from '../deps.js';
import { z } from '../http/zod.js';
import type { Caller } from '../identity/authorize.js';
import { findReportToShow } from '../reporting/read-report.js';
import { textSchema } from '../reporting/report-schemas.js';

export type PlannedRegistration =
  | { kind: 'planned'; consequences: Consequences; fingerprint: string }
  | { kind: 'conflict'; code: string; message: Text };

/** Null when there is nothing to plan: drafts, ended cases, and what is registered already. */
export async function planRegistration(
  tx: Tx,
  deps: Deps,
  reportId: string,
): Promise<PlannedRegistration | null> {
  const report = await loadReport(tx, reportId);
  const event = report && deps.events.get(report.type)?.definition;
  if (!report || !event || report.status === 'draft' || report.endedAt) return null;
  if (await standingRegistration(tx, reportId)) return null;
  try {
    const { effect, registry } = await computeEffect(tx, deps.db, {
      ...{ event, report, city: deps.config.CITY, lock: false },
      today: todayJakarta(deps.now()),
    });
    const consequences = consequencesOf(registry, effect);
    return { kind: 'planned', consequences, fingerprint: fingerprintOf(effect) };
  } catch (error) {
    if (error instanceof EffectConflict) return { kind: 'conflict', code: error.code, message: error.text };
    throw error;
  }
}

const addressSchema = z.object({
  areaCode: z.string(),
  areaName: z.string().nullable(),
  street: z.string(),
  rt: z.string(),
  rw: z.string(),
  postalCode: z.string().nullable(),
});

const memberSchema = z.object({
  resident: z.string(),
  name: z.string(),
  /** Masked; null for a NIK that is still to be allocated. */
  nik: z.string().nullable(),
  relation: z.int(),
  maritalStatus: z.int(),
});

export const consequencesSchema = z
  .object({
    /** Sent with the decision as `data.consequences`, it says what was looked at. */
    fingerprint: z.string().nullable(),
    /** Why the report could not be registered as things are now. */
    conflict: z.object({ code: z.string(), message: textSchema }).nullable(),
    families: z.array(
      z.object({
        number: z.string().nullable(),
        fate: z.enum(['kept', 'opened', 'closed']),
        addressBefore: addressSchema.nullable(),
        addressAfter: addressSchema.nullable(),
        before: z.array(memberSchema),
        after: z.array(memberSchema),
        changes: z.record(z.string(), z.enum(['joins', 'leaves', 'relation', 'data'])),
      }),
    ),
    people: z.array(
      z.object({
        resident: z.string(),
        name: z.string(),
        elements: z.array(
          z.object({
            element: z.string(),
            before: z.union([z.string(), z.number(), z.null()]),
            after: z.union([z.string(), z.number(), z.null()]),
          }),
        ),
      }),
    ),
    deeds: z.array(z.object({ kind: z.string(), code: z.string() })),
    moveLetters: z.array(z.object({ destination: addressSchema, people: z.int() })),
    postings: z.array(
      z.object({
        kind: z.string(),
        unit: z.enum(['person', 'family']),
        areaCode: z.string(),
        areaName: z.string().nullable(),
        amount: z.int(),
      }),
    ),
    revokes: z.uuid().nullable(),
  })
  .openapi('Consequences');

type View = z.input<typeof consequencesSchema>;

const NOTHING = { families: [], people: [], deeds: [], moveLetters: [], postings: [], revokes: null };

/** @throws Problem 404 */
export async function readConsequences(
  deps: Deps,
  { caller, reportId }: { caller: Caller; reportId: string },
): Promise<View> {
  const report = await findReportToShow(deps.db, caller, reportId);
  const planned = await planRegistration(deps.db.manager, deps, report.id);
  if (planned === null) return { fingerprint: null, conflict: null, ...NOTHING };
  if (planned.kind === 'conflict') {
    const { code, message } = planned;
    return { fingerprint: null, conflict: { code, message }, ...NOTHING };
  }
  const { consequences, fingerprint } = planned;
  return { fingerprint, conflict: null, ...(await named(deps, consequences)) };
}

/** With names of areas, and numbers masked. */
async function named(
  deps: Deps,
  consequences: Consequences,
): Promise<Omit<View, 'fingerprint' | 'conflict'>> {
  const { families, people, deeds, moveLetters, postings, revokes } = consequences;
  const addresses = [
    ...families.flatMap(({ addressBefore, addressAfter }) => [addressBefore, addressAfter]),
    ...moveLetters.map(({ destination }) => destination),
  ].filter((address) => address !== null);
  const names = await areaNames(deps.db, [
    ...addresses.map(({ areaCode }) => areaCode),
    ...postings.map(({ areaCode }) => areaCode),
  ]);
  const nameOf = (areaCode: string) => names.get(areaCode) ?? null;
  const at = <A extends { areaCode: string }>(address: A | null) =>
    address && { ...address, areaName: nameOf(address.areaCode) };
  return {
    ...{ deeds, revokes },
    families: families.map((family) => ({
      ...family,
      number: family.number === null ? null : maskNumber(family.number),
      addressBefore: at(family.addressBefore),
      addressAfter: at(family.addressAfter),
      before: family.before.map(masked),
      after: family.after.map(masked),
    })),
    people: people.map((person) => ({
      ...person,
      elements: person.elements.map((change) => (change.element === 'nik' ? maskedChange(change) : change)),
    })),
    moveLetters: moveLetters.map((letter) => ({ ...letter, destination: at(letter.destination)! })),
    postings: postings.map((posting) => ({ ...posting, areaName: nameOf(posting.areaCode) })),
  };
}

const masked = (member: FamilyChange['before'][number]) => ({
  ...member,
  nik: member.nik === null ? null : maskNumber(member.nik),
});

function maskedChange({ element, before, after }: Consequences['people'][number]['elements'][number]) {
  return { element, before: maskNumber(String(before)), after: maskNumber(String(after)) };
}
