import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** The five pilot kecamatan of Kota Bandung. */
const BANDUNG = ['32.73.01', '32.73.02', '32.73.08', '32.73.09', '32.73.18'];

/** Kecamatan that a demonstration of another city has. */
const ELSEWHERE = 3;

/** The kecamatan of the demonstration: the pilots of Kota Bandung, of another city its first ones. */
export async function pilotDistricts(tx: Tx, city: string): Promise<string[]> {
  const districts = await rows<{ code: string }>(
    tx,
    'select code from reference.area where active and parent = $1 order by code',
    [city],
  );
  const codes = districts.map(({ code }) => code);
  const pilots = codes.filter((code) => BANDUNG.includes(code));
  return pilots.length > 0 ? pilots : codes.slice(0, ELSEWHERE);
}
