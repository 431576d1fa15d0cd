/** Which sequence flows a case took, from its steps and the model's flows. Pure. */
import { groupBy } from '../../collections/group-by.js';

export interface Flow {
  id: string;
  source: string;
  target: string;
  /** True when the target waits for all its incoming flows (parallel join). */
  joinsAll: boolean;
}

export interface Visit {
  element: string;
  /** ISO instants; `end` null while the token is there. */
  start: string;
  end: string | null;
  cancelled: boolean;
}

/**
 * A step was reached over the flow whose source ended last before it began. Visits come in the order in which they happened, so that
 * of two that ended in the same millisecond the later one counts.
 */
export function takenFlows(flows: readonly Flow[], visits: readonly Visit[]): Set<string> {
  const incoming = groupBy(flows, (flow) => flow.target);
  const left = groupBy(
    visits.flatMap((visit, order) =>
      visit.end === null || visit.cancelled
        ? []
        : [{ element: visit.element, order, at: Date.parse(visit.end) }],
    ),
    (leaving) => leaving.element,
  );
  const taken = new Set<string>();
  for (const [order, visit] of visits.entries()) {
    const start = Date.parse(visit.start);
    const arrivals = (incoming.get(visit.element) ?? []).flatMap((flow) => {
      const before = (left.get(flow.source) ?? []).filter(
        (leaving) => leaving.at < start || (leaving.at === start && leaving.order < order),
      );
      const last = before.at(-1);
      return last ? [{ flow, last }] : [];
    });
    if (arrivals.length === 0) continue;
    if (arrivals[0]?.flow.joinsAll) {
      for (const { flow } of arrivals) taken.add(flow.id);
      continue;
    }
    const latest = arrivals.reduce((best, next) =>
      next.last.at > best.last.at || (next.last.at === best.last.at && next.last.order > best.last.order)
        ? next
        : best,
    );
    taken.add(latest.flow.id);
  }
  return taken;
}
