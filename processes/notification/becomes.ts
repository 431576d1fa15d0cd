import type { NotificationData } from './schema.js';

/** What of a notification an operator need not type again. The reporter is the head of RT/RW; the operator asks for the rest. */
export function becomesReport(data: NotificationData): { type: string; data: Record<string, unknown> } {
  const { event, subject, eventDate } = data;
  const person = { name: subject.name, nik: subject.nik ?? '' };
  switch (event) {
    case 'death':
      return {
        type: 'death',
        data: { deceased: person, deathDate: eventDate, reporter: { relation: 'rt' } },
      };
    case 'birth':
      return { type: 'birth', data: { child: { name: subject.name, birthDate: eventDate } } };
    case 'move':
      return { type: 'move', data: { movers: [person] } };
    case 'arrival':
      return { type: 'arrival', data: { arrivalDate: eventDate } };
  }
}
