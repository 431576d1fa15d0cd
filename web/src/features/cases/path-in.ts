import type { Text } from '@lampid/domain/rules/finding';
import type { HistoryItem } from '../../api/wire.js';
import type { Visit } from '../diagram/taken-flows.js';

export interface PathIn {
  visits: Visit[];
  incidents: string[];
  /** Names of the steps where the case stands now. */
  current: Text[];
}

/** The case's way through one of the models that it ran in. */
export function pathIn(items: readonly HistoryItem[], definitionId: string): PathIn {
  const own = items.filter((item) => item.definitionId === definitionId);
  const standing = own.filter((item) => item.end === null && /task$/i.test(item.kind));
  return {
    visits: own.flatMap(({ element, start, end, cancelled }) =>
      start === null ? [] : [{ element, start, end, cancelled }],
    ),
    incidents: own
      .filter((item) => item.incidents.some((incident) => incident.resolvedAt === null))
      .map((item) => item.element),
    current: [...new Map(standing.map(({ names }) => [names.id, names])).values()],
  };
}
