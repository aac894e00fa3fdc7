/**
 * `npm run bench [-- NAME …] [--size 100000,1000000] [--seed N] [--data DIR]`: measures, and writes each result to
 * `bench/RESULTS.md` as soon as it is there; below a hundred thousand records, where nothing is promised, it only prints.
 * Missions that were made for it stay in DIR and are used again. Status 1 when a bar is missed, 2 when there is no such
 * bench.
 */
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { circumstances, markdownTable, writeResult } from '../scripts/results.ts';
import { type Bench, barRow, isMet, type Measured } from './bench.ts';
import { bringingIn } from './import.ts';
import { throughLighthouse } from './lighthouse.ts';
import { waiting } from './lock.ts';
import { readingMandates } from './mandates.ts';
import { mappingGuess } from './mapping.ts';
import { reading } from './reading.ts';
import { shell } from './shell.ts';
import { starting } from './start.ts';

/** The smallest size for which anything is promised. */
const PROMISED = 100_000;
const BENCHES: Record<string, Bench> = {
  ...{ shell, start: starting, reading, import: bringingIn, lock: waiting },
  ...{ lighthouse: throughLighthouse, mapping: mappingGuess, mandates: readingMandates },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '100000,1000000' },
    seed: { type: 'string', default: '7' },
    data: { type: 'string', default: path.join(os.tmpdir(), 'kinga-bench') },
  },
});
const sizes = values.size.split(',').map(Number);
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
if (
  names.some((name) => !(name in BENCHES)) ||
  !sizes.every((n) => Number.isSafeInteger(n) && n >= 100) ||
  !/^\d{1,9}$/.test(values.seed)
) {
  console.error('npm run bench [-- NAME …] [--size 100000,1000000] [--seed N] [--data DIR], where a name is one of:');
  for (const [name, { title }] of Object.entries(BENCHES)) console.error(`  ${name}  ${title}`);
  process.exit(2);
}

await mkdir(values.data, { recursive: true, mode: 0o711 });
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) continue;
  for (const size of bench.sized ? sizes : sizes.slice(0, 1)) await measure(name, bench, size);
}

async function measure(name: string, bench: Bench, size: number): Promise<void> {
  const of = bench.sized ? ` at ${size.toLocaleString('en')} records` : '';
  console.error(`${name}${of} …`);
  const begun = performance.now();
  const measured = await bench.run({
    size,
    seed: Number(values.seed),
    folder: values.data,
    say: (progress) => console.error(`${name}: ${progress}`),
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  const command = `npm run bench -- ${name}${bench.sized ? ` --size ${size} --seed ${values.seed}` : ''}`;
  const text = section(measured, command, seconds);
  if (size >= PROMISED) await writeResult(`${bench.title}${of}`, text);
  else console.error(text);
  const missed = measured.bars.filter((bar) => !isMet(bar));
  console.log(`${name}${of}: ${missed.length === 0 ? 'met' : 'not met'} (${seconds} s)`);
  for (const bar of missed) console.log(`  ${barRow(bar).slice(0, 3).join(' | ')}`);
  if (missed.length > 0) process.exitCode = 1;
}

function section({ bars, tables, notes }: Measured, command: string, seconds: number): string {
  const met = bars.every(isMet);
  return [
    `**${met ? 'Met' : 'Not met'}**, ${circumstances(seconds)}.`,
    `\`${command}\``,
    markdownTable(['promised', 'measured', 'bar', 'met'], bars.map(barRow)),
    ...tables.map(({ head, rows }) => markdownTable(head, rows)),
    ...notes,
  ].join('\n\n');
}
