import { expect, it } from 'vitest';
import { fileKind } from './file-kind.js';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const PDF = latin('%PDF-1.4\n1 0 obj\n%%EOF\n');
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9);

it.each([
  ['a pdf', PDF, 'kk.pdf', 'application/pdf', 'application/pdf'],
  ['a photo without a telling name', JPEG, 'foto', '', 'image/jpeg'],
  [
    'a photo with padding after its end',
    Uint8Array.of(...JPEG, ...new Array(60_000).fill(0)),
    'a.JPG',
    'image/jpg',
    'image/jpeg',
  ],
  ['a page named pdf', latin('<html>'), 'kk.pdf', 'application/pdf', 'unknown'],
  ['a pdf that is cut off', PDF.subarray(0, 12), 'kk.pdf', '', 'unknown'],
  ['nothing', new Uint8Array(), 'kk.pdf', '', 'unknown'],
  ['a pdf named png', PDF, 'kk.png', '', 'other'],
  ['a pdf declared as a photo', PDF, 'kk', 'image/jpeg', 'other'],
])('%s', (_, content, name, declared, kind) => {
  expect(fileKind({ content, name, declared })).toBe(kind);
});
