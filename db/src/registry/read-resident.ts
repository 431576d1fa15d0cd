import type { Resident, ResidentStatus } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

export interface ResidentDetails extends Omit<Resident, 'status'> {
  status: ResidentStatus;
  /** Kelurahan of the card, or the last one of who left. */
  areaCode: string | null;
  familyCardId: string | null;
  /** SHDK on that card. */
  relation: number | null;
  deeds: { number: string; kind: string; registeredOn: string; status: 'valid' | 'void'; reportId: string }[];
  /** Family cards one has been on, latest first; `until` null: still. */
  memberships: {
    familyCardId: string;
    relation: number;
    since: string;
    until: string | null;
    reason: string | null;
  }[];
}

/** Unmasked, with history; null when there is none or only a void one. */
export async function readResident(tx: Tx, id: string): Promise<ResidentDetails | null> {
  return row(
    tx,
    `select r.id, r.version, r.nik, r.name, r.sex, r.birth_place as "birthPlace", r.birth_date as "birthDate",
       r.religion, r.marital_status as "maritalStatus", r.education, r.occupation, r.blood_type as "bloodType",
       r.citizenship, r.father_name as "fatherName", r.mother_name as "motherName", r.father_nik as "fatherNik",
       r.mother_nik as "motherNik", r.birth_order as "birthOrder", r.status, r.death_date as "deathDate",
       r.card_number as "familyCardNumber", r.area_code as "areaCode",
       current.card_id as "familyCardId", current.relation,
       (select coalesce(jsonb_agg(jsonb_build_object('number', d.number, 'kind', d.kind, 'registeredOn', d.registered_on,
          'status', d.status, 'reportId', d.report_id) order by d.registered_on, d.number), '[]')
        from registry.deed d where d.resident_id = r.id) as deeds,
       (select coalesce(jsonb_agg(jsonb_build_object('familyCardId', m.card_id, 'relation', m.relation, 'since', m.since,
          'until', m.until, 'reason', m.end_reason) order by m.id desc), '[]')
        from registry.membership m where m.resident_id = r.id) as memberships
     from registry.resident r
     left join registry.membership current on current.resident_id = r.id and current.until is null
     where r.id = $1 and r.status <> 'void'`,
    [id],
  );
}
