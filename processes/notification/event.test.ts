import { describe, expect, it } from 'vitest';
import event from './event.js';
import type { NotificationData } from './schema.js';

const data: NotificationData = {
  event: 'death',
  subject: { name: 'Siti Aminah', nik: '3273024101509001' },
  eventDate: '2026-11-20',
  rt: '002',
  rw: '003',
  documents: [],
};

describe('a notification', () => {
  it('begins the report that it is about', () => {
    expect(event.becomes!(data)).toEqual({
      type: 'death',
      data: {
        deceased: data.subject,
        deathDate: '2026-11-20',
        reporter: { relation: 'rt' },
      },
    });
    expect(event.becomes!({ ...data, event: 'birth' })).toMatchObject({
      type: 'birth',
      data: { child: { name: 'Siti Aminah', birthDate: '2026-11-20' } },
    });
    expect(event.becomes!({ ...data, event: 'move', subject: { name: 'Siti' } })?.data).toEqual({
      movers: [{ name: 'Siti', nik: '' }],
    });
    expect(event.becomes!({ ...data, event: 'arrival' })?.type).toBe('arrival');
  });

  it('touches no register and says of which RT it is', () => {
    expect(() => event.effect({ data } as never)).toThrow();
    expect(event.neighbourhood!(data)).toEqual({ rt: '002', rw: '003' });
    expect(event.title(data)).toBe('Siti Aminah (kematian)');
  });
});
