/** Lets the product open without a line. Built on its own (vite.config.ts), with the list of the files to keep written into it. */
import { answerFrom, EVENT_TYPES, type AnswerFrom } from './answer-from.js';

declare const self: ServiceWorkerGlobalScope;
/** Name of this build, and paths of its files. Written by shell-files.ts. */
declare const LAMPID_SHELL: { build: string; files: string[] };

const PAGE = '/index.html';
/** Without a name that changes with its content. */
const MARK = '/favicon.svg';
const SHELL = `lampid-shell-${LAMPID_SHELL.build}`;
const REFERENCE = 'lampid-reference-1';
/** A line that is there but leads nowhere must not keep anybody waiting. */
const PATIENCE_MS = 4_000;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const from = answerFrom(event.request, self.location.origin);
  if (from) event.respondWith(ANSWERS[from](event));
});

const ANSWERS: Record<AnswerFrom, (event: FetchEvent) => Promise<Response>> = {
  page: async ({ request }) => (await answered(request)) ?? (await kept(SHELL, PAGE)) ?? fetch(request),
  file: async ({ request }) => (await kept(SHELL, request)) ?? fetch(request),
  async reference({ request }) {
    const answer = await answered(request);
    if (!answer) return (await kept(REFERENCE, request)) ?? fetch(request);
    if (answer.ok) await keep(request, answer.clone());
    return answer;
  },
};

/** Everything or nothing: with a file missing, this build would not open. */
async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  await shell.addAll([PAGE, MARK, ...LAMPID_SHELL.files]);
  // Whoever is not signed in gets no event types; they are kept when somebody first sees them.
  const types = await fetch(EVENT_TYPES, { headers: { accept: 'application/json' } }).catch(() => null);
  if (types?.ok) await keep(EVENT_TYPES, types);
}

/** The files of builds before go once no window of theirs is open. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('lampid-shell-') && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Null when there was none in time, or only a gateway's. */
async function answered(request: Request): Promise<Response | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  return answer && answer.status !== 502 && answer.status !== 503 && answer.status !== 504 ? answer : null;
}

/** One answer per path: another version takes the place of the one before. */
async function keep(request: Request | string, answer: Response): Promise<void> {
  const reference = await caches.open(REFERENCE);
  await reference.delete(request, { ignoreSearch: true, ignoreVary: true });
  await reference.put(request, answer);
}

async function kept(cache: string, request: Request | string): Promise<Response | undefined> {
  return (await caches.open(cache)).match(request, { ignoreVary: true });
}
