import { describe, expect, it } from 'vitest';
import { compileTables } from './compile-tables.js';
import { verdictOf } from './finding.js';
import { LAMPID_NAMESPACE } from './table-extension.js';

interface Spec {
  id?: string;
  hitPolicy?: string;
  each?: string;
  inputs: string[];
  outputs?: string[];
  rules: string[][];
}

function dmn(...specs: Spec[]): string {
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const decisions = specs.map((spec, n) => {
    const outputs = spec.outputs ?? ['code', 'severity', 'field', 'msgId', 'msgEn'];
    const rules = spec.rules.map((cells, row) => {
      const entries = cells.map((text, at) => {
        const tag = at < spec.inputs.length ? 'inputEntry' : 'outputEntry';
        return `<${tag} id="c${n}_${row}_${at}"><text>${escape(text)}</text></${tag}>`;
      });
      return `<rule id="r${n}_${row}">${entries.join('')}</rule>`;
    });
    return `<decision id="${spec.id ?? 'd'}" name="D" ${spec.each ? `lampid:each="${spec.each}"` : ''}>
      <decisionTable id="t${n}" hitPolicy="${spec.hitPolicy ?? 'COLLECT'}">
      ${spec.inputs.map((text, at) => `<input id="i${n}_${at}"><inputExpression id="e${n}_${at}"><text>${escape(text)}</text></inputExpression></input>`).join('')}
      ${outputs.map((name, at) => `<output id="o${n}_${at}" name="${name}"/>`).join('')}
      ${rules.join('')}</decisionTable></decision>`;
  });
  return `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
    xmlns:lampid="${LAMPID_NAMESPACE}" id="x" name="x" namespace="x">${decisions.join('')}</definitions>`;
}

const row = (cell: string, code: string, text = 'pesan') => [
  cell,
  `"${code}"`,
  '"E"',
  '"f"',
  `"${text}"`,
  '"message"',
];

describe('decision tables', () => {
  it('collect every rule that applies, in table order', async () => {
    const tables = await compileTables([
      dmn({ inputs: ['age'], rules: [row('> 60', 'L01'), row('< 0', 'L02'), row('> 10', 'L03')] }),
    ]);
    expect(tables.evaluate(['d'], { age: 61 }).map((finding) => finding.code)).toEqual(['L01', 'L03']);
    expect(tables.evaluate(['d'], { age: 60 }).map((finding) => finding.code)).toEqual(['L03']);
    expect(tables.evaluate(['d'], { age: 5 })).toEqual([]);
    expect(tables.decisions).toEqual(['d']);
  });

  it('judge what is known so far, and say what is not', async () => {
    const tables = await compileTables([
      dmn(
        {
          inputs: ['age', 'name'],
          rules: [
            ['> 60', '-', '"L01"', '"E"', '"f"', '"umur {age}"', '"age"'],
            ['> 60', '"Budi"', '"L02"', '"E"', '"f"', '"pesan"', '"message"'],
            ['< 10', '"Budi"', '"L03"', '"E"', '"f"', '"pesan"', '"message"'],
            ['> 60', '-', '"L04"', '"E"', '"f"', '"{name}"', '"message"'],
            ['-', 'contains(?, age)', '"L05"', '"E"', '"f"', '"pesan"', '"message"'],
          ],
        },
        { id: 'people', each: 'person', inputs: ['personAge'], rules: [row('> 60', 'P01')] },
        { id: 'one', hitPolicy: 'UNIQUE', inputs: ['age'], rules: [row('> 60', 'U01')] },
      ),
    ]);
    const { findings, undecided } = tables.evaluateSoFar(['d', 'people', 'one'], { age: 61 });
    expect(findings.map(({ code, message }) => [code, message.id])).toEqual([['L01', 'umur 61']]);
    expect([...undecided]).toEqual(['L04', 'L02', 'L05', 'P01', 'U01']);
    expect(() => tables.evaluateSoFar(['nothing'], {})).toThrow('nothing');
  });

  it('tell which rules hold, whether they apply or not', async () => {
    const rules = [
      ['> 60', '>= date("2014-01-01")', '"L01"', '"E"', '"{where}"', '"umur {age}"', '"age"'],
      ['> 60', '[date("2000-01-01")..date("2013-12-31")]', '"L02"', '"E"', '"f"', '"pesan"', '"message"'],
      ['-', '>= date("2014-01-01")', '"L03"', '"E"', '"{elsewhere}"', '"pesan"', '"message"'],
    ];
    const tables = await compileTables([dmn({ inputs: ['age', 'date(lawDate)'], rules })]);
    const found = tables.rulesInForce(['d'], { lawDate: '2026-11-27', where: 'child.name' });
    expect(found.map(({ code, field, message }) => [code, field, message.id])).toEqual([
      ['L01', 'child.name', 'umur …'],
    ]);
  });

  it('fill facts into texts and field', async () => {
    const tables = await compileTables([
      dmn({ inputs: ['age'], rules: [['-', '"X"', '"W"', '"{where}"', '"umur {age} ({no})"', '"{list}"']] }),
    ]);
    expect(tables.evaluate(['d'], { age: 61, where: 'child.name', no: null, list: ['a', 'b'] })).toEqual([
      {
        code: 'X',
        severity: 'W',
        field: 'child.name',
        message: { id: 'umur 61 (-)', en: 'a, b' },
        legalBasis: null,
        compared: [],
      },
    ]);
    expect(tables.evaluate(['d'], { age: 61, where: null, no: null, list: [] })[0]!.field).toBeNull();
    expect(() => tables.evaluate(['d'], { age: 61, where: null, list: [] })).toThrow(/fact no was not given/);
  });

  it('refuse to judge without a fact', async () => {
    const tables = await compileTables([
      dmn(
        { inputs: ['age'], rules: [row('> 60', 'L01')] },
        { id: 'feel', inputs: ['age + more'], rules: [row('> 60', 'L01')] },
      ),
    ]);
    expect(() => tables.evaluate(['d'], {})).toThrow(
      expect.objectContaining({ code: 'MISSING_FACT', decision: 'd' }),
    );
    expect(() => tables.evaluate(['feel'], { age: 1 })).toThrow(
      expect.objectContaining({ code: 'MISSING_FACT' }),
    );
    expect(() => tables.evaluate(['other'], {})).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_DECISION' }),
    );
  });

  it('take a missing fact of an added field as empty', async () => {
    const tables = await compileTables([
      dmn({ inputs: ['extra_mosque'], rules: [row('null', 'Z01'), row('"x"', 'Z02')] }),
    ]);
    expect(tables.evaluate(['d'], {}).map((finding) => finding.code)).toEqual(['Z01']);
    expect(tables.evaluate(['d'], { extra_mosque: 'x' }).map((finding) => finding.code)).toEqual(['Z02']);
  });

  it('leave other FEEL to feelin', async () => {
    const tables = await compileTables([
      dmn(
        { inputs: ['list'], rules: [row('count(?) > limit', 'A1')] },
        { id: 'sum', inputs: ['a + b'], rules: [row('> 4', 'A2'), row('contains(string(?), "5")', 'A3')] },
      ),
    ]);
    expect(tables.evaluate(['d'], { list: ['x', 'y'], limit: 1 })).toHaveLength(1);
    expect(tables.evaluate(['d'], { list: ['x', 'y'], limit: 2 })).toHaveLength(0);
    expect(tables.evaluate(['sum'], { a: 2, b: 3 }).map((finding) => finding.code)).toEqual(['A2', 'A3']);
  });

  it('are evaluated per element when they say so', async () => {
    const tables = await compileTables([
      dmn({
        each: 'mover',
        inputs: ['moverAge', 'limit'],
        rules: [
          ['< 17', '-', '"P"', '"E"', '"{moverField}"', '"umur {moverAge}"', '"x"'],
          ['count([?]) = 2', '-', '"Q"', '"E"', '""', '""', '""'],
        ],
      }),
    ]);
    const facts = {
      moverAge: [20, 5, 16],
      moverField: ['movers.0', 'movers.1', 'movers.2'],
      moversCount: 3,
      limit: 1,
    };
    expect(tables.evaluate(['d'], facts).map((finding) => [finding.field, finding.message.id])).toEqual([
      ['movers.1', 'umur 5'],
      ['movers.2', 'umur 16'],
    ]);
    expect(tables.evaluate(['d'], { moverAge: [], moverField: [], limit: 1 })).toEqual([]);
    expect(() => tables.evaluate(['d'], { moverAge: [1], moverField: [], limit: 1 })).toThrow(
      /differ in length/,
    );
    expect(() => tables.evaluate(['d'], { limit: 1 })).toThrow(/no list facts mover/);
  });

  it('decide by UNIQUE and FIRST', async () => {
    const tables = await compileTables([
      dmn(
        {
          id: 'first',
          hitPolicy: 'FIRST',
          inputs: ['late'],
          outputs: ['deed'],
          rules: [
            ['true', '"LT"'],
            ['-', '"LU"'],
          ],
        },
        {
          id: 'unique',
          hitPolicy: 'UNIQUE',
          inputs: ['n'],
          outputs: ['size'],
          rules: [
            ['< 5', '"small"'],
            ['> 3', '"big"'],
          ],
        },
      ),
    ]);
    expect(tables.decide('first', { late: true })).toEqual({ deed: 'LT' });
    expect(tables.decide('first', { late: false })).toEqual({ deed: 'LU' });
    expect(tables.decide('unique', { n: 1 })).toEqual({ size: 'small' });
    expect(() => tables.decide('unique', { n: 4 })).toThrow(expect.objectContaining({ code: 'NOT_UNIQUE' }));
    expect(tables.decide('unique', { n: null })).toBeNull();
  });

  it('do not compile when they cannot be evaluated', async () => {
    const compile = (spec: Spec) => compileTables([dmn(spec)]);
    await expect(compile({ inputs: ['a'], rules: [row('> > 1', 'X')] })).rejects.toThrow(/FEEL/);
    await expect(compile({ inputs: ['a +'], rules: [row('> 1', 'X')] })).rejects.toThrow(/FEEL/);
    await expect(compile({ hitPolicy: 'PRIORITY', inputs: ['a'], rules: [] })).rejects.toThrow(/hit policy/);
    await expect(compile({ inputs: ['a'], rules: [['-', '"X"']] })).rejects.toThrow(/more or fewer cells/);
    await expect(compile({ inputs: ['a'], outputs: [''], rules: [] })).rejects.toThrow(/has no name/);
    await expect(
      compileTables([dmn({ inputs: [], rules: [] }), dmn({ inputs: [], rules: [] })]),
    ).rejects.toThrow(/twice/);
  });

  it('answer E, A, L or W only', async () => {
    const tables = await compileTables([
      dmn({ inputs: ['a'], rules: [['-', '"X"', '"Z"', '""', '""', '""']] }),
    ]);
    expect(() => tables.evaluate(['d'], { a: 1 })).toThrow(/severity Z/);
  });
});

describe('verdict', () => {
  it.each([
    [['W', 'L', 'A', 'E'], 'error'],
    [['W', 'L', 'A'], 'approval'],
    [['W', 'L'], 'late'],
    [['W'], 'warning'],
    [[], 'valid'],
  ] as const)('%j is %s', (severities, verdict) => {
    expect(verdictOf(severities.map((severity) => ({ severity })))).toBe(verdict);
  });
});

describe('the law of the day', () => {
  const period = ['>= date("2022-04-21")', '[date("2006-12-29")..date("2022-04-20")]'];

  it('is the rule that holds on the day a report was submitted; each finding names its law and what it compared', async () => {
    const outputs = ['code', 'severity', 'field', 'msgId', 'msgEn', 'legalBasis'];
    const rule = (from: string, law: string) => [
      '> 60',
      '"x"',
      from,
      '"N01"',
      '"E"',
      '"f"',
      '"p"',
      '"m"',
      `"${law}"`,
    ];
    const tables = await compileTables([
      dmn({
        inputs: ['length', 'name', 'date(lawDate)'],
        outputs,
        rules: [rule(period[0]!, 'Permendagri 73/2022'), rule(period[1]!, 'UU 23/2006')],
      }),
    ]);
    const on = (lawDate: string | null) => tables.evaluate(['d'], { length: 61, name: 'x', lawDate });
    expect(on('2022-04-21')).toMatchObject([{ legalBasis: 'Permendagri 73/2022' }]);
    expect(on('2022-04-20')).toMatchObject([{ legalBasis: 'UU 23/2006' }]);
    expect(on('2001-01-01')).toEqual([]);
    expect(on(null)).toEqual([]);
    expect(on('2026-11-27')[0]!.compared).toEqual([
      { fact: 'length', label: { id: 'length', en: 'length' }, value: 61 },
      { fact: 'name', label: { id: 'name', en: 'name' }, value: 'x' },
    ]);
  });

  it('keeps no text that the table does not know itself: it may be what somebody is called', async () => {
    const tables = await compileTables([
      dmn({ inputs: ['name'], rules: [['not("x")', '"N"', '"E"', '"f"', '"p"', '"m"']] }),
    ]);
    expect(tables.evaluate(['d'], { name: 'BUDI' })[0]!.compared).toEqual([]);
  });
});
