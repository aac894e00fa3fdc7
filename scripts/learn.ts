/**
 * `npm run learn`: teaches the coder from the coded paragraphs of `bench/mandates` and writes what it learnt to
 * `src/mandates/reading/learnt.txt`. It needs the resolutions in `../shared/data/mandates`. The same paragraphs give the
 * same file. `npm run bench -- mandates` tells what it is worth on paragraphs that were held out.
 */
import { writeFile } from 'node:fs/promises';
import { examples } from './learning/examples.ts';
import {
  bestThreshold,
  crossValidated,
  learnable,
  regress,
  rowOf,
  ruledOf,
  scaleOf,
  spaceOf,
  truthOf,
} from './learning/weights.ts';

const { taught, same } = await examples();
const codes = learnable(taught);
console.error(
  `${taught.length} paragraphs teach ${codes.length} tasks; ${same} with the words of one held out do not.`,
);
const judged = crossValidated(taught, codes);
const space = spaceOf(taught);
const rows = taught.map((one) => rowOf(one, space));
const learnt = codes.map((code) => {
  const truth = truthOf(taught, code);
  const { ruled, free, f1 } = bestThreshold(judged.get(code) as Float64Array, truth, ruledOf(taught, code));
  console.error(
    `${code}: ${truth.filter((is) => is === 1).length} examples, F1 ${f1.toFixed(2)} from ${ruled} (with a rule) or ${free} on`,
  );
  return { code, ruled, free, f1, weights: regress(rows, truth, space) };
});
const macro = learnt.reduce((sum, { f1 }) => sum + f1, 0) / learnt.length;
const short = (value: number) => String(Math.round(value * 100) / 100);
const start = (weights: Float64Array) => weights[space.columns.size] as number;
const lines = [...space.columns].flatMap(([name, column]) => {
  const rarity = space.rarity[column] as number;
  const pairs = learnt
    .map(({ code, weights }) => ({ code, weight: (weights[column] as number) * scaleOf(space.rarity, column) }))
    .filter(({ weight }) => weight !== 0);
  // What weighs nothing still counts for how long a paragraph is; what a rule found does not.
  if (rarity === 0 && pairs.length === 0) return [];
  return [[name, short(rarity), ...pairs.map((p) => `${p.code} ${short(p.weight)}`)].join('\t')];
});
await writeFile(
  new URL('../src/mandates/reading/learnt.txt', import.meta.url),
  `${[
    `${learnt.length} tasks from ${taught.length} paragraphs; macro-F1 ${macro.toFixed(3)} by five-fold cross-validation over texts`,
    ...learnt.map(({ code, weights, ruled, free }) => `${code} ${short(start(weights))} ${ruled} ${free}`),
    ...lines,
  ].join('\n')}\n`,
);
console.error(`learnt.txt: ${lines.length} kinds of evidence, macro-F1 ${macro.toFixed(3)} by cross-validation.`);
