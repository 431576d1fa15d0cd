import { describe, expect, it } from 'vitest';
import type { Place } from './api/migrations.js';
import { mapElement, targetsFor } from './mapping.js';

const place = (id: string, more: Partial<Place> = {}): Place => ({
  ...{ id, names: { id, en: id }, type: 'userTask', event: null, lane: null, parent: null, attachedTo: null },
  multiInstance: false,
  ...more,
});
const timer = (id: string, attachedTo: string) =>
  place(id, { type: 'boundaryEvent', event: 'timer', attachedTo });

const plan = {
  source: [place('fix'), timer('limit', 'fix'), place('review')],
  target: [place('mend'), timer('late', 'mend'), place('review')],
  mapping: { fix: 'mend', limit: 'late', review: 'review' },
};

describe('a mapping in the hands of an analyst', () => {
  it('offers steps of the same kind only', () => {
    expect(targetsFor(plan.source[0]!, plan.target).map(({ id }) => id)).toEqual(['mend', 'review']);
    expect(targetsFor(plan.source[1]!, plan.target).map(({ id }) => id)).toEqual(['late']);
    expect(targetsFor(place('each', { multiInstance: true }), plan.target)).toEqual([]);
  });

  it('takes along what hangs on a step, and brings it back with it', () => {
    const nowhere = mapElement(plan, plan.mapping, { from: 'fix', to: null });
    expect(nowhere).toEqual({ fix: null, limit: null, review: 'review' });
    expect(mapElement(plan, nowhere, { from: 'fix', to: 'mend' })).toEqual(plan.mapping);
    expect(mapElement(plan, plan.mapping, { from: 'fix', to: 'review' })).toMatchObject({ limit: null });
  });
});
