import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { processesFolder } from '../folders.js';
import { lawPeriod, lintTables } from './lint-tables.js';

const death = await readFile(join(processesFolder, 'death', 'rules.dmn'), 'utf8');
it('leads to the rule that it names', async () => {
  const content = death.replace('<text>"Permendagri 108/2019 ps. 65"</text>', '<text>""</text>');
  const [fault] = await lintTables({ name: 'rules.dmn', content });
  expect(content).toContain(`<rule id="${fault!.element}"`);
});

const faults = async (content: string) =>
  (await lintTables({ name: 'rules.dmn', content })).map(({ message }) => message.en);

it('reads from when until when a rule holds', () => {
  expect(lawPeriod('>= date("2019-12-30")')).toEqual({ from: '2019-12-30', until: null });
  expect(lawPeriod(' [date("2008-07-01")..date("2019-12-29")] ')).toEqual({
    from: '2008-07-01',
    until: '2019-12-29',
  });
  for (const cell of ['', '-', '< date("2019-12-30")', '>= "2019-12-30"']) expect(lawPeriod(cell)).toBeNull();
});

it('finds nothing in our own tables', async () => {
  expect(await faults(death)).toEqual([]);
});

it('names the rule without law or date, and the table without the columns', async () => {
  expect(
    await faults(death.replace('<text>"Permendagri 108/2019 ps. 65"</text>', '<text>""</text>')),
  ).toEqual(['Table "death": rule 19 names no law']);
  expect(await faults(death.replace('<text>&gt;= date("2020-01-01")</text>', '<text>-</text>'))).toEqual([
    expect.stringMatching(/rule 1 does not say from when/),
  ]);
  expect(await faults(death.replace('date(lawDate)', 'lawDate'))).toEqual([
    expect.stringMatching(/needs an input column date\(lawDate\)/),
  ]);
});

it('warns of a heading, a name and a message that only speak Indonesian', async () => {
  const found = async (from: RegExp, to: string) => {
    expect(death).toMatch(from);
    return await lintTables({ name: 'rules.dmn', content: death.replace(from, to) });
  };
  for (const [from, to, told] of [
    [/ lampid:labelEn="[^"]+"/, '', 'The heading of '],
    [/ lampid:nameEn="[^"]+"/, '', 'The name of the table has no English: '],
  ] as const)
    expect(await found(from, to)).toEqual([
      expect.objectContaining({
        ...{ rule: 'english-name', severity: 'warning', element: 'death' },
        message: expect.objectContaining({ en: expect.stringContaining(told) as string }) as object,
      }),
    ]);
});

it('leaves tables that judge nothing alone', async () => {
  expect(await faults(death.replaceAll('name="severity"', 'name="grade"'))).toEqual([]);
});
