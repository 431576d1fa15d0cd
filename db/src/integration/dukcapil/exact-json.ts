import { parse } from 'lossless-json';

const IDENTIFIER_DIGITS = 15;

/**
 * Parses JSON without losing a digit: integers of 15 or more digits stay strings (NIK and KK are JSON numbers at
 * Dukcapil and those of Papua, 91-96, exceed 2^53), every other number becomes a `number`.
 * Throws `SyntaxError` on malformed text.
 */
export function parseExactJson(text: string): unknown {
  return parse(text, undefined, (digits) =>
    /^\d+$/.test(digits) && digits.length >= IDENTIFIER_DIGITS ? digits : Number(digits),
  );
}
