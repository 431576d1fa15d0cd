import { describe, expect, it } from 'vitest';
import { formFields, labelOfPath, nearestLabel } from '../forms/form-fields.js';
import { readData } from './read-data.js';

const schema = {
  components: [
    { type: 'text', text: '# Heading' },
    {
      type: 'group',
      label: 'Anak',
      path: 'child',
      components: [
        { type: 'textfield', key: 'name', label: 'Nama *lengkap*' },
        {
          type: 'select',
          key: 'sex',
          label: 'Jenis kelamin',
          values: [
            { value: 1, label: 'Laki-laki' },
            { value: 2, label: 'Perempuan' },
          ],
        },
        { type: 'datetime', subtype: 'date', key: 'birthDate', dateLabel: 'Tanggal lahir' },
        { type: 'number', key: 'weightGrams', label: 'Berat', appearance: { suffixAdorner: 'gram' } },
      ],
    },
    {
      type: 'dynamiclist',
      path: 'movers',
      label: 'Yang pindah',
      components: [{ type: 'textfield', key: 'nik', label: 'NIK' }],
    },
    { type: 'group', label: 'Ibu', components: [{ type: 'textfield', key: 'mother.nik', label: 'NIK ibu' }] },
    { type: 'checkbox', key: 'agreed', label: 'Setuju' },
  ],
};
const reading = { language: 'id', words: { yes: 'Ya', no: 'Tidak', other: 'Lainnya' } } as const;

describe('readData', () => {
  it('labels values through the form, spells options, dates and lists', () => {
    const sections = readData(
      formFields(schema),
      {
        child: { name: 'Siti Aminah', sex: 2, birthDate: '2026-11-02', weightGrams: 3350 },
        movers: [{ nik: '3273020101909001' }, { nik: '3273020101909002' }],
        mother: { nik: '3273024101909001' },
        agreed: false,
        documents: [{ kind: 'kk', attachmentId: 'x' }],
      },
      reading,
    );
    expect(sections).toEqual([
      { title: '', entries: [{ label: 'Setuju', value: 'Tidak', path: 'agreed' }] },
      {
        title: 'Anak',
        entries: [
          { label: 'Nama lengkap', value: 'Siti Aminah', path: 'child.name' },
          { label: 'Jenis kelamin', value: 'Perempuan', path: 'child.sex' },
          { label: 'Tanggal lahir', value: '2 November 2026', path: 'child.birthDate' },
          { label: 'Berat', value: '3350 gram', path: 'child.weightGrams' },
        ],
      },
      {
        title: 'Yang pindah 1',
        entries: [{ label: 'NIK', value: '3273020101909001', path: 'movers.0.nik' }],
      },
      {
        title: 'Yang pindah 2',
        entries: [{ label: 'NIK', value: '3273020101909002', path: 'movers.1.nik' }],
      },
      { title: 'Ibu', entries: [{ label: 'NIK ibu', value: '3273024101909001', path: 'mother.nik' }] },
    ]);
  });

  it('hides nothing: what the form does not ask for stands under its keys', () => {
    expect(readData(formFields(schema), { extra: { hospital: 'RS Dago' } }, reading)).toEqual([
      {
        title: 'Lainnya',
        entries: [{ label: 'extra › hospital', value: 'RS Dago', path: 'extra.hospital' }],
      },
    ]);
  });
});

it('leaves to the findings what was corrected without asking', () => {
  expect(readData(formFields(schema), { corrections: ['L17'] }, reading)).toEqual([]);
});

describe('nearestLabel', () => {
  it('tells of what the form does not ask where it lies', () => {
    expect(nearestLabel(formFields(schema), 'child.name')).toBe('Anak: Nama lengkap');
    expect(nearestLabel(formFields(schema), 'child.dayName')).toBe('Anak');
    expect(nearestLabel(formFields(schema), 'elsewhere.dayName')).toBeNull();
  });
});

describe('labelOfPath', () => {
  const fields = formFields(schema);
  it('finds fields in groups and lists', () => {
    expect(labelOfPath(fields, 'child.name')).toBe('Anak: Nama lengkap');
    expect(labelOfPath(fields, 'movers.1.nik')).toBe('Yang pindah 2: NIK');
    expect(labelOfPath(fields, 'movers')).toBe('Yang pindah');
    expect(labelOfPath(fields, 'agreed')).toBe('Setuju');
  });

  it('names the heading when a whole person is meant', () => {
    expect(labelOfPath(fields, 'child')).toBe('Anak');
    expect(labelOfPath(fields, 'mother')).toBe('Ibu');
  });

  it('knows no label for what the form does not ask', () => {
    expect(labelOfPath(fields, 'elsewhere')).toBeNull();
  });
});
