import { expect, it } from 'vitest';
import { changedFiles } from './changed-files.js';

it('gives what is new or differs, and nothing of what stayed', () => {
  const base = [
    { name: 'birth.bpmn', content: 'b' },
    { name: 'rules.dmn', content: 'r' },
    { name: 'old.form', content: 'o' },
  ];
  const rules = { name: 'rules.dmn', content: 'r2' };
  const fresh = { name: 'new.form', content: '' };
  expect(changedFiles(base, [base[0]!, rules, fresh])).toEqual([rules, fresh]);
  expect(changedFiles(base, base)).toEqual([]);
});
