/** What analysts do in the studio, in the words of its pages. */
import type { Locator, Page } from 'playwright-core';

/** Begins a draft of a process and opens it; answers when its page is there. */
export async function beginDraft(page: Page, process: RegExp, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Studio model' }).click();
  await page.getByRole('button', { name: 'Draf baru' }).click();
  const dialog = page.getByRole('dialog', { name: 'Draf baru' });
  await dialog.getByRole('radio', { name: process }).check();
  await dialog.getByLabel('Judul draf').fill(title);
  await dialog.getByRole('button', { name: 'Draf baru' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

export const saved = (page: Page): Promise<void> => page.getByText('Tersimpan', { exact: true }).waitFor();

export const onCanvas = (page: Page, element: string): Locator =>
  page.locator(`[data-element-id="${element}"] .djs-hit`).first();

/** Opens what a button of this name opens, by keyboard, and sends it off. */
export async function withDialog(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name, exact: true, disabled: false }).press('Enter');
  const dialog = page.getByRole('dialog', { name });
  await fill(dialog);
  await dialog.locator('footer').getByRole('button').press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** The first option of a list that reads so. */
export async function choose(list: Locator, option: RegExp): Promise<void> {
  const label = await list.locator('option', { hasText: option }).first().textContent();
  await list.selectOption({ label: label! });
}

export function addElement(
  page: Page,
  { what, place, name, english = name }: { what: string; place: RegExp; name: string; english?: string },
): Promise<void> {
  return withDialog(page, 'Tambah elemen', async (dialog) => {
    await dialog.getByLabel('Elemen').selectOption({ label: what });
    await choose(dialog.getByLabel('Tempat'), place);
    await dialog.getByLabel('Nama', { exact: true }).fill(name);
    await dialog.getByLabel('Nama Inggris').fill(english);
  });
}

/** Plays a token from the first start event, by the keyboard where it can be; the log must tell this name. */
export async function simulate(page: Page, told: string): Promise<void> {
  await page.getByRole('button', { name: 'Simulasi token', disabled: false }).press('Enter');
  await page.getByTitle('Picu peristiwa').filter({ visible: true }).first().click();
  await page.getByTitle('Catatan simulasi').click();
  await page.locator('.bts-log').getByText(told).first().waitFor();
  await page.getByRole('button', { name: 'Akhiri simulasi' }).press('Enter');
}

export async function proposeDraft(page: Page, why: string): Promise<void> {
  await page.getByRole('button', { name: 'Usulkan' }).click();
  const proposal = page.getByRole('dialog', { name: 'Usulkan' });
  await proposal.getByLabel('Alasan perubahan').fill(why);
  await proposal.getByRole('button', { name: 'Usulkan' }).click();
  await page.getByText('Menunggu persetujuan analis lain', { exact: false }).waitFor();
}

/** Opens what another one proposed. */
export async function openProposal(
  page: Page,
  { title, why }: { title: string; why: string },
): Promise<void> {
  await page.getByRole('link', { name: 'Studio model' }).click();
  await page.getByRole('link', { name: title }).first().click();
  await page.getByText(why).waitFor();
}

/** Answers when the version is in force. */
export async function approveDraft(page: Page, deployed: string): Promise<void> {
  await page.getByRole('button', { name: 'Setujui dan pasang' }).click();
  const approval = page.getByRole('dialog', { name: 'Setujui dan pasang' });
  await approval.getByRole('button', { name: 'Setujui dan pasang' }).click();
  await page.getByText(`Dipasang: ${deployed}`).waitFor();
}

export async function withdrawDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tarik draf' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tarik draf' }).click();
  await page.getByText('ditarik', { exact: true }).first().waitFor();
}
