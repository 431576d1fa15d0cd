import { expect, it } from 'vitest';
import { ProblemError } from '../../api/problem.js';
import { attachFile } from './attach-file.js';

const problem = (status: number) =>
  new ProblemError({ status, title: { id: `p${status}`, en: '' }, detail: null, errors: [] });
const pdf = new File(['%PDF-1.4 %%EOF'], 'kk.pdf', { type: 'application/pdf' });
const here = { keep: async () => 'here' };
const line = (isUp: boolean, fault?: ProblemError) => ({
  isUp: () => isUp,
  upload: async () => {
    if (fault) throw fault;
    return { id: 'server', sha256: '' };
  },
});

it('goes to the server, and onto this device when that is away', async () => {
  expect(await attachFile(pdf, here, line(true))).toBe('server');
  expect(await attachFile(pdf, here, line(false))).toBe('here');
  expect(await attachFile(pdf, here, line(true, problem(0)))).toBe('here');
  expect(await attachFile(pdf, here, line(true, problem(503)))).toBe('here');
});

it('is not kept here when the server refuses it, nor where nothing is kept', async () => {
  await expect(attachFile(pdf, here, line(true, problem(422)))).rejects.toThrow('422');
  await expect(attachFile(pdf, undefined, line(true, problem(0)))).rejects.toThrow('0');
  expect(await attachFile(pdf, undefined, line(false))).toBe('server');
});

it('is told at once what is wrong with the file, with a line or without', async () => {
  const page = new File(['<html>'], 'kk.pdf', { type: 'application/pdf' });
  const large = new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'kk.pdf');
  for (const isUp of [true, false]) {
    await expect(attachFile(page, here, line(isUp))).rejects.toThrow('no whole pdf');
    await expect(attachFile(large, here, line(isUp))).rejects.toThrow('larger than 5 MB');
  }
});
