/** Flat, pre-computed facts that a DMN table compares: names are FEEL-safe identifiers (`kkFound`, `motherSex`). */
export type FactValue = string | number | boolean | null | FactValue[];
export type Facts = Record<string, FactValue>;

/** What Dukcapil answered for subject n of the report (0-based, in the order of `event.subjects`). */
export interface DukcapilAnswer {
  subject: number;
  outcome: 'matched' | 'deceased' | 'duplicate' | 'not-found' | 'inactive' | 'bad-format' | 'unavailable';
  /** 0..100, null when not compared. */
  nameScore: number | null;
  birthDateMatches: boolean | null;
  sexMatches: boolean | null;
}
