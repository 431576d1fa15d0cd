import type { Address, Biodata, ResidentStatus } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

export interface FamilyCardMember extends Biodata {
  residentId: string;
  nik: string;
  status: ResidentStatus;
  /** SHDK. */
  relation: number;
  since: string;
  /** Null: on the card now. */
  until: string | null;
}

export interface FamilyCardDetails {
  id: string;
  version: number;
  number: string;
  status: 'active' | 'closed';
  address: Address;
  openedOn: string;
  closedOn: string | null;
  closedReason: string | null;
  /** Head first. */
  members: FamilyCardMember[];
  /** Who was on it before, latest first. */
  formerMembers: FamilyCardMember[];
}

/** Unmasked: the caller masks. Null when there is none. */
export async function readFamilyCard(tx: Tx, id: string): Promise<FamilyCardDetails | null> {
  const card = await row<Omit<FamilyCardDetails, 'formerMembers'>>(
    tx,
    `select c.id, c.version, c.number, c.status, c.opened_on as "openedOn", c.closed_on as "closedOn",
       c.closed_reason as "closedReason",
       jsonb_build_object('areaCode', c.area_code, 'street', c.street, 'rt', c.rt, 'rw', c.rw,
         'postalCode', c.postal_code) as address,
       (select coalesce(jsonb_agg(jsonb_build_object('residentId', r.id, 'nik', r.nik, 'name', r.name, 'sex', r.sex,
          'birthPlace', r.birth_place, 'birthDate', r.birth_date, 'religion', r.religion,
          'maritalStatus', r.marital_status, 'education', r.education, 'occupation', r.occupation,
          'bloodType', r.blood_type, 'citizenship', r.citizenship, 'fatherName', r.father_name,
          'motherName', r.mother_name, 'status', r.status, 'relation', m.relation, 'since', m.since, 'until', m.until)
          order by m.until desc nulls first, (m.relation = 1) desc, m.position, m.id), '[]')
        from registry.membership m join registry.resident r on r.id = m.resident_id
        where m.card_id = c.id and r.status <> 'void') as members
     from registry.family_card c where c.id = $1`,
    [id],
  );
  if (!card) return null;
  return {
    ...card,
    members: card.members.filter((member) => member.until === null),
    formerMembers: card.members.filter((member) => member.until !== null),
  };
}
