import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { shellFiles } from './service-worker/shell-files.js';

/** Address of a running server for `vite` (development only); the product serves `dist` from the server itself. */
const server = process.env['LAMPID_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), shellFiles()],
  // form-js-editor brings a preact of its own beside the one that the properties panel hooks into: two would not see each other.
  resolve: { conditions: ['source', ...defaultClientConditions], dedupe: ['preact'] },
  build: {
    target: 'es2022',
    // The lazily loaded form and diagram viewers are single libraries of this size; splitting them gains nothing.
    chunkSizeWarningLimit: 900,
    sourcemap: false,
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'service-worker/service-worker.ts' },
      output: {
        // A service worker rules over the paths below its own, and its name must stay.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // What every page needs comes as one file: as forty small ones a tenth of the first load would be heads.
            {
              name: 'first',
              tags: ['$initial'],
              test: (id) => !id.includes('/service-worker/'),
              priority: 2,
            },
            // So does what most begin at after their sign-in, with all that it needs beside.
            { name: 'tasks-page', test: /features\/tasks\/components\/tasks-page\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server, '/auth': server, '/oidc': server } },
});
