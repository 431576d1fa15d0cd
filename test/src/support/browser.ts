import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No sandbox: tests often run as root in a container. The rest keeps Chromium from looking for its maker's servers. */
const FLAGS = [
  ...[
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-dev-shm-usage',
  ],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=id-ID'],
];

/** Chromium of the system (or CHROMIUM_PATH), else the one that comes as an npm package. Close it with `close`. */
export async function launchBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const privateDir = mkdtempSync(join(tmpdir(), 'lampid-chromium-'));
  const { executablePath, env } = await findChromium(privateDir);
  const start = () =>
    chromium.launch({
      executablePath,
      args: FLAGS,
      headless: true,
      chromiumSandbox: false,
      env: { ...(process.env as Record<string, string>), TMPDIR: privateDir, ...env },
    });
  const browser = await untilClosed(start);
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(privateDir, { recursive: true, force: true });
    },
  };
}

const STARTS = 5;
const PAUSE_MS = 500;

/**
 * A program that was written just now is "busy" (ETXTBSY) as long as any other process, forked at that moment, still holds the file: a matter of
 * milliseconds on a machine with a free core.
 */
async function untilClosed(start: () => Promise<Browser>, left = STARTS): Promise<Browser> {
  try {
    return await start();
  } catch (error) {
    if (left === 1 || !(error instanceof Error && error.message.includes('ETXTBSY'))) throw error;
    await setTimeout(PAUSE_MS);
    return untilClosed(start, left - 1);
  }
}

async function findChromium(
  privateDir: string,
): Promise<{ executablePath: string; env: Record<string, string> }> {
  const known = process.env['CHROMIUM_PATH'] ?? SYSTEM_CHROMIUM.find((path) => existsSync(path));
  return known ? { executablePath: known, env: {} } : await unpackChromium(privateDir);
}

/**
 * The npm package unpacks itself into the temporary folder: a private one, so that two runs do not meet in it. It is made
 * for AWS Lambda, and brings the libraries that a bare system lacks only when it believes to be there.
 */
async function unpackChromium(
  privateDir: string,
): Promise<{ executablePath: string; env: Record<string, string> }> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: privateDir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    // The system's own libraries are the better ones where they are there.
    const starts = spawnSync(executablePath, ['--version'], { env: before }).status === 0;
    return { executablePath, env: starts ? {} : { LD_LIBRARY_PATH: join(privateDir, 'al2023', 'lib') } };
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
