/** Who is calling: from the bearer token when there is one, else from the session cookie. */
import type { Request } from 'express';
import { Problem } from '../http/problem.js';
import { groupsOf, type Caller } from './authorize.js';
import type { BearerTokens } from './bearer.js';
import { refuseCrossSite } from './cross-site.js';
import type { OfficerCache } from './officer-cache.js';

export interface CallerResolver {
  /** Null when nobody signed in. @throws Problem 401 for a bad token, 403 for a request of another site */
  find(request: Request): Promise<Caller | null>;
}

export function createCallerResolver(options: {
  officers: OfficerCache;
  bearer: BearerTokens;
  publicUrl: string;
}): CallerResolver {
  const { officers, bearer, publicUrl } = options;

  async function callerOf(username: string, via: Caller['via']): Promise<Caller | null> {
    const officer = await officers.find(username);
    if (!officer) return null;
    const { name, role, areaCode, areaName, rt, rw, residentId, demo, deputising } = officer;
    const person = { username, name, role, areaCode, areaName, rt, rw, residentId };
    return { ...person, groups: groupsOf(officer), deputising, demo, via };
  }

  return {
    async find(request) {
      const token = bearerToken(request);
      if (token !== null) {
        const caller = await callerOf(await bearer.verify(token), 'bearer');
        if (!caller)
          throw new Problem('not-signed-in', { id: 'Petugas tidak dikenal', en: 'Unknown officer' });
        return caller;
      }
      const username = (request.session as { username?: string } | undefined)?.username;
      if (!username) return null;
      refuseCrossSite(request, publicUrl);
      return callerOf(username, 'session');
    },
  };
}

function bearerToken(request: Request): string | null {
  const match = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '');
  return match ? match[1]! : null;
}
