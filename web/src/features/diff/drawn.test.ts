import { describe, expect, it } from 'vitest';
import type { BundleChange, ChangeVerb } from './api/comparison.js';
import { drawnFiles, marksOf } from './drawn.js';

const change = (
  file: string,
  id: string,
  verb: ChangeVerb,
  kind: BundleChange['kind'] = 'element',
): BundleChange => ({
  ...{ file, id, kind, change: verb },
  ...{ name: id, type: null, table: null, details: [] },
});

describe('drawnFiles', () => {
  it('puts the changed models first and leaves tables and forms out', () => {
    const files = drawnFiles({
      before: [
        { name: 'a.bpmn', content: 'a' },
        { name: 'b.bpmn', content: 'b' },
        { name: 'rules.dmn', content: 'd' },
      ],
      after: [
        { name: 'a.bpmn', content: 'a' },
        { name: 'c.bpmn', content: 'c' },
      ],
      changes: [change('b.bpmn', 'b.bpmn', 'removed', 'file'), change('c.bpmn', 'c.bpmn', 'added', 'file')],
      total: 2,
    });
    expect(files).toEqual([
      { name: 'b.bpmn', before: 'b', after: null },
      { name: 'c.bpmn', before: null, after: 'c' },
      { name: 'a.bpmn', before: 'a', after: 'a' },
    ]);
  });
});

describe('marksOf', () => {
  it('marks each side with what can be seen there', () => {
    const changes = [
      ...[
        change('a.bpmn', 'gone', 'removed'),
        change('a.bpmn', 'new', 'added'),
        change('a.bpmn', 'other', 'changed'),
      ],
      ...[change('a.bpmn', 'a', 'changed', 'model'), change('b.bpmn', 'elsewhere', 'changed')],
    ];
    const { before, after } = marksOf(changes, 'a.bpmn');
    expect([...before]).toEqual([
      ['gone', 'removed'],
      ['other', 'changed'],
    ]);
    expect([...after]).toEqual([
      ['new', 'added'],
      ['other', 'changed'],
    ]);
  });
});
