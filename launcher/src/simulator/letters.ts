import { makeFamily } from './family.js';
import { addDays, addWorkingDays, compactDate, jakartaDate, readCompactDate } from './jakarta-date.js';
import type { Journal, Table } from './journal.js';
import {
  LetterRefused,
  letterMember,
  type Letter,
  type LetterCondition,
  type LetterFault,
  type LetterMember,
  type LetterStatus,
} from './letter.js';
import { STREETS } from './family-names.js';
import { OTHER_CITIES, type OtherCity } from './other-cities.js';
import type { Population } from './population.js';
import { SeededChoices } from './seeded.js';

/** Serials >= 9001 exist for every date and every city of `other-cities.ts`: the same number is always the same letter. */
const CONDITION_OF_SERIAL: Readonly<Record<string, LetterCondition>> = {
  ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`900${index + 1}`, 'TERBIT' as const])),
  '9011': 'KEDALUWARSA',
  '9012': 'DIBATALKAN',
  '9014': 'DIPAKAI',
  '9015': 'TENGGANG',
  '9016': 'TUJUAN_LAIN',
  '9017': 'DIRESERVASI',
};

const NUMBER = /^SKPWNI\/(\d{4})\/(\d{6}|\d{8})\/(\d{4})$/;
const LAST_RUNNING_SERIAL = 8_999;

export interface LettersParts {
  journal: Journal;
  population: Population;
  seed: string;
  city: string;
  cityAreas: readonly string[];
  workingDays: number;
  graceDays: number;
  now: () => Date;
}

/** The offices of all other cities, as far as move-out letters go. */
export class Letters {
  private readonly letters: Table<Letter>;
  private readonly counters: Table<number>;

  constructor(private readonly parts: LettersParts) {
    this.letters = parts.journal.table('letters');
    this.counters = parts.journal.table('letter-counters');
  }

  /** A letter nobody has seen before, with a family nobody has seen before. */
  issue(input: { kodeTujuan: string; keadaan: LetterCondition }): Letter {
    const today = this.today();
    const running = this.count('all');
    const origin = this.originFor(running);
    const condition = input.keadaan;
    const overdue = condition === 'TENGGANG' || condition === 'KEDALUWARSA';
    const usualDate = overdue ? this.issueDateOf(condition, today) : addDays(today, -(running % 10));
    const { tanggalTerbit, serial } = this.nextSerial(origin, usualDate);
    const nomor = `SKPWNI/${regencyDigits(origin)}/${compactDate(tanggalTerbit)}/${serial}`;
    return this.write({ nomor, origin, tanggalTerbit, kodeTujuan: input.kodeTujuan, condition });
  }

  /** Throws `LetterRefused` when the number is malformed or no office knows it. */
  find(nomor: string): Letter {
    const parts = NUMBER.exec(nomor);
    if (!parts) throw new LetterRefused('SKPWNI_FORMAT_SALAH');
    const known = this.letters.get(nomor);
    if (known) return this.aged(known);

    const condition = CONDITION_OF_SERIAL[parts[3] ?? ''];
    const origin = OTHER_CITIES.find((city) => regencyDigits(city) === parts[1]);
    const tanggalTerbit = readCompactDate(parts[2] ?? '');
    if (!condition || !origin || origin.code.startsWith(this.parts.city) || tanggalTerbit === null) {
      throw new LetterRefused('SKPWNI_TIDAK_DITEMUKAN');
    }
    const kodeTujuan = new SeededChoices(this.parts.seed, 'destination', nomor).pick(this.parts.cityAreas);
    return this.aged(this.write({ nomor, origin, tanggalTerbit, kodeTujuan, condition }));
  }

  /** Holds `niks`, or all whom no arrival holds. Idempotent for the holder, also after they arrived. */
  reserve(input: {
    nomor: string;
    kodeTujuan: string;
    reservationId: string;
    niks?: string[] | undefined;
  }): Letter {
    const letter = this.find(input.nomor);
    const isMine = (member: LetterMember) => member.reservationId === input.reservationId;
    const mine = letter.anggota.filter(isMine);
    const asked = input.niks
      ? letter.anggota.filter(({ nik }) => input.niks!.includes(nik))
      : mine.length > 0
        ? mine
        : letter.anggota.filter((member) => !isHeld(member));
    if (asked.length < (input.niks?.length ?? 0)) throw new LetterRefused('BUKAN_ANGGOTA');
    if (isEnded(letter)) throw new LetterRefused(refusalOf(letter));
    const taken = asked.filter((member) => !isMine(member) && isHeld(member));
    if (taken.length > 0 || asked.length === 0) {
      throw new LetterRefused(takenBy(asked.length === 0 ? letter.anggota : taken));
    }
    if (letter.alamatTujuan.kodeWilayah.slice(0, 5) !== input.kodeTujuan.slice(0, 5)) {
      throw new LetterRefused('SKPWNI_TUJUAN_LAIN');
    }
    return this.saveMembers(letter, (member) =>
      asked.includes(member) ? { ...member, reservationId: input.reservationId } : member,
    );
  }

  /** One member arrived. When all have, the letter is used; until then who is left may come by another arrival. */
  confirm(input: { nomor: string; nik: string; reservationId: string }): Letter {
    const letter = this.find(input.nomor);
    if (isEnded(letter)) throw new LetterRefused(refusalOf(letter));
    const arrived = letter.anggota.find((member) => member.nik === input.nik);
    if (!arrived) throw new LetterRefused('BUKAN_ANGGOTA');
    if (!isHeld(arrived)) throw new LetterRefused('SKPWNI_BELUM_DIRESERVASI');
    if (arrived.reservationId !== input.reservationId) throw new LetterRefused(takenBy([arrived]));
    return this.saveMembers(letter, (member) =>
      member === arrived ? { ...member, sudahDatang: true } : member,
    );
  }

  /** Undoes the holder's reservation and confirmations; who holds nobody has released them already. */
  release(input: { nomor: string; reservationId: string }): Letter {
    const letter = this.find(input.nomor);
    if (isEnded(letter) || !letter.anggota.some((one) => one.reservationId === input.reservationId)) {
      return letter;
    }
    return this.aged(
      this.saveMembers(letter, (member) =>
        member.reservationId === input.reservationId
          ? { ...member, sudahDatang: false, reservationId: null }
          : member,
      ),
    );
  }

  /** The origin ends the letter; loses to a reservation. */
  end(input: { nomor: string; as: 'KEDALUWARSA' | 'DIBATALKAN' }): Letter {
    const letter = this.find(input.nomor);
    if (letter.status === input.as) return letter;
    if (letter.status !== 'TERBIT') throw new LetterRefused(`SKPWNI_${letter.status}`);
    return this.save({ ...letter, status: input.as });
  }

  /** Calendar days after `berlakuSampai` until which the letter still serves (DOMAIN.md D03). */
  private aged(letter: Letter): Letter {
    if (letter.status !== 'TERBIT' || this.today() <= addDays(letter.berlakuSampai, this.parts.graceDays))
      return letter;
    return this.save({ ...letter, status: 'KEDALUWARSA' });
  }

  private write(input: {
    nomor: string;
    origin: OtherCity;
    tanggalTerbit: string;
    kodeTujuan: string;
    condition: LetterCondition;
  }): Letter {
    const { nomor, origin, tanggalTerbit, condition } = input;
    const { population, seed } = this.parts;
    const choices = new SeededChoices(seed, 'letter', nomor);
    const kodeTujuan =
      condition === 'TUJUAN_LAIN'
        ? choices.pick(
            OTHER_CITIES.filter((city) => city !== origin && !city.code.startsWith(this.parts.city)),
          ).code
        : input.kodeTujuan;
    const family = makeFamily({ choices, origin, on: tanggalTerbit, isFree: (nik) => !population.find(nik) });
    population.put(family.members);
    population.putAreaNames(areaNamesOf(origin));
    const berlakuSampai =
      condition === 'TENGGANG'
        ? addDays(this.today(), -Math.max(1, Math.floor(this.parts.graceDays / 6)))
        : addWorkingDays(tanggalTerbit, this.parts.workingDays);
    const fixed: Partial<Record<LetterCondition, LetterStatus>> = {
      KEDALUWARSA: 'KEDALUWARSA',
      DIBATALKAN: 'DIBATALKAN',
      DIPAKAI: 'DIPAKAI',
      DIRESERVASI: 'DIRESERVASI',
    };
    return this.save({
      nomor,
      status: fixed[condition] ?? 'TERBIT',
      noKkAsal: family.noKk,
      alamatAsal: family.address,
      alamatTujuan: {
        alamat: `${choices.pick(STREETS)} NO. ${choices.integer(1, 120)}`,
        rt: String(choices.integer(1, 9)).padStart(3, '0'),
        rw: String(choices.integer(1, 12)).padStart(3, '0'),
        kodePos: null,
        kodeWilayah: kodeTujuan,
      },
      klasifikasi: origin.code.slice(0, 2) === kodeTujuan.slice(0, 2) ? 4 : 5,
      jenisKepindahan: 2,
      alasan: choices.pick([1, 1, 1, 2, 5, 6]),
      tanggalTerbit,
      berlakuSampai,
      anggota: family.members.map((member) =>
        letterMember(member, {
          sudahDatang: condition === 'DIPAKAI',
          reservationId: condition === 'DIPAKAI' || condition === 'DIRESERVASI' ? 'another-city' : null,
        }),
      ),
    });
  }

  private saveMembers(letter: Letter, change: (member: LetterMember) => LetterMember): Letter {
    const anggota = letter.anggota.map(change);
    const onTheWay = anggota.some((member) => isHeld(member) && !member.sudahDatang);
    const used = anggota.every((member) => member.sudahDatang);
    return this.save({ ...letter, anggota, status: used ? 'DIPAKAI' : onTheWay ? 'DIRESERVASI' : 'TERBIT' });
  }

  private save(letter: Letter): Letter {
    this.letters.set(letter.nomor, letter);
    return letter;
  }

  private today(): string {
    return jakartaDate(this.parts.now());
  }

  private originFor(index: number): OtherCity {
    const cities = OTHER_CITIES.filter((city) => !city.code.startsWith(this.parts.city));
    return cities[index % cities.length] as OtherCity;
  }

  /** A day so long ago that a letter of that day is in the state asked for. */
  private issueDateOf(condition: 'TENGGANG' | 'KEDALUWARSA', today: string): string {
    const calendarDays = Math.ceil((this.parts.workingDays * 7) / 5);
    return addDays(today, -(calendarDays + (condition === 'TENGGANG' ? 5 : this.parts.graceDays + 14)));
  }

  private nextSerial(origin: OtherCity, from: string): { tanggalTerbit: string; serial: string } {
    for (let date = from; ; date = addDays(date, -1)) {
      const key = `${regencyDigits(origin)} ${date}`;
      const next = (this.counters.get(key) ?? 0) + 1;
      if (next > LAST_RUNNING_SERIAL) continue;
      this.counters.set(key, next);
      return { tanggalTerbit: date, serial: String(next).padStart(4, '0') };
    }
  }

  private count(key: string): number {
    const count = this.counters.get(key) ?? 0;
    this.counters.set(key, count + 1);
    return count;
  }
}

/** Letters that an older simulator remembers do not say. */
const isHeld = (member: LetterMember) => Boolean(member.reservationId);

const isEnded = ({ status }: Letter) => status === 'KEDALUWARSA' || status === 'DIBATALKAN';

/** Another arrival has them: on the way, or there already. */
const takenBy = (members: readonly LetterMember[]): LetterFault =>
  members.every((member) => member.sudahDatang) ? 'SKPWNI_DIPAKAI' : 'SKPWNI_DIRESERVASI';

function refusalOf(letter: Letter): LetterFault {
  return letter.status === 'TERBIT' ? 'SKPWNI_BELUM_DIRESERVASI' : `SKPWNI_${letter.status}`;
}

function regencyDigits(city: OtherCity): string {
  return city.code.slice(0, 5).replace('.', '');
}

function areaNamesOf(city: OtherCity): Record<string, string> {
  return {
    [city.code.slice(0, 2)]: city.province,
    [city.code.slice(0, 5)]: city.city,
    [city.code.slice(0, 8)]: city.district,
    [city.code]: city.village,
  };
}
