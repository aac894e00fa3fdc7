/**
 * `npm run campaign -- G7 [--size N] [--seed N]`: runs the long trial of a goal of TRUST and writes what was measured
 * to `bench/RESULTS.md`. Status 1 when the goal is not met, 2 when there is no such campaign.
 */
import { parseArgs } from 'node:util';
import type { Campaign, Outcome } from './campaigns/campaign.ts';
import { crashes } from './campaigns/crashes.ts';
import { erasing } from './campaigns/erasing.ts';
import { formulas } from './campaigns/formulas.ts';
import { fuzzing } from './campaigns/fuzzing.ts';
import { offline } from './campaigns/histories.ts';
import { power } from './campaigns/power.ts';
import { restoring } from './campaigns/restoring.ts';
import { tampering } from './campaigns/tampering.ts';
import { circumstances, markdownTable, writeResult } from './results.ts';

const CAMPAIGNS: Record<string, Campaign> = {
  G1: crashes,
  G2: power,
  G3: offline,
  G7: tampering,
  G10: fuzzing,
  G11: formulas,
  G13: restoring,
  G14: erasing,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const whole = (text: string | undefined): boolean => text === undefined || /^\d{1,9}$/.test(text);
if (
  positionals.length === 0 ||
  positionals.some((goal) => !(goal in CAMPAIGNS)) ||
  !whole(values.size) ||
  !whole(values.seed)
) {
  console.error('npm run campaign -- GOAL … [--size N] [--seed N], where a goal is one of:');
  for (const [goal, { title, size, unit }] of Object.entries(CAMPAIGNS))
    console.error(`  ${goal}  ${title} (${size} ${unit})`);
  process.exit(2);
}

for (const goal of positionals) {
  const campaign = CAMPAIGNS[goal];
  if (campaign) await one(goal, campaign);
}

async function one(goal: string, { title, size: full, unit, run }: Campaign): Promise<void> {
  const size = Number(values.size ?? full);
  const seed = Number(values.seed);
  const started = performance.now();
  const outcome = await run({ size, seed, say: (progress) => console.error(`${goal}: ${progress}`) });
  const seconds = Math.round((performance.now() - started) / 1000);
  const command = `npm run campaign -- ${goal} --size ${size} --seed ${seed}`;
  await writeResult(`${goal}: ${title}`, section(outcome, `${size} ${unit}, goal ${full}`, command, seconds));
  console.log(`${goal}: ${outcome.met ? 'met' : 'not met'} (${seconds} s)`);
  for (const failure of outcome.failures.slice(0, 20)) console.log(`  ${failure}`);
  if (!outcome.met) process.exitCode = 1;
}

function section({ met, measured, failures }: Outcome, tried: string, command: string, seconds: number): string {
  return [
    `**${met ? 'Met' : 'Not met'}** for ${tried}, ${circumstances(seconds)}.`,
    `\`${command}\``,
    markdownTable(['measured', 'value'], measured),
    ...(failures.length > 0
      ? [
          'First failures:',
          failures
            .slice(0, 10)
            .map((f) => `- ${f}`)
            .join('\n'),
        ]
      : []),
  ].join('\n\n');
}
