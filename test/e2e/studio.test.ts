/** Analysts change a model in the browser: draw, be told, mend, simulate, compare, propose; another one approves. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { eventually } from '../src/support/eventually.js';
import { latestVersion } from '../src/support/deploy-model.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';
import {
  addElement,
  approveDraft,
  beginDraft,
  choose,
  onCanvas,
  openProposal,
  proposeDraft,
  saved,
  simulate,
  withdrawDraft,
  withDialog,
} from './studio-desk.js';

let desks: Desks;
let analyst: Page;
let second: Page;
beforeAll(async () => {
  desks = await openDesks();
  [analyst, second] = [await desks.signIn('analyst'), await desks.signIn('analyst2')];
});
afterAll(() => desks?.close());

const TITLE = 'Pemberitahuan lebih jelas';
/** Not yet that of a version: the stack may have seen this journey before. */
const STAMP = Date.now().toString(36);
const STEP = `Lengkapi laporan bersama keluarga ${STAMP}`;
/** A draft of the process that notifications are, which no other journey changes. */
const begin = (page: Page) => beginDraft(page, /^Pemberitahuan/, TITLE);

it(
  'goes from a fault in the drawing to a version that another analyst approved',
  { timeout: 240_000 },
  async () => {
    const before = await latestVersion('notification');
    await begin(analyst);
    await analyst.getByText('Tidak ada kesalahan').waitFor();
    expect(await violations(analyst)).toEqual([]);

    // A topic that nobody serves, typed into the properties of the step that tells who notified.
    await onCanvas(analyst, 'answer').click();
    const properties = analyst.getByRole('group', { name: 'Properti elemen' });
    await properties.getByText('Umum').first().waitFor();
    const name = properties.getByRole('textbox', { name: 'Nama', exact: true });
    if (!(await name.isVisible())) await properties.getByText('Umum').first().click();
    await name.fill(STEP);
    await name.blur();
    await saved(analyst);
    // What changed in one language only is asked about, until the other follows.
    await analyst
      .getByText(new RegExp(`^Nama berubah dari .* menjadi "${STEP}", .*masih cocok\\?`))
      .waitFor();
    await properties.getByRole('textbox', { name: 'Nama Inggris' }).fill(`Complete the report ${STAMP}`);
    await saved(analyst);
    await analyst.getByText('Tidak ada kesalahan').waitFor();

    await analyst.getByText('Teks', { exact: true }).click();
    const text = analyst.getByRole('textbox', { name: 'Penyusun model notification.bpmn' });
    const drawn = await text.inputValue();
    expect(drawn).toContain(STEP);
    await text.fill(drawn.replace(/camunda:topic="[^"]+"/, 'camunda:topic="send-pigeon"'));
    await analyst.getByText(/^\d+ kesalahan/).waitFor();
    await analyst
      .getByText(/send-pigeon/)
      .first()
      .waitFor();
    expect(await analyst.getByRole('button', { name: 'Usulkan' }).isDisabled()).toBe(true);
    await analyst.getByRole('button', { name: 'Tunjukkan' }).first().click();
    await analyst.locator('.lint-mark-error').first().waitFor();
    await analyst.getByText('Teks', { exact: true }).click();
    await text.fill(drawn);
    await analyst.getByText('Tidak ada kesalahan').waitFor();
    await saved(analyst);

    await analyst.getByText('Susun', { exact: true }).click();
    await simulate(analyst, 'Pemberitahuan RT/RW');

    await analyst.getByText('Perbandingan', { exact: true }).click();
    await analyst.getByText(STEP).first().waitFor();
    expect(await violations(analyst)).toEqual([]);

    const why = 'Nama langkah membingungkan operator';
    await proposeDraft(analyst, why);
    await openProposal(second, { title: TITLE, why });
    await approveDraft(second, `notification ${before.version + 1}`);
    expect((await latestVersion('notification')).version).toBe(before.version + 1);

    await second.getByRole('link', { name: 'Model proses' }).click();
    await second.getByRole('menuitem', { name: /^Pemberitahuan/ }).click();
    await second.getByText('Diusulkan Fajar Nugraha, disetujui Wulan Sari', { exact: false }).waitFor();
  },
);

it('shows two analysts each other, and neither writes over the other', { timeout: 180_000 }, async () => {
  await begin(analyst);
  const address = analyst.url();
  await second.goto(address);
  await second.getByRole('heading', { name: TITLE }).waitFor();
  await eventually('each sees the other', async () => {
    const [one, other] = [
      analyst.getByText('Juga di sini: Wulan Sari', { exact: false }),
      second.getByText('Juga di sini: Fajar Nugraha', { exact: false }),
    ];
    return (await one.isVisible()) && (await other.isVisible());
  });
  for (const page of [analyst, second]) await page.getByText('Teks', { exact: true }).click();
  const textOf = (page: Page) => page.getByRole('textbox', { name: 'Penyusun model notification.bpmn' });
  const drawn = await textOf(analyst).inputValue();
  await textOf(analyst).fill(drawn.replace('</bpmn:definitions>', '<!-- satu --></bpmn:definitions>'));
  await saved(analyst);
  // What nobody changed here follows by itself.
  await eventually('the change arrives', async () => (await textOf(second).inputValue()).includes('satu'));

  const both = await textOf(second).inputValue();
  await textOf(second).fill(both.replace('satu', 'dua'));
  await textOf(analyst).fill(both.replace('satu', 'tiga'));
  await eventually('one of them is told', async () => {
    const told = [analyst, second].map((page) => page.getByRole('button', { name: 'Muat versi mereka' }));
    return (await told[0]!.isVisible()) || (await told[1]!.isVisible());
  });
  const late = (await analyst.getByRole('button', { name: 'Muat versi mereka' }).isVisible())
    ? analyst
    : second;
  await late.getByRole('button', { name: 'Muat versi mereka' }).click();
  await saved(late);
  await eventually('both read the same', async () => {
    return (await textOf(analyst).inputValue()) === (await textOf(second).inputValue());
  });
  await withdrawDraft(analyst);
});

it(
  'draws by keyboard: gateways, events on a border, ends, lanes and flows',
  { timeout: 180_000 },
  async () => {
    await begin(analyst);
    await analyst.getByText('Tidak ada kesalahan').waitFor();
    await addElement(analyst, {
      what: 'Gateway: satu dari beberapa jalan',
      place: /^Pemberitahuan RT\/RW diterima →/,
      name: 'Perlu telepon?',
    });
    await addElement(analyst, {
      what: 'Menunggu waktu',
      place: /^Perlu telepon\? → \(cabang baru\)/,
      name: 'Besok',
    });
    // What is wrong with it is told at once.
    await analyst.getByText('Gerbang "Perlu telepon?" tidak mempunyai jalan baku').waitFor();
    await addElement(analyst, {
      what: 'Tepi langkah: batas waktu',
      place: /^Lengkapi /,
      name: 'Terlalu lama',
    });
    await addElement(analyst, { what: 'Akhir', place: /^Terlalu lama →/, name: 'Lewat' });
    await addElement(analyst, { what: 'Jalur', place: /^Sistem/, name: 'Verifikator kota' });
    await withDialog(analyst, 'Pilih elemen', async (dialog) => {
      await dialog.getByLabel('Elemen').selectOption({ label: 'Besok (Intermediate catch event)' });
    });
    // The focus came back to where it was.
    await analyst.keyboard.press('Tab');
    await withDialog(
      analyst,
      'Pindah jalur',
      async (dialog) => void (await dialog.getByLabel('Jalur').selectOption({ label: 'Verifikator kota' })),
    );
    await withDialog(analyst, 'Hubungkan', async (dialog) => {
      expect(await violations(analyst)).toEqual([]);
      await dialog.getByLabel('Dari').selectOption({ label: 'Besok' });
      await choose(dialog.getByLabel('Ke', { exact: true }), /^Lengkapi /);
      await dialog.getByLabel('Label alur').fill('lalu');
    });
    expect(await violations(analyst)).toEqual([]);
    await saved(analyst);
    await analyst.getByText('Teks', { exact: true }).click();
    const drawn = await analyst
      .getByRole('textbox', { name: 'Penyusun model notification.bpmn' })
      .inputValue();
    const idOf = (name: string) =>
      new RegExp(`id="([^"]+)" name="${name.replace('?', '\\?')}"`).exec(drawn)![1]!;
    expect(drawn).toMatch(
      new RegExp(`id="${idOf('Terlalu lama')}" name="Terlalu lama" attachedToRef="answer"`),
    );
    expect(drawn).toMatch(new RegExp(`sourceRef="${idOf('Besok')}" targetRef="answer"`));
    const [, lane] = /<bpmn:lane [^>]*name="Verifikator kota"[^>]*>([^]*?)<\/bpmn:lane>/.exec(drawn)!;
    expect(lane).toContain(`<bpmn:flowNodeRef>${idOf('Besok')}</bpmn:flowNodeRef>`);
    await withdrawDraft(analyst);
  },
);

it('gives a step its English name, and takes it back', { timeout: 120_000 }, async () => {
  await begin(analyst);
  await withDialog(analyst, 'Pilih elemen', async (dialog) => {
    await choose(dialog.getByLabel('Elemen'), /^Pemberitahuan ditarik /);
  });
  const properties = analyst.getByRole('group', { name: 'Properti elemen' });
  const english = properties.getByRole('textbox', { name: 'Nama Inggris' });
  await properties.getByText('Umum').click();
  expect(await english.inputValue()).toBe('Notification withdrawn');
  await english.fill('');
  await saved(analyst);
  await analyst.getByText(/"Pemberitahuan ditarik" belum bernama Inggris/).waitFor();
  await english.fill('Notice taken back');
  await saved(analyst);
  await analyst
    .getByText(/berubah dari "Notification withdrawn" menjadi "Notice taken back", bahasa Indonesianya tetap/)
    .waitFor();
  await analyst.getByText('Teks', { exact: true }).click();
  const text = analyst.getByRole('textbox', { name: 'Penyusun model notification.bpmn' });
  expect(await text.inputValue()).toContain('name="name:en" value="Notice taken back"');
  await withdrawDraft(analyst);
});

it('takes files into the bundle and out of it', { timeout: 120_000 }, async () => {
  await begin(analyst);
  await withDialog(analyst, 'Tambah berkas', async (dialog) => {
    await dialog.getByLabel('Nama berkas').fill('Cek telepon');
    await dialog.getByRole('button', { name: 'Tambah berkas' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Nama berkas').fill('cek-telepon');
  });
  await analyst.locator('.fjs-editor-container').getByText('Catatan').first().waitFor();
  await saved(analyst);
  await analyst.getByText('Tidak ada kesalahan').waitFor();
  await analyst.reload();
  const tab = analyst.getByRole('button', { name: 'cek-telepon.form' });
  const discard = async (name: string) => {
    await analyst.getByRole('button', { name: 'Buang berkas' }).click();
    await analyst
      .getByRole('dialog')
      .getByRole('button', { name: `Buang ${name} dari draf` })
      .click();
  };
  await tab.click();
  await discard('cek-telepon.form');
  await eventually('the file is gone', async () => (await tab.count()) === 0);
  // The only model stays, and it is said why.
  await analyst.getByRole('button', { name: 'notification.bpmn' }).click();
  await discard('notification.bpmn');
  await analyst.getByRole('dialog').getByText('Draf perlu sebuah model').waitFor();
  await analyst.keyboard.press('Escape');
  await withdrawDraft(analyst);
});

it('opens tables and forms in their editors', { timeout: 180_000 }, async () => {
  await beginDraft(analyst, /^Laporan Kelahiran \(/, 'Tabel kelahiran');
  await analyst.getByRole('button', { name: /^rules\.dmn/ }).click();
  await analyst.locator('.dmn-decision-table-container').waitFor();
  await analyst.getByText('Kebijakan hit:').first().waitFor();
  await analyst.getByText('Bila', { exact: true }).first().waitFor();
  expect(await violations(analyst)).toEqual([]);
  await analyst.getByRole('button', { name: /^birth-report\.form|^report\.form/ }).click();
  await analyst.locator('.fjs-editor-container').waitFor();
  for (const word of ['Komponen', 'Isian teks', 'Daftar pilihan', 'Umum'])
    await analyst.locator('.form-editor').getByText(word, { exact: true }).first().waitFor();

  // A field that no report has: named, and shown where it stands.
  await analyst.getByText('Teks', { exact: true }).click();
  const text = analyst.getByRole('textbox', { name: 'Penyusun model report.form' });
  const form = await text.inputValue();
  await text.fill(form.replace('"key": "familyCardNumber"', '"key": "textfield_a1b2c3"'));
  await analyst.getByText('Laporan ini tidak mengenal isian "textfield_a1b2c3"', { exact: false }).waitFor();
  expect(await analyst.getByRole('button', { name: 'Usulkan' }).isDisabled()).toBe(true);
  await analyst
    .getByRole('listitem')
    .filter({ hasText: 'textfield_a1b2c3' })
    .getByRole('button', { name: 'Tunjukkan' })
    .first()
    .click();
  await analyst.locator('.fjs-properties-container').getByText('Nomor KK').first().waitFor();
  await withdrawDraft(analyst);
});

it('who only reads a draft reaches all of it, findings included', { timeout: 180_000 }, async () => {
  await beginDraft(analyst, /^Laporan Kelahiran \(/, 'Untuk dibaca');
  await analyst.getByRole('button', { name: /^rules\.dmn/ }).click();
  await analyst.getByRole('button', { name: 'Nama Inggris' }).click();
  const names = analyst.getByRole('dialog', { name: 'Nama Inggris' });
  await names.getByLabel('Kolom “Panjang nama”').fill('How long the name is');
  await names.getByRole('button', { name: 'Terapkan' }).click();
  await saved(analyst);
  const asked = /^Judul kolom nameLength dalam bahasa Inggris berubah .* "How long the name is"/;
  await analyst.getByText(asked).waitFor();

  const admin = await desks.signIn('admin.bandung');
  await admin.goto(analyst.url());
  await admin.getByText(asked).waitFor();
  const step = admin.locator('[data-element-id="issue"]').first();
  const widthOf = async () => (await step.boundingBox())!.width;
  await step.waitFor();
  const before = await widthOf();
  await admin.getByRole('button', { name: 'Perbesar diagram' }).click();
  await eventually('the drawing grew', async () => (await widthOf()) > before);
  expect(await violations(admin)).toEqual([]);

  // A rule among dozens, where the finding about its table leads.
  await admin.getByRole('button', { name: 'Tunjukkan' }).click();
  const rule = admin.getByLabel('Ke aturan…');
  await choose(rule, /^11\. N09/);
  const row = admin.locator('td.rule-index').filter({ hasText: /^11$/ });
  await eventually('the row is in sight', async () => {
    const [cell, table] = [
      await row.boundingBox(),
      await admin.locator('.tjs-table-container').boundingBox(),
    ];
    return cell!.y > table!.y && cell!.y + cell!.height <= table!.y + table!.height + 1;
  });
  expect(await violations(admin)).toEqual([]);
  await admin.getByRole('button', { name: /^report\.form/ }).click();
  await admin
    .getByRole('region', { name: 'Pratinjau report.form' })
    .getByLabel(/^Nomor KK/)
    .waitFor();
  expect(await violations(admin)).toEqual([]);

  // What was not meant goes back, after the editor itself has forgotten it.
  await analyst.reload();
  await analyst.getByRole('button', { name: /^rules\.dmn/ }).click();
  await analyst.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await analyst.getByRole('dialog').locator('footer').getByRole('button').click();
  await saved(analyst);
  await analyst.getByText('Tidak ada kesalahan').waitFor();
  await withdrawDraft(analyst);
});
