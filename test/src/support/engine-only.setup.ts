import { provideStack } from './own-stack.js';

/** PostgreSQL (databases `lampid`, empty, and `engine`) and Operaton; nothing of ours runs beside the test. */
export default async function setup(): Promise<() => Promise<void>> {
  return await provideStack('engine');
}
