/** A resident dies: status, card, widowed spouse, deed, one person less; a new number when it was the head (DOMAIN 2.5). */
import type { EffectResult } from './change.js';
import { EffectConflict } from './change.js';
import { EffectDraft } from './effect-draft.js';
import {
  familyOf,
  isAdult,
  memberByNik,
  residentByNik,
  spousesOf,
  type Family,
  type Member,
} from './family.js';
import { chooseNewHead } from './new-head.js';
import { regroupUnderNewHead } from './regroup.js';
import { relationByParents } from './relations.js';
import { postRelocation } from './relocate.js';
import type { RegistrySnapshot, Sex } from './snapshot.js';

export interface DeathInput {
  registry: RegistrySnapshot;
  /** Null for a person on no card. */
  familyCardNumber: string | null;
  deceased: {
    nik: string;
    name: string;
    sex?: Sex | null;
    birthPlace?: string | null;
    birthDate?: string | null;
    fatherName?: string | null;
    motherName?: string | null;
  };
  deathDate: string;
  newHeadNik?: string | null;
  guardianCardNumber?: string | null;
  today: string;
  deedDetails: Record<string, string>;
}

const DEED = '$deed';
const NEW_CARD = '$card';

/** Throws EffectConflict M01, U08, U09, NEW_HEAD, UNKNOWN_DECEASED. */
export function registerDeath(input: DeathInput): EffectResult {
  const known = residentByNik(input.registry, input.deceased.nik);
  if (known?.status === 'dead') {
    throw new EffectConflict(
      'M01',
      { id: 'Kematian sudah tercatat', en: 'Death already recorded' },
      'deceased.nik',
    );
  }
  const draft = new EffectDraft();
  if (!known) return registerUnknown(draft, input);
  if (input.familyCardNumber === null) {
    // Moved out of the city or never on a card of it: the deed is ours, the population is not.
    draft.patch(known, { status: 'dead', deathDate: input.deathDate });
    return finish(draft, input, known.id);
  }
  const family = familyOf(input.registry, input.familyCardNumber);
  const member = memberByNik(family, input.deceased.nik, 'deceased.nik');
  takeOffCard(draft, { input, family, member });
  return finish(draft, input, known.id);
}

function takeOffCard(
  draft: EffectDraft,
  { input, family, member }: { input: DeathInput; family: Family; member: Member },
): void {
  const { deathDate: eventDate } = input;
  const { number, address } = family.card;
  const staying = family.members.filter(({ resident }) => resident.id !== member.resident.id);
  draft.patch(member.resident, { status: 'dead', deathDate: eventDate });
  for (const widowed of widowedBy(family, member)) {
    draft.patch(widowed.resident, { maritalStatus: 4 });
    draft.document({ kind: 'ktp-el', about: { resident: widowed.resident.id } });
  }
  draft.leave(family, [member], 'death');
  draft.postPerson(member.resident, {
    kind: 'death',
    sign: -1,
    at: address,
    eventDate,
    resident: member.resident.id,
    card: number,
  });
  if (member.relation !== 1) {
    draft.document({ kind: 'kk', about: { card: number } });
    return;
  }
  replaceDeadHead(draft, { input, family, head: member, staying });
  draft.close(family, 'head died');
}

function replaceDeadHead(
  draft: EffectDraft,
  { input, family, head, staying }: { input: DeathInput; family: Family; head: Member; staying: Member[] },
): void {
  const { registry, today, deathDate: eventDate } = input;
  const { number, address: at } = family.card;
  const lost = { kind: 'death', sign: -1, at, eventDate, card: number } as const;
  if (staying.length === 0) {
    draft.postFamily(head.resident, lost);
    return;
  }
  if (input.guardianCardNumber) {
    moveToGuardian(draft, { input, family, staying, guardianCardNumber: input.guardianCardNumber });
    draft.postFamily(head.resident, lost);
    return;
  }
  const newHead = chooseNewHead({ registry, family, staying, newHeadNik: input.newHeadNik, today });
  regroupUnderNewHead(draft, { family, staying, newHead, card: NEW_CARD, reason: 'head died', eventDate });
  draft.result.familyCard = NEW_CARD;
  const { resident: next } = newHead.member;
  // The family goes on; it only moves between the columns by its head's sex and citizenship.
  if (next.sex !== head.resident.sex || next.citizenship !== head.resident.citizenship) {
    draft.postFamily(head.resident, lost);
    draft.postFamily(next, { ...lost, kind: 'new-family', sign: 1, card: NEW_CARD });
  }
}

/** Only minors are left: they join the card of the guardian who declared to take them. */
function moveToGuardian(
  draft: EffectDraft,
  {
    input: { registry, today, deathDate },
    family,
    staying,
    guardianCardNumber,
  }: { input: DeathInput; family: Family; staying: Member[]; guardianCardNumber: string },
): void {
  const host = familyOf(registry, guardianCardNumber, 'guardianCardNumber');
  if (host.card.number === family.card.number || staying.some(({ resident }) => isAdult(resident, today))) {
    const text = {
      id: 'KK wali hanya untuk anak yang tidak memiliki keluarga dewasa',
      en: "A guardian's card is only for minors left without an adult",
    };
    throw new EffectConflict('M12', text, 'guardianCardNumber');
  }
  const guardian = host.members[0]!;
  draft.leave(family, staying, 'taken by guardian');
  draft.join(
    host.card.number,
    staying.map(({ resident }) => ({
      resident,
      relation: relationByParents(guardian.resident, resident) ?? 9,
    })),
  );
  postRelocation(draft, staying, {
    from: family.card.address,
    to: host.card.address,
    fromCard: family.card.number,
    toCard: host.card.number,
    eventDate: deathDate,
  });
  draft.document({ kind: 'kk', about: { card: host.card.number } });
  draft.result.familyCard = host.card.number;
}

/** The spouse becomes cerai mati, unless another spouse of theirs is still on the card. */
export function widowedBy(family: Family, member: Member): Member[] {
  return spousesOf(family, member).filter(
    (spouse) =>
      spousesOf(family, spouse).filter((other) => other.resident.id !== member.resident.id).length === 0,
  );
}

/** In no database (M15, by court order or the 2024 policy): recorded with its deed, never counted. */
function registerUnknown(draft: EffectDraft, input: DeathInput): EffectResult {
  const { deceased, deathDate } = input;
  if (!deceased.sex || !deceased.birthDate || !/^\d{16}$/.test(deceased.nik)) {
    const text = {
      id: 'Lengkapi NIK, jenis kelamin, dan tanggal lahir almarhum',
      en: 'Give the NIK, sex and birth date of the deceased',
    };
    throw new EffectConflict('UNKNOWN_DECEASED', text, 'deceased');
  }
  const ref = '$deceased';
  draft.add({
    op: 'create-resident',
    resident: {
      ref,
      nik: deceased.nik,
      name: deceased.name,
      sex: deceased.sex,
      birthPlace: deceased.birthPlace ?? '',
      birthDate: deceased.birthDate,
      religion: 7,
      maritalStatus: 1,
      education: 1,
      occupation: 1,
      bloodType: 13,
      citizenship: 1,
      fatherName: deceased.fatherName ?? null,
      motherName: deceased.motherName ?? null,
      fatherNik: null,
      motherNik: null,
      birthOrder: null,
      status: 'dead',
      deathDate,
    },
  });
  return finish(draft, input, ref);
}

function finish(draft: EffectDraft, input: DeathInput, resident: string): EffectResult {
  const details = { ...input.deedDetails, deathDate: input.deathDate };
  draft.add({ op: 'register-deed', ref: DEED, kind: 'death', code: 'KM', resident, details });
  draft.documents.unshift({ kind: 'kutipan-akta-kematian', about: { resident } });
  Object.assign(draft.result, { resident, deed: DEED });
  return draft.done();
}
