/**
 * `npm run learn`: teaches the coder from the coded paragraphs of `bench/mandates` and writes what it learnt to
 * `src/mandates/reading/learnt.txt`. It needs the resolutions in `../shared/data/mandates`. The same paragraphs give the
 * same file. `npm run bench -- mandates` tells what it is worth on paragraphs that were held out.
 */
import { writeFile } from 'node:fs/promises';
import { examples, invented } from './learning/examples.ts';
import { crossValidated, f1, learnable, regress, rowOf, scaleOf, spaceOf, truthOf } from './learning/weights.ts';

const { taught, same } = await examples();
const more = await invented();
const codes = learnable(taught);
console.error(
  `${taught.length} paragraphs and ${more.length} invented ones teach ${codes.length} tasks; ${same} with the words of one held out do not.`,
);
const judged = crossValidated(taught, codes, more);
const all = [...taught, ...more];
const space = spaceOf(all);
const rows = all.map((one) => rowOf(one, space));
const learnt = codes.map((code) => {
  const truth = truthOf(taught, code);
  const worth = f1(judged.get(code) as Float64Array, truth);
  console.error(`${code}: ${truth.filter((is) => is === 1).length} examples, F1 ${worth.toFixed(2)}`);
  return { code, worth, weights: regress(rows, truthOf(all, code), space) };
});
const macro = learnt.reduce((sum, { worth }) => sum + worth, 0) / learnt.length;
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
    `${learnt.length} tasks from ${taught.length} paragraphs and ${more.length} invented ones; macro-F1 ${macro.toFixed(3)} by five-fold cross-validation over texts`,
    ...learnt.map(({ code, weights }) => `${code} ${short(start(weights))}`),
    ...lines,
  ].join('\n')}\n`,
);
console.error(`learnt.txt: ${lines.length} kinds of evidence, macro-F1 ${macro.toFixed(3)} by cross-validation.`);
