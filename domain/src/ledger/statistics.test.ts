import { describe, expect, it } from 'vitest';
import { AGE_BANDS, ageBandOf, countEvents, EVENT_ROWS, type EventLine } from './statistics.js';

const line = (over: Partial<EventLine>): EventLine => ({
  ...{ part: '2026-11', kind: 'birth', moveClass: null, sex: 1, amount: 1 },
  ...over,
});

describe('countEvents', () => {
  it('counts what left without its sign, and takes back what was reversed', () => {
    const lines = [
      line({ amount: 3 }),
      line({ amount: -1 }),
      line({ kind: 'death', amount: -2 }),
      line({ kind: 'departure', moveClass: 4, amount: -1 }),
      line({ kind: 'adjustment', amount: 99 }),
    ];
    expect(countEvents({ by: 'month', area: '32.73', keys: ['2026-10', '2026-11'], lines })).toEqual([
      { key: '2026-10', values: [0, 0, 0, 0] },
      { key: '2026-11', values: [2, 2, 0, 1] },
    ]);
  });

  it('leaves out moves inside the area, but not inside its parts', () => {
    const lines = [
      line({ part: '32.73.02.1004', kind: 'departure', moveClass: 2, amount: -1 }),
      line({ part: '32.73.02.1006', kind: 'arrival', moveClass: 2 }),
    ];
    const keys = ['32.73.02.1004', '32.73.02.1006'];
    expect(countEvents({ by: 'area', area: '32.73.02', keys, lines }).map(({ values }) => values)).toEqual([
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ]);
    const ages = lines.map((one) => ({ ...one, part: '30' }));
    expect(countEvents({ by: 'age', area: '32.73.02', keys: ['25-44'], lines: ages })).toEqual([
      { key: '25-44', values: [0, 0, 0, 0] },
    ]);
  });

  it('tells the sexes of each event', () => {
    const lines = [line({ amount: 2 }), line({ sex: 2, amount: 5 })];
    expect(countEvents({ by: 'event', area: '32.73', keys: EVENT_ROWS, lines })[0]).toEqual({
      ...{ key: 'birth', values: [2, 5] },
    });
  });
});

it('every age has one band', () => {
  for (let years = 0; years < 120; years += 1)
    expect(AGE_BANDS.map(({ key }) => key)).toContain(ageBandOf(years));
  expect([0, 1, 4, 5, 59, 60].map(ageBandOf)).toEqual(['0', '1-4', '1-4', '5-14', '45-59', '60+']);
});
