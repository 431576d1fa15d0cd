import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const executablePath = await findChromium(privateDir);
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    headless: true,
    chromiumSandbox: false,
    env: { ...(process.env as Record<string, string>), TMPDIR: privateDir },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(privateDir, { recursive: true, force: true });
    },
  };
}

async function findChromium(privateDir: string): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  const installed = SYSTEM_CHROMIUM.find((path) => existsSync(path));
  if (installed) return installed;
  // The package unpacks itself into the temporary folder: a private one, so that two runs do not meet in it.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = privateDir;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
