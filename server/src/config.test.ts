import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SERVICE_NAMES } from './config.js';

const env = {
  DATABASE_URL: 'postgres://lampid:x@127.0.0.1:5432/lampid',
  ENGINE_URL: 'http://127.0.0.1:8080/engine-rest',
  ENGINE_USER: 'lampid',
  ENGINE_PASSWORD: 'x',
  ENGINE_DATABASE_URL: 'postgres://engine:x@127.0.0.1:5432/engine',
  SESSION_SECRET: 'sixteen characters',
  OIDC_CLIENT_SECRET: 'x',
  DUKCAPIL_URL: 'http://127.0.0.1:13010',
  SIAK_SECRET: 'eight chars',
};

const peers = (secrets: Record<string, string>) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(secrets).map(([city, secret]) => [city, { url: 'https://x.example', secret }]),
    ),
  );

describe('configuration', () => {
  it('fills in what a demo on one machine needs', () => {
    const config = readConfig({ ...env, PUBLIC_URL: 'http://localhost:3000/', PORT: '' });
    expect(config).toMatchObject({ PORT: 3000, CITY: '32.73', DEMO: true, embeddedIssuer: true });
    expect(config.issuer).toBe('http://localhost:3000/oidc');
    expect(config.SERVICES).toEqual(SERVICE_NAMES);
  });

  it('a foreign issuer takes the place of ours', () => {
    const config = readConfig({ ...env, DEMO: '0', OIDC_ISSUER: 'https://login.example/realms/lampid' });
    expect(config).toMatchObject({ issuer: 'https://login.example/realms/lampid', embeddedIssuer: false });
  });

  it.each([
    ['a missing database', { DATABASE_URL: '' }, 'DATABASE_URL'],
    ['a port that is none', { PORT: 'http' }, 'PORT'],
    ['a city that is none', { CITY: 'Bandung' }, 'CITY: must look like 32.73'],
    ['an unknown service', { SERVICES: 'relay,coffee' }, 'unknown service coffee'],
    ['no demo and no issuer', { DEMO: '0' }, 'DEMO=0 needs OIDC_ISSUER'],
    ['peers that are no JSON', { CITY_PEERS: '32.77' }, 'CITY_PEERS: must be JSON'],
    [
      'two peers with one secret',
      { CITY_PEERS: peers({ '32.77': 'sixteen characters', '32.04': 'sixteen characters' }) },
      'a secret of its own',
    ],
    [
      'a peer that speaks as SIAK',
      { SIAK_SECRET: 'sixteen characters', CITY_PEERS: peers({ '32.77': 'sixteen characters' }) },
      'none with the secret of SIAK',
    ],
    [
      'a peer that we are ourselves',
      { CITY_PEERS: peers({ '32.73': 'sixteen characters' }) },
      'other cities',
    ],
    ['a peer without an address', { CITY_PEERS: '{"32.77":{"secret":"sixteen characters"}}' }, '32.77.url'],
    ['a secret that is too short', { SESSION_SECRET: 'x' }, 'SESSION_SECRET'],
  ])('%s stops the start with one line that names it', (_, change, line) => {
    const read = () => readConfig({ ...env, ...change });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(line);
    expect(read).not.toThrow('\n');
  });

  it('SERVICES picks contexts and loops', () => {
    expect(readConfig({ ...env, SERVICES: 'relay, projector' }).SERVICES).toEqual(['relay', 'projector']);
  });
});
