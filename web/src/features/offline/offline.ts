/** The one store of this window, on the browser's own parts. */
import { useSyncExternalStore } from 'react';
import { uploadAttachmentAs } from '../attachments/api/upload-attachment.js';
import { saveDraft } from '../reports/api/save-draft.js';
import { submitReport } from '../reports/api/submit-report.js';
import { IndexedDbRecords } from './indexed-db-records.js';
import { OfflineStore, type Bell, type OfflineState } from './offline-store.js';
import type { FlushEnd } from './queue-sender.js';
import type { Records } from './records.js';

/** Sealing, service workers and locks are there only for pages that came over HTTPS, or from this machine. */
export const isOfflinePossible =
  window.isSecureContext && 'indexedDB' in window && 'serviceWorker' in navigator;

const NAME = 'lampid-offline';

const NO_RECORDS: Records = {
  vaults: () => Promise.resolve([]),
  entries: () => Promise.resolve([]),
  files: () => Promise.resolve([]),
  content: () => Promise.resolve(undefined),
  putVault: refuse,
  putEntry: refuse,
  putFile: refuse,
  replaceVault: refuse,
  removeVault: refuse,
  removeEntry: refuse,
  removeFiles: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new Error('nothing is kept for a page that did not come over HTTPS'));
}

function bellOfWindows(): Bell {
  const channel = new BroadcastChannel(NAME);
  return { ring: () => channel.postMessage(null), onRing: (listener) => (channel.onmessage = listener) };
}

export const offline = new OfflineStore({
  records: isOfflinePossible ? new IndexedDbRecords() : NO_RECORDS,
  line: { saveDraft, submit: submitReport, upload: uploadAttachmentAs },
  bell: bellOfWindows(),
  unlessOpen: async (id, work) => {
    await navigator.locks.request(lockOfDraft(id), { ifAvailable: true }, async (lock) => {
      if (lock) await work();
    });
  },
});

export function useOffline(): OfflineState {
  return useSyncExternalStore(offline.subscribe, offline.read);
}

/** While a window writes a draft, no other part of the browser sends it: they would be each other's conflict. Answers the release. */
export function holdDraft(id: string): () => void {
  if (!isOfflinePossible) return () => undefined;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks.request(lockOfDraft(id), () => held);
  return release;
}

/** One window at a time empties the queue; another one finds it empty, or goes on where it stopped. */
export async function flushQueue(): Promise<FlushEnd | null> {
  return navigator.locks.request(LOCK_OF_QUEUE, () => offline.flush());
}

/** Not while a queue is being emptied: what it keeps of its way is written with the old key. */
export async function changePin(pins: { old: string; next: string }): Promise<boolean> {
  return navigator.locks.request(LOCK_OF_QUEUE, () => offline.changePin(pins));
}

const LOCK_OF_QUEUE = `${NAME}-queue`;

const lockOfDraft = (id: string) => `${NAME}-draft-${id}`;
