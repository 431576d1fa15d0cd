import type { Person } from './person.js';

export type LetterStatus = 'TERBIT' | 'DIRESERVASI' | 'DIPAKAI' | 'KEDALUWARSA' | 'DIBATALKAN';
/** What a letter is made for; TENGGANG: past its validity but within the days of grace. */
export type LetterCondition =
  'TERBIT' | 'TENGGANG' | 'KEDALUWARSA' | 'DIBATALKAN' | 'DIPAKAI' | 'DIRESERVASI' | 'TUJUAN_LAIN';

interface LetterAddress {
  alamat: string;
  rt: string;
  rw: string;
  kodePos: string | null;
  /** Dotted; the destination's may be a city only. */
  kodeWilayah: string;
}

export type LetterMember = Omit<Person, 'noKk' | 'nomorAktaLahir' | 'status' | keyof LetterAddress> & {
  kewarganegaraan: 1;
  sudahDatang: boolean;
  /** Arrival that holds this person; never answered to others. */
  reservationId: string | null;
};

/** SKPWNI of another city (DOMAIN.md 2.6), as its office answers it. */
export interface Letter {
  nomor: string;
  status: LetterStatus;
  noKkAsal: string;
  alamatAsal: LetterAddress;
  alamatTujuan: LetterAddress;
  /** Codes of DOMAIN.md 2.6. */
  klasifikasi: 4 | 5;
  jenisKepindahan: 2;
  alasan: number;
  tanggalTerbit: string;
  berlakuSampai: string;
  anggota: LetterMember[];
}

export type LetterFault =
  | 'SKPWNI_FORMAT_SALAH'
  | 'SKPWNI_TIDAK_DITEMUKAN'
  | 'SKPWNI_DIPAKAI'
  | 'SKPWNI_DIRESERVASI'
  | 'SKPWNI_BELUM_DIRESERVASI'
  | 'SKPWNI_KEDALUWARSA'
  | 'SKPWNI_DIBATALKAN'
  | 'SKPWNI_TUJUAN_LAIN'
  | 'BUKAN_ANGGOTA';

export class LetterRefused extends Error {
  constructor(readonly kode: LetterFault) {
    super(kode);
    this.name = 'LetterRefused';
  }
}

export function letterMember(
  person: Person,
  { sudahDatang, reservationId }: Pick<LetterMember, 'sudahDatang' | 'reservationId'>,
): LetterMember {
  return {
    nik: person.nik,
    nama: person.nama,
    jenisKelamin: person.jenisKelamin,
    tempatLahir: person.tempatLahir,
    tanggalLahir: person.tanggalLahir,
    shdk: person.shdk,
    statusKawin: person.statusKawin,
    agama: person.agama,
    pendidikan: person.pendidikan,
    pekerjaan: person.pekerjaan,
    golonganDarah: person.golonganDarah,
    kewarganegaraan: 1,
    namaAyah: person.namaAyah,
    namaIbu: person.namaIbu,
    sudahDatang,
    reservationId,
  };
}
