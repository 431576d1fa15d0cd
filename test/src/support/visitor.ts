import { request as httpRequest } from 'node:http';
import supertest from 'supertest';
import { testStack } from './stack.js';

interface Cookie {
  origin: string;
  name: string;
  value: string;
  path: string;
}

/**
 * A browser without a page: keeps cookies by origin and path and follows redirects, but only to sites that it may visit: its
 * own (default: the stack's) and those named in `elsewhere`, such as a foreign issuer.
 */
export class Visitor {
  readonly #site: string;
  readonly #allowed: Set<string>;
  #cookies: Cookie[] = [];

  constructor({ site = testStack().baseUrl, elsewhere = [] as string[] } = {}) {
    this.#site = site;
    this.#allowed = new Set([site, ...elsewhere].map((address) => new URL(address).origin));
  }

  async get(address: string): Promise<{ status: number; url: string; text: string }> {
    let url = new URL(address, this.#site);
    for (let hops = 0; hops < 12; hops++) {
      const answer = await this.#send('GET', url);
      if (!answer.location) return { status: answer.status, url: url.pathname, text: answer.text };
      url = new URL(answer.location, url);
      if (!this.#allowed.has(url.origin)) throw new Error(`led away to ${url.origin}`);
    }
    throw new Error('redirected in circles');
  }

  async post(address: string, options: { form?: string; headers?: Record<string, string> } = {}) {
    const url = new URL(address, this.#site);
    const answer = await this.#send('POST', url, options);
    return answer.location ? this.get(new URL(answer.location, url).href) : { ...answer, url: url.pathname };
  }

  /** supertest on the own site, with the cookies that a call of the API would carry. */
  api() {
    return supertest.agent(this.#site).set('cookie', this.cookieHeader('/api'));
  }

  cookieHeader(path: string, origin = new URL(this.#site).origin): string {
    const fitting = this.#cookies.filter(
      (cookie) => cookie.origin === origin && path.startsWith(cookie.path),
    );
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  #send(
    method: string,
    url: URL,
    options: { form?: string; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; location: string | undefined; text: string }> {
    const headers = {
      cookie: this.cookieHeader(url.pathname, url.origin),
      ...(options.form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...options.headers,
    };
    return new Promise((resolve, reject) => {
      const call = httpRequest(url, { method, headers }, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) this.#keep(url.origin, line);
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode!, location: response.headers.location, text }),
        );
      });
      call.on('error', reject);
      call.end(options.form);
    });
  }

  #keep(origin: string, line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((attribute) => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    this.#cookies = this.#cookies.filter(
      (cookie) => cookie.origin !== origin || cookie.name !== name || cookie.path !== path,
    );
    const gone = attributes.some((attribute) => /^expires=Thu, 01 Jan 1970/i.test(attribute));
    if (!gone) this.#cookies.push({ origin, name, value, path });
  }
}
