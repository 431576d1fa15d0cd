import { areaNames } from '@lampid/db/reference/areas';
import { closingCases, type ClosingCase } from '@lampid/db/statistics/closing-cases';
import { closingsOf, villagesInLedger, type ClosedMonth } from '@lampid/db/statistics/closed-months';
import { cityOf, districtOf } from '@lampid/domain/areas';
import type { Deps } from '../deps.js';
import { covers, type Caller } from '../identity/authorize.js';
import { closingState, type ClosingState } from './closing-state.js';

export interface AreaClosing {
  area: string;
  areaName: string;
  state: ClosingState;
  /** True when its office should have signed by now. */
  late: boolean;
  dueAt: string | null;
  case: { id: string; ticket: string } | null;
  /** Newest first: what was frozen, and why it was reopened. */
  versions: ReturnType<typeof versionOf>[];
}

/** How far the areas of the caller are, the city first, each kecamatan before its kelurahan. */
export async function listClosings(
  deps: Deps,
  { caller, month }: { caller: Caller; month: string },
): Promise<AreaClosing[]> {
  const villages = await villagesInLedger(deps.db.manager, { area: deps.config.CITY, month });
  const areas = [...new Set(villages.flatMap((code) => [cityOf(code), districtOf(code), code]))]
    .filter((code) => covers(caller, code))
    .sort();
  const [names, closings, cases] = await Promise.all([
    areaNames(deps.db, areas),
    closingsOf(deps.db.manager, { areas, month }),
    closingCases(deps.db.manager, { areas, month }),
  ]);
  return areas.map((area) =>
    describe({
      area,
      areaName: names.get(area) ?? area,
      closings: closings.filter((one) => one.area === area),
      found: cases.find((one) => one.area === area) ?? null,
      now: deps.now(),
    }),
  );
}

function describe(input: {
  area: string;
  areaName: string;
  closings: ClosedMonth[];
  found: ClosingCase | null;
  now: Date;
}): AreaClosing {
  const { area, areaName, closings, found, now } = input;
  const dueAt = found?.dueAt ?? null;
  return {
    area,
    areaName,
    state: closingState({ latest: closings[0] ?? null, caseStatus: found?.status ?? null }),
    late: dueAt !== null && dueAt < now,
    dueAt: dueAt?.toISOString() ?? null,
    case: found && { id: found.id, ticket: found.ticket },
    versions: closings.map(versionOf),
  };
}

export function versionOf(closing: ClosedMonth) {
  const { version, sha256, reopenedBy, reopenedReason } = closing;
  return {
    ...{ version, sha256, reopenedBy, reopenedReason },
    closedAt: closing.closedAt.toISOString(),
    publishedAt: closing.publishedAt?.toISOString() ?? null,
    reopenedAt: closing.reopenedAt?.toISOString() ?? null,
  };
}
