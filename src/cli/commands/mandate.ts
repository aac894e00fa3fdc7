import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { numberingOf, type Reading, readMandate, readNamed, symbolOfName, textsOf } from '../../mandates/index.ts';
import { note, readableFile } from '../context.ts';

export function mandateCommand(): Command {
  const mandate = new Command('mandate').description('Resolutions and other mandates, read into provisions');
  mandate
    .command('read')
    .description('Read one text: every paragraph with its verb, tasks, means and references, on exact words')
    .argument('<file>')
    .option('--json', 'the whole reading, as JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const text = await readFile(await readableFile(file), 'utf8');
      const read = readMandate(text);
      const reading = { ...read, symbol: read.symbol ?? symbolOfName(path.basename(file)) };
      process.stdout.write(options.json ? `${JSON.stringify(reading, null, 1)}\n` : inWords(reading));
    });
  mandate
    .command('corpus')
    .description('Read thousands: a folder of .txt files, or a file with one JSON object a line (.jsonl, .jsonl.gz)')
    .argument('<where...>')
    .requiredOption('--out <file>', 'one reading a line')
    .action(async (where: string[], options: { out: string }) => {
      const found = await Promise.all(where.map(readableFile));
      await readAll(found, options.out);
    });
  return mandate;
}

async function readAll(where: readonly string[], out: string): Promise<void> {
  const file = createWriteStream(out);
  const odd: string[] = [];
  let texts = 0;
  let numbered = 0;
  const started = performance.now();
  for (const one of where) {
    for await (const text of textsOf(one)) {
      const reading = readNamed(text);
      const numbering = numberingOf(reading);
      texts++;
      if (numbering.numbered) numbered++;
      if (numbering.numbered && !numbering.complete) odd.push(`${reading.symbol}: ${numbering.lacks.join(', ')}`);
      if (!file.write(`${JSON.stringify(reading)}\n`)) await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'finish');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  note(
    `${texts} texts in ${seconds} s. ${numbered} number their operative paragraphs; ${numbered - odd.length} are read complete and in order.`,
  );
  for (const line of odd) note(`  ${line}`);
}

/** For reading at a screen. */
function inWords({ symbol, date, chapterVII, missions, paragraphs, annexes, unread }: Reading): string {
  const lines = [
    `${symbol ?? 'No symbol'}, ${date ?? 'no date'}${chapterVII ? ', Chapter VII' : ''}${missions.length > 0 ? `. Speaks of ${missions.join(', ')}` : ''}.`,
    '',
  ];
  for (const { number, verb, addressees, codes, qualifiers, text } of paragraphs) {
    const words = text.replace(/\s+/g, ' ');
    lines.push(`${number}  ${words.length > 160 ? `${words.slice(0, 160)}…` : words}`);
    const marks = [
      ...(verb ? [`${verb}${addressees.length > 0 ? ` → ${addressees.join(', ')}` : ''}`] : []),
      ...codes.map(
        ({ code, modality, tier, confidence }) => `${code} (${modality}${tier ? `, tier ${tier}` : ''}, ${confidence})`,
      ),
      ...qualifiers.map(({ code, value }) => (value === undefined ? code : `${code}: ${value}`)),
    ];
    if (marks.length > 0) lines.push(`    ${marks.join(' · ')}`);
  }
  for (const { title } of annexes) lines.push(`${title}: kept, not read.`);
  for (const { detail, reason } of unread) lines.push(`Not read: ${detail} (${reason}).`);
  return `${lines.join('\n')}\n`;
}
