/**
 * PEMBERITAHUAN: a head of RT/RW tells of an event, which for a death is their duty (UU 24/2013 art. 44). An operator makes it a report or says
 * why not. It is a case like any other and touches no register (decision 024).
 */
import { EffectConflict } from '@lampid/domain/registry/change';
import { membersOf } from '@lampid/domain/registry/family';
import { defineEvent } from '@lampid/processes/define-event';
import { becomesReport } from './becomes.js';
import { notificationSchema, type NotificationData } from './schema.js';

const EVENTS: Record<NotificationData['event'], string> = {
  birth: 'kelahiran',
  death: 'kematian',
  move: 'kepindahan',
  arrival: 'kedatangan',
};

export default defineEvent<NotificationData>({
  id: 'notification',
  ticketLetter: 'W',
  names: { id: 'Pemberitahuan', en: 'Notification' },
  description: {
    id: 'Beri tahu kelurahan: kematian, kelahiran, kepindahan, atau kedatangan warga',
    en: 'Tell the kelurahan of a death, a birth, a move or an arrival',
  },
  schema: notificationSchema,
  reportedBy: ['rtrw'],
  attachments: [
    {
      kind: 'bukti',
      names: { id: 'Foto surat atau bukti', en: 'Photo of a letter or proof' },
      required: false,
    },
  ],
  issues: [],
  specialDecision: 'verifikator',
  title: ({ event, subject }) => `${subject.name} (${EVENTS[event]})`,
  searchNames: ({ subject }) => [subject.name],
  subjectKeys: () => [],
  eventDate: ({ eventDate }) => eventDate,
  areaCodes: () => [],
  neighbourhood: ({ rt, rw }) => ({ rt, rw }),
  becomes: becomesReport,
  needs: () => ({ niks: [], familyCards: [], childrenOf: [] }),
  subjects: ({ subject }) =>
    subject.nik
      ? [{ field: 'subject.nik', nik: subject.nik, name: subject.name, birthDate: null, sex: null }]
      : [],
  facts: () => ({}),
  effect: () => {
    throw new EffectConflict('NO_EVENT', {
      id: 'Pemberitahuan bukan peristiwa',
      en: 'A notification is no event',
    });
  },
  siak: { kind: 'PEMBERITAHUAN', payload: () => ({}) },
  example: ({ registry, today, documents }) => {
    const { resident } = membersOf(registry, registry.familyCards[0]!)[0]!;
    return {
      event: 'death',
      subject: { name: resident.name, nik: resident.nik },
      eventDate: today,
      rt: '001',
      rw: '001',
      documents: documents([]),
    };
  },
});
