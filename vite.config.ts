import { readFile } from 'node:fs/promises';
import { parse } from '@formatjs/icu-messageformat-parser';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * React Aria ships its own words in some thirty languages; the pages speak three, so the others become empty modules.
 * Saves about 40 kB gzipped of the room's shell.
 */
const onlyOurLanguages = (): Plugin => {
  const locale = /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.mjs$/;
  const kept = new Set(['en-US', 'fr-FR', 'ar-AE']);
  return {
    name: 'kinga:only-our-languages',
    load(id) {
      const found = locale.exec(id);
      return found?.[1] && !kept.has(found[1]) ? 'export default {};' : null;
    },
  };
};

/**
 * Messages are parsed here, once, instead of in every browser at every start; the parser (12 kB gzipped) stays at home.
 */
const parsedMessages = (): Plugin => ({
  name: 'kinga:parsed-messages',
  apply: (_, { command }) => command === 'build',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' } },
  }),
  async load(id) {
    if (!/[\\/]web[\\/]messages[\\/]\w+\.json$/.test(id)) return null;
    const messages = Object.entries<string>(JSON.parse(await readFile(id, 'utf8')));
    const parsed = Object.fromEntries(messages.map(([key, text]) => [key, parse(text, { captureLocation: false })]));
    return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(parsed))})`, moduleType: 'js' };
  },
});

/** The server that answers `/api` while the pages are developed. */
const api = process.env.KINGA_API ?? 'http://127.0.0.1:4310';

export default defineConfig({
  root: 'web',
  plugins: [react(), onlyOurLanguages(), parsedMessages()],
  server: { host: '127.0.0.1', port: 4311, proxy: { '/api': { target: api, changeOrigin: true } } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A data: URL in a stylesheet or worker would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Only the map is larger, and it comes after the room.
    chunkSizeWarningLimit: 1100,
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
});
