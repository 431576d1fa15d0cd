/** Area codes of Kemendagri, dotted `PP.KK.CC.DDDD` (Kepmendagri 300.2.2-2138/2025; DOMAIN 1.4). */

export type AreaLevel = 'province' | 'city' | 'district' | 'village';
/** Klasifikasi pindah: 1 dalam satu desa/kelurahan, 2 antar desa/kelurahan, 3 antar kecamatan, 4 antar kab/kota, 5 antar provinsi. */
export type MoveClass = 1 | 2 | 3 | 4 | 5;

const FORMS: [RegExp, AreaLevel][] = [
  [/^\d{2}$/, 'province'],
  [/^\d{2}\.\d{2}$/, 'city'],
  [/^\d{2}\.\d{2}\.\d{2}$/, 'district'],
  [/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 'village'],
];

/** Level by form, or null when it is no area code. */
export function areaLevel(code: string): AreaLevel | null {
  return FORMS.find(([form]) => form.test(code))?.[1] ?? null;
}

/** `32.73.02.1004` -> `32`. */
export const provinceOf = (code: string) => code.slice(0, 2);
/** `32.73.02.1004` -> `32.73` (kabupaten or kota). */
export const cityOf = (code: string) => code.slice(0, 5);
/** `32.73.02.1004` -> `32.73.02` (kecamatan). */
export const districtOf = (code: string) => code.slice(0, 8);

/** True when `code` is `area` or lies in it. */
export function isWithin(code: string, area: string): boolean {
  return code === area || code.startsWith(`${area}.`);
}

/** `32.73.02.1004` -> `3273021004`. */
export function bareCode(code: string): string {
  return code.replaceAll('.', '');
}

/** Klasifikasi of a move between two kelurahan codes. */
export function moveClassOf(from: string, to: string): MoveClass {
  if (from === to) return 1;
  if (districtOf(from) === districtOf(to)) return 2;
  if (cityOf(from) === cityOf(to)) return 3;
  if (provinceOf(from) === provinceOf(to)) return 4;
  return 5;
}

/** Inside the city no SKPWNI is issued (Permendagri 108/2019 art. 29); between cities one is (art. 30). */
export function moveScopeOf(moveClass: MoveClass): 'intra' | 'inter' {
  return moveClass <= 3 ? 'intra' : 'inter';
}
