import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataSource } from '@lampid/db/data-source';
import { demoOfficers } from '@lampid/db/identity/officers';
import { type PrivateJwk, signingKeys } from '@lampid/db/identity/signing-keys';
import type { OfficerAccount } from './generator/protocol.js';

type SignToken = (options: {
  config: { issuer: string; OIDC_AUDIENCE: string };
  key: PrivateJwk;
  username: string;
  lifetimeSeconds: number;
}) => Promise<string>;

type ReadConfig = (env: NodeJS.ProcessEnv) => { issuer: string; OIDC_AUDIENCE: string };

const HOURS = 3600;

const OFFICE = ['operator', 'supervisor', 'verifikator', 'kadis'];

/** Demo officers of these roles (those who report and decide), each with a bearer token as `npm run token` makes them. */
export async function signInOfficers(options: {
  root: string;
  dataSource: DataSource;
  env: Record<string, string>;
  roles?: readonly string[];
}): Promise<OfficerAccount[]> {
  const load = async (file: string): Promise<unknown> =>
    await import(pathToFileURL(join(options.root, 'server', 'dist', file)).href);
  const { signToken } = (await load('identity/bearer.js')) as { signToken: SignToken };
  const { readConfig } = (await load('config.js')) as { readConfig: ReadConfig };
  const config = readConfig(options.env);
  const [key] = await signingKeys(options.dataSource);
  const officers = (await demoOfficers(options.dataSource)).filter(({ role }) =>
    (options.roles ?? OFFICE).includes(role),
  );
  return await Promise.all(
    officers.map(async ({ username, role, areaCode }) => ({
      username,
      role,
      areaCode,
      token: await signToken({ config, key: key!, username, lifetimeSeconds: 12 * HOURS }),
    })),
  );
}
