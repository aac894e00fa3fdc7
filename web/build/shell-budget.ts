import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** Scripts that must have arrived before the room can be used: its own, the entry's, and one language's messages. */
const NEEDED = ['/web/main.tsx', '/web/pages/room/room.tsx', '/web/messages/en.json'];

/**
 * Adds up what a browser downloads before the room works on its list, without the map and the fonts, and fails the
 * build when that is over budget: on 1 Mbit/s every 100 kB are a second.
 * @param kilobytes gzipped, scripts and styles together
 */
export const shellBudget = (kilobytes: number): Plugin => ({
  name: 'kinga:shell-budget',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = filesOfShell(bundle);
      const size = [...files].reduce((sum, file) => sum + gzipSync(contentOf(bundle, file)).length, 0) / 1000;
      const words = `The room's shell is ${size.toFixed(1)} kB gzipped in ${files.size} files; its budget is ${kilobytes} kB.`;
      if (size > kilobytes) this.error(words);
      this.info(words);
    },
  },
});

/** The chunks of the shell, what they import statically, and their stylesheets. */
function filesOfShell(bundle: Bundle): Set<string> {
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || files.has(name)) return;
    files.add(name);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(sheet);
    for (const imported of chunk.imports) add(imported);
  };
  for (const source of NEEDED) {
    const chunk = Object.values(bundle).find(
      (c) => c.type === 'chunk' && c.moduleIds.some((id) => id.endsWith(source)),
    );
    if (!chunk) throw new Error(`No chunk holds ${source}: the budget of the room's shell would be measured wrong.`);
    add(chunk.fileName);
  }
  return files;
}

function contentOf(bundle: Bundle, file: string): string | Uint8Array {
  const part = bundle[file];
  return part?.type === 'chunk' ? part.code : (part?.source ?? '');
}
