/** One of several documents is enough: the form and the review say of which, and by what it is fulfilled. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../src/support/eventually.js';
import { fillExample, openDesks, submit, takeTask, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

const asked = (page: Page) =>
  page.getByRole('listitem').filter({ hasText: 'Lampirkan surat lahir atau F-2.03' }).first();
const LETTER = 'Surat keterangan kelahiran';
const OATH = 'F-2.03 SPTJM kebenaran data kelahiran';

it('a sworn statement takes the place of a birth letter while it is attached, and is what the supervisor reads', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  await asked(operator).getByText(`terpenuhi: ${LETTER}`).waitFor();
  await asked(operator).getByText('Salah satu').waitFor();

  await operator.getByRole('button', { name: `Hapus berkas ${LETTER}` }).click();
  await asked(operator).getByText('belum terpenuhi').waitFor();
  // The rule itself says so, at the same time.
  await operator.getByRole('list', { name: 'Temuan' }).getByText('L18').waitFor();

  const [chooser] = await Promise.all([
    operator.waitForEvent('filechooser'),
    operator.getByRole('button', { name: `Pilih berkas ${OATH}` }).click(),
  ]);
  await chooser.setFiles({
    ...{ name: 'sptjm.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await asked(operator).getByText(`terpenuhi: ${OATH}`).waitFor();
  await operator.getByRole('list', { name: 'Temuan' }).getByText('L18').waitFor({ state: 'detached' });
  // On a phone as well: nothing goes sideways.
  await operator.setViewportSize({ width: 390, height: 800 });
  await asked(operator).scrollIntoViewIfNeeded();
  const sideways = () => operator.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await eventually('the page fits', async () => (await sideways()) <= 0);
  const inside = (outer: { x: number; width: number } | null) => (outer ? outer.x + outer.width : Infinity);
  const said = await asked(operator).getByText(`terpenuhi: ${OATH}`).boundingBox();
  expect(inside(said)).toBeLessThanOrEqual(inside(await asked(operator).boundingBox()));
  await operator.setViewportSize({ width: 1366, height: 768 });
  const ticket = await submit(operator);

  const supervisor = await desks.signIn('supervisor.coblong');
  await takeTask(supervisor, ticket);
  const list = supervisor.getByRole('list', { name: 'Persyaratan dokumen' });
  await list.getByText(`terpenuhi: ${OATH}`).waitFor();
  await list.getByText(/^terpenuhi: Buku nikah/).waitFor();
  expect(await list.getByText('belum terpenuhi').count()).toBe(0);
  // Whoever tests the queue next finds no task of theirs in it.
  await supervisor.getByRole('button', { name: 'Lepaskan' }).click();
  await supervisor.getByRole('button', { name: 'Ambil tugas ini' }).waitFor();
}, 300_000);
