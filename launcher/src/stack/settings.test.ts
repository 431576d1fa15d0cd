import { expect, test } from 'vitest';
import { embeddedParts, readSettings } from './settings.js';

test('without settings everything is embedded', () => {
  const settings = readSettings({ DATABASE_URL: '' });
  expect(settings.PORT).toBe(3000);
  expect(embeddedParts(settings)).toEqual({
    appDatabase: true,
    engineDatabase: true,
    postgres: true,
    engine: true,
    mail: true,
    simulator: true,
  });
});

test('an own database for the application leaves the engine on the embedded one', () => {
  const embedded = embeddedParts(readSettings({ DATABASE_URL: 'postgres://u:p@db.example:5432/lampid' }));
  expect(embedded).toMatchObject({ appDatabase: false, engineDatabase: true, postgres: true, engine: true });
});

test('addresses of everything leave nothing to run but our own processes', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgres://u:p@db.example/lampid',
    ENGINE_URL: 'https://engine.example/engine-rest',
    ENGINE_DATABASE_URL: 'postgres://u:p@db.example/engine',
    SMTP_URL: 'smtp://mail.example',
    DUKCAPIL_URL: 'https://dukcapil.example',
  });
  expect(Object.values(embeddedParts(settings))).toEqual([false, false, false, false, false, false]);
});

test.each([
  [{ PORT: '99999' }, /PORT/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL.*postgres:/],
  [{ ENGINE_URL: 'http://engine.example/engine-rest' }, /ENGINE_DATABASE_URL.*change feed/],
])('%j is refused in one line that names the setting', (env, message) => {
  expect(() => readSettings(env)).toThrow(message);
});
