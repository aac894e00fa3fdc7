import { readFile } from 'node:fs/promises';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const PARSER = '@formatjs/icu-messageformat-parser';
const MESSAGES = /[\\/]web[\\/]messages[\\/]\w+\.json$/;

/** Messages are parsed here, once, instead of in every browser at every start; the parser (12 kB gzipped) stays at home. */
export const parsedMessages = (): Plugin => ({
  name: 'kinga:parsed-messages',
  apply: (_, { command }) => command === 'build',
  enforce: 'pre',
  config: () => ({ resolve: { alias: { [PARSER]: `${PARSER}/no-parser.js` } } }),
  async load(id) {
    if (!MESSAGES.test(id)) return null;
    const messages = Object.entries<string>(JSON.parse(await readFile(id, 'utf8')));
    const parsed = Object.fromEntries(messages.map(([key, text]) => [key, parse(text, { captureLocation: false })]));
    return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(parsed))})`, moduleType: 'js' };
  },
});
