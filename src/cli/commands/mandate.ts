import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { fieldCard, renderPaper } from '../../briefs/index.ts';
import {
  addMany,
  type CorpusText,
  type ManyChoices,
  numberingOf,
  type Reading,
  readAllAgain,
  readMandate,
  readNamed,
  symbolOfName,
  textOf,
  textsOf,
  type Unreadable,
} from '../../mandates/index.ts';
import type { Installation } from '../../platform/installation.ts';
import { LANGUAGES, LEVELS, MANDATE_KINDS } from '../../vocabulary/codes.ts';
import {
  answer,
  type CommonOptions,
  common,
  note,
  operatorIn,
  progressLine,
  readableFile,
  readablePlace,
  withInstallation,
} from '../context.ts';
import { askCommand } from './mandate-ask.ts';

const WHERE = 'documents, folders of them, or files with one JSON object a line (.jsonl, .jsonl.gz)';

export function mandateCommand(): Command {
  const mandate = new Command('mandate').description('Resolutions and other mandates, read into provisions');
  mandate
    .command('read')
    .description('Read one text: every paragraph with its verb, tasks, means and references, on exact words')
    .argument('<file>')
    .option('--json', 'the whole reading, as JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const { text, notes } = await textOf(await readFile(await readableFile(file)), path.basename(file));
      for (const sentence of notes) note(sentence);
      const read = readMandate(text);
      const reading = { ...read, symbol: read.symbol ?? symbolOfName(path.basename(file)) };
      process.stdout.write(options.json ? `${JSON.stringify(reading, null, 1)}\n` : inWords(reading));
    });
  mandate
    .command('corpus')
    .description('Read thousands, to look at: nothing is kept')
    .argument('<where...>', WHERE)
    .requiredOption('--out <file>', 'one reading a line')
    .action(async (where: string[], options: { out: string }) => {
      await readAll(await Promise.all(where.map(readablePlace)), options.out);
    });
  common(mandate.command('add').description('Keep texts in a mission; the same again adds nothing'))
    .argument('<where...>', WHERE)
    .option('--own', 'they give the mission its mandate; otherwise they are kept for comparison')
    .option('--of <acronym>', 'only those that speak of this mission more than of any other')
    .addOption(new Option('--kind <kind>', 'what they are').choices(MANDATE_KINDS).default('resolution'))
    .addOption(new Option('--level <level>', 'who may read them').choices(LEVELS).default('internal'))
    .option('--mission <slug>', 'the mission, where there are several')
    .action((where: string[], options: AddOptions) =>
      withInstallation(options, (installation) => addAll(installation, where, options)),
    );
  common(
    mandate
      .command('again')
      .description('Read again what older rules have read; what a person confirmed or corrected stays'),
  )
    .option('--mission <slug>', 'the mission, where there are several')
    .action((options: AddOptions) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const read = await readAllAgain(installation.db, who, progressLine('texts read again'));
        answer(options, { read }, [`${read} texts were read by older rules, and are read again.`]);
      }),
    );
  mandate.addCommand(askCommand());
  common(mandate.command('card').description('The field card as a file: what we must, may, may only with, may not'))
    .addOption(new Option('--lang <language>').choices(LANGUAGES).default('en'))
    .addOption(new Option('--format <format>').choices(['pdf', 'docx', 'json']).default('pdf'))
    .requiredOption('--out <file>', 'where to')
    .option('--date <day>', 'the day on which it is to hold')
    .option('--mission <slug>', 'the mission, where there are several')
    .option('--as-of <time>', 'as known on a date or at a ledger line')
    .action((options: CardOptions) => withInstallation(options, (installation) => writeCard(installation, options)));
  return mandate;
}

interface AddOptions extends CommonOptions, Pick<ManyChoices, 'kind' | 'level'> {
  own?: boolean;
  of?: string;
  mission?: string;
}

async function addAll({ db, ...house }: Installation, where: readonly string[], options: AddOptions): Promise<void> {
  const places = await Promise.all(where.map(readablePlace));
  const who = await operatorIn({ db, ...house }, options.mission);
  const { kind, level, own = false, of = null } = options;
  const progress = progressLine('texts read');
  const done = await addMany(db, who, textsIn(places), { kind, level, own, of }, ({ read }) => progress(read, null));
  const { read, added, unchanged, passedOver, refused } = done;
  answer(options, done, [
    `${read} texts read: ${added} added, ${unchanged} there already, ${passedOver} of other missions, ${refused.length} refused.`,
    ...refused.map(({ place, why }) => `  ${place}: ${why}`),
  ]);
  if (refused.length > 0) process.exitCode = 1;
}

async function* textsIn(places: readonly string[]): AsyncGenerator<CorpusText | Unreadable> {
  for (const place of places) yield* textsOf(place);
}

interface CardOptions extends CommonOptions {
  lang: (typeof LANGUAGES)[number];
  format: 'pdf' | 'docx' | 'json';
  out: string;
  date?: string;
  mission?: string;
  asOf?: string;
}

async function writeCard(installation: Installation, options: CardOptions): Promise<void> {
  const who = await operatorIn(installation, options.mission);
  const card = await fieldCard(installation.db, who, {
    language: options.lang,
    ...(options.date ? { date: options.date } : {}),
    ...(options.asOf ? { asOf: options.asOf } : {}),
  });
  const file = path.resolve(options.out);
  await writeFile(file, await renderPaper(card, options.format), { mode: 0o600 });
  answer(options, { file, day: card.day, level: card.level, asOf: card.asOf, unconfirmed: card.unconfirmed }, [
    `Written to ${file}: ${card.sheet.level}, ${card.day}. ${card.unconfirmed} provisions with tasks are not on it: nobody has confirmed them.`,
  ]);
}

async function readAll(where: readonly string[], out: string): Promise<void> {
  const file = createWriteStream(out);
  const odd: string[] = [];
  let texts = 0;
  let numbered = 0;
  const started = performance.now();
  const refused: Unreadable[] = [];
  for await (const text of textsIn(where)) {
    if ('why' in text) {
      refused.push(text);
      continue;
    }
    const reading = readNamed(text);
    const numbering = numberingOf(reading);
    texts++;
    if (numbering.numbered) numbered++;
    if (numbering.numbered && !numbering.complete) odd.push(`${reading.symbol}: ${numbering.lacks.join(', ')}`);
    if (!file.write(`${JSON.stringify(reading)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  note(
    `${texts} texts in ${seconds} s. ${numbered} number their operative paragraphs; ${numbered - odd.length} are read complete and in order.`,
  );
  for (const line of odd) note(`  ${line}`);
  for (const { place, why } of refused) note(`  ${place}: ${why}`);
  if (refused.length > 0) process.exitCode = 1;
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
