import { cityOf } from '@lampid/domain/areas';
import type { Role } from '@lampid/domain/roles';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import { Choices } from './choices.js';
import { FEMALE_FIRST, FEMALE_LAST, MALE_FIRST, MALE_LAST } from './names.js';
import { pilotDistricts } from './pilot-areas.js';

interface DemoOfficer {
  username: string;
  name: string;
  role: Role;
  areaCode: string;
  rt?: string;
  rw?: string;
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
  { username: 'analyst2', name: 'Wulan Sari', role: 'analyst', areaCode: '32.73' },
  { username: 'auditor', name: 'Sri Handayani', role: 'auditor', areaCode: '32.73' },
  {
    username: 'rt01.dago',
    name: 'Ujang Suherman',
    role: 'rtrw',
    areaCode: '32.73.02.1004',
    rt: '001',
    rw: '001',
  },
  { username: 'rw01.dago', name: 'Yayah Rokayah', role: 'rtrw', areaCode: '32.73.02.1004', rw: '001' },
  { username: 'rs.hasan-sadikin', name: 'RSUP Dr. Hasan Sadikin', role: 'hospital', areaCode: '32.73' },
];

/** Who works for a whole city; the first three have its name in theirs, as `verif.bandung`. */
const CITY_STAFF = [
  { role: 'verifikator', username: (city: string) => `verif.${city}` },
  { role: 'kadis', username: (city: string) => `kadis.${city}` },
  { role: 'admin', username: (city: string) => `admin.${city}` },
  { role: 'analyst', username: () => 'analyst' },
  { role: 'auditor', username: () => 'auditor' },
] as const;

/**
 * Demo accounts: the named ones, and for every area of the demonstration without one `operator.<kelurahan>`,
 * `supervisor.<kecamatan>` and the staff of the city. Accounts that are there stay as they are.
 */
export async function seedOfficers(tx: Tx, city: string): Promise<number> {
  const areas = await rows<{ code: string; name: string; level: number }>(
    tx,
    `select code, name, level from reference.area
     where active and (code = $2 or code = any($1::text[]) or parent = any($1::text[])) order by code`,
    [await pilotDistricts(tx, city), city],
  );
  const officers = NAMED.filter(({ areaCode }) => cityOf(areaCode) === city);
  const add = (role: DemoOfficer['role'], username: string, areaCode: string) => {
    if (officers.some((officer) => officer.username === username)) return;
    officers.push({ username, name: nameOf(`${areaCode}${role}`), role, areaCode });
  };
  for (const { code, name, level } of areas) {
    const word = name
      .toLowerCase()
      .replace(/^(kota|kabupaten|kab\.?) /, '')
      .replace(/[^a-z]/g, '');
    if (level === 4) add('operator', `operator.${word}`, code);
    else if (level === 3) add('supervisor', `supervisor.${word}`, code);
    else for (const { role, username } of CITY_STAFF) add(role, username(word), code);
  }
  const added = await rows(
    tx,
    `insert into identity.officer (username, name, email, role, area_code, rt, rw, demo)
     select o.username, o.name, o.username || '@lampid.test', o.role, o."areaCode", o.rt, o.rw, true
     from jsonb_to_recordset($1::jsonb) as o (username text, name text, role text, "areaCode" text, rt text, rw text)
     on conflict (username) do nothing returning username`,
    [JSON.stringify(officers)],
  );
  return added.length;
}

function nameOf(office: string): string {
  const choices = new Choices(`officer ${office}`);
  const [first, last] = choices.chance(0.5) ? [MALE_FIRST, MALE_LAST] : [FEMALE_FIRST, FEMALE_LAST];
  return [choices.pick(first), choices.pick(last)]
    .map((word) => word[0] + word.slice(1).toLowerCase())
    .join(' ');
}
