/** The room's shell: what a browser downloads before the room works, as the build of the pages reports it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = /shell is ([\d.]+) kB gzipped in (\d+) files/;

export const shell: Bench = {
  title: "The room's shell",
  sized: false,
  async run({ folder }) {
    const out = path.join(folder, 'pages');
    const report = await build(out);
    await rm(out, { recursive: true, force: true });
    const [, kilobytes, files] = REPORT.exec(report) ?? [];
    if (!kilobytes) throw new Error(`The build of the pages does not say how large they are:\n${report.slice(-2000)}`);
    const size = Number(kilobytes);
    return {
      bars: [{ what: 'scripts and styles before the map, gzipped', value: size, atMost: 250, unit: 'kB' }],
      tables: [{ head: ['files', 'seconds at 1 Mbit/s'], rows: [[files ?? '', ((size * 8) / 1000).toFixed(1)]] }],
      notes: [],
    };
  },
};

/** Builds the pages beside the ones in use. A build over its budget fails and says the same. */
async function build(out: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', out, '--emptyOutDir'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  await once(child, 'close');
  return said;
}
