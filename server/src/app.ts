/** The HTTP face as one express application. It listens to nothing by itself: `main.ts` and tests do that. */
import express, { type Express } from 'express';
import type { Server } from 'node:http';
import swaggerUi from 'swagger-ui-express';
import type { Deps } from './deps.js';
import { apiHeaders } from './http/api-headers.js';
import { compressed } from './http/compressed.js';
import { mountRoutes } from './http/mount-routes.js';
import { openApiDocument } from './http/openapi.js';
import { probeRoutes } from './http/probes.js';
import { problemHandler, unknownRoute } from './http/problem-handler.js';
import { requestLog } from './http/request-log.js';
import { securityHeaders, siteRoutes } from './http/site.js';
import { createBearerTokens } from './identity/bearer.js';
import { createCallerResolver } from './identity/caller.js';
import { interactionRoutes } from './identity/interaction.js';
import { createIssuer } from './identity/issuer.js';
import { tokenLimit } from './identity/machine-keys/token-limit.js';
import { OfficerCache } from './identity/officer-cache.js';
import { createSessions, hasSessionCookie } from './identity/session.js';
import { signInRoutes } from './identity/sign-in.js';
import { allRoutes } from './routes.js';

export interface App {
  express: Express;
  /** Ends the connections that only the app holds. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Where the process listens, known once it does: the embedded issuer is asked there. Default `config.PORT`. */
  ownPort?: () => number;
}

export function createApp(deps: Deps, options: AppOptions = {}): App {
  const { config, log, metrics } = deps;
  const serves = (name: (typeof config.SERVICES)[number]) => config.SERVICES.includes(name);
  const officers = new OfficerCache(deps);
  const bearer = createBearerTokens(config, deps.keys);
  const callers = createCallerResolver({ officers, bearer, publicUrl: config.PUBLIC_URL });
  const sessions = createSessions({ config, log });
  const routes = allRoutes(deps, officers);

  const app = express();
  app.disable('x-powered-by').set('trust proxy', config.TRUSTED_PROXIES).set('etag', false);
  app.use(requestLog({ log, durations: metrics.requests }));
  app.use(probeRoutes(deps));

  if (serves('identity')) {
    app.use('/auth', securityHeaders, sessions.middleware);
    if (config.embeddedIssuer) {
      const issuer = createIssuer({ config, db: deps.db, keys: deps.keys, log });
      app.use('/oidc/token', tokenLimit());
      app.use('/oidc', issuer.callback());
      app.use(interactionRoutes({ issuer, db: deps.db }));
    }
    app.use(signInRoutes({ config, officers, ownPort: options.ownPort ?? (() => config.PORT), log }));
  }

  const document = openApiDocument({
    routes,
    events: [...deps.events.values()].map((event) => event.definition),
    publicUrl: config.PUBLIC_URL,
  });
  app.use('/api', apiHeaders, compressed());
  app.get('/api/openapi.json', (_, response) => {
    response.json(document);
  });
  app.use(
    '/api/docs',
    securityHeaders,
    swaggerUi.serve,
    swaggerUi.setup(document, { customSiteTitle: 'e-LAMPID API' }),
  );

  // A session costs a look into the database: only callers who bring the cookie pay for it.
  app.use('/api', (request, response, next) =>
    hasSessionCookie(request) && !request.headers.authorization
      ? sessions.middleware(request, response, next)
      : next(),
  );
  const mounted = routes.filter((route) => serves(route.service));
  app.use(mountRoutes({ routes: mounted, callers, checkReplies: config.CHECK_REPLIES }));
  app.use(['/api', '/problems'], unknownRoute);

  if (serves('site')) app.use(securityHeaders, siteRoutes());
  app.use(unknownRoute);
  app.use(problemHandler(log));
  return { express: app, close: () => sessions.close() };
}

/** Listens; resolves with the server and its port. */
export function listen(
  app: Express,
  options: { port: number; host: string },
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = app.listen(options.port, options.host, (error?: Error) => {
      if (error) return reject(error);
      resolve({ server, port: (server.address() as { port: number }).port });
    });
    server.keepAliveTimeout = 65_000;
  });
}
