import { describe, expect, it } from 'vitest';
import {
  cardNumber,
  cardPrefix,
  deedNumber,
  deedPrefix,
  hasCardForm,
  hasDeedForm,
  hasMoveLetterForm,
  moveLetterNumber,
  moveLetterPrefix,
  parseMoveLetter,
} from './document-numbers.js';
import { parseTicket, ticketNumber, ticketPrefix } from './tickets.js';

describe('document numbers', () => {
  it('write as the law prints them', () => {
    expect(deedNumber(deedPrefix({ city: '32.73', code: 'LU', date: '2024-04-15' }), 1)).toBe(
      '3273-LU-15042024-0001',
    );
    expect(moveLetterNumber(moveLetterPrefix({ city: '32.73', date: '2024-04-15' }), 12)).toBe(
      'SKPWNI/3273/15042024/0012',
    );
    expect(cardNumber(cardPrefix({ areaCode: '32.73.02.1004', date: '2024-04-15' }), 9001)).toBe(
      '3273021504249001',
    );
  });

  it('never pass 9999', () => {
    expect(() => deedNumber('x', 10_000)).toThrow(RangeError);
    expect(() => deedNumber('x', 0)).toThrow(RangeError);
  });

  it('are known by form', () => {
    expect(hasDeedForm('3273-LU-15042024-0001')).toBe(true);
    expect(hasDeedForm('2075/K/2004')).toBe(false);
    expect(hasCardForm('3273021504249001')).toBe(true);
    expect(hasCardForm('327302150424900')).toBe(false);
    expect(hasMoveLetterForm('SKPWNI/3273/150424/0001')).toBe(true);
    expect(hasMoveLetterForm('SKPWNI/3273/1504202/0001')).toBe(false);
  });

  it('of letters say their origin and date', () => {
    expect(parseMoveLetter('SKPWNI/3171/15042024/0001')).toEqual({
      originCity: '31.71',
      issuedOn: '2024-04-15',
    });
    expect(parseMoveLetter('SKPWNI/3171/150424/0001')).toEqual({ originCity: '31.71', issuedOn: null });
    expect(parseMoveLetter('SKDWNI/3171/15042024/0001')).toBeNull();
  });
});

describe('tickets', () => {
  it('are read as they are written', () => {
    const ticket = ticketNumber(
      ticketPrefix({ letter: 'L', areaCode: '32.73.02.1004', date: '2026-11-22' }),
      7,
    );
    expect(ticket).toBe('LMP-L-3273021004-20261122-0007');
    expect(parseTicket(ticket)).toEqual({ letter: 'L', area: '3273021004', date: '2026-11-22', serial: 7 });
    expect(parseTicket(ticketNumber('LMP-L-3273021004-20261122', 12_345))?.serial).toBe(12_345);
    expect(parseTicket('LMP-L-1-2-3')).toBeNull();
  });
});
