import { describe, expect, it } from 'vitest';
import { readEventPayload } from './event-payload.js';

const child = { nik: '3273026011269001', name: 'Bunga Lestari', sex: 2, birthDate: '2026-11-20' };
const known = { nik: child.nik, nama: child.name, jenisKelamin: 2, tanggalLahir: child.birthDate };

describe('a birth', () => {
  it.each([
    [{ child, mother: { nik: '3273025505909001', name: 'Siti' }, areaCode: '32.73.02.1004' }],
    [{ anak: known, ibu: { nik: '3273025505909001', nama: 'Siti' }, kodeWilayah: '32.73.02.1004' }],
    [{ ...known, nikIbu: '3273025505909001', namaIbu: 'Siti', kodeWilayah: '32.73.02.1004' }],
    [{ subjek: [known], namaIbu: 'Siti', alamat: { kodeWilayah: '32.73.02.1004' } }],
    [
      {
        child: { ...child, nik: undefined },
        residents: [{ ref: '$child', nik: child.nik }],
        mother: { nik: '3273025505909001', name: 'Siti' },
        areaCode: '32.73.02.1004',
      },
    ],
  ])('is about the child alone, whatever the names: %j', (payload) => {
    const event = readEventPayload(payload);
    expect(event.subjects).toEqual([child.nik]);
    expect(event.child).toMatchObject({ ...known, namaIbu: 'Siti', kodeWilayah: '32.73.02.1004' });
  });

  it('without a place has the kecamatan of its NIK; without a name it is nobody', () => {
    expect(readEventPayload({ child }).child).toMatchObject({ kodeWilayah: '32.73.02' });
    expect(readEventPayload({ child: { nik: child.nik } }).child).toBeNull();
  });
});

describe('a move', () => {
  const niks = ['3273021505909001', '3273025505929001'];
  it.each([
    [
      {
        skpwni: { nomor: 'SKPWNI/3273/22112026/0001', kodeTujuan: '31.74.01.1001' },
        anggota: niks.map((nik) => ({ nik })),
      },
    ],
    [
      {
        letter: 'SKPWNI/3273/22112026/0001',
        origin: { areaCode: '32.73.02.1004' },
        destination: { areaCode: '31.74.01.1001' },
        movers: niks,
      },
    ],
    [
      {
        nomorSkpwni: 'SKPWNI/3273/22112026/0001',
        alamatAsal: { kode: '32.73.02.1004' },
        tujuan: { kode: '31.74.01.1001' },
        members: niks.map((nik) => ({ nik, noKk: '3273020101159001' })),
      },
    ],
  ])('names its letter, destination and people: %j', (payload) => {
    expect(readEventPayload(payload)).toMatchObject({
      letter: 'SKPWNI/3273/22112026/0001',
      areaCode: '31.74.01.1001',
      subjects: niks,
    });
  });
});

describe('bystanders', () => {
  it('are not what the event is about', () => {
    const other = { nik: '3273025505909001' };
    const payload = {
      jenazah: { nik: child.nik },
      pelapor: other,
      saksi: [other],
      kepalaBaru: other,
      pasangan: other,
    };
    expect(readEventPayload(payload).subjects).toEqual([child.nik]);
  });
});
