import { join } from 'node:path';
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Room -> rooms it may import from. The arrows go one way: domain <- processes <- db <- {server, workers}. */
const MAY_IMPORT = {
  domain: [],
  engine: [],
  processes: ['domain'],
  db: ['domain', 'processes'],
  workers: ['domain', 'processes', 'db', 'engine'],
  server: ['domain', 'processes', 'db', 'engine'],
  web: ['domain'],
  launcher: ['domain', 'processes', 'db', 'engine', 'workers', 'server', 'test'],
  test: ['domain', 'processes', 'db', 'engine', 'workers', 'server', 'launcher'],
};
const folderOf = (room) => (room === 'engine' ? 'processes/engine' : room);

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  from: { element: { type: room } },
  allow: { to: { element: { types: { anyOf: [room, ...others] } } } },
}));

const ENGINES_NAME = {
  selector: 'Literal[value=/^camunda:/]',
  message: "an engine's name: take it from processes/",
};

export default defineConfig([
  globalIgnores([
    ...[
      '**/dist/',
      '**/dist-types/',
      '**/node_modules/',
      '.lampid/',
      '.lampid-bench/',
      '.lampid-test/',
      '.turbo/',
      '**/.turbo/',
    ],
    ...['coverage/', 'test-results/', 'web/public/'],
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A test looks into answers whose shape is what it checks.
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // What TypeScript's own strictness does not see: a promise that nobody waits for loses its error.
    files: ['**/*.{ts,tsx}'],
    ignores: ['*.ts', 'web/vite.config.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs,ts}'],
    ignores: ['web/**'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          name: 'antd',
          importNames: [
            'App',
            'message',
            'notification',
            'Layout',
            'Badge',
            'Result',
            'Spin',
            'Skeleton',
            'Empty',
          ],
          message:
            'the product has its own, far lighter: components/toast, loading-lines, nothing-here, layout/side-menu',
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // The one-way rule between the rooms.
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { [join(import.meta.dirname, 'launcher/lint/workspace-resolver.cjs')]: {} },
      'boundaries/include': Object.keys(MAY_IMPORT).map((room) => `${folderOf(room)}/**/*`),
      'boundaries/elements': Object.keys(MAY_IMPORT).map((room) => ({
        type: room,
        partialMatch: false,
        pattern: folderOf(room),
      })),
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            'imports go one way: domain <- processes <- db <- {server, workers}; see docs/architecture.md',
          policies: [{ allow: { to: { module: { origin: ['external', 'core'] } } } }, ...rooms],
        },
      ],
    },
  },
  {
    // What the engine's extensions are called is for the models' room: the contracts and the lint say it.
    files: ['{domain,db,workers,server,web}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ENGINES_NAME],
    },
  },
  {
    files: ['web/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ENGINES_NAME,
        {
          selector:
            'JSXOpeningElement[name.name=/(Outlined|Filled)$/]:not(:has(JSXAttribute[name.name=/^aria-(hidden|label)$/]))',
          message: 'an icon that says its own name (in English) before the words beside it: aria-hidden',
        },
      ],
    },
  },
  {
    // Nothing outside an adapter's folder knows an engine.
    files: ['**/*.{ts,tsx}'],
    ignores: ['processes/engine/operaton/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'camunda-external-task-client-js',
              message: 'only processes/engine/operaton may know it',
            },
            {
              name: '@lampid/engine/operaton/adapter',
              message: 'connect by @lampid/engine/connect-engine: which engine it is, is decided there',
            },
          ],
        },
      ],
    },
  },
]);
