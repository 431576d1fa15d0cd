/** Read-only by construction: whatever the contract has that writes does not answer an auditor. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';

/** What an auditor may send and nothing of the office is changed by it. Whoever adds a line here says why. */
const HARMLESS = new Set([
  // Searches whose question, a NIK or a name, may not stand in an address.
  'post /api/v1/residents/search',
  'post /api/v1/reports/search',
  'post /api/v1/residents/lookup',
  'post /api/v1/family-cards/lookup',
  // Two bundles, too large for an address; nothing is kept.
  'post /api/v1/processes/compare',
  // One's own settings of a page.
  'put /api/v1/session/preferences/{key}',
]);

/** For anybody, signed in or not: they ask for a ticket with digits of a NIK, or for a signature of another system. */
const PUBLIC = new Set([
  ...['post /api/v1/track', 'post /api/v1/track/satisfaction', 'post /api/v1/inbound/siak'],
  ...['reserve', 'release', 'confirm', 'lookup'].map((verb) => `post /api/v1/inbound/skpwni/${verb}`),
]);

interface Write {
  method: string;
  path: string;
  isPublic: boolean;
}

async function writes(): Promise<Write[]> {
  const { body } = await anonymous().get('/api/openapi.json').expect(200);
  const paths = body.paths as Record<string, Record<string, { security?: unknown[] }>>;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(([method, { security }]) => ({ method, path, isPublic: security === undefined })),
  );
}

const nameOf = ({ method, path }: Write) => `${method} ${path}`;
const filled = (path: string) => path.replace(/\{(\w+)\}/g, () => randomUUID());

describe('an auditor', () => {
  it('is refused by every route that writes, whatever is sent', async () => {
    const auditor = await as('auditor');
    const refused = (await writes()).filter((write) => !write.isPublic && !HARMLESS.has(nameOf(write)));
    expect(refused.length).toBeGreaterThan(25);
    const answers = [];
    for (const write of refused) {
      const { status, body } = await auditor[write.method as 'post' | 'put' | 'delete'](
        filled(write.path),
      ).send({});
      answers.push(`${nameOf(write)}: ${status} ${body.type}`);
    }
    expect(answers.filter((answer) => !answer.endsWith(': 403 /problems/wrong-role'))).toEqual([]);
  });

  it('gets no more from what is public than anybody else', async () => {
    const auditor = await as('auditor');
    const open = (await writes()).filter(({ isPublic }) => isPublic);
    expect(new Set(open.map(nameOf))).toEqual(PUBLIC);
    for (const write of open) {
      const { status } = await auditor.post(write.path).send({});
      expect([nameOf(write), status >= 400 && status < 500]).toEqual([nameOf(write), true]);
    }
  });

  it('has no exception here that is not in the contract', async () => {
    const known = new Set((await writes()).map(nameOf));
    expect([...HARMLESS].filter((name) => !known.has(name))).toEqual([]);
  });
});
