import { createHash } from 'node:crypto';
import { nikHash } from './masked-nik.js';
import type { VerifiedFields } from './outcomes.js';

/** Positive answers may be kept for a day at most (DOMAIN.md 5). */
export const LONGEST_CACHE_MS = 24 * 60 * 60 * 1000;

interface Entry {
  question: string;
  fields: VerifiedFields;
  until: number;
}

/**
 * Positive verification answers in memory: one per person, keyed by a keyed hash of the NIK, bounded in size (the longest
 * unused goes first) and in time. Neither NIK nor data of the question are kept.
 */
export class AnswerCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly options: { ttlMs: number; maxEntries: number; now: () => number }) {}

  get size(): number {
    return this.entries.size;
  }

  find(nik: string, question: unknown): VerifiedFields | null {
    const key = nikHash(nik);
    const entry = this.entries.get(key);
    if (!entry || entry.question !== digest(question)) return null;
    this.entries.delete(key);
    if (entry.until <= this.options.now()) return null;
    this.entries.set(key, entry);
    return entry.fields;
  }

  keep(nik: string, question: unknown, fields: VerifiedFields): void {
    if (this.options.ttlMs <= 0 || this.options.maxEntries <= 0) return;
    const key = nikHash(nik);
    this.entries.delete(key);
    this.entries.set(key, {
      question: digest(question),
      fields,
      until: this.options.now() + Math.min(this.options.ttlMs, LONGEST_CACHE_MS),
    });
    if (this.entries.size > this.options.maxEntries) {
      const longestUnused = this.entries.keys().next().value;
      if (longestUnused !== undefined) this.entries.delete(longestUnused);
    }
  }

  forget(nik: string): void {
    this.entries.delete(nikHash(nik));
  }
}

function digest(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64');
}
