/** Residents and family cards as officers see them: numbers masked and birth dates cut to the year until revealed (DOMAIN 8). */
import type { FamilyCardDetails, FamilyCardMember } from '@lampid/db/registry/read-family-card';
import type { ResidentDetails } from '@lampid/db/registry/read-resident';
import type { FoundResident } from '@lampid/db/registry/found-resident';
import { maskDate, maskNumber } from '@lampid/domain/masking';
import { z } from '../http/zod.js';

const number = z
  .string()
  .openapi({ description: 'NIK or KK number, masked unless revealed', example: '3273********9001' });
const status = z.enum(['active', 'dead', 'moved-out', 'void']);

export const foundResidentSchema = z
  .object({
    id: z.uuid(),
    nik: number,
    name: z.string(),
    sex: z.int(),
    /** Year only. */
    birthDate: z.string(),
    status,
    familyCardId: z.uuid().nullable(),
    familyCardNumber: number.nullable(),
    areaCode: z.string().nullable(),
    areaName: z.string().nullable(),
  })
  .openapi('FoundResident');

const biodata = {
  name: z.string(),
  sex: z.int(),
  birthPlace: z.string(),
  /** `YYYY-MM-DD` when revealed, else the year. */
  birthDate: z.string(),
  religion: z.int(),
  maritalStatus: z.int(),
  education: z.int(),
  occupation: z.int(),
  bloodType: z.int(),
  citizenship: z.int(),
  fatherName: z.string().nullable(),
  motherName: z.string().nullable(),
};

export const residentSchema = z
  .object({
    id: z.uuid(),
    revealed: z.boolean(),
    nik: number,
    ...biodata,
    fatherNik: number.nullable(),
    motherNik: number.nullable(),
    birthOrder: z.int().nullable(),
    status,
    deathDate: z.string().nullable(),
    familyCardId: z.uuid().nullable(),
    familyCardNumber: number.nullable(),
    relation: z.int().nullable(),
    areaCode: z.string().nullable(),
    areaName: z.string().nullable(),
    deeds: z.array(
      z.object({
        number: z.string(),
        kind: z.string(),
        registeredOn: z.string(),
        status: z.enum(['valid', 'void']),
        reportId: z.uuid(),
      }),
    ),
    memberships: z.array(
      z.object({
        familyCardId: z.uuid(),
        relation: z.int(),
        since: z.string(),
        until: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('Resident');

const memberSchema = z
  .object({
    residentId: z.uuid(),
    nik: number,
    ...biodata,
    status,
    relation: z.int(),
    since: z.string(),
    until: z.string().nullable(),
  })
  .openapi('FamilyMember');

export const familyCardSchema = z
  .object({
    id: z.uuid(),
    number,
    status: z.enum(['active', 'closed']),
    address: z.object({
      areaCode: z.string(),
      areaName: z.string().nullable(),
      street: z.string(),
      rt: z.string(),
      rw: z.string(),
      postalCode: z.string().nullable(),
    }),
    openedOn: z.string(),
    closedOn: z.string().nullable(),
    closedReason: z.string().nullable(),
    members: z.array(memberSchema),
    formerMembers: z.array(memberSchema),
  })
  .openapi('FamilyCard');

export function foundResident(found: FoundResident, areaName: string | null) {
  return {
    ...found,
    nik: maskNumber(found.nik),
    birthDate: maskDate(found.birthDate),
    familyCardNumber: masked(found.familyCardNumber),
    areaName,
  };
}

export function residentView(
  resident: ResidentDetails,
  options: { revealed: boolean; areaName: string | null },
) {
  const { version: _, ...view } = resident;
  const shown = { ...view, revealed: options.revealed, areaName: options.areaName };
  if (options.revealed) return shown;
  return {
    ...shown,
    nik: maskNumber(view.nik),
    birthDate: maskDate(view.birthDate),
    fatherNik: masked(view.fatherNik),
    motherNik: masked(view.motherNik),
    familyCardNumber: masked(view.familyCardNumber),
  };
}

export function familyCardView(card: FamilyCardDetails, areaName: string | null) {
  const { version: _, ...view } = card;
  return {
    ...view,
    number: maskNumber(view.number),
    address: { ...view.address, areaName },
    members: view.members.map(maskedMember),
    formerMembers: view.formerMembers.map(maskedMember),
  };
}

function maskedMember(member: FamilyCardMember): FamilyCardMember {
  return { ...member, nik: maskNumber(member.nik), birthDate: maskDate(member.birthDate) };
}

function masked(value: string | null): string | null {
  return value === null ? null : maskNumber(value);
}
