import { provideStack } from './own-stack.js';

export default async function setup(): Promise<() => Promise<void>> {
  return await provideStack('all');
}
