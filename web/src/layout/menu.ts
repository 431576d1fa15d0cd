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

export interface MenuEntry {
  room: Room;
  path: string;
  /** Event types under "new report". */
  events: Pick<EventType, 'id' | 'names'>[];
}

const PATHS: Record<Room, string> = {
  desk: '/desk',
  newReport: '/reports/new',
  tasks: '/tasks',
  handovers: '/handovers',
  myReports: '/reports',
  cases: '/reports',
  registry: '/residents',
  recap: '/recap',
  statistics: '/statistics',
  closings: '/closings',
  imports: '/imports',
  users: '/users',
  family: '/family',
  incidents: '/incidents',
  rules: '/rules',
  models: '/models',
  studio: '/studio',
  offline: '/offline',
  analysis: '/process-analysis',
  operations: '/operations',
  tour: '/tour',
  absence: '/absence',
  notes: '/note-templates',
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
  return (role === 'hospital' ? withOffline : [...withOffline, 'tour' as const]).map((room) => ({
    room,
    path: PATHS[room],
    events: room === 'newReport' ? reportable : [],
  }));
}

/** Where a role begins. */
export function homeOf(role: Role): string {
  return PATHS[ROOMS[role][0] ?? 'cases'];
}

/** The menu key that a page belongs to: the longest path that begins it. */
export function activeKey(pathname: string, keys: readonly string[]): string | null {
  const matching = keys.filter((key) => pathname === key || pathname.startsWith(`${key}/`));
  return matching.sort((a, b) => b.length - a.length)[0] ?? null;
}
