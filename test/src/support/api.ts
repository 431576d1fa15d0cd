import supertest from 'supertest';
import { testStack } from './stack.js';
import { type DemoUser, getToken } from './token.js';

/** supertest on the running server, without a sign-in. */
export function anonymous() {
  return supertest(testStack().baseUrl);
}

/** supertest on the running server, signed in as a demo account by bearer token. */
export async function as(user: DemoUser) {
  const token = await getToken(user);
  return supertest.agent(testStack().baseUrl).set('authorization', `Bearer ${token}`);
}
