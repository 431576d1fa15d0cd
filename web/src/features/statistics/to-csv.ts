export interface CsvTable {
  head: readonly string[];
  lines: readonly (readonly (string | number | null)[])[];
}

/** RFC 4180, with the mark by which spreadsheet programs know UTF-8. Text that begins like a formula is told to be text. */
export function toCsv({ head, lines }: CsvTable): string {
  const rows = [head, ...lines].map((cells) => cells.map(field).join(','));
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
