/** Facts of the tables `common`, `documents` and `dukcapil`, which every event type uses. */
import { areaLevel, isWithin } from '@lampid/domain/areas';
import { daysBetween } from '@lampid/domain/dates';
import { hasCardForm } from '@lampid/domain/document-numbers';
import type { FamilyCard, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { DukcapilAnswer, Facts, FactValue } from '@lampid/domain/rules/facts';
import type { AttachmentKind, FactsInput, Subject } from '../define-event.js';
import type { Person, Reporter } from '../report-schema.js';

export interface CommonFactsInput {
  input: Pick<
    FactsInput<unknown>,
    'registry' | 'operatorArea' | 'knownAreas' | 'openDuplicateTicket' | 'possibleDuplicates' | 'today'
  >;
  reporter: Reporter;
  attachments: readonly string[];
  /** The family card that must exist (U08) and where its number stands in the data; null when none is asked for. */
  card: { field: string; number: string | null | undefined } | null;
  /** The kelurahan whose operator may report (U19); `areaCode` null when it is not known. */
  jurisdiction: { field: string; areaCode: string | null };
  /** Kelurahan that the report names as an address (U07). */
  destination?: { field: string; areaCode: string };
  /** Date of the event and where it stands; absent when it may lie ahead (U18). */
  eventDate?: { field: string; date: string };
  /** Witnesses, when the form asks for two, and the NIKs that they may not have (U13). */
  witnesses?: { people: Person[]; subjects: string[] };
}

export function commonFacts(about: CommonFactsInput): Facts {
  const { input, reporter, card, jurisdiction, destination, eventDate, witnesses } = about;
  return {
    reporterRelation: reporter.relation,
    powerOfAttorneyAttached: about.attachments.includes('f-1-07'),
    kkField: card?.field ?? null,
    kkFound: card && activeCard(input.registry, card.number) !== undefined,
    jurisdictionField: jurisdiction.field,
    inJurisdiction: jurisdiction.areaCode && isWithin(jurisdiction.areaCode, input.operatorArea),
    destinationField: destination?.field ?? null,
    destinationKnown: destination ? isKnownKelurahan(destination.areaCode, input.knownAreas) : null,
    eventDateField: eventDate?.field ?? null,
    eventDaysAhead: eventDate ? daysBetween(input.today, eventDate.date) : null,
    witnessCount: witnesses ? new Set(witnesses.people.map((person) => person.nik)).size : null,
    witnessIsReporterOrSubject: witnesses
      ? witnesses.people.some(({ nik }) => [reporter.nik, ...witnesses.subjects].includes(nik))
      : null,
    duplicateTicket: input.openDuplicateTicket,
    possibleDuplicates: input.possibleDuplicates ?? 0,
  };
}

/** The active card of this number. */
export function activeCard(
  registry: RegistrySnapshot,
  number: string | null | undefined,
): FamilyCard | undefined {
  if (!number || !hasCardForm(number)) return undefined;
  return registry.familyCards.find((card) => card.number === number && card.status === 'active');
}

export function isKnownKelurahan(areaCode: string, knownAreas: ReadonlySet<string>): boolean {
  return areaLevel(areaCode) === 'village' && knownAreas.has(areaCode);
}

/** Facts of `documents`: one element per kind that the event type knows. */
export function documentFacts(
  kinds: readonly AttachmentKind[],
  {
    attachments,
    invalidAttachments = [],
  }: { attachments: readonly string[]; invalidAttachments?: readonly string[] },
): Facts {
  return {
    documentKind: kinds.map(({ kind }) => kind),
    documentNameId: kinds.map(({ names }) => names.id),
    documentNameEn: kinds.map(({ names }) => names.en),
    documentRequired: kinds.map(({ required }) => required),
    documentAttached: kinds.map(({ kind }) => attachments.includes(kind)),
    documentValid: kinds.map(({ kind }) => !invalidAttachments.includes(kind)),
  };
}

/** Facts of `dukcapil`: one element per subject that Dukcapil was asked about; none before `verify-nik` ran. */
export function dukcapilFacts(subjects: readonly Subject[], answers: readonly DukcapilAnswer[]): Facts {
  const asked = answers.flatMap((answer) => {
    const subject = subjects[answer.subject];
    return subject ? [{ subject, answer }] : [];
  });
  return {
    subjectField: asked.map(({ subject }) => subject.field),
    subjectOutcome: asked.map(({ answer }) => answer.outcome),
    subjectNameScore: asked.map(({ answer }) => answer.nameScore),
    subjectKnownLocally: asked.map(({ subject }) => subject.knownLocally ?? false),
  };
}

/** Scalars among the fields that an analyst added, as `extra_<key>`. */
export function extraFacts(extra: Record<string, unknown> | null | undefined): Facts {
  const isScalar = (value: unknown): value is FactValue =>
    value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(
    Object.entries(extra ?? {})
      .filter((entry): entry is [string, FactValue] => isScalar(entry[1]))
      .map(([key, value]) => [`extra_${key.replace(/\W/g, '_')}`, value]),
  );
}
