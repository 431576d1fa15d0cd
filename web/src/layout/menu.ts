/** The side menu of a role. Pure: rooms come from the role, events from the API. */
import type { Role } from '@lampid/domain/roles';
import type { EventType } from '../api/wire.js';

export type Room =
  | 'desk'
  | 'newReport'
  | 'tasks'
  | 'handovers'
  | 'myReports'
  | 'cases'
  | 'registry'
  | 'recap'
  | 'statistics'
  | 'closings'
  | 'imports'
  | 'users'
  | 'family'
  | 'incidents'
  | 'rules'
  | 'models'
  | 'studio'
  | 'offline'
  | 'analysis'
  | 'operations'
  | 'tour'
  | 'absence'
  | 'notes';

/** Rooms of one kind stand together in the menu. */
type Kind = 'cases' | 'figures' | 'upkeep' | 'self';

export interface MenuEntry {
  room: Room;
  path: string;
  /** The first of another kind than the one above it. */
  beginsKind: boolean;
  /** Event types under "new report". */
  events: Pick<EventType, 'id' | 'names'>[];
}

const ROOM: Record<Room, { path: string; kind: Kind }> = {
  desk: { path: '/desk', kind: 'cases' },
  newReport: { path: '/reports/new', kind: 'cases' },
  tasks: { path: '/tasks', kind: 'cases' },
  handovers: { path: '/handovers', kind: 'cases' },
  myReports: { path: '/reports', kind: 'cases' },
  cases: { path: '/reports', kind: 'cases' },
  registry: { path: '/residents', kind: 'cases' },
  recap: { path: '/recap', kind: 'figures' },
  statistics: { path: '/statistics', kind: 'figures' },
  closings: { path: '/closings', kind: 'figures' },
  imports: { path: '/imports', kind: 'upkeep' },
  users: { path: '/users', kind: 'upkeep' },
  family: { path: '/family', kind: 'cases' },
  incidents: { path: '/incidents', kind: 'cases' },
  rules: { path: '/rules', kind: 'upkeep' },
  models: { path: '/models', kind: 'upkeep' },
  studio: { path: '/studio', kind: 'upkeep' },
  offline: { path: '/offline', kind: 'self' },
  analysis: { path: '/process-analysis', kind: 'upkeep' },
  operations: { path: '/operations', kind: 'upkeep' },
  tour: { path: '/tour', kind: 'self' },
  absence: { path: '/absence', kind: 'self' },
  notes: { path: '/note-templates', kind: 'upkeep' },
};

const ROOMS: Record<Role, Room[]> = {
  operator: [
    'desk',
    'newReport',
    'tasks',
    'handovers',
    'myReports',
    'registry',
    'recap',
    'statistics',
    'closings',
    'rules',
    'absence',
  ],
  supervisor: [
    'tasks',
    'newReport',
    'cases',
    'registry',
    'recap',
    'statistics',
    'closings',
    'rules',
    'absence',
  ],
  verifikator: ['tasks', 'newReport', 'cases', 'registry', 'recap', 'statistics', 'rules', 'absence'],
  kadis: ['tasks', 'newReport', 'cases', 'registry', 'recap', 'statistics', 'rules', 'analysis', 'absence'],
  admin: [
    'tasks',
    'newReport',
    'incidents',
    'cases',
    'registry',
    'recap',
    'statistics',
    'closings',
    'imports',
    'users',
    'notes',
    'rules',
    'models',
    'studio',
    'analysis',
    'operations',
    'absence',
  ],
  analyst: ['models', 'studio', 'rules', 'notes'],
  auditor: [
    'cases',
    'incidents',
    'registry',
    'recap',
    'statistics',
    'closings',
    'rules',
    'models',
    'studio',
    'analysis',
    'operations',
  ],
  rtrw: ['desk', 'newReport', 'myReports'],
  hospital: ['myReports'],
  citizen: ['desk', 'family', 'newReport', 'myReports'],
};

type ReportableType = Pick<EventType, 'id' | 'names' | 'reportedBy'>;

export function menuFor(role: Role, eventTypes: readonly ReportableType[]): MenuEntry[] {
  const reportable = eventTypes.filter((type) => type.reportedBy.includes(role));
  const rooms = ROOMS[role].filter((room) => room !== 'newReport' || reportable.length > 0);
  // Who reports can do so without a line.
  const withOffline = rooms.includes('newReport') ? [...rooms, 'offline' as const] : rooms;
  // A hospital is a machine; everybody else can be shown around.
  const all = role === 'hospital' ? withOffline : [...withOffline, 'tour' as const];
  return all.map((room, index) => ({
    room,
    path: ROOM[room].path,
    beginsKind: index > 0 && ROOM[all[index - 1]!].kind !== ROOM[room].kind,
    events: room === 'newReport' ? reportable : [],
  }));
}

/** Where a role begins. */
export function homeOf(role: Role): string {
  return ROOM[ROOMS[role][0] ?? 'cases'].path;
}

/** The menu key that a page belongs to: the longest path that begins it. */
export function activeKey(pathname: string, keys: readonly string[]): string | null {
  const matching = keys.filter((key) => pathname === key || pathname.startsWith(`${key}/`));
  return matching.sort((a, b) => b.length - a.length)[0] ?? null;
}
