import type { EnginePort } from '@lampid/engine/engine';
import { connectEngine } from '@lampid/engine/connect-engine';
import { testStack } from '../src/support/stack.js';

/** The engine of the test stack. Close it when done. */
export async function engineUnderTest(): Promise<EnginePort> {
  const engine = connectEngine(testStack().engine);
  await engine.prepare();
  return engine;
}
