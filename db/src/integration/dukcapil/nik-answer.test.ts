import { describe, expect, it } from 'vitest';
import { parseExactJson } from './exact-json.js';
import { readBiodata, readEnvelope, readRefusal, readVerifiedFields } from './nik-answer.js';

describe('big integers', () => {
  it('keep every digit, smaller numbers stay numbers', () => {
    expect(parseExactJson('{"NIK":9101012345679001,"quotaLimiter":56616,"NO_RT":1,"x":1.5}')).toEqual({
      NIK: '9101012345679001',
      quotaLimiter: 56616,
      NO_RT: 1,
      x: 1.5,
    });
    // What JSON.parse makes of it (DOMAIN.md 1.1).
    expect(String((JSON.parse('{"NIK":9101012345679001}') as { NIK: number }).NIK)).toBe('9101012345679000');
  });

  it('become biodata whose NIK is text', () => {
    const body = parseExactJson(
      '{"content":[{"NIK":3273025505909001,"TGL_LHR":"15-05-1990","JENIS_KLMIN":"PEREMPUAN"}]}',
    );
    expect(readBiodata(readEnvelope(body)!.content)).toMatchObject({
      nik: '3273025505909001',
      birthDate: '1990-05-15',
      sex: 2,
    });
    expect(readBiodata({ NAMA_LGKP: 'A' })).toBeNull();
  });
});

describe('outcome keys', () => {
  it.each([
    [{ RESPONSE_CODE: '11', RESPONSE_DESC: 'Data Ditemukan, Meninggal Dunia' }, { kind: 'deceased' }],
    [{ RESPONSE_CODE: 12 }, { kind: 'duplicate' }],
    [{ RESPONSE: '13' }, { kind: 'not-found' }],
    [{ RESPON: 'Data Tidak Ditemukan' }, { kind: 'not-found' }],
    [
      { RESPONSE_DESC: 'Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil' },
      { kind: 'inactive' },
    ],
    [{ RESPON: 'Data Tidak Ditemukan, NIK tidak sesuai format Dukcapil' }, { kind: 'bad-format' }],
    [{ RESPONSE_CODE: '8' }, { kind: 'inactive' }],
    [{ RESPON: 'Kuota Akses Hari ini telah Habis' }, { kind: 'unavailable', reason: 'quota' }],
    [{ RESPON: 'kuota akses hari ini telah habis' }, { kind: 'unavailable', reason: 'quota' }],
    [{ RESPON: 'IP Client  Tidak terdaftar' }, { kind: 'unavailable', reason: 'login' }],
    [{ RESPON: 'IP Address Tidak Sesuai' }, { kind: 'unavailable', reason: 'login' }],
    [{ RESPONSE: 'User ID Tidak Aktif' }, { kind: 'unavailable', reason: 'login' }],
    [{ RESPON: 'something new' }, { kind: 'unavailable', reason: 'http' }],
    [
      { RESPONSE_CODE: '77', RESPONSE: 'Data Ditemukan' },
      { kind: 'unavailable', reason: 'http' },
    ],
    [{ RESPONSE_CODE: '00', RESPONSE: 'Sukses' }, null],
    [{ RESPON: null, NIK: '1' }, null],
    [{ RESPON: 'Data Ditemukan' }, null],
  ])('%j', (content, expected) => {
    expect(readRefusal(content)).toEqual(expected);
  });
});

describe('match flags', () => {
  it('are read with and without score; what is no flag is left out', () => {
    const content = {
      NAMA_LGKP: 'Sesuai (97)',
      TMPT_LHR: 'Tidak Sesuai',
      NAMA_LGKP_IBU: 'Sesuai',
      ALAMAT: 'Tidak Sesuai (55)',
      TGL_LHR: 'Tidak Sesuai',
      JENIS_KLMIN: 'sesuai sekali',
    };
    expect(readVerifiedFields(content)).toEqual({
      name: { match: true, score: 97 },
      birthPlace: { match: false, score: 40 },
      motherName: { match: true, score: 100 },
      address: { match: false, score: 55 },
      birthDate: { match: false },
    });
  });

  it('come in an envelope; anything else is no answer', () => {
    expect(readEnvelope({ content: [{ a: 1 }], quotaLimiter: 7 })).toEqual({
      content: { a: 1 },
      quotaLeft: 7,
    });
    for (const body of [null, [], { content: [] }, { content: 'x' }]) expect(readEnvelope(body)).toBeNull();
  });
});
