import { feedPosition } from '@lampid/db/approval/feed-position';
import { countIncidents } from '@lampid/db/approval/incidents';
import {
  countAttempts,
  countOpenByArea,
  countOpenCases,
  countOpenSteps,
  countThroughput,
  oldestTask,
  type StepLoad,
} from '@lampid/db/approval/overview';
import { outboxState } from '@lampid/db/kernel/outbox-relay';
import { areaNames } from '@lampid/db/reference/areas';
import { loadCalendar } from '@lampid/db/reference/calendar';
import { jakartaInstant, todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { assertCovers, type Caller } from '../../identity/authorize.js';
import {
  namesOfElement,
  namesOfModel,
  readableByIds,
  readElementNames,
} from '../../modeling/element-names.js';
import type { KnownDefinition } from '../../modeling/definitions.js';
import { runningOut } from './running-out.js';
import type { OverviewView, StepView } from './schemas.js';

/** How things stand in an area, at one moment. @throws Problem 404 for an area that is not the caller's */
export async function readOverview(
  deps: Deps,
  input: { caller: Caller; area: string; type?: string | undefined },
): Promise<OverviewView> {
  const { db, definitions } = deps;
  const { caller, area, type } = input;
  assertCovers(caller, area);
  const query = { areaCode: area, type };
  const now = deps.now();
  const since = jakartaInstant(todayJakarta(now));
  // Those of no report are the whole installation's.
  const withoutReport = area === caller.areaCode && type === undefined;
  const [incidents, cases, areas, steps, oldest, throughput, outbox, attempts, feedLagMs, calendar] =
    await Promise.all([
      countIncidents(db, { ...query, withoutReport, open: true }),
      countOpenCases(db, query),
      countOpenByArea(db, query),
      countOpenSteps(db, query),
      oldestTask(db, query),
      countThroughput(db, { ...query, since }),
      outboxState(db),
      countAttempts(db),
      feedLag(deps),
      loadCalendar(db),
    ]);
  const names = await areaNames(db, [area, ...areas.map(({ code }) => code)]);
  const known = await readableByIds(
    definitions,
    steps.map(({ definitionId }) => definitionId),
  );
  return {
    at: now.toISOString(),
    area: { code: area, name: names.get(area) ?? area },
    incidents,
    cases,
    areas: areas.map(({ code, count, incidents, oldestAt }) => ({
      ...{ code, count, incidents, name: names.get(code) ?? code },
      oldestAt: oldestAt?.toISOString() ?? null,
    })),
    steps: steps.map((step) => stepView(step, known.get(step.definitionId) ?? null)),
    oldest: oldest && {
      ...{ reportId: oldest.reportId, ticket: oldest.ticket, openedAt: oldest.openedAt.toISOString() },
      step: await readElementNames(definitions, oldest.definitionId, oldest.element),
    },
    throughput,
    outbox,
    attempts,
    feedLagMs,
    runningOut: runningOut({ now, calendar, certificateUntil: deps.signer.validUntil }),
  };
}

/** Null while the engine's database does not answer: the page shows the rest. */
async function feedLag({ engine, db, log }: Deps): Promise<number | null> {
  try {
    return await engine.feed.lagMs(await feedPosition(db.manager));
  } catch (error) {
    log.warn({ err: error }, 'lag of the feed not known');
    return null;
  }
}

function stepView(step: StepLoad, definition: KnownDefinition | null): StepView {
  const element = definition?.elements.get(step.element);
  return {
    ...{ definitionId: step.definitionId, element: step.element },
    processKey: definition?.processKey ?? null,
    process: namesOfModel(definition, step.definitionId),
    version: definition?.version ?? null,
    names: namesOfElement(definition, step.element),
    kind: element?.type ?? step.elementType,
    topic: element?.topic ?? null,
    ...{ count: step.count, incidents: step.incidents },
    oldestAt: step.oldestAt?.toISOString() ?? null,
  };
}
