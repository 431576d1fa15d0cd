import {
  casesOf,
  groupsOf,
  listWhatIfs,
  placesOf,
  WHAT_IF_STATES,
  type WhatIfRecord,
} from '@lampid/db/modeling/what-ifs';
import { areaNames } from '@lampid/db/reference/areas';
import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { cursorSchema, decodeCursor, limitSchema, pageOf, toPage } from '../../http/page.js';
import { defineRoute, SENT, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { instant, textSchema } from '../../reporting/report-schemas.js';
import { overlay, versionOf } from '../whole-bundle.js';
import { resourceSchema } from '../resource-schema.js';
import { askWhatIf, requireWhatIf, stopWhatIf } from './ask-what-if.js';

const service = 'modeling' as const;
const access = 'what-if:run' as const;
const MOST_CASES = 20_000;
/** Of one analyst, in the list of those to find again. */
const MOST_LISTED = 20;
const idParams = z.object({ id: z.uuid() });
const idSchema = z.object({ id: z.uuid() });

const whatIfSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(WHAT_IF_STATES),
    /** Definition id of the version that the candidate began with. */
    base: z.string(),
    processKey: z.string(),
    /** Names of the files that differ from it. */
    files: z.array(z.string()),
    /** First and last day of submission. */
    from: z.iso.date(),
    until: z.iso.date(),
    createdBy: z.string(),
    createdAt: instant,
    endedAt: instant.nullable(),
    done: z.int(),
    /** Null until the cases were counted. */
    total: z.int().nullable(),
    summary: z.object({ same: z.int(), otherWay: z.int(), otherFindings: z.int(), notJudged: z.int() }),
    failure: textSchema.nullable(),
  })
  .openapi('WhatIf');

const ruleChangeSchema = z.object({
  code: z.string(),
  severity: z.enum(['E', 'A', 'L', 'W']),
  change: z.enum(['added', 'gone']),
});

const DIFFERENT = ['way', 'findings'] as const;
const KINDS = [...DIFFERENT, 'not-judged'] as const;
const notJudgedSchema = z.object({
  code: z.enum(['no-steps', 'no-facts', 'unknown-fact', 'text-not-kept', 'table-fails']),
  fact: z.string().nullable(),
});

const groupSchema = z
  .object({
    kind: z.enum(KINDS),
    element: z.string().nullable(),
    rule: ruleChangeSchema.nullable(),
    taken: z.string().nullable(),
    /** The step that would follow now, and the one where that way would stop. */
    next: z.string().nullable(),
    stop: z.string().nullable(),
    why: notJudgedSchema.nullable(),
    cases: z.int(),
  })
  .openapi('WhatIfGroup');

const caseSchema = z
  .object({
    reportId: z.uuid(),
    ticket: z.string(),
    areaCode: z.string(),
    /** The code where the list of areas has no such one. */
    areaName: z.string(),
    status: z.string(),
    kind: z.enum(KINDS),
    /** Last step that both ways have. */
    element: z.string().nullable(),
    taken: z.string().nullable(),
    predicted: z
      .object({
        path: z.array(z.string()),
        stop: z.string(),
        why: z.enum(['person', 'judging', 'event', 'condition', 'end']),
        status: z.string().nullable(),
      })
      .nullable(),
    changes: z.array(ruleChangeSchema),
    why: notJudgedSchema.nullable(),
  })
  .openapi('WhatIfCase');

const askSchema = z.strictObject({
  base: z.string().max(200),
  /** The files that differ; none tries the version as it is. */
  resources: z.array(resourceSchema).max(50).default([]),
  from: z.iso.date(),
  until: z.iso.date(),
  limit: z.int().min(1).max(MOST_CASES).default(MOST_CASES),
});

export function whatIfRoutes(deps: Deps): Route[] {
  const { db } = deps;
  return [
    defineRoute({
      ...{ service, access, method: 'post', path: '/api/v1/what-if', status: 202 },
      summary: 'Try changed models and tables on the cases of a period, in the background',
      description:
        'What people decided and what was known then is taken from the record; tables and gateways are those of the candidate.',
      body: askSchema,
      reply: idSchema,
      problems: ['not-found', 'model-refused', 'state-conflict'],
      handle: async ({ caller, body }) => ({ body: { id: await askWhatIf(deps, caller, body) } }),
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/what-if' },
      summary: "The caller's own, newest first",
      reply: z.object({ items: z.array(whatIfSchema.omit({ files: true })) }),
      async handle({ caller }) {
        const found = await listWhatIfs(db.manager, { createdBy: caller.username, limit: MOST_LISTED });
        return { body: { items: found.map(summaryView) } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/what-if/{id}' },
      summary: 'How far it is, and what came out so far, in groups',
      params: idParams,
      reply: whatIfSchema.extend({
        /** The largest first; a case in which several rules differ is in the group of each. */
        groups: z.array(groupSchema),
        /** Cases that part at a step, or find something else there; each counts once. */
        places: z.array(z.object({ kind: z.enum(['way', 'findings']), element: z.string(), cases: z.int() })),
        elements: z.record(z.string(), textSchema),
        rules: z.record(z.string(), z.object({ message: textSchema, legalBasis: z.string().nullable() })),
      }),
      problems: ['not-found'],
      async handle({ caller, params: { id } }) {
        const found = await requireWhatIf(deps, caller, id);
        const [groups, places] = await Promise.all([groupsOf(db.manager, id), placesOf(db.manager, id)]);
        return {
          body: {
            ...summaryView(found),
            files: found.resources.map(({ name }) => name),
            groups: groups.map(({ rule, why, fact, ...group }) => ({
              ...group,
              rule: rule === null ? null : ruleOf(rule),
              why: whyOf(why, fact),
            })),
            places,
            elements: found.texts?.elements ?? {},
            rules: found.texts?.rules ?? {},
          },
        };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/what-if/{id}/cases' },
      summary: 'The cases that would have come out otherwise, in the order of their submission',
      description: 'Those that could not be judged only where `kind` asks for them.',
      params: idParams,
      query: z.object({
        kind: z.enum(KINDS).optional(),
        element: z.string().max(200).optional(),
        /** `+E U08`: a rule that would apply as well; `-W L17`: one that would not any more. */
        rule: z
          .string()
          .regex(/^[+-][EALW] .{1,50}$/)
          .optional(),
        limit: limitSchema,
        cursor: cursorSchema,
      }),
      reply: pageOf(caseSchema),
      problems: ['not-found'],
      async handle({ caller, params: { id }, query: { kind, element, rule, limit, cursor } }) {
        await requireWhatIf(deps, caller, id);
        const after = decodeCursor(cursor, 1);
        const rows = await casesOf(db.manager, {
          ...{ id, kinds: kind ? [kind] : DIFFERENT, element: element ?? null, rule: rule ?? null },
          ...{ after: Number(after?.[0] ?? 0), limit: limit + 1 },
        });
        const names = await areaNames(
          db,
          rows.map(({ areaCode }) => areaCode),
        );
        const item = (found: (typeof rows)[number]) =>
          caseView({ ...found, areaName: names.get(found.areaCode) ?? found.areaCode });
        return { body: toPage({ rows, limit, item, position: ({ position }) => [position] }) };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/what-if/{id}/xml' },
      summary: "The candidate's diagram (BPMN 2.0 XML)",
      params: idParams,
      binary: 'application/xml',
      problems: ['not-found'],
      async handle({ caller, params: { id }, response }) {
        const found = await requireWhatIf(deps, caller, id);
        const base = await versionOf(deps, found.base);
        const files = overlay(base.resources, found.resources);
        const { content } = files.find(({ name }) => name === base.resource)!;
        response.set('Cache-Control', 'private, max-age=3600').type('application/xml').send(content);
        return SENT;
      },
    }),
    defineRoute({
      ...{ service, access, method: 'post', path: '/api/v1/what-if/{id}/cancel' },
      summary: 'Stop it; what came out so far stays',
      params: idParams,
      reply: idSchema,
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params: { id } }) {
        await stopWhatIf(deps, caller, id);
        return { body: { id } };
      },
    }),
  ];
}

function summaryView(found: Omit<WhatIfRecord, 'resources' | 'texts'>) {
  const { id, state, base, processKey, createdBy, failure, total } = found;
  const { same, otherWay, otherFindings, notJudged } = found;
  return {
    ...{ id, state, base, processKey, createdBy, failure, total },
    from: todayJakarta(found.from),
    until: todayJakarta(new Date(found.until.getTime() - 1)),
    createdAt: found.createdAt.toISOString(),
    endedAt: found.endedAt?.toISOString() ?? null,
    done: same + otherWay + otherFindings + notJudged,
    summary: { same, otherWay, otherFindings, notJudged },
  };
}

type RuleChangeView = z.input<typeof ruleChangeSchema>;

function ruleOf(key: string): RuleChangeView {
  return {
    change: key.startsWith('+') ? 'added' : 'gone',
    severity: key.charAt(1) as RuleChangeView['severity'],
    code: key.slice(3),
  };
}

function whyOf(code: string | null, fact: string | null | undefined): z.input<typeof notJudgedSchema> | null {
  return code === null ? null : { code: code as z.input<typeof notJudgedSchema>['code'], fact: fact ?? null };
}

function caseView({
  verdict,
  position: _,
  ...found
}: Awaited<ReturnType<typeof casesOf>>[number] & { areaName: string }): z.input<typeof caseSchema> {
  const nothing = { element: null, taken: null, predicted: null, changes: [], why: null };
  const { kind } = verdict;
  switch (verdict.kind) {
    case 'way': {
      const { element, taken, predicted, changes } = verdict;
      return { ...found, ...nothing, kind, element, taken, predicted, changes };
    }
    case 'findings':
      return { ...found, ...nothing, kind, element: verdict.element, changes: verdict.changes };
    case 'not-judged':
      return {
        ...{ ...found, ...nothing, kind },
        why: whyOf(verdict.why.code, 'fact' in verdict.why ? verdict.why.fact : null),
      };
  }
}
