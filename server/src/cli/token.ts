/**
 * `npm run token -- USER`: a bearer token for a demo account, on standard output. Signed with this installation's own key, so only the
 * embedded issuer's tokens and only demo data can be had that way.
 */
import { createDataSource } from '@lampid/db/data-source';
import { findOfficer } from '@lampid/db/identity/officers';
import { signingKeys } from '@lampid/db/identity/signing-keys';
import { environmentOfRunningStack, readConfig } from '../config.js';
import { signToken } from '../identity/bearer.js';

const TWELVE_HOURS = 12 * 3600;

async function tokenFor(username: string | undefined): Promise<string> {
  if (!username) throw new Error('usage: npm run token -- USER (for example operator.dago)');
  const config = readConfig(environmentOfRunningStack(process.env));
  if (!config.DEMO || !config.embeddedIssuer)
    throw new Error('tokens are made for demo accounts of the embedded issuer only');
  const db = await createDataSource({
    url: config.DATABASE_URL,
    poolSize: 2,
    applicationName: 'lampid-token',
  });
  try {
    const officer = await findOfficer(db, username);
    if (!officer?.demo) throw new Error(`no demo account ${username}`);
    const [key] = await signingKeys(db);
    return await signToken({ config, key: key!, username, lifetimeSeconds: TWELVE_HOURS });
  } finally {
    await db.destroy();
  }
}

try {
  console.log(await tokenFor(process.argv[2]));
} catch (error) {
  console.error(`token: ${(error as Error).message}`);
  process.exitCode = 1;
}
