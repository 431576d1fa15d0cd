import { describe, expect, it } from 'vitest';
import { unstorable } from './storable.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('what no database keeps', () => {
  it('is found wherever it stands, and named by its place', () => {
    expect(unstorable('a\0b', 'query.q')).toMatchObject({ code: 'NO_TEXT', field: 'query.q' });
    expect(unstorable({ data: { people: [{ name: 'x' }, { name: '\ud800' }] } })).toMatchObject({
      ...{ code: 'NO_TEXT', field: 'data.people[1].name' },
    });
    expect(unstorable({ data: { 'a\0': 1 } })).toMatchObject({ code: 'NO_TEXT', field: 'data' });
    expect(unstorable(JSON.parse('{"__proto__":{"a":"\\u0000"}}'))).toMatchObject({ code: 'NO_TEXT' });
    expect(unstorable({ data: nested(200_000) })).toMatchObject({ code: 'TOO_DEEP' });
  });

  it('is no name that somebody bears', () => {
    const names = ["Nur'aini", 'I Gusti Ngurah', 'Đặng Thị', '\u{1F600}', 'baris\nkedua'];
    expect(unstorable({ names, none: null, deep: nested(40) })).toBeNull();
  });
});
