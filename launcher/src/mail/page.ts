import type { CaughtMail } from './mailbox.js';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:24px auto;padding:0 16px;color:#1f2937}
h1{font-size:20px}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:6px 8px;border-bottom:1px solid #e5e7eb;vertical-align:top}
a{color:#0b5cad}pre{white-space:pre-wrap;background:#f9fafb;padding:12px;border:1px solid #e5e7eb}iframe{width:100%;height:420px;border:1px solid #e5e7eb}
small,.muted{color:#6b7280}input{font:inherit;padding:4px 8px}`;

const WHEN = new Intl.DateTimeFormat('id-ID', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Jakarta',
});

export function listPage(mails: CaughtMail[], q: string): string {
  const rows = mails.map(
    (mail) =>
      `<tr><td><small>${WHEN.format(new Date(mail.receivedAt))}</small></td><td>${escape(mail.to.join(', '))}</td>` +
      `<td><a href="/mails/${mail.id}">${escape(mail.subject || '(tanpa subjek)')}</a></td></tr>`,
  );
  const table =
    rows.length > 0
      ? `<table><tr><th>Waktu</th><th>Kepada</th><th>Subjek</th></tr>${rows.join('')}</table>`
      : '<p class="muted">Belum ada surel. / No mail yet.</p>';
  return layout(
    'Surel keluar',
    `<h1>Surel keluar <small>mails that e-LAMPID sent; none was delivered</small></h1>` +
      `<form><input name="q" value="${escape(q)}" placeholder="Cari subjek atau isi" aria-label="Cari / search"></form>${table}`,
  );
}

export function mailPage(mail: CaughtMail): string {
  const attachments = mail.attachments.map(
    ({ filename, content }, index) =>
      `<li><a href="/mails/${mail.id}/attachments/${index}">${escape(filename)}</a> <small>${Math.ceil(content.length / 1024)} kB</small></li>`,
  );
  const html = mail.html
    ? `<h2>HTML</h2><iframe sandbox src="/mails/${mail.id}/html" title="HTML"></iframe>`
    : '';
  return layout(
    mail.subject,
    `<p><a href="/">&larr; Semua surel</a></p><h1>${escape(mail.subject)}</h1>` +
      `<p>Dari: ${escape(mail.from)}<br>Kepada: ${escape(mail.to.join(', '))}<br>${WHEN.format(new Date(mail.receivedAt))}</p>` +
      (attachments.length > 0 ? `<p>Lampiran:</p><ul>${attachments.join('')}</ul>` : '') +
      `<pre>${escape(mail.text)}</pre>${html}`,
  );
}

function layout(title: string, body: string): string {
  return (
    `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escape(title)} · e-LAMPID</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${STYLE}</style></head><body>${body}</body></html>`
  );
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
