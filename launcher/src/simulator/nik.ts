/** The part of DOMAIN.md 1.1 that the national database checks by itself. */

/** False for what Dukcapil answers with code 15: not 16 digits, serial 0000 or a date that is in no calendar. */
export function hasNikFormat(nik: string): boolean {
  const parts = /^(\d{6})(\d{2})(\d{2})(\d{2})(\d{4})$/.exec(nik);
  if (!parts || parts[5] === '0000') return false;
  const day = Number(parts[2]) % 40;
  const month = Number(parts[3]);
  const year = Number(parts[4]);
  if (Number(parts[2]) > 71 || day === 0 || month < 1 || month > 12) return false;
  // 2000 + YY is a leap year exactly when 1900 + YY is, 1900 itself excepted.
  return day <= new Date(Date.UTC(2000 + year, month, 0)).getUTCDate();
}

/** Serials that make the service answer codes 11..15, or not at all (DOMAIN.md 5). */
export const MAGIC_SERIALS: Readonly<Record<string, '11' | '12' | '13' | '14' | '15' | 'hang'>> = {
  '9011': '11',
  '9012': '12',
  '9013': '13',
  '9014': '14',
  '9015': '15',
  '9099': 'hang',
};

export function nikPrefix(input: { district: string; birthDate: string; sex: 1 | 2 }): string {
  const [year = '', month = '', day = ''] = input.birthDate.split('-');
  const codedDay = input.sex === 2 ? String(Number(day) + 40) : day;
  return `${input.district.replaceAll('.', '')}${codedDay}${month}${year.slice(2)}`;
}
