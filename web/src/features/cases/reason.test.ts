import { expect, it } from 'vitest';
import type { Finding } from '../../api/wire.js';
import { reasonOf } from './reason.js';

const step = (outcome: string, note: string | null, actor = 'supervisor.coblong') => ({
  ...{ outcome, note, actor, end: '2026-11-30T02:00:00Z' },
});
const finding = (severity: Finding['severity'], id: string): Finding => ({
  ...{ code: 'N03', severity, field: 'child.name', message: { id, en: id }, legalBasis: '' },
});

it('is what the last decider wrote', () => {
  const history = [step('return', 'Pertama'), step('resubmit', null), step('return', 'Kedua')];
  expect(reasonOf({ status: 'returned', findings: [], cancelReason: null }, history)).toMatchObject({
    kind: 'decision',
    note: 'Kedua',
    by: 'supervisor.coblong',
  });
  expect(
    reasonOf({ status: 'rejected', findings: [], cancelReason: null }, [...history, step('reject', 'Ganda')]),
  ).toMatchObject({
    note: 'Ganda',
  });
});

it('is what the rules found where they sent it back, whatever was written before', () => {
  const findings = [finding('E', 'Nama tidak boleh memuat angka'), finding('W', 'Berat bayi tidak wajar')];
  expect(reasonOf({ status: 'returned', findings, cancelReason: null }, [step('return', 'Pertama')])).toEqual(
    {
      kind: 'rules',
      messages: [{ id: 'Nama tidak boleh memuat angka', en: 'Nama tidak boleh memuat angka' }],
    },
  );
});

it('is nothing while the case goes its way', () => {
  expect(
    reasonOf({ status: 'in_review', findings: [], cancelReason: null }, [step('return', 'Pertama')]),
  ).toBeNull();
});

it('is what whoever cancelled the case wrote', () => {
  const cancelled = { status: 'cancelled' as const, findings: [], cancelReason: 'Dilaporkan dua kali' };
  expect(reasonOf(cancelled, [step('return', 'Pertama')])).toMatchObject({ note: 'Dilaporkan dua kali' });
  expect(reasonOf({ ...cancelled, cancelReason: null }, [])).toBeNull();
});
