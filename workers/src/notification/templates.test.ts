import { expect, it } from 'vitest';
import { composeMessage, isTemplate } from './templates.js';

it('names ticket and event in both languages', () => {
  const message = composeMessage({
    template: 'returned',
    ticket: 'LMP-L-3273021004-20261122-0001',
    eventNames: { id: 'Kelahiran', en: 'Birth' },
    publicUrl: 'https://lampid.example',
  });
  expect(message.subject).toBe('Laporan LMP-L-3273021004-20261122-0001 perlu perbaikan');
  expect(message.body).toContain('Laporan Kelahiran');
  expect(message.body).toContain('The Birth report');
  expect(message.body).not.toContain('{');
  expect(message.body).toContain('https://lampid.example/track?ticket=LMP-L-3273021004-20261122-0001');
});

it('knows no template by the name of an object method', () => {
  expect(isTemplate('toString')).toBe(false);
  expect(isTemplate('returned')).toBe(true);
});
