/** The five pilot kecamatan of Kota Bandung. */
export const PILOT_DISTRICTS = ['32.73.01', '32.73.02', '32.73.08', '32.73.09', '32.73.18'] as const;

/** True for the kelurahan of a pilot kecamatan. */
export function isPilotVillage(code: string): boolean {
  return code.length === 13 && PILOT_DISTRICTS.some((district) => code.startsWith(`${district}.`));
}
