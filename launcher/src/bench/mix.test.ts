import { describe, expect, it } from 'vitest';
import { caseMix, mixedBlock } from './mix.js';

const share = (kinds: { type: string }[], type: string) =>
  kinds.filter((kind) => kind.type === type).length / kinds.length;

describe('the mix of cases', () => {
  it('has the shares of the issue, within every type too', () => {
    const block = mixedBlock();
    for (const [type, percent] of Object.entries({ birth: 0.4, death: 0.2, move: 0.2, arrival: 0.2 })) {
      const ofType = block.filter((kind) => kind.type === type);
      expect(ofType.length / block.length).toBeCloseTo(percent);
      expect(ofType.filter((kind) => kind.returned).length / ofType.length).toBeCloseTo(0.1);
      expect(ofType.filter((kind) => kind.special).length / ofType.length).toBeCloseTo(0.05);
      expect(ofType.some((kind) => kind.special && kind.returned)).toBe(false);
    }
    expect(block.filter((kind) => kind.leaves).every((kind) => kind.type === 'move')).toBe(true);
    expect(block.filter((kind) => kind.leaves)).toHaveLength(20);
  });

  it('is spread: thirty cases in a row look like the whole', () => {
    const block = mixedBlock();
    for (let start = 0; start + 30 <= block.length; start += 30) {
      const part = block.slice(start, start + 30);
      expect(share(part, 'birth')).toBeGreaterThan(0.25);
      expect(share(part, 'birth')).toBeLessThan(0.55);
      expect(part.some((kind) => kind.returned)).toBe(true);
    }
  });

  it('goes on for ever', () => {
    const mix = caseMix();
    const kinds = Array.from({ length: 400 }, () => mix.next().value);
    expect(kinds[200]).toEqual(kinds[0]);
  });
});
