import { readTables } from '@lampid/domain/rules/read-tables';
import { expect, it } from 'vitest';
import { isFileTitle, newFile } from './new-file.js';

it('a new form has the id that models name', () => {
  const { name, content } = newFile('form', 'cek-alamat');
  expect(name).toBe('cek-alamat.form');
  expect(JSON.parse(content)).toMatchObject({ id: 'cek-alamat', components: [{ key: 'note' }] });
});

it('a new table has the columns of one that judges reports', async () => {
  const { name, content } = newFile('dmn', 'alamat');
  expect(name).toBe('alamat.dmn');
  const [table] = await readTables(content);
  expect(table).toMatchObject({
    ...{ id: 'alamat', hitPolicy: 'COLLECT', inputs: ['date(lawDate)'], rules: [] },
    outputs: ['code', 'severity', 'field', 'msgId', 'msgEn', 'legalBasis'],
  });
});

it('takes only names that can be ids', () => {
  expect(['cek-alamat', 'a1'].filter(isFileTitle)).toHaveLength(2);
  expect(['', 'Cek', 'cek alamat', '../x', '-a', '1a', 'a_b'].filter(isFileTitle)).toEqual([]);
});
