/** DATANG: people arrive from another city with its SKPWNI (Permendagri 108/2019 art. 12, 30). */
import { hasNikForm } from '@lampid/domain/nik';
import { registerArrival } from '@lampid/domain/registry/arrival';
import { residentByNik } from '@lampid/domain/registry/family';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import { defineEvent, type Subject } from '@lampid/processes/define-event';
import { arrivalAttachments, arrivalIssues } from './documents.js';
import { arrivalExample } from './example.js';
import { arrivalFacts } from './facts.js';
import { arrivalSchema, type ArrivalData } from './schema.js';

export default defineEvent<ArrivalData>({
  id: 'arrival',
  ticketLetter: 'D',
  names: { id: 'Datang', en: 'Arrival' },
  description: {
    id: 'Pendaftaran kedatangan dari kota lain dengan SKPWNI',
    en: 'Registration of an arrival from another city with an SKPWNI',
  },
  schema: arrivalSchema,
  reportedBy: ['operator'],
  attachments: arrivalAttachments,
  issues: arrivalIssues,
  specialDecision: 'verifikator',
  title: ({ arrivals }) => arrivals.map(({ name }) => name).find((name) => name !== '') ?? '',
  searchNames: ({ arrivals, reporter }) => [...arrivals.map(({ name }) => name), reporter.name],
  subjectKeys: ({ arrivals }) => arrivals.map(({ nik }) => nik),
  eventDate: ({ arrivalDate }) => arrivalDate ?? null,
  areaCodes: ({ destination }) => [destination.areaCode],
  needs: ({ arrivals, reporter, hostCardNumber, letterNumber }) => ({
    niks: [...arrivals.map(({ nik }) => nik), reporter.nik].filter(hasNikForm),
    familyCards: [hostCardNumber ?? ''].filter(hasNikForm),
    childrenOf: [],
    moveLetter: letterNumber,
  }),
  newcomers: ({ arrivals }, registry) =>
    arrivals.flatMap(({ nik }, index) => {
      const told = registry.moveLetter?.members.find((member) => member.nik === nik);
      if (!told || residentByNik(registry, nik)) return [];
      const { name, birthDate, sex, motherName } = told;
      return [{ field: `arrivals.${index}`, name, birthDate, sex, nik, motherName }];
    }),
  subjects: arrivalSubjects,
  facts: (input) => arrivalFacts({ ...input, subjects: arrivalSubjects(input.data, input.registry) }),
  effect: ({ data, registry, today }) =>
    registerArrival({
      registry,
      destination: { ...data.destination, postalCode: data.destination.postalCode ?? null },
      cardStatus: data.cardStatus,
      hostCardNumber: data.hostCardNumber ?? null,
      headNik: data.headNik ?? null,
      arrivals: data.arrivals,
      eventDate: data.arrivalDate ?? today,
      today,
    }),
  siak: {
    kind: 'DATANG',
    payload: ({ data, result }) => ({
      skpwni: { nomor: data.letterNumber },
      noKk: result.cards[0]?.number ?? data.hostCardNumber ?? null,
      alamatTujuan: {
        kodeWilayah: data.destination.areaCode,
        alamat: data.destination.street,
        rt: data.destination.rt,
        rw: data.destination.rw,
      },
      anggota: data.arrivals.map(({ nik }) => ({ nik })),
    }),
  },
  needsExampleLetter: true,
  example: arrivalExample,
});

function arrivalSubjects({ arrivals }: ArrivalData, registry: RegistrySnapshot): Subject[] {
  return arrivals.map(({ nik, name }, index) => {
    const known = registry.moveLetter?.members.find((member) => member.nik === nik);
    return {
      field: `arrivals.${index}.nik`,
      nik,
      name,
      birthDate: known?.birthDate ?? null,
      sex: known?.sex ?? null,
      knownLocally: residentByNik(registry, nik) !== undefined,
    };
  });
}
