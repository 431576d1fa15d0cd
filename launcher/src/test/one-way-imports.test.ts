import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

// The rule itself is under test, with the project's own configuration; type-aware rules need a file on the disk.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/await-thenable': 'off',
    },
  },
});

async function complaints(file: string, source: string): Promise<string[]> {
  const code = `import { thing } from '${source}';\nexport const again = thing;\n`;
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return result!.messages.map(({ ruleId }) => ruleId ?? 'parse error');
}

const ONE_WAY = ['boundaries/dependencies'];

test.each([
  ['domain/src/probe.ts', '@lampid/db/kernel/outbox'],
  ['domain/src/probe.ts', '../../processes/src/define-event.js'],
  ['processes/birth/event.ts', '@lampid/db/kernel/outbox'],
  ['processes/src/probe.ts', '@lampid/engine/engine'],
  ['processes/engine/operaton/probe.ts', '@lampid/domain/nik'],
  ['db/src/probe.ts', '@lampid/engine/engine'],
  ['db/src/probe.ts', '@lampid/server/config'],
  ['server/src/probe.ts', '../../workers/src/config.js'],
  ['workers/src/probe.ts', '@lampid/server/config'],
  ['web/src/probe.ts', '@lampid/processes/define-event'],
  ['server/src/probe.ts', '@lampid/launcher/stack/ports'],
])('%s may not import %s', async (file, source) => {
  expect(await complaints(file, source)).toEqual(ONE_WAY);
});

test.each([
  ['processes/birth/event.ts', '@lampid/domain/nik'],
  ['db/src/probe.ts', '@lampid/processes/define-event'],
  ['server/src/probe.ts', '@lampid/engine/engine'],
  ['workers/src/probe.ts', '@lampid/db/kernel/outbox'],
  ['web/src/probe.ts', '@lampid/domain/nik'],
  ['domain/src/probe.ts', 'zod'],
  ['domain/src/probe.ts', 'node:path'],
])('%s may import %s', async (file, source) => {
  expect(await complaints(file, source)).toEqual([]);
});

test('which engine it is, is known in its adapter only', async () => {
  const client = 'camunda-external-task-client-js';
  expect(await complaints('workers/src/probe.ts', client)).toEqual(['no-restricted-imports']);
  expect(await complaints('processes/engine/operaton/probe.ts', client)).toEqual([]);
  expect(await complaints('server/src/probe.ts', '@lampid/engine/operaton/adapter')).toEqual([
    'no-restricted-imports',
  ]);
});
