import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mailApp } from './app.js';
import { Mailbox } from './mailbox.js';
import { startSmtp } from './smtp.js';

let base: string;
let smtpPort: number;
let close: () => Promise<void>;

beforeEach(async () => {
  const mailbox = new Mailbox(3);
  const smtp = await startSmtp({ port: 0, host: '127.0.0.1', mailbox });
  const http = mailApp(mailbox).listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  smtpPort = (smtp.server.address() as AddressInfo).port;
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  close = async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await new Promise<void>((resolve) => smtp.close(resolve));
  };
});

afterEach(() => close());

async function send(mail: {
  to: string;
  subject: string;
  text?: string;
  html?: string;
  attachments?: object[];
}) {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort });
  await transport.sendMail({ from: 'no-reply@lampid.local', ...mail });
  transport.close();
}

async function json(path: string) {
  return (await (await fetch(`${base}${path}`)).json()) as Record<string, any>;
}

test('a mail comes out as it went in, letters of every kind and attachments included', async () => {
  const attachments = [
    { filename: 'kutipan-akta.pdf', content: Buffer.from('%PDF-1.7 x'), contentType: 'application/pdf' },
  ];
  await send({
    to: 'ibu@example.test',
    subject: 'Akta kelahiran sudah terbit – “Dago”',
    text: 'Terima kasih',
    attachments,
  });

  const { items, received } = await json('/api/mails');
  expect(received).toBe(1);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    to: ['ibu@example.test'],
    from: 'no-reply@lampid.local',
    subject: 'Akta kelahiran sudah terbit – “Dago”',
    text: expect.stringContaining('Terima kasih'),
  });
  expect(items[0].attachments[0]).toMatchObject({ filename: 'kutipan-akta.pdf', size: 10 });
  const file = await fetch(base + items[0].attachments[0].href);
  expect(await file.text()).toBe('%PDF-1.7 x');
});

test('only the newest are kept, newest first, and can be searched', async () => {
  for (const n of [1, 2, 3, 4])
    await send({ to: `warga${n}@example.test`, subject: `Laporan ${n}`, text: `isi ${n}` });

  expect((await json('/api/mails')).items.map((mail: any) => mail.subject)).toEqual([
    'Laporan 4',
    'Laporan 3',
    'Laporan 2',
  ]);
  expect((await json('/api/mails?to=warga3')).items).toHaveLength(1);
  expect((await json('/api/mails?q=ISI%202')).items).toHaveLength(1);
  await fetch(`${base}/api/mails`, { method: 'DELETE' });
  expect((await json('/api/mails')).items).toEqual([]);
});

test('a hostile subject and body stay text on the page', async () => {
  await send({
    to: 'a@example.test',
    subject: '<script>alert(1)</script>',
    html: '<script>alert(2)</script>',
  });
  const { items } = await json('/api/mails');
  const list = await (await fetch(base)).text();
  const page = await (await fetch(`${base}/mails/${items[0].id}`)).text();
  expect(list + page).not.toContain('<script>');
  const html = await fetch(`${base}/mails/${items[0].id}/html`);
  expect(html.headers.get('content-security-policy')).toContain('sandbox');
});
