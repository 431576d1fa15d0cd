import { describe, expect, it } from 'vitest';
import { placeCard } from './place-card.js';

const card = { width: 400, height: 200 };
const desk = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

describe('placeCard', () => {
  it('stands at the right of a menu', () => {
    expect(placeCard({ left: 0, top: 56, width: 224, height: 500 }, card, desk)).toEqual({
      left: 238,
      top: 56,
    });
  });

  it('stands below what is as wide as the page, and above it at the foot', () => {
    const wide = { left: 248, top: 100, width: 1100, height: 120 };
    expect(placeCard(wide, card, desk)).toEqual({ left: 248, top: 234 });
    expect(placeCard({ ...wide, top: 600 }, card, desk)).toEqual({ left: 248, top: 386 });
  });

  it('never leaves the window, however small it is and whatever is lit', () => {
    const narrow = { width: 370, height: 260 };
    const lights = [
      null,
      { left: 0, top: 0, width: 390, height: 844 },
      { left: 350, top: 800, width: 36, height: 36 },
    ];
    for (const lit of lights) {
      const { left, top } = placeCard(lit, narrow, phone);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + narrow.width).toBeLessThanOrEqual(phone.width);
      expect(top + narrow.height).toBeLessThanOrEqual(phone.height);
    }
  });
});
