import { describe, expect, it } from 'vitest';
import { refusePattern } from './form-pattern.js';

describe('a pattern of a form', () => {
  it.each([
    ...['', '\\d{16}', '[A-Z]{1,3}-\\d+', '(\\d{2}-){3}\\d{4}', '(?:LAK|LU)-\\d{8}', '[^(+]*', '.*@.*'],
    ...['\\(\\d+\\)', '[a-z]+(-[a-z])?', 'a?b?', '(ab){2}'],
  ])('may be %s', (pattern) => {
    expect(refusePattern(pattern)).toBeNull();
  });

  it.each([
    ...['(a+)+', '(a*)*b', '([a-z]+ ?)+', '(a|a)*', '(a|b){2,}', '((a{1,5})x)+', '(?:a+){2}', '(?<n>a+)*'],
    ...['a*a*a*b', 'x{1,4000}y*z+', '(a)\\1*', '(?<n>a)\\k<n>', '(', '[', 'a'.repeat(201), 7],
  ])('may not be %s', (pattern) => {
    const refused = refusePattern(pattern);
    expect(refused).not.toBeNull();
    expect(refused!.id).not.toBe(refused!.en);
  });
});
