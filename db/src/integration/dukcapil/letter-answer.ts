/** Reads SKPWNI answers of the origin's office into the domain's `MoveLetter`. */
import type { MoveLetter } from '@lampid/domain/registry/snapshot';
import { z } from 'zod';
import type { LetterRefusal, LetterRefusalReason } from './outcomes.js';

const STATUS = {
  TERBIT: 'issued',
  DIRESERVASI: 'reserved',
  DIPAKAI: 'used',
  KEDALUWARSA: 'expired',
  DIBATALKAN: 'cancelled',
} as const satisfies Record<string, MoveLetter['status']>;

type StatusCode = keyof typeof STATUS;

const CODES = Object.fromEntries(Object.entries(STATUS).map(([code, status]) => [status, code])) as Record<
  MoveLetter['status'],
  StatusCode
>;

/** `reserved` -> `DIRESERVASI`. */
export const letterStatusCode = (status: MoveLetter['status']): StatusCode => CODES[status];

export const letterStatusSchema = z
  .enum(['TERBIT', 'DIRESERVASI', 'DIPAKAI', 'KEDALUWARSA', 'DIBATALKAN'])
  .transform((status) => STATUS[status]);

const identifier = z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(/^\d{16}$/));
const date = z.iso.date();
const address = z.object({
  kodeWilayah: z.string(),
  alamat: z.string(),
  rt: z.string(),
  rw: z.string(),
  kodePos: z.string().nullable(),
});

export const letterSchema = z.object({
  nomor: z.string(),
  status: letterStatusSchema,
  alamatAsal: address,
  alamatTujuan: address,
  tanggalTerbit: date,
  berlakuSampai: date,
  anggota: z.array(
    z.object({
      nik: identifier,
      nama: z.string(),
      jenisKelamin: z.union([z.literal(1), z.literal(2)]),
      tempatLahir: z.string(),
      tanggalLahir: date,
      agama: z.int().min(1).max(7),
      statusKawin: z.literal([1, 2, 3, 4]),
      shdk: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
      pendidikan: z.int(),
      pekerjaan: z.int(),
      golonganDarah: z.int(),
      kewarganegaraan: z.literal([1, 2, 3]),
      namaAyah: z.string().nullable(),
      namaIbu: z.string().nullable(),
      sudahDatang: z.boolean(),
    }),
  ),
});

/** Null when the body is not a letter. */
export function readLetter(body: unknown): MoveLetter | null {
  const parsed = letterSchema.safeParse(body);
  if (!parsed.success) return null;
  const letter = parsed.data;
  return {
    number: letter.nomor,
    status: letter.status,
    originCity: letter.alamatAsal.kodeWilayah.slice(0, 5),
    originAddress: addressOf(letter.alamatAsal),
    destination: addressOf(letter.alamatTujuan),
    issuedOn: letter.tanggalTerbit,
    validUntil: letter.berlakuSampai,
    members: letter.anggota.map((member) => ({
      nik: member.nik,
      name: member.nama,
      sex: member.jenisKelamin,
      birthPlace: member.tempatLahir,
      birthDate: member.tanggalLahir,
      religion: member.agama,
      maritalStatus: member.statusKawin,
      education: member.pendidikan,
      occupation: member.pekerjaan,
      bloodType: member.golonganDarah,
      citizenship: member.kewarganegaraan,
      fatherName: member.namaAyah,
      motherName: member.namaIbu,
      relation: member.shdk,
      confirmed: member.sudahDatang,
    })),
  };
}

/** The letter as the office that issued it answers: what `readLetter` reads. */
export function writeLetter(letter: MoveLetter): z.input<typeof letterSchema> {
  return {
    nomor: letter.number,
    status: letterStatusCode(letter.status),
    alamatAsal: addressToWire(letter.originAddress),
    alamatTujuan: addressToWire(letter.destination),
    tanggalTerbit: letter.issuedOn,
    berlakuSampai: letter.validUntil,
    anggota: letter.members.map((member) => ({
      nik: member.nik,
      nama: member.name,
      jenisKelamin: member.sex,
      tempatLahir: member.birthPlace,
      tanggalLahir: member.birthDate,
      agama: member.religion,
      statusKawin: member.maritalStatus,
      shdk: member.relation,
      pendidikan: member.education,
      pekerjaan: member.occupation,
      golonganDarah: member.bloodType,
      kewarganegaraan: member.citizenship,
      namaAyah: member.fatherName,
      namaIbu: member.motherName,
      sudahDatang: member.confirmed,
    })),
  };
}

function addressToWire(given: MoveLetter['originAddress']): z.input<typeof address> {
  const { areaCode, street, rt, rw, postalCode } = given;
  return { kodeWilayah: areaCode, alamat: street, rt, rw, kodePos: postalCode };
}

function addressOf(wire: z.infer<typeof address>): MoveLetter['originAddress'] {
  return {
    areaCode: wire.kodeWilayah,
    street: wire.alamat,
    rt: wire.rt,
    rw: wire.rw,
    postalCode: wire.kodePos,
  };
}

const REFUSAL: Record<string, LetterRefusalReason> = {
  SKPWNI_TIDAK_DITEMUKAN: 'not-found',
  SKPWNI_FORMAT_SALAH: 'bad-format',
  SKPWNI_DIPAKAI: 'used',
  SKPWNI_DIRESERVASI: 'reserved',
  SKPWNI_BELUM_DIRESERVASI: 'not-reserved',
  SKPWNI_KEDALUWARSA: 'expired',
  SKPWNI_DIBATALKAN: 'cancelled',
  SKPWNI_TUJUAN_LAIN: 'other-city',
  BUKAN_ANGGOTA: 'not-a-member',
};

/** Null when the body is none of the known refusals. */
export function readLetterRefusal(body: unknown): LetterRefusal | null {
  const code = z.object({ kode: z.string() }).safeParse(body);
  const reason = code.success ? REFUSAL[code.data.kode] : undefined;
  return reason === undefined ? null : { kind: 'refused', reason };
}
