/** What is kept on the device while the server cannot be reached. One report is one entry, under its own id, from draft to receipt. */
import type { Problem } from '../../api/problem.js';
import type { ReportData } from '../../api/wire.js';

interface Filled {
  /** Of the report, made when its form opened; also the Idempotency-Key of its submission. */
  id: string;
  type: string;
  data: ReportData;
  /** Of the draft on the server that it was changed from; null when there is none, or whatever is there is to be replaced. */
  version: number | null;
  /** Username. */
  begunBy: string;
  /** The notification that it is made of. */
  answers: string | null;
  /** When it was put here; ISO. */
  at: string;
  /** Why the server does not take it as it stands. */
  problem: Problem | null;
}

export interface SealedDraft extends Filled {
  kind: 'draft';
}

export interface QueuedReport extends Filled {
  kind: 'report';
  /** The server may have it already: the answer was lost, or the window closed while it was under way. */
  attempted: boolean;
}

/** Nothing about people is left of a report that was sent. */
export interface Receipt {
  kind: 'receipt';
  id: string;
  type: string;
  ticket: string | null;
  at: string;
}

export type Entry = SealedDraft | QueuedReport | Receipt;
export type EntryKind = Entry['kind'];

/** An attachment that the server does not have yet, or that no report of the server names yet. */
export interface KeptFile {
  /** Of the attachment, made here: the report names it before it is uploaded, and an upload whose answer was lost is repeated without harm. */
  id: string;
  reportId: string;
  /** As the officer's disk calls it. */
  name: string;
  mediaType: string;
  bytes: number;
  /** The server has it; it stays here until the server has its report too. */
  isUploaded: boolean;
}

/** Of all attachments on a device: ten of the largest, and what a browser grants without asking. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** Of drafts and reports together: a day's work at a counter, and a few megabytes at most. */
export const MOST_ENTRIES = 50;
export const MOST_RECEIPTS = 50;

/** Sent by itself when the line is back: not what a person must look at first. */
export function isWaiting(entry: Entry): entry is SealedDraft | QueuedReport {
  return entry.kind !== 'receipt' && entry.problem === null;
}

export function isPending(kind: EntryKind): boolean {
  return kind !== 'receipt';
}
