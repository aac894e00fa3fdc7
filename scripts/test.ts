/**
 * `npm test [-- filter …]`: every test there is — rooms, house, browser, short campaigns. The last line is
 * `N passed, N failed` and, if any were, `, N skipped`; the status says the same.
 */
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { ensureChromium, NO_CHROMIUM } from './chromium.ts';
import { inWords, tally } from './tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const chromium = ensureChromium();
if (chromium) process.env.CHROMIUM_PATH = chromium;
else console.error(NO_CHROMIUM);

const vitest = await startVitest(process.argv.slice(2), { root, run: true, watch: false });
const total = tally(vitest.state.getTestModules(), vitest.state.getUnhandledErrors().length);
await vitest.close();
const nothing = total.passed + total.failed === 0;
if (nothing) console.error('No test was found.');
console.log(inWords(total));
process.exit(total.failed > 0 || nothing ? 1 : 0);
