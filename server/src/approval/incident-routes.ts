/** What stands still until a person looks: listed, narrowed, grouped by cause, and tried again, one or many. */
import {
  groupIncidents,
  incidentsInTurn,
  listIncidents,
  openIncidentPlaces,
  type IncidentFilter,
} from '@lampid/db/approval/incidents';
import { areaNames } from '@lampid/db/reference/areas';
import type { Deps } from '../deps.js';
import { cursorSchema, decodeCursor, limitSchema, pageOf, toPage } from '../http/page.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { assertCovers, may, type Caller } from '../identity/authorize.js';
import { namesOfElement, readableOrNull } from '../modeling/element-names.js';
import { instant } from '../reporting/report-schemas.js';
import {
  incidentGroupsSchema,
  incidentOutcomesSchema,
  incidentSchema,
  retriedSchema,
} from './incident-schemas.js';
import { retryIncident } from './retry-incident.js';
import { MOST_RETRIED, retryIncidents } from './retry-incidents.js';

const service = 'approval' as const;
const MOST_GROUPS = 200;

/** What a list of incidents can be narrowed by. */
const filterShape = {
  /** Default: the caller's. */
  area: z.string().max(13).optional(),
  type: z.string().max(50).optional(),
  step: z.string().max(200).optional(),
  topic: z.string().max(100).optional(),
  kind: z.string().max(100).optional(),
  cause: z.string().max(64).optional(),
};
type FilterInput = { [Key in keyof typeof filterShape]?: string | undefined };
interface InTurn {
  limit: number;
  cursor?: string | undefined;
}

export function incidentRoutes(deps: Deps): Route[] {
  const placeOf = async (definitionId: string | null, element: string) => {
    const definition = definitionId === null ? null : await readableOrNull(deps.definitions, definitionId);
    const known = definition?.elements.get(element);
    return { step: namesOfElement(definition, element), topic: known?.topic ?? null };
  };
  /** What lies in the caller's area; those of no report are the city's. */
  const scopeOf = (caller: Caller, area = caller.areaCode) => {
    assertCovers(caller, area);
    return { areaCode: area, withoutReport: may(caller, 'operations:read') && area === caller.areaCode };
  };
  const filterOf = async (caller: Caller, input: FilterInput): Promise<IncidentFilter> => {
    const { type, step, topic, kind, cause } = input;
    const scope = scopeOf(caller, input.area);
    const filter = { ...scope, open: true, type, element: step, kind, cause };
    if (topic === undefined) return filter;
    const places = (await openIncidentPlaces(deps.db, scope)).flatMap(({ definitionId, element }) =>
      definitionId === null ? [] : [{ definitionId, element }],
    );
    const topics = await Promise.all(
      places.map(({ definitionId, element }) => placeOf(definitionId, element)),
    );
    return { ...filter, places: places.filter((_, index) => topics[index]!.topic === topic) };
  };

  const toRetry = async (caller: Caller, asked: { ids: string[] } | (FilterInput & InTurn)) => {
    if ('ids' in asked) {
      const ids = [...new Set(asked.ids)];
      const filter = { ...scopeOf(caller), open: false, ids, after: null, limit: ids.length };
      const known = new Map((await incidentsInTurn(deps.db, filter)).map((one) => [one.id, one]));
      const incidents = ids.map((id) => {
        const { reportId = null, ticket = null } = known.get(id) ?? {};
        return { id, reportId, ticket };
      });
      return { incidents, next: null };
    }
    const { limit, cursor } = asked;
    const [openedBefore, openedAt, id] = decodeCursor(cursor, 3)?.map(String) ?? [deps.now().toISOString()];
    const rows = await incidentsInTurn(deps.db, {
      ...(await filterOf(caller, asked)),
      ...{ openedBefore, limit: limit + 1 },
      after: openedAt !== undefined && id !== undefined ? { openedAt, id } : null,
    });
    const { items, next } = toPage({
      ...{ rows, limit },
      item: ({ position: _, ...incident }) => incident,
      position: (row) => [openedBefore!, row.position, row.id],
    });
    return { incidents: items, next };
  };

  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/incidents', access: 'incident:read' },
      summary: 'What stands still until a person looks, newest first',
      query: z.object({
        limit: limitSchema,
        cursor: cursorSchema,
        reportId: z.uuid().optional(),
        state: z.enum(['open', 'all']).default('open'),
        ...filterShape,
      }),
      reply: pageOf(incidentSchema),
      async handle({ caller, query }) {
        const after = decodeCursor(query.cursor, 2);
        const rows = await listIncidents(deps.db, {
          ...(await filterOf(caller, query)),
          ...{ reportId: query.reportId, open: query.state === 'open', limit: query.limit + 1 },
          after: after && { openedAt: String(after[0]), id: String(after[1]) },
        });
        const { items, next } = toPage({
          ...{ rows, limit: query.limit },
          item: (row) => row,
          position: (row) => [row.position, row.id],
        });
        const names = await areaNames(
          deps.db,
          items.flatMap(({ areaCode }) => (areaCode === null ? [] : [areaCode])),
        );
        const itemOf = async ({
          position: _,
          openedAt,
          resolvedAt,
          ...incident
        }: (typeof items)[number]) => ({
          ...incident,
          ...(await placeOf(incident.definitionId, incident.element)),
          areaName: (incident.areaCode !== null && names.get(incident.areaCode)) || null,
          openedAt: openedAt.toISOString(),
          resolvedAt: resolvedAt?.toISOString() ?? null,
        });
        return { body: { items: await Promise.all(items.map(itemOf)), next } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/incidents/groups', access: 'incident:read' },
      summary: `Open incidents by cause, the widest first, ${MOST_GROUPS} at most; and what they can be narrowed by`,
      query: z.object({ ...filterShape, since: instant.optional() }),
      reply: incidentGroupsSchema,
      async handle({ caller, query }) {
        const filter = await filterOf(caller, query);
        const [groups, places] = await Promise.all([
          groupIncidents(deps.db, { ...filter, since: query.since ?? null, limit: MOST_GROUPS }),
          openIncidentPlaces(deps.db, scopeOf(caller, query.area)),
        ]);
        const items = await Promise.all(
          groups.map(async ({ firstAt, lastAt, definitionId, ...group }) => ({
            ...group,
            ...(await placeOf(definitionId, group.element)),
            ...{ firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() },
          })),
        );
        const named = await Promise.all(
          places.map(async ({ definitionId, element, kind, type }) => ({
            ...(await placeOf(definitionId, element)),
            ...{ element, kind, type },
          })),
        );
        const steps = new Map(named.map(({ element, step }) => [element, step]));
        const distinct = (values: (string | null)[]) =>
          [...new Set(values.filter((value) => value !== null))].sort();
        return {
          body: {
            items,
            choices: {
              steps: [...steps].map(([element, names]) => ({ element, names })),
              topics: distinct(named.map(({ topic }) => topic)),
              kinds: distinct(named.map(({ kind }) => kind)),
              types: distinct(named.map(({ type }) => type)),
            },
          },
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/incidents/retry', access: 'incident:retry' },
      summary: `Let many be tried again, ${MOST_RETRIED} at most, each by itself`,
      description:
        'Either these, or those of a cause, oldest first: `next` leads to the others that were open at the first request. ' +
        'What stops again meanwhile is not among them.',
      body: z.union([
        z.strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(MOST_RETRIED) }),
        z.strictObject({
          ...filterShape,
          cause: z.string().min(1).max(64),
          limit: z.int().min(1).max(MOST_RETRIED).default(MOST_RETRIED),
          cursor: cursorSchema,
        }),
      ]),
      reply: incidentOutcomesSchema,
      async handle({ caller, body, request }) {
        const at = deps.now().toISOString();
        const { incidents, next } = await toRetry(caller, body);
        const retried = await retryIncidents(deps, { caller, ids: incidents.map(({ id }) => id) });
        const items = retried.map(({ result, refusal }, index) => ({
          ...{ ...incidents[index]!, result },
          problem: refusal?.toDocument(request.originalUrl) ?? null,
        }));
        return { body: { items, at, next } };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/incidents/{id}/retry', access: 'incident:retry' },
      summary: 'Let what failed be tried again',
      params: z.object({ id: z.string().max(200) }),
      reply: retriedSchema,
      problems: ['state-conflict'],
      handle: async ({ caller, params }) => ({ body: await retryIncident(deps, { caller, id: params.id }) }),
    }),
  ];
}
