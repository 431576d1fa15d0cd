import type { EnginePort } from '@lampid/engine/engine';
import { createOperatonEngine } from '@lampid/engine/operaton/adapter';
import { testStack } from '../src/support/stack.js';

/** The engine of the test stack. Close it when done. */
export async function engineUnderTest(): Promise<EnginePort> {
  const engine = createOperatonEngine(testStack().engine);
  await engine.prepare();
  return engine;
}
