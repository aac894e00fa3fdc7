import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyOurLanguages } from './web/build/only-our-languages.ts';
import { parsedMessages } from './web/build/parsed-messages.ts';
import { shellBudget } from './web/build/shell-budget.ts';
import { smaller } from './web/build/smaller.ts';

/** The server that answers `/api` while the pages are developed: `npm run demo` listens here. */
const api = process.env.KINGA_API ?? 'http://127.0.0.1:4500';

export default defineConfig({
  root: 'web',
  plugins: [react(), onlyOurLanguages(), parsedMessages(), shellBudget(250), smaller()],
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: true } } },
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
      input: {
        index: path.resolve(import.meta.dirname, 'web/index.html'),
        // At the root, since a service worker answers for its own folder and below.
        sw: path.resolve(import.meta.dirname, 'web/line/worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            // Read by the still map, too, which comes without the moving one.
            {
              name: 'tiles',
              test: /node_modules[\\/](@mapbox[\\/](vector-tile|point-geometry)|pbf)[\\/]/,
              priority: 1,
            },
            { name: 'map', test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // Each with all that it rests on: a file is a turn of the line, and sixty small ones were slower than these.
            { name: 'start', test: /[\\/]web[\\/]main\.tsx$/ },
            { name: 'room', test: /[\\/]web[\\/]pages[\\/]room[\\/]room\.tsx$/ },
          ],
        },
      },
    },
  },
});
