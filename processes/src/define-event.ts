/**
 * An event type is one folder with an `event.ts` whose default export is `defineEvent({...})`, beside its BPMN model,
 * DMN table and forms. Routes, menus, forms, search, permissions, letters and statistics derive from it.
 */
import type { DocumentContent } from '@lampid/domain/documents/document-content';
import type { DocumentOrder, EffectResult } from '@lampid/domain/registry/change';
import type { Newcomer } from '@lampid/domain/registry/likeness';
import type { MoveLetter, RegistryNeeds, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { Role } from '@lampid/domain/roles';
import type { DukcapilAnswer, Facts } from '@lampid/domain/rules/facts';
import type { FormConfiguration, FormFactsInput } from '@lampid/domain/rules/form-facts';
import type { Text } from '@lampid/domain/rules/finding';
import type { z } from 'zod';

/** A document that officers attach to a report. */
export interface AttachmentKind {
  kind: string;
  names: Text;
  /** Always required; conditional ones are judged by the rules. */
  required: boolean;
}

/** A document that the office issues: `content` says what is in it, from the register as it stands after registration. */
export interface IssuedDocument<Data = unknown> {
  kind: string;
  names: Text;
  content(input: DocumentInput<Data>): DocumentContent;
}

export interface DocumentInput<Data> {
  order: DocumentOrder;
  data: Data;
  registered: RegisteredResult;
  /** The residents and family cards that the registration touched, as they are now. */
  registry: RegistrySnapshot;
  /** `PP.KK`. */
  city: string;
}

/** One person whose NIK `verify-nik` asks Dukcapil about. */
export interface Subject {
  /** Path of the person in the report's data, e.g. `mother`: where a finding is shown. */
  field: string;
  nik: string;
  name: string;
  birthDate: string | null;
  sex: 1 | 2 | null;
  /** True when the registry is expected to know the person (turns U22 from E into A). */
  knownLocally?: boolean;
}

export interface Configuration extends FormConfiguration {
  /** `PP.KK` of this installation. */
  city: string;
  /** Days that an SKPWNI is valid, counted in working days when `moveLetterWorkingDays`. */
  moveLetterValidDays: number;
  moveLetterWorkingDays: boolean;
  /** Days after expiry until an unused letter is reversed (move) and during which an arrival needs approval (D03). */
  moveLetterGraceDays: number;
  /** A whole family that leaves the city keeps its KK number (DOMAIN 2.6; default true). */
  keepCardNumberOnWholeMove: boolean;
}

export interface FactsInput<Data> extends FormFactsInput<Data> {
  registry: RegistrySnapshot;
  /** Empty until `verify-nik` ran. */
  dukcapil: DukcapilAnswer[];
  /** Kelurahan of the operator who reports. */
  operatorArea: string;
  /** The active list of area codes, all levels. */
  knownAreas: ReadonlySet<string>;
  /** Kinds whose file is not what it must be (U16); absent: uploads were judged when they came in. */
  invalidAttachments?: string[];
  /** How many people the newcomers may be; absent: nobody was looked for. */
  possibleDuplicates?: number;
  /** Ticket of another open report about the same event and subject, or null. */
  openDuplicateTicket: string | null;
  config: Configuration;
}

export interface EffectInput<Data> {
  data: Data;
  registry: RegistrySnapshot;
  /** Registration date (today in Asia/Jakarta). */
  today: string;
  /** Working-day arithmetic over the office calendar. */
  addWorkingDays(from: string, days: number): string;
  /** Verdict of the last evaluation was `late` or had an L finding. */
  late: boolean;
  config: Configuration;
}

/** Makes demo data for `GET /event-types`: a family nobody reported about yet, and uploaded demo attachments. */
export interface ExampleInput {
  /** Residents of one active family (head first), all alive. */
  registry: RegistrySnapshot;
  /** A second family of the same kelurahan (reporter, witnesses, hosts). */
  neighbours: RegistrySnapshot;
  /** A letter of another city addressed to the caller's kelurahan; only when `needsExampleLetter`. */
  letter: MoveLetter | null;
  /** Ticket of a registered report of the caller's kelurahan; only when `needsExampleTicket`. */
  ticket: string | null;
  documents: (kinds: string[]) => { kind: string; attachmentId: string }[];
  operatorArea: string;
  /** A kelurahan in another city, active in the area list. */
  foreignArea: string;
  today: string;
}

export interface EventDefinition<Data = unknown> {
  /** `birth`, `death`, ...: id in URLs, folder name and BPMN process key. */
  id: string;
  /** One letter on tickets: L, M, P, D, ... unique over all types. */
  ticketLetter: string;
  names: Text;
  description: Text;
  /** Core data of the report. JSON shape only: the law is judged by the rules. `documents` and `extra` are added by defineEvent. */
  schema: z.ZodType<Data>;
  /** Roles that may report; `fix` tasks go to the operator's group. */
  reportedBy: Role[];
  attachments: AttachmentKind[];
  issues: IssuedDocument<Data>[];
  /** Group in `decisionGroup` for severity L or A: `kadis` for births, `verifikator` else. */
  specialDecision: 'kadis' | 'verifikator';
  /** Paths in data shown in lists as the name of the case, e.g. `child.name`. */
  title: (data: Data) => string;
  /** Names for search. */
  searchNames: (data: Data) => string[];
  /** Keys that make two open reports the same (U17), e.g. NIK of the deceased. Hashed before they are stored. */
  subjectKeys: (data: Data) => string[];
  /** Date of the event itself, `YYYY-MM-DD`, or null when the data has none. */
  eventDate: (data: Data) => string | null;
  /** Kelurahan that the report belongs to when the reporter is not a kelurahan officer. */
  areaCodes: (data: Data) => string[];
  /** Where a head of RT/RW stands for: theirs only. Absent: the event is not reported by them. */
  neighbourhood?: (data: Data) => { rt: string; rw: string };
  /** The report that an officer makes of it, with what it tells already: for events that are only told of. */
  becomes?: (data: Data) => { type: string; data: Record<string, unknown> };
  needs: (data: Data) => RegistryNeeds;
  subjects: (data: Data, registry: RegistrySnapshot) => Subject[];
  /** People whom the event would add to the register, as far as the report tells them: looked for among those recorded. */
  newcomers?: (data: Data, registry: RegistrySnapshot) => Newcomer[];
  facts: (input: FactsInput<Data>) => Facts;
  effect: (input: EffectInput<Data>) => EffectResult;
  /** Names of the variables that `effect` gives to the model, besides those that the contract of `register-event` names. */
  effectVariables?: readonly string[];
  /** Payload of the SIAK posting (DOMAIN.md 5). */
  siak: {
    kind: string;
    payload: (input: { data: Data; result: RegisteredResult }) => Record<string, unknown>;
  };
  /** True when an example needs a letter of another city. */
  needsExampleLetter?: boolean;
  /** True when an example is about a report that is registered already. */
  needsExampleTicket?: boolean;
  example: (input: ExampleInput) => Data;
  /** Normalisations that the rules only report (N09, L17, P04, M13), applied at submission. */
  normalise?: (data: Data) => Data;
}

/** What registration produced; references of the effect resolved to real numbers. */
export interface RegisteredResult {
  registeredOn: string;
  /** The effect's `result` with ids in place of references. */
  result: Record<string, string>;
  residents: { ref: string; id: string; nik: string }[];
  cards: { ref: string; number: string }[];
  deeds: { ref: string; number: string; kind: string }[];
  letters: { ref: string; number: string }[];
  documents: DocumentOrder[];
}

export function defineEvent<Data>(definition: EventDefinition<Data>): EventDefinition<Data> {
  return definition;
}
