/** What the report of a move tells by itself: see `facts.ts` for what the register adds. */
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import { attached, commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { moveAttachments } from './documents.js';
import type { MoveData } from './schema.js';

export const formFacts: FormFacts<MoveData> = {
  ...commonFormFacts<MoveData>({ reporter: ({ reporter }) => reporter, eventDate: () => null }),
  ...personFormFacts(namedInMove),
  ...documentFormFacts(moveAttachments),
  moveType: ({ data }) => data.moveType,
  statusKkMoving: ({ data }) => data.statusKkMoving ?? null,
  statusKkStaying: ({ data }) => data.statusKkStaying ?? null,
  hostCardGiven: ({ data }) => Boolean(data.hostCardNumber),
  newHeadGiven: ({ data }) => Boolean(data.newHeadNik),
  reason: ({ data }) => data.reason,
  reasonTextGiven: ({ data }) => Boolean(data.reasonText?.trim()),
  housing: ({ data }) => data.housing ?? null,
  stay: ({ data }) => data.stay ?? 'settle',
  ownerStatementAttached: attached('pernyataan-pemilik'),
  parentalConsentAttached: attached('persetujuan-orang-tua'),
  careAuthorityAttached: attached('kuasa-pengasuhan'),
};

/** Everybody named by NIK. */
export function namedInMove(data: MoveData): NamedPerson[] {
  return [
    { field: 'reporter.nik', nik: data.reporter.nik, role: 'reporter' },
    ...data.movers.map(({ nik }, index): NamedPerson => ({
      field: `movers.${index}.nik`,
      nik,
      role: 'subject',
    })),
    ...(['newHeadNik', 'movingHeadNik'] as const).flatMap((field): NamedPerson[] =>
      data[field] ? [{ field, nik: data[field], role: 'other' }] : [],
    ),
  ];
}
