import type { Plugin } from 'vite';

const LOCALE = /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.mjs$/;
const KEPT = new Set(['en-US', 'fr-FR', 'ar-AE']);

/**
 * React Aria ships its own words in some thirty languages; the pages speak three, so the others become empty modules.
 * Saves about 40 kB gzipped of the room's shell.
 */
export const onlyOurLanguages = (): Plugin => ({
  name: 'kinga:only-our-languages',
  load(id) {
    const locale = LOCALE.exec(id)?.[1];
    return locale && !KEPT.has(locale) ? 'export default {};' : null;
  },
});
