/**
 * Reads the payload of a SIAK posting. SIAK has no public write API (DOMAIN.md 5), so no field list binds the event types,
 * and a new event type brings its own: people, letters and addresses are found by what they look like, under Indonesian or
 * English names. README.md states the recommended shape.
 */
import { personSchema, type Person } from './person.js';

type Node = Record<string, unknown>;

export interface EventFacts {
  /** The person of a birth that carries a name and a birth date. */
  child: Person | null;
  /** NIKs that the event is about, in order: never those of parents, reporters and witnesses. */
  subjects: string[];
  /** Number of the SKPWNI that the event issues or uses. */
  letter: string | null;
  /** Dotted code of the destination, or of the residence when there is none. */
  areaCode: string | null;
  address: Partial<Pick<Person, 'alamat' | 'rt' | 'rw' | 'kodePos' | 'kodeWilayah'>>;
  /** The family card that the subjects are in after the event. */
  familyCardNumber: string | null;
}

const NIK = /^\d{16}$/;
const LETTER = /^SKPWNI\/\d{4}\/(?:\d{6}|\d{8})\/\d{4}$/;
const AREA = /^\d{2}\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?$/;

const SUBJECT_KEYS =
  /^(anak|bayi|child|subjek|subjects?|jenazah|almarhum(ah)?|deceased|anggota|members?|movers?|arrivals?|pendatang|penduduk|residents?|persons?|orang|niks?)$/i;
const BYSTANDER_KEYS =
  /(ayah|ibu|father|mother|orang_?tua|parents?|pelapor|reporter|saksi|witness|pemohon|applicant|kepala|head|host|wali|guardian|pasangan|spouse)/i;
const DESTINATION_KEYS = /(tujuan|destination|alamat_?baru|new_?address)/i;
const ORIGIN_KEYS = /(asal|origin|from)/i;

export function readEventPayload(payload: Node): EventFacts {
  const people = findSubjects(payload);
  const place = findPlace(payload);
  const familyCardNumber = textAt(
    payload,
    ['noKkTujuan', 'noKk', 'familyCardNumber', 'familyCard', 'kk'],
    NIK,
  );
  const named = [payload['anak'], payload['child'], payload['bayi'], payload['subject']].find(isNode);
  // A new NIK may stand beside the person it was allocated to rather than inside.
  const found: Node = { ...payload, ...(named ?? people.find((person) => person.node)?.node) };
  const node = { ...found, nik: named?.['nik'] ?? people[0]?.nik };
  return {
    child: readPerson(node, { place, familyCardNumber }),
    subjects: [...new Set(people.map((person) => person.nik))],
    letter: findText(payload, LETTER),
    areaCode: place?.kodeWilayah ?? null,
    address: place ?? {},
    familyCardNumber,
  };
}

/** People under a key that names a subject; else the payload's own NIK. */
function findSubjects(payload: Node): { nik: string; node?: Node }[] {
  const found: { nik: string; node?: Node }[] = [];
  const visit = (value: unknown, isSubject: boolean): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, isSubject);
    } else if (isNode(value)) {
      const nik = textAt(value, ['nik'], NIK);
      if (isSubject && nik !== null) found.push({ nik, node: value });
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'nik' || BYSTANDER_KEYS.test(key)) continue;
        visit(inner, SUBJECT_KEYS.test(key));
      }
    } else if (isSubject && typeof value === 'string' && NIK.test(value)) {
      found.push({ nik: value });
    }
  };
  const own = textAt(payload, ['nik'], NIK);
  visit(payload, false);
  return found.length > 0 || own === null ? found : [{ nik: own, node: payload }];
}

function findPlace(payload: Node): EventFacts['address'] | null {
  const candidates: { rank: number; node: Node; code: string }[] = [];
  const visit = (node: Node, rank: number): void => {
    for (const key of ['kodeTujuan', 'destinationCode', 'destinationAreaCode']) {
      const code = textAt(node, [key], AREA);
      if (code !== null) candidates.push({ rank: 0, node: {}, code });
    }
    const code = textAt(node, ['kodeWilayah', 'areaCode', 'kodeKelurahan', 'kode'], AREA);
    if (code !== null) candidates.push({ rank, node, code });
    for (const [key, inner] of Object.entries(node)) {
      const innerRank = DESTINATION_KEYS.test(key) ? -1 : ORIGIN_KEYS.test(key) ? 2 : rank;
      for (const item of Array.isArray(inner) ? inner : [inner]) if (isNode(item)) visit(item, innerRank);
    }
  };
  visit(payload, 1);
  const best = candidates.sort((a, b) => a.rank - b.rank)[0];
  if (!best) return null;
  const given = {
    alamat: textAt(best.node, ['alamat', 'street', 'jalan']),
    rt: textAt(best.node, ['rt']),
    rw: textAt(best.node, ['rw']),
    kodePos: textAt(best.node, ['kodePos', 'postalCode']),
    kodeWilayah: best.code,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function readPerson(
  node: Node,
  context: { place: EventFacts['address'] | null; familyCardNumber: string | null },
): Person | null {
  const sex = node['jenisKelamin'] ?? node['sex'];
  const parsed = personSchema.safeParse({
    ...context.place,
    nik: node['nik'],
    noKk: context.familyCardNumber,
    nama: textAt(node, ['nama', 'name', 'namaLengkap']),
    jenisKelamin: typeof sex === 'string' ? Number(sex) : sex,
    tempatLahir: textAt(node, ['tempatLahir', 'birthPlace', 'tempatKelahiran']) ?? '',
    tanggalLahir: textAt(node, ['tanggalLahir', 'birthDate', 'tglLahir']),
    namaIbu: nameAt(node, ['namaIbu', 'motherName', 'ibu', 'mother']),
    namaAyah: nameAt(node, ['namaAyah', 'fatherName', 'ayah', 'father']),
    nomorAktaLahir: textAt(node, ['nomorAkta', 'nomorAktaLahir', 'deedNumber']),
    agama: numberAt(node, ['agama', 'religion']) ?? 1,
    shdk: numberAt(node, ['shdk', 'relation']) ?? 4,
    // A newborn whose payload names no place at least has the kecamatan of its NIK.
    kodeWilayah: context.place?.kodeWilayah ?? districtOf(node['nik']),
  });
  return parsed.success ? parsed.data : null;
}

function districtOf(nik: unknown): string | undefined {
  const parts = typeof nik === 'string' ? /^(\d{2})(\d{2})(\d{2})\d{10}$/.exec(nik) : null;
  return parts ? `${parts[1]}.${parts[2]}.${parts[3]}` : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(node: Node, keys: string[], pattern = /./): string | null {
  for (const key of keys) {
    const value = node[key];
    if (typeof value === 'string' && pattern.test(value)) return value;
  }
  return null;
}

function numberAt(node: Node, keys: string[]): number | null {
  for (const key of keys) if (typeof node[key] === 'number') return node[key];
  return null;
}

function nameAt(node: Node, keys: string[]): string | null {
  for (const key of keys) {
    const value = node[key];
    if (typeof value === 'string') return value;
    if (isNode(value)) return textAt(value, ['nama', 'name']);
  }
  return null;
}

function findText(value: unknown, pattern: RegExp): string | null {
  if (typeof value === 'string') return pattern.test(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const inner of Object.values(value)) {
    const found = findText(inner, pattern);
    if (found !== null) return found;
  }
  return null;
}
