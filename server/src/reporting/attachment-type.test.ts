import { describe, expect, it } from 'vitest';
import { attachmentType } from './attachment-type.js';
import { demoFiles } from './demo-files.js';

const { pdf, png } = demoFiles();
const jpg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(100),
  Buffer.from([0xff, 0xd9]),
]);

function typeOf(content: Buffer, fileName: string, declared = '') {
  return attachmentType({ content, fileName, declared });
}

describe('attachments are what their content says', () => {
  it('accepts the three kinds, with or without a telling name', () => {
    expect(typeOf(pdf.content, 'kk.pdf', 'application/pdf')).toBe('application/pdf');
    expect(typeOf(png.content, 'kk.PNG', 'application/octet-stream')).toBe('image/png');
    expect(typeOf(jpg, 'scan', 'image/jpg')).toBe('image/jpeg');
  });

  it.each([
    ['a script named pdf', Buffer.from('<script>alert(1)</script>'), 'kk.pdf', 'application/pdf'],
    ['a png named pdf', png.content, 'kk.pdf', 'application/pdf'],
    ['a png declared as jpeg', png.content, 'kk', 'image/jpeg'],
    ['a pdf that is cut off', pdf.content.subarray(0, 60), 'kk.pdf', 'application/pdf'],
    ['a png that is cut off', png.content.subarray(0, 30), 'kk.png', 'image/png'],
    ['nothing', Buffer.alloc(0), 'kk.pdf', 'application/pdf'],
    ['an executable', Buffer.from('MZ'), 'kk.exe', ''],
  ])('refuses %s', (_, content, name, declared) => {
    expect(() => typeOf(content, name, declared)).toThrow(expect.objectContaining({ status: 422 }));
  });
});
