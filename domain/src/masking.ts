/** Masks for lists, logs and notifications (DOMAIN 8). A value that is too short to mask is hidden altogether. */

/** NIK or KK number: `3273********0001`. */
export function maskNumber(number: string): string {
  if (number.length < 12) return '*'.repeat(number.length);
  return number.slice(0, 4) + '*'.repeat(number.length - 8) + number.slice(-4);
}

/** `Budi Santoso` -> `B*** S******`. */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/u)
    .map((word) => {
      const letters = [...word];
      return (letters[0] ?? '') + '*'.repeat(Math.max(0, letters.length - 1));
    })
    .join(' ');
}

/** Last three digits: `*********123`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length <= 3) return '*'.repeat(digits.length);
  return '*'.repeat(digits.length - 3) + digits.slice(-3);
}

/** `budi@example.org` -> `b***@example.org`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email[0]}***${email.slice(at)}`;
}

/** Year of a `YYYY-MM-DD` date. */
export function maskDate(date: string): string {
  return date.slice(0, 4);
}
