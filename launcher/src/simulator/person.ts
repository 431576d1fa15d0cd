import { z } from 'zod';

const identifier = z.string().regex(/^\d{16}$/, '16 digits');

/** AKTIF lives; MATI, GANDA, NONAKTIF make the service answer 11, 12, 14. */
export const personStatusSchema = z.enum(['AKTIF', 'MATI', 'GANDA', 'NONAKTIF']);

/**
 * One person as the national database knows them, and one row of `POST /sim/control/residents`. NIK and KK are strings,
 * dates `YYYY-MM-DD`, codes those of DOMAIN.md 7, `kodeWilayah` the dotted kelurahan.
 */
export const personSchema = z.object({
  nik: identifier,
  noKk: identifier.nullable().default(null),
  nama: z.string().min(1),
  jenisKelamin: z.union([z.literal(1), z.literal(2)]),
  tempatLahir: z.string().default(''),
  tanggalLahir: z.iso.date(),
  agama: z.int().default(1),
  statusKawin: z.int().default(1),
  shdk: z.int().default(11),
  pendidikan: z.int().default(1),
  pekerjaan: z.int().default(1),
  golonganDarah: z.int().default(13),
  namaIbu: z.string().nullable().default(null),
  namaAyah: z.string().nullable().default(null),
  nomorAktaLahir: z.string().nullable().default(null),
  alamat: z.string().default(''),
  rt: z.string().default(''),
  rw: z.string().default(''),
  kodePos: z.string().nullable().default(null),
  kodeWilayah: z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/),
  status: personStatusSchema.default('AKTIF'),
});
export type Person = z.output<typeof personSchema>;
/** What `POST /sim/control/residents` takes; only nik, nama, jenisKelamin, tanggalLahir and kodeWilayah are required. */
export type PersonInput = z.input<typeof personSchema>;
