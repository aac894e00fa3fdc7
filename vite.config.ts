import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * React Aria ships its own words in some thirty languages; the pages speak three, so the others become empty modules.
 * Saves about 40 kB gzipped of the room's shell.
 */
const onlyOurLanguages = (): Plugin => {
  const locale = /[\\/](?:react-aria|react-stately|react-aria-components|@react-aria[\\/][^\\/]+)[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.mjs$/;
  const kept = new Set(['en-US', 'fr-FR', 'ar-AE']);
  return {
    name: 'kinga:only-our-languages',
    load(id) {
      const found = locale.exec(id);
      return found?.[1] && !kept.has(found[1]) ? 'export default {};' : null;
    },
  };
};

/** The server that answers `/api` while the pages are developed (`KINGA_API`, default: the port of `npm run demo`). */
const api = process.env.KINGA_API ?? 'http://127.0.0.1:4310';

export default defineConfig({
  root: 'web',
  plugins: [react(), onlyOurLanguages()],
  server: { host: '127.0.0.1', port: 4311, proxy: { '/api': { target: api, changeOrigin: true } } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A data: URL in a stylesheet or worker would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'map', test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
