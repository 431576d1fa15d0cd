import { describeEngineContract } from '../contract/engine-contract.js';
import { createOperatonEngine } from './adapter.js';
import { provideStack } from './operaton-stack.js';

describeEngineContract('Operaton', async () => {
  const stack = await provideStack();
  const engine = createOperatonEngine(stack.options);
  await engine.prepare();
  const url = new URL(stack.options.url);
  return {
    engine,
    address: { host: url.hostname, port: Number(url.port) },
    via: ({ host, port }) =>
      createOperatonEngine({ ...stack.options, url: `http://${host}:${port}${url.pathname}` }),
    close: async () => {
      await engine.close();
      await stack.close();
    },
  };
});
