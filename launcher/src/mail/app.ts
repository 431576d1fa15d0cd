import express, { type Express } from 'express';
import type { CaughtMail, Mailbox } from './mailbox.js';
import { listPage, mailPage } from './page.js';

/**
 * `GET /` and `/mails/{id}` for people; `GET /api/mails[?to=&q=]` -> `{items, received}`, `GET /api/mails/{id}`,
 * `DELETE /api/mails` for tests; `/healthz`, `/metrics`.
 */
export function mailApp(mailbox: Mailbox): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    // A caught mail is somebody else's HTML: it gets no scripts and fetches nothing.
    response.set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
    );
    response.set('cache-control', 'no-store');
    next();
  });
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/metrics', (_request, response) => {
    response.type('text/plain');
    response.send(
      '# HELP mail_received_total Mails taken since the start\n# TYPE mail_received_total counter\n' +
        `mail_received_total ${mailbox.received}\n`,
    );
  });
  app.get('/api/mails', (request, response) => {
    const items = mailbox.list(filterOf(request.query)).map(asJson);
    response.json({ items, received: mailbox.received });
  });
  app.delete('/api/mails', (_request, response) => {
    mailbox.clear();
    response.status(204).end();
  });
  app.get('/api/mails/:id', (request, response) => {
    const mail = mailbox.get(request.params.id);
    if (mail) response.json(asJson(mail));
    else response.status(404).type('application/problem+json').json({ title: 'no such mail', status: 404 });
  });
  app.get('/', (request, response) => {
    const filter = filterOf(request.query);
    response.send(listPage(mailbox.list(filter), filter.q ?? ''));
  });
  app.get('/mails/:id', (request, response) => {
    const mail = mailbox.get(request.params.id);
    if (mail) response.send(mailPage(mail));
    else response.redirect('/');
  });
  app.get('/mails/:id/html', (request, response) => {
    const mail = mailbox.get(request.params.id);
    response.set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    );
    response.type('html').send(mail?.html ?? '');
  });
  app.get('/mails/:id/attachments/:index', (request, response) => {
    const attachment = mailbox.get(request.params.id)?.attachments[Number(request.params.index)];
    if (!attachment) return void response.status(404).end();
    response.attachment(attachment.filename).type(attachment.contentType).send(attachment.content);
  });
  return app;
}

function filterOf(query: Record<string, unknown>): { to?: string; q?: string } {
  return {
    ...(typeof query['to'] === 'string' ? { to: query['to'] } : {}),
    ...(typeof query['q'] === 'string' ? { q: query['q'] } : {}),
  };
}

function asJson(mail: CaughtMail) {
  const attachments = mail.attachments.map(({ filename, contentType, content }, index) => ({
    filename,
    contentType,
    size: content.length,
    href: `/mails/${mail.id}/attachments/${index}`,
  }));
  return { ...mail, attachments };
}
