import type { DataSource } from '../data-source.js';

/**
 * Without statistics the planner takes a filled table for an empty one. Empty ones must not get any, or plans made now would go on
 * taking them for empty.
 */
export async function analyzeRegister(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `analyze reference.area, registry.resident, registry.family_card, registry.membership, registry.posting, registry.posting_sum,
       registry.posting_age, registry.known_name, registry.known_word, registry.serial, reporting.example_family`,
  );
}

/** What the reports of the past fill. */
export async function analyzeHistory(dataSource: DataSource): Promise<void> {
  await analyzeRegister(dataSource);
  await dataSource.query(
    'analyze registry.deed, registry.registration, reporting.report, reporting.ticket_serial',
  );
}

/** Says when there is twice as much as the last time. */
export class WhenDoubled {
  constructor(private last: number) {}

  since(now: number): boolean {
    if (now < 2 * this.last) return false;
    this.last = now;
    return true;
  }
}
