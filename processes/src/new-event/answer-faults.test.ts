import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answers as letterAnswers } from '../../event-templates/letter/answers.js';
import { answers as noticeAnswers } from '../../event-templates/notice/answers.js';
import { processesFolder } from '../folders.js';
import { answerFaults } from './answer-faults.js';
import type { EventAnswers } from './answers.js';
import type { TemplateId } from './templates.js';

const taken = { ids: new Set(['birth', 'siak-sync']), ticketLetters: new Set(['L']) };
const faultsOf = (changed: Partial<EventAnswers>, template: TemplateId = 'letter') =>
  answerFaults(template, { ...letterAnswers, ...changed }, taken).map(
    ({ code, field }) => `${code} ${field}`,
  );
const attachment = letterAnswers.attachments[0]!;

describe('answers to a template', () => {
  it('are sound where the template itself answers', () => {
    expect(faultsOf({})).toEqual([]);
    expect(answerFaults('notice', noticeAnswers, taken)).toEqual([]);
  });

  it.each(['Surat', 'surat domisili', '-surat', 'surat-', 'su', '1surat', '../etc', `s${'u'.repeat(40)}`])(
    'may not have the id %s',
    (id) => expect(faultsOf({ id })).toEqual(['WRONG_FORMAT id']),
  );

  it('have an id and a ticket letter that nobody has', () => {
    expect(faultsOf({ id: 'birth' })).toEqual(['TAKEN id']);
    expect(faultsOf({ id: 'siak-sync' })).toEqual(['TAKEN id']);
    expect(faultsOf({ id: 'shared' })).toEqual(['RESERVED id']);
    expect(faultsOf({ ticketLetter: 'L' })).toEqual(['TAKEN ticketLetter']);
    expect(faultsOf({ ticketLetter: 's' })).toEqual(['WRONG_FORMAT ticketLetter']);
    expect(faultsOf({ ticketLetter: '' })).toEqual(['WRONG_FORMAT ticketLetter']);
  });

  it('have an id that nothing in model and shared tables is called by', async () => {
    const read = (...path: string[]) => readFile(join(processesFolder, ...path), 'utf8');
    const texts = [await read('event-templates', 'model.bpmn'), await read('shared', 'common.dmn')];
    const used = texts.flatMap((text) => [...text.matchAll(/ id="([a-z-]+)"/g)].map(([, id]) => id!));
    expect(used).toEqual(expect.arrayContaining(['special', 'review', 'common']));
    for (const id of used.filter((each) => each !== letterAnswers.id))
      expect(faultsOf({ id }), id).toEqual(['RESERVED id']);
  });

  it('name everything in both languages, with nothing that a model or a table would read', () => {
    expect(faultsOf({ names: { id: 'Surat', en: ' ' } })).toEqual(['REQUIRED names.en']);
    expect(faultsOf({ description: { id: '${execution}', en: 'Text' } })).toEqual([
      'NOT_ALLOWED description.id',
    ]);
    expect(faultsOf({ law: { basis: 'Perwal "12"', since: '2024-02-30' } })).toEqual([
      'NOT_ALLOWED law.basis',
      'WRONG_FORMAT law.since',
    ]);
    expect(faultsOf({ names: { id: 'Milik 3273024101509001', en: 'Text' } })).toEqual([
      'NOT_ALLOWED names.id',
    ]);
  });

  it('have attachments of different kinds, each named', () => {
    expect(faultsOf({ attachments: [attachment, attachment] })).toEqual(['DUPLICATE attachments[1].kind']);
    expect(faultsOf({ attachments: [{ ...attachment, kind: 'KTP' }] })).toEqual([
      'WRONG_FORMAT attachments[0].kind',
    ]);
    expect(faultsOf({ attachments: [{ ...attachment, names: { id: '', en: '' } }] })).toEqual([
      'REQUIRED attachments[0].names.id',
      'REQUIRED attachments[0].names.en',
    ]);
  });

  it('are reported by whom the template asks, and issue the letter that it is for', () => {
    expect(faultsOf({ reportedBy: [] })).toEqual(['REQUIRED reportedBy']);
    expect(faultsOf({ reportedBy: ['rtrw'] })).toEqual(['NOT_ALLOWED reportedBy']);
    expect(faultsOf({ reportedBy: ['rtrw'] }, 'notice')).toEqual([]);
    expect(faultsOf({ letter: null })).toEqual(['REQUIRED letter']);
    expect(faultsOf({ letter: null, reportedBy: ['operator'] }, 'notice')).toEqual([]);
    expect(faultsOf({ letter: { names: { id: '', en: 'Letter' } } })).toEqual(['REQUIRED letter.names.id']);
  });
});
