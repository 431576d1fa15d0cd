import { expect, it } from 'vitest';
import { readSimulatorConfig } from './config.js';

it('calls other cities’ endpoints where the callbacks go, unless told otherwise', () => {
  const env = { SIAK_SECRET: 'long-enough', SIAK_CALLBACK_URL: 'http://127.0.0.1:3999/api/v1/inbound/siak' };
  expect(readSimulatorConfig(env)).toMatchObject({
    cityUrl: 'http://127.0.0.1:3999',
    memoryFile: null,
    city: '32.73',
  });
  expect(readSimulatorConfig({ ...env, CITY_URL: 'http://server:3000/' }).cityUrl).toBe('http://server:3000');
  expect(readSimulatorConfig({ ...env, DATA_DIR: '/data' }).memoryFile).toBe('/data/simulator/memory.jsonl');
});

it('names every bad variable in one line', () => {
  expect(() => readSimulatorConfig({ PORT: '70000', CITY: 'Bandung' })).toThrow(
    /^simulator configuration: (?=.*PORT: )(?=.*SIAK_SECRET: )(?=.*CITY: )[^\n]*$/,
  );
});
