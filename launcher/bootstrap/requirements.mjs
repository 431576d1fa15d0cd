import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { refuse } from './refuse.mjs';

/** Node >= 20.19: older ones lack `require(esm)`, which the tools need. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse({
    id: `Node.js ${process.versions.node} terlalu lama: pasang Node.js 20.19 atau lebih baru`,
    en: `Node.js ${process.versions.node} is too old: install Node.js 20.19 or newer`,
  });
}

/** Java 17+ runs the embedded engine. */
export function requireJava() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const answer = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const remedy = {
    id: 'pasang JRE 17 atau lebih baru (Debian/Ubuntu: apt-get install openjdk-17-jre-headless), atau isi ENGINE_URL',
    en: 'install a JRE 17 or newer (Debian/Ubuntu: apt-get install openjdk-17-jre-headless), or set ENGINE_URL',
  };
  if (answer.error || answer.status !== 0) {
    refuse({ id: `Java tidak ditemukan: ${remedy.id}`, en: `Java was not found: ${remedy.en}` });
  }
  // `openjdk version "17.0.15"`; before Java 9 it was `java version "1.8.0_402"`.
  const [, first = '0', second = '0'] =
    /version "(\d+)(?:\.(\d+))?/.exec(answer.stderr + answer.stdout) ?? [];
  const major = Number(first === '1' ? second : first);
  if (major >= 17) return;
  refuse({ id: `Java ${major} terlalu lama: ${remedy.id}`, en: `Java ${major} is too old: ${remedy.en}` });
}

/** Maven fetches the engine's jars, once: no need of it when they are there. */
export function requireMaven(engineCache) {
  const fetched =
    existsSync(engineCache) && readdirSync(engineCache).some((name) => name.startsWith('operaton-'));
  if (fetched) return;
  const answer = spawnSync('mvn', ['-v'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (!answer.error && answer.status === 0) return;
  refuse({
    id: 'Maven (mvn) tidak ditemukan: pasang Maven 3.6 atau lebih baru (Debian/Ubuntu: apt-get install maven), atau isi ENGINE_URL',
    en: 'Maven (mvn) was not found: install Maven 3.6 or newer (Debian/Ubuntu: apt-get install maven), or set ENGINE_URL',
  });
}

/** Says so before the long work when somebody else has the port. The launcher looks again. */
export async function requirePort(port) {
  const taken = await new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
  if (!taken) return;
  refuse({
    id: `port ${port} sedang dipakai program lain; hentikan program itu atau pilih port lain`,
    en: `port ${port} is taken by another program; stop it or choose another one: PORT=${port + 100} npm start`,
  });
}
