import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** A customer opens the portal on a phone, with whatever reception there is. Bytes, compressed; 70,000 are promised. */
const SCRIPT_BUDGET = 50_000;

/** Fails the build when the script, every page of it and compressed, grows beyond the budget. */
const scriptBudget = (): Plugin => ({
  name: 'script-budget',
  generateBundle(_options, bundle) {
    const scripts = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
    const bytes = scripts.reduce((sum, code) => sum + gzipSync(code).length, 0);
    if (bytes > SCRIPT_BUDGET)
      this.error(`The portal's script is ${bytes} bytes gzipped; ${SCRIPT_BUDGET} are allowed`);
    this.info(`script, gzipped: ${bytes} of ${SCRIPT_BUDGET} bytes`);
  },
});

/** Relative addresses throughout: the plugin serves the portal under a path that the office chooses. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), scriptBudget()],
  // Written for React and with its types, carried by Preact: less than half of the bytes (docs/decisions/0016-portal-on-preact.md).
  resolve: {
    alias: {
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      react: 'preact/compat',
    },
  },
  build: {
    // Two per cent smaller than the default.
    minify: 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 }, format: { comments: false } },

    outDir: '../dist/portal',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
