/**
 * Judges a report by the tables of a given deployment: loads the registry as it is, lets the event type compute its facts
 * and evaluates the decisions. The worker's `validate-report` and `POST /reports/check` both call this.
 */
import { findDuplicates, type DuplicateCandidate } from './duplicates.js';
import { openDuplicate } from './subjects.js';
import { loadActiveAreas } from '../reference/areas.js';
import { loadConfiguration } from '../reference/configuration.js';
import { loadSnapshot } from '../registry/load-snapshot.js';
import type { CompiledTables } from '@lampid/domain/rules/evaluate';
import type { Newcomer } from '@lampid/domain/registry/likeness';
import type { MoveLetter, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { DukcapilAnswer, Facts } from '@lampid/domain/rules/facts';
import { outcomeOf, type Finding, type Outcome } from '@lampid/domain/rules/finding';
import { keptFacts } from '@lampid/domain/rules/kept-facts';
import type { EventDefinition, Subject } from '@lampid/processes/define-event';
import type { DataSource } from 'typeorm';

export interface JudgeInput {
  event: EventDefinition;
  tables: CompiledTables;
  /** DMN decision ids to evaluate, in this order. */
  decisions: string[];
  data: unknown;
  /** The report itself, so that it is not its own duplicate; null for a check before submission. */
  reportId: string | null;
  areaCode: string;
  attachments: string[];
  dukcapil: DukcapilAnswer[];
  /** Asks the origin city about a letter: null = unknown there, undefined = origin not reachable. */
  lookUpLetter(number: string): Promise<MoveLetter | null | undefined>;
  today: string;
  /** The day of the first submission, before it today: its law judges, and terms count to it. */
  reportedOn: string;
  city: string;
}

export interface Judgement extends Outcome {
  findings: Finding[];
  /** What the tables compared, without anything personal: to be kept with the findings. */
  facts: Facts;
  subjects: Subject[];
  newcomers: Newcomer[];
  duplicates: DuplicateCandidate[];
  registry: RegistrySnapshot;
}

export async function judgeReport(dataSource: DataSource, input: JudgeInput): Promise<Judgement> {
  const { event, data, today, reportedOn } = input;
  const needs = event.needs(data);
  const [registry, letter, knownAreas, config, openDuplicateTicket] = await Promise.all([
    loadSnapshot(dataSource.manager, needs),
    needs.moveLetter === undefined ? undefined : input.lookUpLetter(needs.moveLetter),
    loadActiveAreas(dataSource),
    loadConfiguration(dataSource, input.city),
    openDuplicate(dataSource.manager, {
      type: event.id,
      keys: event.subjectKeys(data),
      exceptReportId: input.reportId,
    }),
  ]);
  if (needs.moveLetter !== undefined) registry.moveLetter = letter;
  const newcomers = event.newcomers?.(data, registry) ?? [];
  const duplicates = await findDuplicates(dataSource.manager, {
    newcomers,
    exceptReportId: input.reportId,
  });
  const known = event.facts({
    data,
    registry,
    dukcapil: input.dukcapil,
    operatorArea: input.areaCode,
    knownAreas,
    attachments: input.attachments,
    openDuplicateTicket,
    possibleDuplicates: duplicates.length,
    ...{ today, reportedOn },
    config,
  });
  const facts = { ...known, lawDate: reportedOn };
  const findings = input.tables.evaluate(input.decisions, facts);
  return {
    findings,
    ...outcomeOf(findings),
    facts: keptFacts(input.tables.sources, facts),
    subjects: event.subjects(data, registry),
    ...{ newcomers, duplicates, registry },
  };
}
