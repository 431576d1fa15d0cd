import { createContext, use } from 'react';
import type { Session } from '../api/wire.js';

export const SessionContext = createContext<Session | null>(null);

/** The signed-in officer; only for pages inside the shell. */
export function useOfficer(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useOfficer belongs inside the shell');
  return session;
}
