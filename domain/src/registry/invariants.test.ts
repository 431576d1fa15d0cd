import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvent, anyFamilies, effectOf, registryOf } from '../testing/any-events.js';
import { TODAY } from '../testing/families.js';

describe('any events in any families', () => {
  it('keep one head per card, one card per person, and the ledger of each RT equal to the register', () => {
    let applied = 0;
    fc.assert(
      fc.property(anyFamilies, fc.array(anyEvent, { maxLength: 12 }), (families, events) => {
        const registry = registryOf(families);
        for (const one of events) {
          const effect = effectOf(registry, one);
          if (!effect) continue;
          registry.apply(effect, TODAY);
          applied += 1;
          expect(registry.faults(), JSON.stringify(one)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(applied).toBeGreaterThan(300);
  });
});
