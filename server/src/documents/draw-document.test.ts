import type { DocumentContent } from '@lampid/domain/documents/document-content';
import { expect, it } from 'vitest';
import { drawDocument } from './draw-document.js';

const content: DocumentContent = {
  kind: 'kk',
  title: { id: 'Kartu Keluarga', en: 'Family card' },
  number: '3273022211269001',
  issuedOn: '2026-11-22',
  city: '32.73',
  legalBasis: 'UU 23/2006',
  sections: [
    {
      heading: null,
      rows: [{ label: { id: 'Alamat', en: 'Address' }, value: 'Jl. Dago <b>1</b> file:///etc/passwd' }],
    },
    {
      heading: { id: 'Anggota', en: 'Members' },
      columns: [{ id: 'Nama', en: 'Name' }],
      lines: [['Asep Sunandar']],
    },
  ],
};
const page = {
  content,
  cityName: 'Kota Bandung',
  sha256: 'a'.repeat(64),
  verifyUrl: 'http://localhost:3000/verify/019ab0de-0000-7000-8000-000000000001',
  stamp: null,
};

it('draws a PDF page', async () => {
  const pdf = await drawDocument(page);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.subarray(-6).toString()).toContain('%%EOF');
});

it('draws a void document differently', async () => {
  const [valid, voided] = await Promise.all([drawDocument(page), drawDocument({ ...page, stamp: 'void' })]);
  expect(voided.length).toBeGreaterThan(valid.length + 100);
});
