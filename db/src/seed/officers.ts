import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import { Choices } from './choices.js';
import { FEMALE_FIRST, FEMALE_LAST, MALE_FIRST, MALE_LAST } from './names.js';
import { PILOT_DISTRICTS } from './pilot-areas.js';

interface DemoOfficer {
  username: string;
  name: string;
  role: 'operator' | 'supervisor' | 'verifikator' | 'kadis' | 'admin' | 'analyst' | 'auditor';
  areaCode: string;
}

/** The accounts that the documentation names. */
const NAMED: readonly DemoOfficer[] = [
  { username: 'operator.dago', name: 'Neng Rohaeti', role: 'operator', areaCode: '32.73.02.1004' },
  { username: 'operator2.dago', name: 'Asep Sutisna', role: 'operator', areaCode: '32.73.02.1004' },
  { username: 'supervisor.coblong', name: 'Dadang Hidayat', role: 'supervisor', areaCode: '32.73.02' },
  { username: 'supervisor2.coblong', name: 'Euis Komalasari', role: 'supervisor', areaCode: '32.73.02' },
  { username: 'verif.bandung', name: 'Rina Permatasari', role: 'verifikator', areaCode: '32.73' },
  { username: 'kadis.bandung', name: 'Tatang Suryana', role: 'kadis', areaCode: '32.73' },
  { username: 'admin.bandung', name: 'Lina Marlina', role: 'admin', areaCode: '32.73' },
  { username: 'analyst', name: 'Fajar Nugraha', role: 'analyst', areaCode: '32.73' },
  { username: 'auditor', name: 'Sri Handayani', role: 'auditor', areaCode: '32.73' },
];

/**
 * Demo accounts: the named ones, and `operator.<kelurahan>`, `supervisor.<kecamatan>` for every pilot area without one.
 * Accounts that are there stay as they are.
 */
export async function seedOfficers(tx: Tx): Promise<number> {
  const areas = await rows<{ code: string; name: string; level: number }>(
    tx,
    `select code, name, level from reference.area
     where active and (code = any($1::text[]) or parent = any($1::text[])) order by code`,
    [PILOT_DISTRICTS],
  );
  const officers = [...NAMED];
  for (const area of areas) {
    const role = area.level === 4 ? 'operator' : 'supervisor';
    const username = `${role}.${area.name.toLowerCase().replace(/[^a-z]/g, '')}`;
    if (officers.some((officer) => officer.username === username)) continue;
    officers.push({ username, name: nameOf(area.code), role, areaCode: area.code });
  }
  const added = await rows(
    tx,
    `insert into identity.officer (username, name, email, role, area_code, demo)
     select o.username, o.name, o.username || '@lampid.test', o.role, o."areaCode", true
     from jsonb_to_recordset($1::jsonb) as o (username text, name text, role text, "areaCode" text)
     on conflict (username) do nothing returning username`,
    [JSON.stringify(officers)],
  );
  return added.length;
}

function nameOf(areaCode: string): string {
  const choices = new Choices(`officer ${areaCode}`);
  const [first, last] = choices.chance(0.5) ? [MALE_FIRST, MALE_LAST] : [FEMALE_FIRST, FEMALE_LAST];
  return [choices.pick(first), choices.pick(last)]
    .map((word) => word[0] + word.slice(1).toLowerCase())
    .join(' ');
}
