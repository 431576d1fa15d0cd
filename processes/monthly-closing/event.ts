/**
 * Penutupan bulan (DOMAIN 4.8): the report of a month is frozen, signed by its office and published. A case like any other, so
 * that queue, deadlines, diagram and history are there; but the system starts it, and nothing happens to the register.
 */
import { EffectConflict } from '@lampid/domain/registry/change';
import { monthName } from '@lampid/domain/months';
import { CLOSING_TYPE, closingData, type ClosingData } from '@lampid/processes/closing-data';
import { defineEvent } from '@lampid/processes/define-event';

export default defineEvent<ClosingData>({
  id: CLOSING_TYPE,
  ticketLetter: 'T',
  names: { id: 'Penutupan bulan', en: 'Monthly closing' },
  description: {
    id: 'Laporan bulanan LAMPID dibekukan, ditandatangani, dan diterbitkan',
    en: 'The monthly LAMPID report is frozen, signed and published',
  },
  schema: closingData,
  reportedBy: [],
  attachments: [],
  issues: [],
  specialDecision: 'verifikator',
  title: ({ month }) => `Penutupan ${monthName(month)}`,
  searchNames: ({ month, area }) => [monthName(month), area],
  subjectKeys: ({ month, area }) => [`${area}|${month}`],
  eventDate: () => null,
  areaCodes: ({ area }) => [area],
  needs: () => ({ niks: [], familyCards: [], childrenOf: [] }),
  subjects: () => [],
  facts: () => ({}),
  effect: () => {
    throw new EffectConflict('NO_EVENT', {
      id: 'Penutupan bulan bukan peristiwa',
      en: 'A closing is no event',
    });
  },
  siak: { kind: 'LAPORAN', payload: () => ({}) },
  example: ({ operatorArea, today }) => ({ month: today.slice(0, 7), area: operatorArea }),
});
