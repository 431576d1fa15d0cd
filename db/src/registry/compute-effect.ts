/** What a report would do to the registry as it is now: asked before the decision, and again under the lock at registration. */
import { createHash } from 'node:crypto';
import { addWorkingDays } from '@lampid/domain/calendar';
import { canonicalJson } from '@lampid/domain/documents/document-content';
import type { EffectResult } from '@lampid/domain/registry/change';
import { essenceOf } from '@lampid/domain/registry/consequences';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { loadLetter } from '../integration/letters.js';
import { loadCalendar } from '../reference/calendar.js';
import { loadConfiguration } from '../reference/configuration.js';
import { currentFindings } from '../reporting/findings.js';
import { loadSnapshot } from './load-snapshot.js';

export interface EffectQuestion {
  event: EventDefinition;
  report: { id: string; revision: number; data: unknown };
  /** Registration date in Asia/Jakarta. */
  today: string;
  /** `PP.KK` */
  city: string;
  /** Holds the families until the transaction ends. */
  lock: boolean;
}

/** Throws EffectConflict where the report cannot be registered as things are. */
export async function computeEffect(
  tx: Tx,
  dataSource: DataSource,
  question: EffectQuestion,
): Promise<{ effect: EffectResult; registry: RegistrySnapshot }> {
  const { event, report, today } = question;
  const [config, calendar] = await Promise.all([
    loadConfiguration(dataSource, question.city),
    loadCalendar(dataSource),
  ]);
  const needs = event.needs(report.data);
  const registry = await loadSnapshot(tx, needs, { lock: question.lock });
  if (needs.moveLetter !== undefined) {
    registry.moveLetter = await loadLetter(tx, { reportId: report.id, revision: report.revision });
  }
  const findings = await currentFindings(tx, report.id);
  const effect = event.effect({
    data: report.data,
    registry,
    today,
    addWorkingDays: (from, days) => addWorkingDays(from, days, calendar),
    late: findings.some((finding) => finding.severity === 'L'),
    config,
  });
  return { effect, registry };
}

/** Names a change: two reports of one computation have the same, whatever day it is and whatever rows were edited beside it. */
export function fingerprintOf(effect: EffectResult): string {
  return createHash('sha256')
    .update(canonicalJson(essenceOf(effect)))
    .digest('hex');
}
