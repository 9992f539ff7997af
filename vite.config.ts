import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** A browser asks for its worker under one name for ever, and at the root: from there it may stand in front of /s/. */
const WORKER = 'handbook-worker';

/** What the first page of the handbook takes from the screens' own parts. */
const HANDBOOK_PARTS =
  /client[\\/](?:parts[\\/](?:shape|state-mark|person-words|badge-text)|sync[\\/]new-id|own-scripts|text[\\/]time-of-day|styles[\\/]tokens)\./;

/** A build is what ships, also where tests start it: they say NODE_ENV=test, and React would come twice as large. */
const shipping = ({ command }: { readonly command: string }): void => {
  if (command === 'build') process.env['NODE_ENV'] = 'production';
};

/** Zod asks whether it may make code of text; a page of ours may not, and each asking would be reported as an attack. */
const withoutEval: Plugin = {
  name: 'zod-without-eval',
  transform: (code, id) =>
    id.endsWith('zod/v4/core/core.js') ? `globalThis.__zod_globalConfig ??= { jitless: true };\n${code}` : null,
};

const config: UserConfig = {
  plugins: [react(), withoutEval],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // Everything is a file of our own: the content policy allows no data: font and no inline style or script.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: { index: 'index.html', handbook: 'handbook.html', [WORKER]: 'client/handbook/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? `${WORKER}.js` : 'assets/[name]-[hash].js'),
        // What the handbook shares with the screens, by itself: else it carries what the screens have in common.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            { name: 'small-parts', test: HANDBOOK_PARTS },
          ],
        },
      },
    },
  },
};

export default defineConfig((started) => {
  shipping(started);
  return config;
});
