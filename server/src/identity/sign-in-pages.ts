/** The two small pages that the server shows itself, without any script: whom to sign in as, and why it failed. */
import { randomBytes } from 'node:crypto';
import type { Response } from 'express';

export interface AccountCard {
  username: string;
  name: string;
  role: string;
  areaName: string | null;
}

const ROLE_NAMES: Record<string, string> = {
  operator: 'Operator kelurahan',
  supervisor: 'Supervisor kecamatan',
  verifikator: 'Verifikator kota',
  kadis: 'Kepala dinas',
  admin: 'Admin kota',
  analyst: 'Analis proses',
  auditor: 'Auditor',
  rtrw: 'Ketua RT/RW',
  hospital: 'Sistem rumah sakit',
  citizen: 'Warga',
};

const FAILURES = {
  failed: {
    id: 'Masuk gagal atau sudah kedaluwarsa. Silakan coba lagi.',
    en: 'Signing in failed or took too long. Please try again.',
  },
  'unknown-officer': {
    id: 'Akun ini tidak terdaftar sebagai petugas.',
    en: 'This account is not registered as an officer.',
  },
} as const;

export function accountCardsPage(response: Response, action: string, accounts: AccountCard[]): void {
  const cards = accounts
    .map(
      (account) => `<form method="post" action="${escapeHtml(action)}">
<button name="username" value="${escapeHtml(account.username)}"><b>${escapeHtml(account.name)}</b>
<span>${escapeHtml(ROLE_NAMES[account.role] ?? account.role)} · ${escapeHtml(account.areaName ?? '')}</span>
<code>${escapeHtml(account.username)}</code></button></form>`,
    )
    .join('\n');
  sendPage(
    response,
    200,
    `<h1>Masuk ke e-LAMPID</h1><p>Pilih akun demo. <i>Choose a demo account.</i></p><main>${cards}</main>`,
  );
}

export function signInFailedPage(response: Response, status: number, reason: keyof typeof FAILURES): void {
  const text = FAILURES[reason];
  sendPage(
    response,
    status,
    `<h1>e-LAMPID</h1><p>${text.id}<br><i>${text.en}</i></p><p><a href="/">Kembali</a></p>`,
  );
}

function sendPage(response: Response, status: number, body: string): void {
  const nonce = randomBytes(12).toString('base64');
  response
    .status(status)
    .set(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'`,
    )
    .set('Cache-Control', 'no-store')
    .type('html').send(`<!doctype html><html lang="id"><meta charset="utf-8"><title>e-LAMPID</title>
<meta name="viewport" content="width=device-width">
<style nonce="${nonce}">
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem;color:#1f2933}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem}
button{font:inherit;width:100%;text-align:left;padding:1rem;border:1px solid #cbd2d9;border-radius:.5rem;background:#fff;cursor:pointer}
button:hover,button:focus{border-color:#0b6e4f}span,code{display:block;color:#52606d}
</style>${body}</html>`);
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
