import type { Language } from '../../i18n/dictionary.js';

/** form-js 1.23's own sentences (core/Validator.js) and what they are in Indonesian. */
const SENTENCES: [RegExp, (value: string) => string][] = [
  [/^Field is required\.$/, () => 'Wajib diisi.'],
  [/^Field must match pattern .*$/, () => 'Format isian tidak sesuai.'],
  [/^Field must have minimum value of (.+)\.$/, (value) => `Nilai minimal ${value}.`],
  [/^Field must have maximum value of (.+)\.$/, (value) => `Nilai maksimal ${value}.`],
  [/^Field must have minimum length of (.+)\.$/, (value) => `Minimal ${value} karakter.`],
  [/^Field must have maximum length of (.+)\.$/, (value) => `Maksimal ${value} karakter.`],
  [/^Value is not a number\.$/, () => 'Harus berupa angka.'],
  [/^Value is expected to be an integer\.$/, () => 'Harus berupa bilangan bulat.'],
  [
    /^Value is expected to have at most (\d+) decimal digits?\.$/,
    (value) => `Paling banyak ${value} angka desimal.`,
  ],
  [
    /^Please select a valid value, .* (\S+ and \S+)\.$/,
    (value) => `Nilai terdekat yang sah: ${value.replace(' and ', ' atau ')}.`,
  ],
  [/^Field must be a valid email\.$/, () => 'Alamat surel tidak sah.'],
  [
    /^Field must be a valid\s+international phone number\./,
    () => 'Nomor telepon tidak sah, contoh +6281234567890.',
  ],
  [/^Date selection not allowed to be in the past\.?$/, () => 'Tanggal tidak boleh di masa lalu.'],
];

/** Sentences that a form brings itself pass as they are. */
export function speakFormError(message: string, language: Language): string {
  if (language !== 'id') return message;
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(message);
    if (match) return sentence(match[1] ?? '');
  }
  return message;
}
