/** Facts of the tables `common`, `documents` and `dukcapil`, which every event type uses. */
import { areaLevel, isWithin } from '@lampid/domain/areas';
import { daysBetween } from '@lampid/domain/dates';
import { hasCardForm } from '@lampid/domain/document-numbers';
import type { FamilyCard, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { DukcapilAnswer, Facts } from '@lampid/domain/rules/facts';
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import type { AttachmentKind, FactsInput, Subject } from '../define-event.js';
import type { Person, Reporter } from '../report-schema.js';

export interface CommonFormFacts<Data> {
  reporter(data: Data): Reporter;
  /** Date of the event and where it stands; null when it may lie ahead (U18). */
  eventDate(data: Data): { field: string; date: string } | null;
  /** Witnesses, when the form asks for two, and the NIKs that they may not have (U13). */
  witnesses?(data: Data): { people: Person[]; subjects: string[] };
}

/** What the report says by itself. */
export function commonFormFacts<Data>(about: CommonFormFacts<Data>): FormFacts<Data> {
  const { reporter, eventDate, witnesses } = about;
  return {
    reporterRelation: ({ data }) => reporter(data).relation,
    powerOfAttorneyAttached: ({ attachments }) => attachments.includes('f-1-07'),
    eventDateField: ({ data }) => eventDate(data)?.field ?? null,
    eventDaysAhead: ({ data, today }) => {
      const event = eventDate(data);
      return event && daysBetween(today, event.date);
    },
    witnessCount: ({ data }) =>
      witnesses ? new Set(witnesses(data).people.map((person) => person.nik)).size : null,
    witnessIsReporterOrSubject: ({ data }) => {
      if (!witnesses) return null;
      const { people, subjects } = witnesses(data);
      const others = [reporter(data).nik, ...subjects].filter((nik) => nik !== '');
      return people.some(({ nik }) => others.includes(nik));
    },
  };
}

export interface CommonFactsInput {
  input: Pick<
    FactsInput<unknown>,
    'registry' | 'operatorArea' | 'knownAreas' | 'openDuplicateTicket' | 'possibleDuplicates'
  >;
  /** The family card that must exist (U08) and where its number stands in the data; null when none is asked for. */
  card: { field: string; number: string | null | undefined } | null;
  /** The kelurahan whose operator may report (U19); `areaCode` null when it is not known. */
  jurisdiction: { field: string; areaCode: string | null };
  /** Kelurahan that the report names as an address (U07). */
  destination?: { field: string; areaCode: string };
}

/** What register, areas and other reports add. */ export function commonFacts(
  about: CommonFactsInput,
): Facts {
  const { input, card, jurisdiction, destination } = about;
  return {
    kkField: card?.field ?? null,
    kkFound: card && activeCard(input.registry, card.number) !== undefined,
    jurisdictionField: jurisdiction.field,
    inJurisdiction: jurisdiction.areaCode && isWithin(jurisdiction.areaCode, input.operatorArea),
    destinationField: destination?.field ?? null,
    destinationKnown: destination ? isKnownKelurahan(destination.areaCode, input.knownAreas) : null,
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
export function documentFormFacts<Data>(kinds: readonly AttachmentKind[]): FormFacts<Data> {
  return {
    documentKind: () => kinds.map(({ kind }) => kind),
    documentNameId: () => kinds.map(({ names }) => names.id),
    documentNameEn: () => kinds.map(({ names }) => names.en),
    documentRequired: () => kinds.map(({ required }) => required),
    documentAttached: ({ attachments }) => kinds.map(({ kind }) => attachments.includes(kind)),
  };
}

/** Whether their files are what they must be (U16): judged where the files are. */
export function documentFacts(
  kinds: readonly AttachmentKind[],
  { invalidAttachments = [] }: { invalidAttachments?: readonly string[] },
): Facts {
  return { documentValid: kinds.map(({ kind }) => !invalidAttachments.includes(kind)) };
}

/** Whether a document of this kind is attached. */
export const attached =
  (kind: string) =>
  ({ attachments }: { attachments: readonly string[] }): boolean =>
    attachments.includes(kind);

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
