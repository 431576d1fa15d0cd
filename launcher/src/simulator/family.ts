import { FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES, STREETS } from './family-names.js';
import { addDays } from './jakarta-date.js';
import { nikPrefix } from './nik.js';
import type { OtherCity } from './other-cities.js';
import type { Person } from './person.js';
import type { SeededChoices } from './seeded.js';

export interface SyntheticFamily {
  noKk: string;
  address: { alamat: string; rt: string; rw: string; kodePos: string; kodeWilayah: string };
  /** Head first. */
  members: Person[];
}

/**
 * A plausible family of another city: a couple with up to three children (two in three), somebody alone, or a widow or
 * divorced mother with children. Serials are >= 9100, so that nobody real is meant and no magic serial is hit.
 */
export function makeFamily(input: {
  choices: SeededChoices;
  origin: OtherCity;
  /** Letters are written on this day: ages count from here. */
  on: string;
  isFree: (nik: string) => boolean;
}): SyntheticFamily {
  const { choices, origin, on } = input;
  const district = origin.code.slice(0, 8);
  const taken = new Set<string>();
  const address = {
    alamat: `${choices.pick(STREETS)} NO. ${choices.integer(1, 180)}`,
    rt: threeDigits(choices.integer(1, 12)),
    rw: threeDigits(choices.integer(1, 15)),
    kodePos: origin.postalCode,
    kodeWilayah: origin.code,
  };
  const registeredOn = addDays(on, -choices.integer(400, 3_000));
  const noKk = `${nikPrefix({ district, birthDate: registeredOn, sex: 1 })}${choices.integer(9_100, 9_999)}`;
  const faith = choices.pick([1, 1, 1, 1, 1, 1, 2, 3, 4, 5]);
  const surname = choices.pick(FAMILY_NAMES);

  const person = (
    who: Pick<Person, 'jenisKelamin' | 'tanggalLahir' | 'statusKawin' | 'shdk'> & Partial<Person>,
  ): Person => {
    const prefix = nikPrefix({ district, birthDate: who.tanggalLahir, sex: who.jenisKelamin });
    let serial = choices.integer(9_100, 9_999);
    while (taken.has(`${prefix}${serial}`) || !input.isFree(`${prefix}${serial}`))
      serial = serial === 9_999 ? 9_100 : serial + 1;
    taken.add(`${prefix}${serial}`);
    const first = choices.pick(who.jenisKelamin === 1 ? MALE_NAMES : FEMALE_NAMES);
    return {
      nik: `${prefix}${serial}`,
      noKk,
      nama: `${first} ${who.shdk === 3 ? choices.pick(FAMILY_NAMES) : surname}`,
      tempatLahir: origin.place,
      agama: faith,
      pendidikan: choices.integer(4, 8),
      pekerjaan: choices.pick([15, 88, 5, 65, 84]),
      golonganDarah: choices.pick([1, 2, 3, 4, 13]),
      namaIbu: `${choices.pick(FEMALE_NAMES)} ${choices.pick(FAMILY_NAMES)}`,
      namaAyah: `${choices.pick(MALE_NAMES)} ${surname}`,
      nomorAktaLahir: null,
      ...address,
      status: 'AKTIF',
      ...who,
    };
  };
  const bornAgo = (fromYears: number, toYears: number) =>
    addDays(on, -choices.integer(Math.round(fromYears * 365.25), Math.round(toYears * 365.25)));
  const children = (mother: Person, father: Person | null, count: number) =>
    Array.from({ length: count }, (_, position) => {
      const tanggalLahir = bornAgo(1 + 4 * (count - 1 - position), 4 + 4 * (count - 1 - position));
      const school = Date.parse(on) - Date.parse(tanggalLahir) > 6 * 365.25 * 86_400_000;
      return person({
        jenisKelamin: choices.pick([1, 2] as const),
        tanggalLahir,
        statusKawin: 1,
        shdk: 4,
        pendidikan: school ? 2 : 1,
        pekerjaan: school ? 3 : 1,
        namaIbu: mother.nama,
        namaAyah: father?.nama ?? null,
      });
    });

  const kind = choices.fraction();
  if (kind < 0.66) {
    const father = person({ jenisKelamin: 1, tanggalLahir: bornAgo(36, 50), statusKawin: 2, shdk: 1 });
    const mother = person({ jenisKelamin: 2, tanggalLahir: bornAgo(35, 46), statusKawin: 2, shdk: 3 });
    return { noKk, address, members: [father, mother, ...children(mother, father, choices.integer(0, 3))] };
  }
  if (kind < 0.84) {
    const alone = person({
      jenisKelamin: choices.pick([1, 2] as const),
      tanggalLahir: bornAgo(20, 40),
      statusKawin: 1,
      shdk: 1,
    });
    return { noKk, address, members: [alone] };
  }
  const mother = person({
    jenisKelamin: 2,
    tanggalLahir: bornAgo(35, 46),
    statusKawin: choices.pick([3, 4]),
    shdk: 1,
  });
  return { noKk, address, members: [mother, ...children(mother, null, choices.integer(1, 2))] };
}

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}
