/** The browser's session: a cookie that names a row of `identity.session`, which names the officer. */
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import pg from 'pg';
import type { Config } from '../config.js';
import type { Log } from '../observability/log.js';

export const SESSION_COOKIE = 'lampid.sid';
const EIGHT_HOURS_MS = 8 * 3600 * 1000;

/** What the session holds while somebody is at the issuer, and afterwards. */
declare module 'express-session' {
  interface SessionData {
    username: string;
    idToken: string;
    signIn: { verifier: string; state: string; nonce: string; returnTo: string };
  }
}

export interface Sessions {
  middleware: RequestHandler;
  close(): Promise<void>;
}

export function createSessions(options: { config: Config; log: Log }): Sessions {
  const { config, log } = options;
  // Apart from the data source's pool: a burst of reports must not keep a person from signing in.
  const pool = new pg.Pool({
    connectionString: config.DATABASE_URL,
    max: 4,
    application_name: 'lampid-session',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'session connection lost'));
  const Store = connectPgSimple(session);
  const store = new Store({
    pool,
    schemaName: 'identity',
    tableName: 'session',
    disableTouch: true,
    pruneSessionInterval: 15 * 60,
    errorLog: (...args: unknown[]) =>
      log.warn({ err: args.find((arg) => arg instanceof Error) }, 'session store'),
  });
  const middleware = session({
    name: SESSION_COOKIE,
    secret: config.SESSION_SECRET,
    store,
    resave: false,
    saveUninitialized: false,
    proxy: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.PUBLIC_URL.startsWith('https:'),
      maxAge: EIGHT_HOURS_MS,
      path: '/',
    },
  });
  return {
    middleware,
    async close() {
      void store.close();
      await pool.end();
    },
  };
}

export function hasSessionCookie(request: Request): boolean {
  return request.headers.cookie?.includes(`${SESSION_COOKIE}=`) ?? false;
}

/** A new session id after sign-in, so that one planted before it is worth nothing. */
export function renewSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) =>
    request.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve())),
  );
}

export function saveSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) =>
    request.session.save((error: unknown) => (error ? reject(error as Error) : resolve())),
  );
}

export function endSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) =>
    request.session.destroy((error: unknown) => (error ? reject(error as Error) : resolve())),
  );
}
