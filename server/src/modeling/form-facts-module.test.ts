import { findEvents } from '@lampid/processes/find-events';
import { expect, it } from 'vitest';
import { formFactsModule } from './form-facts-module.js';

/** A desk loads it with each kind of form: the schema library alone would be thirty times this. */
const MOST_BYTES = 20_000;

it('the facts of every event type come to the desk alone, without what the server judges by', async () => {
  const types = (await findEvents()).filter(({ formFacts }) => formFacts !== null);
  expect(types.length).toBeGreaterThanOrEqual(6);
  for (const { definition, formFacts } of types) {
    const { code, hash } = await formFactsModule(formFacts!);
    expect(code.length, definition.id).toBeLessThan(MOST_BYTES);
    expect(code, definition.id).toMatch(/export\s*\{\s*\w+ as formFacts\s*\}/);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  }
});
