/** The list of cases: by name, ticket, number of a deed or letter, or number of a person or card, and narrowed by what they are, where, when and who worked on them. */
import type { DataSource } from '@lampid/db/data-source';
import { accountsCalled } from '@lampid/db/identity/names';
import { areaNames } from '@lampid/db/reference/areas';
import {
  listReports,
  REPORT_SORTS,
  reportsOfActors,
  reportsOfNumber,
  type ReportSort,
} from '@lampid/db/reporting/queries-reports';
import { addDays, jakartaInstant } from '@lampid/domain/dates';
import { noteStandIn } from '../audit/stand-in-views.js';
import type { Deps } from '../deps.js';
import {
  cursorSchema,
  decodeCursor,
  likePattern,
  limitSchema,
  numberSchema,
  searchSchema,
  toPage,
} from '../http/page.js';
import { z } from '../http/zod.js';
import {
  areasOf,
  assertCovers,
  assertMay,
  seesInSteadOf,
  seesOwnOnly,
  type Caller,
} from '../identity/authorize.js';
import { reportItem } from './read-report.js';
import { statusSchema } from './report-schemas.js';

const sorts = Object.keys(REPORT_SORTS).flatMap((sort) => [sort, `-${sort}`]) as [string, ...string[]];

const filterShape = {
  limit: limitSchema,
  cursor: cursorSchema,
  sort: z.enum(sorts).default('-createdAt'),
  type: z.string().max(50).optional(),
  /** Comma list. */
  status: z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(statusSchema))
    .optional(),
  mine: z.enum(['true', 'false']).optional(),
  area: z.string().max(13).optional(),
  /** Days of submission in Jakarta, both included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Who worked on it, by user name or by words of the name; for those who may read the audit trail. */
  actor: z.string().max(100).optional(),
};

export const listQuery = z.object({ q: searchSchema, ...filterShape });

/** With a NIK or KK number, which no address holds. */
export const searchBody = z.strictObject({ number: numberSchema, ...filterShape });

type Asked = Omit<z.output<typeof listQuery>, 'q'> & { q?: string | undefined; number?: string | undefined };

/** @throws Problem 404 for an area that is not the caller's, 403 for an officer's work where that is not theirs to ask */
export async function findReports(deps: Deps, { caller, query }: { caller: Caller; query: Asked }) {
  const after = decodeCursor(query.cursor, 2);
  if (query.area !== undefined) assertCovers(caller, query.area);
  if (query.actor !== undefined) assertMay(caller, 'audit:read');
  await noteStandIn(deps.db, caller, 'reports');
  const numbered = query.q ? await reportsOfNumber(deps.db, query.q) : [];
  const actors = query.actor === undefined ? undefined : await usernamesOf(deps.db, query.actor);
  const acted = actors ? await reportsOfActors(deps.db, actors) : null;
  const rows = await listReports(deps.db, {
    areaCodes: query.area === undefined ? areasOf(caller) : [query.area],
    type: query.type,
    statuses: query.status,
    // A number that a deed or letter bears is that case's; every other text is a part of a name or ticket.
    pattern: query.q && numbered.length === 0 ? likePattern(query.q) : undefined,
    among: [...(numbered.length > 0 ? [numbered] : []), ...(acted ? [acted] : [])],
    number: query.number,
    createdBy: query.mine === 'true' || seesOwnOnly(caller) ? caller.username : undefined,
    actors: acted ? undefined : actors,
    from: query.from === undefined ? undefined : jakartaInstant(query.from),
    until: query.until === undefined ? undefined : jakartaInstant(addDays(query.until, 1)),
    draftsOf: caller.username,
    sort: query.sort.replace('-', '') as ReportSort,
    descending: query.sort.startsWith('-'),
    after: after && { position: String(after[0]), id: String(after[1]) },
    limit: query.limit + 1,
  });
  const names = await areaNames(
    deps.db,
    rows.map((row) => row.areaCode),
  );
  return toPage({
    ...{ rows, limit: query.limit },
    item: (row) => ({
      ...reportItem(row, names.get(row.areaCode) ?? null),
      deputyOf: seesInSteadOf(caller, row.areaCode),
    }),
    position: (row) => [row.position, row.id],
  });
}

/** Desks call officers by name. What is nobody's name may be a user name, also of a program (`system`). */
async function usernamesOf({ manager }: DataSource, typed: string): Promise<string[]> {
  const words = typed.trim().split(/\s+/);
  return [typed.trim(), ...(await accountsCalled(manager, words.map(likePattern)))];
}
