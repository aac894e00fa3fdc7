/** Reading all resolutions at hand: how long it takes, and how far its tasks are those that a person finds. */
import { readFile } from 'node:fs/promises';
import { type Coded, codedIn, examples, invented, RESOLUTIONS } from '../scripts/learning/examples.ts';
import { crossValidated, learnable } from '../scripts/learning/weights.ts';
import { type CorpusText, GIVEN_FROM, numberingOf, readNamed, textsOf } from '../src/mandates/index.ts';
import { sharedData } from '../test/support/data.ts';
import type { Bench, Measured } from './bench.ts';
import { ENOUGH, interval, krippendorff, perCode, scores, short } from './mandates/agreement.ts';
import { KEYWORDS } from './mandates/keywords.ts';

const LEARNT = new URL('../src/mandates/reading/learnt.txt', import.meta.url);

/** As large a share of a thousand paragraphs as ten positives are of four hundred. */
const OFTEN = 25;

/** Files of `bench/mandates` from which nothing was learnt: two codings of each sample, and the agreed one. */
const SAMPLES = [
  'coded-first',
  'coded-second',
  'coded-agreed',
  'held-out-reader1',
  'held-out-reader2',
  'held-out-settled',
  'thousand-reader1',
  'thousand-reader2',
  'unseen-reader1',
  'unseen-reader2',
  'unseen-settled',
  'coded-later',
];

export const readingMandates: Bench = {
  title: 'Mandates: 1,217 resolutions, and 9,500 coded paragraphs',
  sized: false,
  async run({ say }): Promise<Measured> {
    const texts: CorpusText[] = [];
    for (const name of RESOLUTIONS) {
      const file = sharedData(`mandates/${name}`);
      if (!file) throw new Error('The resolutions are not there (../shared/data/mandates).');
      for await (const one of textsOf(file)) if ('text' in one) texts.push(one);
    }
    say('read');
    const times = [0, 1, 2].map(() => timed(() => texts.map(readNamed)));
    const words = timed(() => texts.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0));
    const readings = times[0]?.result ?? [];
    const best = Math.min(...times.map(({ seconds }) => seconds));
    const numberings = readings
      .map((reading) => ({ reading, ...numberingOf(reading) }))
      .filter(({ numbered }) => numbered);
    const whole = numberings.filter(({ complete }) => complete).length;
    const [first, second, agreed, reader, other, heldOut, third, fourth, fifth, sixth, unseen, later] =
      await Promise.all(SAMPLES.map(codedIn));
    const [taught] = (await readFile(LEARNT, 'utf8')).split('\n');
    const paragraphs = new Map(
      readings.flatMap(({ symbol, paragraphs: list }) =>
        list.map((paragraph) => [`${symbol} ${paragraph.number}`, paragraph] as const),
      ),
    );
    const ours = (one: Coded) =>
      new Set(paragraphs.get(`${one.symbol} ${one.number}`)?.codes.map(({ code }) => code as string));
    const naive = (one: Coded) => {
      const text = paragraphs.get(`${one.symbol} ${one.number}`)?.text ?? '';
      return new Set(Object.keys(KEYWORDS).filter((code) => KEYWORDS[code]?.test(text)));
    };
    const [mine, theirs] = [scores(heldOut ?? [], ours), scores(heldOut ?? [], naive)];
    const [mineFirst, theirsFirst] = [scores(agreed ?? [], ours), scores(agreed ?? [], naive)];
    const [mineLater, mineUnseen] = [scores(later ?? [], ours), scores(unseen ?? [], ours)];
    const [low, high] = interval(unseen ?? [], ours);
    say('judging each text by the others');
    const settled = await byOthers();
    const samples = [
      ['held out', heldOut, krippendorff(reader ?? [], other ?? []).toFixed(3)],
      ['the first 200', agreed, krippendorff(first ?? [], second ?? []).toFixed(3)],
      ['the same, a day later', later, krippendorff(agreed ?? [], later ?? []).toFixed(3)],
      ['unseen', unseen, krippendorff(fifth ?? [], sixth ?? []).toFixed(3)],
      ['all three together', [...(heldOut ?? []), ...(agreed ?? []), ...(unseen ?? [])], ''],
    ] as const;
    const cross = scores(settled.coded, settled.judged);
    return {
      bars: [
        { what: 'all texts read, processor seconds (best of three)', value: best, atMost: 4, unit: 's' },
        {
          what: `macro-F1 over the ${mineFirst.enough.length} codes with at least ${ENOUGH} positives of the first 200`,
          value: mineFirst.macro,
          atLeast: 0.85,
          unit: '',
        },
        {
          what: `the same over the ${mineLater.enough.length} codes of their coding a day later`,
          value: mineLater.macro,
          atLeast: 0.85,
          unit: '',
        },
        {
          what: `our own bar: the same over the ${mine.enough.length} codes of 300 held out`,
          value: mine.macro,
          atLeast: 0.85,
          unit: '',
        },
        {
          what: `our own bar: the same over the ${mineUnseen.enough.length} codes of 400 unseen`,
          value: mineUnseen.macro,
          atLeast: 0.85,
          unit: '',
        },
        {
          what: 'texts with their own numbers whose operative numbering is complete and in order',
          value: whole / numberings.length,
          atLeast: 0.95,
          unit: '',
        },
      ],
      tables: [
        {
          head: ['compared', 'ours', 'a word list a code', 'ratio'],
          rows: [
            ['macro-F1', mine.macro.toFixed(3), theirs.macro.toFixed(3), (mine.macro / theirs.macro).toFixed(2)],
            [
              'micro-F1, all codes',
              mine.micro.toFixed(3),
              theirs.micro.toFixed(3),
              (mine.micro / theirs.micro).toFixed(2),
            ],
            [
              'seconds, beside counting the words of the same texts',
              best.toFixed(2),
              words.seconds.toFixed(2),
              (best / words.seconds).toFixed(0),
            ],
          ],
        },
        perCode('code, 300 held out', mine.codes, theirs),
        perCode('code, first 200', mineFirst.enough, theirsFirst),
        perCode('code, first 200 a day later', mineLater.enough, scores(later ?? [], naive)),
        perCode('code, 400 unseen', mineUnseen.enough, scores(unseen ?? [], naive)),
        perCode('code, judged by what other texts taught', cross.enough, null),
        {
          head: ['sample', 'paragraphs', 'codes with enough positives', 'macro-F1', 'micro-F1', 'alpha of two codings'],
          rows: samples.map(([name, coded, alpha]) => {
            const { enough, macro, micro } = scores(coded ?? [], ours);
            return [name, String(coded?.length), String(enough.length), macro.toFixed(3), micro.toFixed(3), alpha];
          }),
        },
        {
          head: [
            'judged by what other texts taught',
            'paragraphs',
            'codes',
            'macro-F1',
            'micro-F1',
            'alpha of two codings',
          ],
          rows: [OFTEN, ENOUGH].map((least) => {
            const codes = cross.codes.filter(({ positives }) => positives >= least);
            const macro = codes.reduce((sum, { f1 }) => sum + f1, 0) / codes.length;
            const alpha = krippendorff(third ?? [], fourth ?? []).toFixed(3);
            return [
              `codes with at least ${least} positives`,
              String(settled.coded.length),
              String(codes.length),
              macro.toFixed(3),
              cross.micro.toFixed(3),
              alpha,
            ];
          }),
        },
      ],
      notes: [
        "Alpha is Krippendorff's (nominal, present or absent, every code of every paragraph). The first 200 were coded twice by whoever wrote the rules, within an hour, before the rules were tuned; a day later a reader who had the codebook and nothing else coded them again (“a day later”: alpha with the first coding, and the coder held against that reading). The 300 held out and the 400 unseen were read by two such readers each; where they differed (19 codes; 29 paragraphs) whoever wrote the rules settled the 300 by the codebook, a third reader, who did not know which they were, the 400 by majority. All readers but the first are language models of one make: they agree more than two people would.",
        'Operative paragraphs without items. First: 140 by chance from texts since 1998 that set or extend a mandate, 60 from all others (seed 7). Held out: 210 and 90 (seed 8). Unseen: 280 and 120 (seed 20), of what had not measured before nor has the very words of it; 308 of them had taught until then, and no longer do. None from texts gone through by hand.',
        `Learnt (\`npm run learn\`): ${taught}. The real ones are 600 (seed 9), 2,400 by chance and 5,899 more (seeds 10, 11 and 12: all that were left of texts that set a mandate, then those with a word of some field, then those that the coder took for something), each read by such a reader, 1,912 of them by a second and 2,174 of the hardest by one more, who knew neither; 1,000 of those by chance read twice and settled; and four texts gone through by hand. What most readings say teaches; where they are even it does not. No paragraph of the three samples is among them, nor any with the very same words. The invented ones were written by language models: half of them by the codebook alone (fields in which there are few, and near misses), the others by the readers of those 2,174 in other words. They measure nothing, and none has nine words in a row of a paragraph that does.`,
        `Judged by what other texts taught: of the 2,400 by chance 1,000 (seed 13), read by two readers, what they differ on (71 paragraphs) read by a third and settled by the majority; ${settled.coded.length} have no words of a paragraph held out. Five folds over texts: no text is judged by what itself taught, though other texts may have the very same paragraph, as new texts do. Most choices (what is heard, from where on a task is given) were made by it, which flatters it a little.`,
        `What was promised is of the 200; the other bars are our own: the 300 (${mine.macro.toFixed(3)}) and the 400 (${mineUnseen.macro.toFixed(3)}) are the better guess of how it does with a new text. The 400 have a 90 % interval of ${low.toFixed(2)} to ${high.toFixed(2)} (1,000 bootstrap samples of the paragraphs, seed 1), the others a wider one, so that no sample can tell 0.84 from 0.86. The 200 and the 300 had been looked at some twenty times while the coder was made and moved between 0.81 and 0.86; the 400 were looked at three times: before and after the paragraphs in other words, and once more with 138 on alerts, health and civil society, which were written because of one paragraph of the demonstration (0.839, 0.848, 0.848); nothing was chosen by them. Two of eight writers of an earlier round of invented paragraphs had looked up doubtful cases where held-out ones stood with their codes: what they wrote (533 of 2,008) is gone, and was written anew by others who saw the codebook and nothing else. With rules alone the 300 had 0.753, the 200 0.806.`,
        `Codes that fall short of 0.85 with enough positives: ${[
          `first 200: ${short(mineFirst.enough)}`,
          `a day later: ${short(mineLater.enough)}`,
          `300 held out: ${short(mine.enough)}`,
          `400 unseen: ${short(mineUnseen.enough)}`,
        ].join('; ')}. Below ${ENOUGH} positives a figure of one code says little.`,
        `${numberings.length} of ${readings.length} texts number their operative paragraphs; ${whole} are read complete and in order. The rest, whose scans lost a number or whose first words have none: ${numberings
          .filter(({ complete }) => !complete)
          .map(({ reading }) => reading.symbol?.slice(6))
          .join('; ')}.`,
      ],
    };
  },
};

/** The paragraphs that were read twice and settled, and what the coder gives each that was taught by other texts only. */
async function byOthers(): Promise<{ coded: Coded[]; judged: (one: Coded) => ReadonlySet<string> }> {
  const { taught } = await examples();
  const given = new Map(taught.map(({ symbol, number }) => [`${symbol} ${number}`, new Set<string>()]));
  for (const [code, judged] of crossValidated(taught, learnable(taught), await invented())) {
    taught.forEach(({ symbol, number }, i) => {
      if ((judged[i] as number) >= GIVEN_FROM) given.get(`${symbol} ${number}`)?.add(code);
    });
  }
  const coded = taught
    .filter(({ settled }) => settled)
    .map(({ symbol, number, codes }) => ({
      symbol,
      number,
      codes: [...codes].map((code) => ({ code, modality: '' })),
    }));
  return { coded, judged: ({ symbol, number }) => given.get(`${symbol} ${number}`) ?? new Set() };
}

function timed<T>(work: () => T): { result: T; seconds: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}
