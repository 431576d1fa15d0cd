import type { Stack } from './stack/start-stack.js';

/** Roles of the demo installation (DESIGN.md, "Who"). Signing in is one click on a card: there are no passwords. */
const DEMO_ACCOUNTS: [account: string, role: string][] = [
  ['operator.dago, operator2.dago', 'operator kelurahan Dago: melapor / reports'],
  ['supervisor.coblong, supervisor2.coblong', 'supervisor kecamatan Coblong: memutuskan / decides'],
  ['verif.bandung', 'verifikator kota'],
  ['kadis.bandung', 'kepala dinas'],
  ['admin.bandung', 'admin kota'],
  ['analyst, analyst2', 'model proses, berdua / process models, four eyes'],
  ['auditor', 'riwayat, hanya baca / history, read-only'],
];

/** `elapsedMs` since the process began: installation and build are part of what a person waits for. */
export function printWelcome({ stack, elapsedMs }: { stack: Stack; elapsedMs: number }): void {
  const { env } = stack;
  const lines = [
    '',
    `e-LAMPID siap / ready (${(elapsedMs / 1000).toFixed(1)} s)`,
    '',
    `  ${env['PUBLIC_URL']}`,
    '',
  ];
  if (env['DEMO'] === '1' && !env['OIDC_ISSUER']) {
    lines.push('  Akun demo / demo accounts (npm run token -- AKUN):');
    for (const [account, role] of DEMO_ACCOUNTS) lines.push(`    ${account.padEnd(42)}${role}`);
    lines.push('');
  }
  lines.push(
    `  API        ${env['PUBLIC_URL']}/api/docs`,
    `  Surel      http://127.0.0.1:${stack.ports.mailPage}   (mails that were sent)`,
    `  Log        ${stack.dataDir}/logs`,
    '',
    '  Ctrl-C menghentikan semuanya / stops everything.',
    '',
  );
  console.log(lines.join('\n'));
}
