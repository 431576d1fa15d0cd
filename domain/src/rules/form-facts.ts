/**
 * Facts that a report tells by itself, without register or other offices. One function per fact, so that a report that is still being
 * typed tells those that it can; the worker and the desk compute them by the same functions.
 */
import type { Facts, FactValue } from './facts.js';

export interface FormFactsInput<Data> {
  data: Data;
  /** Kinds of the attached documents. */
  attachments: string[];
  /** Today in Asia/Jakarta. */
  today: string;
  /** The day of the first submission, before it today: whether a report came in time does not depend on how long the office takes. */
  reportedOn: string;
  config: FormConfiguration;
}

/** Settings of the installation that decide such facts. */
export interface FormConfiguration {
  /** The apostrophe is not punctuation in names (N04; default false). */
  apostropheInNames?: boolean;
}

export type FormFacts<Data> = Record<string, (input: FormFactsInput<Data>) => FactValue>;

/** All of them, of a whole report. */
export function factsOf<Data>(facts: FormFacts<Data>, input: FormFactsInput<Data>): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact(input)]));
}

/** Those that an unfinished report tells already: what a fact needs may not be there yet. */
export function knownFactsOf<Data>(facts: FormFacts<Data>, input: FormFactsInput<Data>): Facts {
  const known: Facts = {};
  for (const [name, fact] of Object.entries(facts)) {
    const value = attempt(() => fact(input));
    if (value !== undefined && !Number.isNaN(value)) known[name] = value;
  }
  return known;
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
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
