/**
 * Who may do what, and where: the one place. A role opens an action, the officer's area bounds what they see: their own
 * kelurahan, everything in the kecamatan, or the city. What lies outside is *not found* (404), never *forbidden*: that it exists is
 * nobody's business there.
 */
import type { Deputised } from '@lampid/db/identity/absences';
import type { CaseGroup } from '@lampid/processes/case-variables';
import type { Role } from '@lampid/domain/roles';
import type { Text } from '@lampid/domain/rules/finding';
import { notFound, Problem } from '../http/problem.js';

export interface Caller {
  username: string;
  name: string;
  role: Role;
  /** Kelurahan, kecamatan or city, dotted. */
  areaCode: string;
  areaName: string | null;
  /** Of a head of RT or RW, inside their kelurahan. */
  rt: string | null;
  rw: string | null;
  /** Who a citizen is in the register. */
  residentId: string | null;
  /** Candidate groups whose tasks are theirs, such as `supervisor:32.73.02`: their own and those of whom they stand in for. */
  groups: string[];
  /** Whose deputy they are today. */
  deputising: Deputised[];
  demo: boolean;
  /** How they signed in: a cookie needs protection against other sites, a bearer token does not. */
  via: 'session' | 'bearer';
}

const OFFICE: readonly Role[] = ['operator', 'supervisor', 'verifikator', 'kadis', 'admin'];
/** They report and see what they reported; nothing else of the office is theirs. */
const OUTSIDE = ['rtrw', 'hospital', 'citizen'] as const satisfies readonly Role[];
const EVERYBODY: readonly Role[] = [...OFFICE, ...OUTSIDE, 'analyst', 'auditor'];

/** Reporting is narrower still: an event type says which roles report it (`assertMayReport`). */
const GRANTS = {
  'report:submit': [...OFFICE, ...OUTSIDE],
  'report:read': [...OFFICE, ...OUTSIDE, 'auditor'],
  /** How the office works on it: steps, officers, doubles. */
  'case:read': [...OFFICE, 'auditor'],
  'report:cancel': ['operator', 'supervisor', 'admin'],
  'attachment:upload': [...OFFICE, ...OUTSIDE],
  'document:read': [...OFFICE, 'auditor'],
  'document:print': OFFICE,
  'task:read': [...OFFICE, 'auditor'],
  'task:work': OFFICE,
  'incident:read': [...OFFICE, 'auditor'],
  'incident:retry': ['admin'],
  'registry:read': [...OFFICE, 'auditor'],
  'registry:reveal': OFFICE,
  'import:manage': ['admin'],
  'recap:read': [...OFFICE, 'auditor'],
  'satisfaction:ask': ['operator'],
  'closing:manage': ['admin'],
  'message:read': [...OFFICE, ...OUTSIDE],
  'officer-name:read': [...OFFICE, 'analyst', 'auditor'],
  'user:manage': ['admin'],
  'audit:read': ['admin', 'auditor'],
  'audit:export': ['auditor'],
  'event-type:read': EVERYBODY,
  'family:read': ['citizen'],
  'rule:read': [...OFFICE, 'analyst', 'auditor'],
  'process:read': [...OFFICE, 'analyst', 'auditor'],
  'process:change': ['analyst'],
  /** The second pair of eyes, where a city has one analyst only. */
  'process:approve': ['analyst', 'admin'],
  'analysis:read': ['kadis', 'admin', 'auditor'],
  'operations:read': ['admin', 'auditor'],
  /** Their own, on a family that does not exist. */
  'practice:work': ['operator', 'supervisor', 'verifikator', 'kadis'],
  'what-if:run': ['analyst'],
  'process:deploy': ['analyst'],
  'migration:read': ['analyst', 'admin', 'auditor'],
  'migration:propose': ['analyst'],
  'migration:approve': ['analyst', 'admin'],
  'note-template:read': [...OFFICE, 'analyst'],
  'note-template:manage': ['admin', 'analyst'],
  /** One's own; an admin enters anybody's. */
  'absence:enter': OFFICE,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

export function may(caller: Pick<Caller, 'role'>, permission: Permission): boolean {
  return (GRANTS[permission] as readonly Role[]).includes(caller.role);
}

/** @throws Problem 403 */
export function assertMay(caller: Pick<Caller, 'role'>, permission: Permission): void {
  if (!may(caller, permission)) throw new Problem('wrong-role');
}

/** @throws Problem 403 when this role does not report events of that type. */
export function assertMayReport(caller: Pick<Caller, 'role'>, event: { reportedBy: readonly Role[] }): void {
  if (!event.reportedBy.includes(caller.role)) throw new Problem('wrong-role');
}

/** @throws Problem 403 when what is sent was begun by somebody else; whoever does not say is taken at their sign-in. */
export function assertBegan(caller: Pick<Caller, 'username'>, begunBy: string | undefined): void {
  if (begunBy !== undefined && begunBy !== caller.username) throw new Problem('begun-by-another');
}

type WithArea = Pick<Caller, 'areaCode'> & Partial<Pick<Caller, 'deputising'>>;

/** True when the area is the caller's own or lies inside it, or those of an officer whose deputy they are. */
export function covers({ areaCode: own, deputising = [] }: WithArea, areaCode: string): boolean {
  return [own, ...deputising.map((absent) => absent.areaCode)].some(
    (code) => areaCode === code || areaCode.startsWith(`${code}.`),
  );
}

/** @throws Problem 404 when the area is not the caller's. @param what said of such a thing that is not there: the two are not told apart */
export function assertCovers(caller: WithArea, areaCode: string | null, what?: Text): void {
  if (areaCode === null || !covers(caller, areaCode)) throw notFound(what);
}

/** @throws Problem 404 for a report that is not the caller's: of another area, or somebody else's where they see only their own. */
export function assertSees(
  caller: Pick<Caller, 'role' | 'username'> & WithArea,
  report: { areaCode: string; createdBy: string },
  what?: Text,
): void {
  assertCovers(caller, report.areaCode, what);
  if (seesOwnOnly(caller) && report.createdBy !== caller.username) throw notFound(what);
}

/** Whose reports the caller's lists show: their own area, and those of whom they are a deputy. */
export function areasOf({ areaCode, deputising }: Pick<Caller, 'areaCode' | 'deputising'>): string[] {
  return [...new Set([areaCode, ...deputising.map((absent) => absent.areaCode)])];
}

/** In whose stead the caller sees what lies in this area; null where it is their own. */
export function seesInSteadOf(
  { areaCode: own, deputising }: Pick<Caller, 'areaCode' | 'deputising'>,
  areaCode: string,
): string | null {
  if (covers({ areaCode: own }, areaCode)) return null;
  return deputising.find((absent) => covers({ areaCode: absent.areaCode }, areaCode))?.username ?? null;
}

/** Who reports from outside of the office sees what they sent in, and nothing of others. */
export function seesOwnOnly(caller: Pick<Caller, 'role'>): boolean {
  return outsideRole(caller) !== null;
}

/** Null for an officer, and for an account that is not there. */
export function outsideRole(account: { role: Role } | null): (typeof OUTSIDE)[number] | null {
  return OUTSIDE.find((role) => role === account?.role) ?? null;
}

/** A head of RT speaks for that RT, a head of RW for all of the RW. @throws Problem 404 for another one */
export function assertSpeaksFor(
  caller: Pick<Caller, 'role' | 'rt' | 'rw'>,
  neighbourhood: { rt: string; rw: string } | null,
): void {
  if (caller.role !== 'rtrw') return;
  const same = (own: string | null, said: string) => own !== null && Number(own) === Number(said);
  const theirs =
    neighbourhood !== null &&
    same(caller.rw, neighbourhood.rw) &&
    (caller.rt === null || same(caller.rt, neighbourhood.rt));
  if (!theirs) throw notFound({ id: 'RT/RW ini bukan wilayah Anda', en: 'This RT/RW is not yours' });
}

/** An officer has not seen the originals of what a citizen sends in: the kelurahan looks at them first. */
export function needsKelurahanCheck(caller: Pick<Caller, 'role'>): boolean {
  return caller.role === 'citizen';
}

/**
 * Who reports from outside of the office reports about a card of this city, a citizen about their own only; the case is the kelurahan's of that
 * card. @throws Problem 404
 */
export function assertReportsOn(
  caller: Pick<Caller, 'role' | 'areaCode' | 'residentId'>,
  card: { areaCode: string; residentIds: string[] } | null,
): asserts card is { areaCode: string; residentIds: string[] } {
  const theirs =
    card !== null &&
    covers(caller, card.areaCode) &&
    (caller.role !== 'citizen' ||
      (caller.residentId !== null && card.residentIds.includes(caller.residentId)));
  if (!theirs)
    throw notFound({
      id: 'Kartu keluarga ini tidak dapat Anda laporkan',
      en: 'You cannot report about this family card',
    });
}

/** Four eyes: whoever wrote or proposed something does not approve it. @throws Problem 403 */
export function assertAnother(
  caller: Pick<Caller, 'username'>,
  authors: readonly (string | null)[],
  details?: Text,
): void {
  if (authors.includes(caller.username)) throw new Problem('own-proposal', details);
}

/** Nobody takes their own administration away: the last admin would lock everybody out. @throws Problem 409 */
export function assertKeepsAdmin(
  caller: Pick<Caller, 'username' | 'role' | 'areaCode'>,
  change: { username: string; role: Role; areaCode: string; active: boolean },
): void {
  if (change.username !== caller.username) return;
  if (change.active && change.role === caller.role && change.areaCode === caller.areaCode) return;
  throw new Problem('state-conflict', {
    id: 'Anda tidak dapat mencabut hak Anda sendiri; mintalah admin lain',
    en: 'You cannot take your own rights away; ask another admin',
  });
}

type Seat = Pick<Caller, 'role' | 'areaCode'>;

/**
 * The one group of a role, and those of whom they are a deputy; analysts, auditors and who is outside of the office decide
 * nothing.
 */
export function groupsOf(officer: Seat & { deputising?: readonly Seat[] }): string[] {
  const seats = [officer, ...(officer.deputising ?? [])].filter(({ role }) => OFFICE.includes(role));
  return [...new Set(seats.map(({ role, areaCode }) => `${role}:${areaCode}`))];
}

/**
 * In whose stead the caller works on this task: of the absent officer who had it, or of one without whom its group would not be
 * theirs. Null when it is their own work.
 */
export function deputyOf(
  caller: Pick<Caller, 'role' | 'areaCode' | 'deputising'>,
  task: { leftBy: string | null; candidateGroups: readonly string[] },
): string | null {
  const left = caller.deputising.find(({ username }) => username === task.leftBy);
  if (left) return left.username;
  const worksFor = (seat: Seat) => groupsOf(seat).some((group) => task.candidateGroups.includes(group));
  if (worksFor({ role: caller.role, areaCode: caller.areaCode })) return null;
  return caller.deputising.find(worksFor)?.username ?? null;
}

/** One enters one's own absence, an admin that of any officer of the area. @throws Problem 404 for anybody else's */
export function assertEntersAbsence(
  caller: Pick<Caller, 'username' | 'role'> & WithArea,
  account: { username: string; role: Role; areaCode: string } | null,
): asserts account is { username: string; role: Role; areaCode: string } {
  const theirs =
    account !== null &&
    OFFICE.includes(account.role) &&
    (account.username === caller.username ||
      (may(caller, 'user:manage') && covers(caller, account.areaCode)));
  if (!theirs) throw notFound({ id: 'Petugas tidak ditemukan', en: 'No such officer' });
}

/** A deputy has the same role: in the same area, or, named by an admin, elsewhere in the same city. */
export function mayDeputise(
  caller: Pick<Caller, 'role'>,
  absent: Seat,
  deputy: Seat & { active: boolean },
): boolean {
  const cityOf = ({ areaCode }: Seat) => areaCode.split('.').slice(0, 2).join('.');
  if (!deputy.active || deputy.role !== absent.role) return false;
  return (
    deputy.areaCode === absent.areaCode || (may(caller, 'user:manage') && cityOf(deputy) === cityOf(absent))
  );
}

/** Who sees people's numbers in full inside a case: whoever works on it. An auditor reads them masked. */
export function seesFullData(caller: Pick<Caller, 'role'>): boolean {
  return OFFICE.includes(caller.role);
}

/** The groups of a case in the kelurahan `areaCode`, as start variables of its process. */
export function caseGroups(areaCode: string): Record<CaseGroup, string> {
  const [province, city, district] = areaCode.split('.');
  const cityCode = `${province}.${city}`;
  return {
    operatorGroup: `operator:${areaCode}`,
    supervisorGroup: `supervisor:${cityCode}.${district}`,
    verifierGroup: `verifikator:${cityCode}`,
    headGroup: `kadis:${cityCode}`,
    cityGroup: `admin:${cityCode}`,
  };
}
