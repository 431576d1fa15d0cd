import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Address of a running server for `vite` (development only); the product serves `dist` from the server itself. */
const server = process.env['LAMPID_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    // The lazily loaded form and diagram viewers are single libraries of this size; splitting them gains nothing.
    chunkSizeWarningLimit: 900,
    sourcemap: false,
  },
  server: { proxy: { '/api': server, '/auth': server, '/oidc': server } },
});
