/** An option that counts something. @throws Error with one line that says what is wrong */
export function wholeNumber(
  name: string,
  given: string | undefined,
  { otherwise, least, most = Infinity }: { otherwise: number; least: number; most?: number },
): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (given === '' || !Number.isInteger(value) || value < least || value > most) {
    const range = most === Infinity ? `>= ${least}` : `from ${least} to ${most}`;
    throw new Error(`--${name} must be a whole number ${range}, not '${given}'`);
  }
  return value;
}
