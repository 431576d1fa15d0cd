/** `32.73.02.1004` up to its third part is its kecamatan; null for a code that is not so deep. Pure. */
export function upTo(code: string, level: number): string | null {
  const parts = code.split('.');
  return parts.length < level ? null : parts.slice(0, level).join('.');
}
