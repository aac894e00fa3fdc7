import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORDS = /\.(?:m?js|css|svg|html)$/;
/** What fits one packet gains nothing. */
const LEAST = 1_000;

/** Writes each script, sheet and page a second and a third time, compressed as far as goes: once here, not at each request. */
export const smaller = (): Plugin => {
  let folder = '';
  return {
    name: 'kinga:smaller',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = path.resolve(root, build.outDir);
    },
    async closeBundle() {
      const files = (await readdir(folder, { recursive: true })).filter((file) => WORDS.test(file));
      await Promise.all(
        files.map(async (file) => {
          const content = await readFile(path.join(folder, file));
          if (content.length < LEAST) return;
          await Promise.all([
            promisify(gzip)(content, { level: 9 }).then((data) => writeFile(path.join(folder, `${file}.gz`), data)),
            promisify(brotliCompress)(content).then((data) => writeFile(path.join(folder, `${file}.br`), data)),
          ]);
        }),
      );
    },
  };
};
