/** The smallest files that every viewer opens: attachments of the examples that `GET /event-types` gives away. */
import { deflateSync, crc32 } from 'node:zlib';

export interface DemoFile {
  content: Buffer;
  mediaType: 'application/pdf' | 'image/png';
  extension: 'pdf' | 'png';
}

let kept: { pdf: DemoFile; png: DemoFile } | undefined;

export function demoFiles(): { pdf: DemoFile; png: DemoFile } {
  return (kept ??= {
    pdf: {
      content: pdf('Dokumen contoh e-LAMPID / demo document'),
      mediaType: 'application/pdf',
      extension: 'pdf',
    },
    png: { content: png(), mediaType: 'image/png', extension: 'png' },
  });
}

function pdf(line: string): Buffer {
  const stream = `BT /F1 18 Tf 60 760 Td (${line}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** 8 by 8 grey pixels. */
function png(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(8, 0);
  header.writeUInt32BE(8, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const lines = Buffer.concat(
    Array.from({ length: 8 }, () => Buffer.from([0, ...Array<number>(8).fill(0xcc)])),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
