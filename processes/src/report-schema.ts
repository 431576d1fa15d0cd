/**
 * Parts that the core data of every event type is made of. They judge JSON shape only (types, lengths, code ranges):
 * a NIK of nine digits or a name with a digit passes here and comes back as a finding, because the rules judge the law.
 * Optional parts take `null` too, since forms send it for an empty field.
 */
import { z } from 'zod';

/** Free text of at most `max` characters (default 200). */
export const text = (max = 200) => z.string().max(max);
/** NIK or KK number as typed; always a string (it exceeds 2^53). */
export const identityNumber = z.string().max(32);
/** Calendar date `YYYY-MM-DD`. */
export const date = z.iso.date();
/** Time of day `HH:mm`, local to the place of the event. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const sex = z.literal([1, 2]);

export const person = z.strictObject({ nik: identityNumber, name: text() });

/** How the reporter stands to the subject; `rt` ketua RT, `proxy` holder of a power of attorney (F-1.07). */
export const reporterRelation = z.enum([
  'self',
  'head',
  'spouse',
  'parent',
  'child',
  'sibling',
  'relative',
  'rt',
  'proxy',
  'other',
]);

/** Pelapor (F-2.01) or pemohon (F-1.03). */
export const reporter = person.extend({
  relation: reporterRelation,
  phone: text(30).nullish(),
  email: z.union([z.email().max(200), z.literal('')]).nullish(),
});

export const address = z.strictObject({
  /** Dotted kelurahan/desa code, e.g. `32.73.02.1004`. */
  areaCode: text(13),
  street: text(),
  rt: text(3),
  rw: text(3),
  postalCode: text(5).nullish(),
});

export const documents = z.array(z.strictObject({ kind: text(60), attachmentId: z.uuid() })).max(30);

/** Fields that an analyst added to a form: open here, validated by the deployed form's own schema. */
export const extra = z.record(z.string().max(100), z.unknown());

/** What every report has. */
export const reportBase = z.strictObject({
  reporter,
  documents,
  extra: extra.nullish(),
  /** Codes of rules (N09, L17, ...) whose fault was corrected at submission; set by the event type, reported by the tables. */
  corrections: z.array(text(10)).max(20).nullish(),
});

export type Person = z.infer<typeof person>;
export type Reporter = z.infer<typeof reporter>;
export type AddressData = z.infer<typeof address>;

/** Adds the codes of corrections made now to those of before. */
export function withCorrections(before: string[] | null | undefined, now: string[]): string[] | undefined {
  const all = [...new Set([...(before ?? []), ...now])];
  return all.length === 0 ? undefined : all;
}
