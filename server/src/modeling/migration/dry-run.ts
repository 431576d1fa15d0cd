/** What a batch would meet, without moving anything. */
import type { CaseReason, ElementMapping } from '@lampid/db/modeling/case-migrations';
import { standingCases, type StandingCase } from '@lampid/db/modeling/running-cases';
import type { Deps } from '../../deps.js';
import { judgeCase } from './judge-case.js';
import type { VersionPair } from './ready-plan.js';

const PAGE = 500;
/** At most so many are looked at, and counted: the batch itself has no such end. */
const MOST_CASES = 20_000;
const EXAMPLES = 5;

export interface Impact {
  /** Cases of the source in that area, up to the most that are looked at. */
  running: number;
  judged: number;
  moves: number;
  /** By element where cases stand, in the order of the model. */
  steps: { element: string; cases: number; to: string | null }[];
  obstacles: {
    code: string;
    message: CaseReason['message'];
    later: boolean;
    cases: number;
    tickets: string[];
  }[];
}

export async function dryRun(
  deps: Pick<Deps, 'db'>,
  { versions, mapping, areaCode }: { versions: VersionPair; mapping: ElementMapping; areaCode: string },
): Promise<Impact> {
  const { source, target } = versions;
  const elements = { source: source.elements, target: target.elements, mapping };
  const steps = new Map<string, number>();
  const obstacles = new Map<string, Impact['obstacles'][number]>();
  let judged = 0;
  let moves = 0;
  for await (const standing of runningCases(deps, { definitionId: source.definitionId, areaCode })) {
    judged += 1;
    for (const element of new Set(standing.open.map((step) => step.element)))
      steps.set(element, (steps.get(element) ?? 0) + 1);
    const judgement = judgeCase(standing, elements);
    if (judgement.verdict === 'move') {
      moves += 1;
      continue;
    }
    const { code, message } = judgement.reason;
    const key = `${code} ${message.en}`;
    const obstacle = obstacles.get(key) ?? {
      ...{ code, message, later: judgement.verdict === 'later', cases: 0, tickets: [] },
    };
    obstacle.cases += 1;
    if (obstacle.tickets.length < EXAMPLES) obstacle.tickets.push(standing.ticket);
    obstacles.set(key, obstacle);
    if (judged >= MOST_CASES) break;
  }
  return {
    ...{ running: judged, judged, moves },
    steps: [...steps]
      .map(([element, cases]) => ({ element, cases, to: mapping[element] ?? null }))
      .sort((one, other) => orderOf(source, one.element) - orderOf(source, other.element)),
    obstacles: [...obstacles.values()].sort((one, other) => other.cases - one.cases),
  };
}

async function* runningCases(
  { db }: Pick<Deps, 'db'>,
  query: { definitionId: string; areaCode: string },
): AsyncGenerator<StandingCase> {
  let after: string | null = null;
  for (;;) {
    const page: StandingCase[] = await standingCases(db.manager, { ...query, after, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.instanceId;
  }
}

function orderOf({ elements }: VersionPair['source'], id: string): number {
  return elements.get(id)?.order ?? Number.MAX_SAFE_INTEGER;
}
