import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.js';

describe('excerpt', () => {
  it('leaves short texts and those that came or went as they are', () => {
    expect(excerpt('lama', 'baru')).toEqual(['lama', 'baru']);
    expect(excerpt(null, 'x'.repeat(500))).toEqual([null, 'x'.repeat(500)]);
  });

  it('shows of long texts what differs, with a few words around it', () => {
    const around = 'a'.repeat(200);
    const thirty = 'a'.repeat(30);
    expect(excerpt(`${around}lama${around}`, `${around}-baru-${around}`)).toEqual([
      `… ${thirty}lama${thirty} …`,
      `… ${thirty}-baru-${thirty} …`,
    ]);
  });

  it('shows what was put in where one text holds the other', () => {
    const text = 'kata '.repeat(40);
    const [before, after] = excerpt(text, `${text}lagi`);
    expect(before!.length).toBeLessThan(40);
    expect(after).toBe(`${before}lagi`);
  });
});
