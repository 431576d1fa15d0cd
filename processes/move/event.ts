/** PINDAH: a move, registered with F-1.03; SKPWNI only to another city (Permendagri 108/2019 art. 29, 30). */
import { codeName } from '@lampid/domain/codes';
import { addDays, jakartaInstant } from '@lampid/domain/dates';
import { hasNikForm } from '@lampid/domain/nik';
import { residentByNik } from '@lampid/domain/registry/family';
import { registerMove } from '@lampid/domain/registry/move';
import type { MoveOutTerms } from '@lampid/domain/registry/move-out-of-city';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import { defineEvent, type EffectInput, type Subject } from '@lampid/processes/define-event';
import { moveAttachments, moveIssues } from './documents.js';
import { moveExample } from './example.js';
import { moveFacts } from './facts.js';
import { moveSchema, type MoveData } from './schema.js';

export default defineEvent<MoveData>({
  id: 'move',
  ticketLetter: 'P',
  names: { id: 'Pindah', en: 'Move' },
  description: {
    id: 'Pendaftaran perpindahan: di dalam kota, atau ke kota lain dengan SKPWNI',
    en: 'Registration of a move: inside the city, or to another city with an SKPWNI',
  },
  schema: moveSchema,
  reportedBy: ['operator', 'citizen'],
  attachments: moveAttachments,
  issues: moveIssues,
  specialDecision: 'verifikator',
  title: ({ movers }) => movers.map(({ name }) => name).find((name) => name !== '') ?? '',
  searchNames: ({ movers, reporter }) => [...movers.map(({ name }) => name), reporter.name],
  subjectKeys: ({ movers }) => movers.map(({ nik }) => nik),
  eventDate: ({ plannedDate }) => plannedDate ?? null,
  areaCodes: () => [],
  needs: ({ movers, reporter, newHeadNik, movingHeadNik, familyCardNumber, hostCardNumber }) => ({
    niks: [...movers.map(({ nik }) => nik), reporter.nik, newHeadNik ?? '', movingHeadNik ?? ''].filter(
      hasNikForm,
    ),
    familyCards: [familyCardNumber, hostCardNumber ?? ''].filter(hasNikForm),
    childrenOf: [],
  }),
  subjects: moveSubjects,
  facts: (input) => moveFacts({ ...input, subjects: moveSubjects(input.data, input.registry) }),
  effect: (input) => {
    const { data, registry, today } = input;
    return registerMove(
      {
        registry,
        familyCardNumber: data.familyCardNumber,
        movers: data.movers,
        destination: { ...data.destination, postalCode: data.destination.postalCode ?? null },
        statusKkMoving: data.statusKkMoving ?? null,
        hostCardNumber: data.hostCardNumber ?? null,
        newHeadNik: data.newHeadNik ?? null,
        movingHeadNik: data.movingHeadNik ?? null,
        // A plan may lie ahead; the ledger says what is.
        eventDate: data.plannedDate && data.plannedDate < today ? data.plannedDate : today,
        today,
      },
      () => letterTerms(input),
    );
  },
  siak: {
    kind: 'PINDAH',
    payload: ({ data, result }) => ({
      skpwni: result.letters[0] ? { nomor: result.letters[0].number } : null,
      noKk: data.familyCardNumber,
      alamatTujuan: {
        kodeWilayah: data.destination.areaCode,
        alamat: data.destination.street,
        rt: data.destination.rt,
        rw: data.destination.rw,
      },
      alasan: codeName('alasanPindah', data.reason),
      anggota: data.movers.map(({ nik }) => ({ nik })),
    }),
  },
  example: moveExample,
});

/** Valid for the configured days; reversed when the grace period after the last day is over (DOMAIN 2.3). */
function letterTerms({ today, config, addWorkingDays }: EffectInput<MoveData>): MoveOutTerms {
  const validUntil = config.moveLetterWorkingDays
    ? addWorkingDays(today, config.moveLetterValidDays)
    : addDays(today, config.moveLetterValidDays);
  return {
    validUntil,
    letterExpiresAt: jakartaInstant(addDays(validUntil, config.moveLetterGraceDays + 1)).toISOString(),
    keepCardNumber: config.keepCardNumberOnWholeMove,
  };
}

function moveSubjects({ movers }: MoveData, registry: RegistrySnapshot): Subject[] {
  return movers.map(({ nik, name }, index) => {
    const known = residentByNik(registry, nik);
    return {
      field: `movers.${index}.nik`,
      nik,
      name,
      birthDate: known?.birthDate ?? null,
      sex: known?.sex ?? null,
      knownLocally: known !== undefined,
    };
  });
}
