/** `kinga mandate ask`: may we, and in whose words? The same answer as on the page, for a line where no page comes through. */
import { Command, Option } from 'commander';
import { type Answered, ask, authority, type Question } from '../../mandates/index.ts';
import type { Installation } from '../../platform/installation.ts';
import { resolveAsOf } from '../../platform/ledger/store.ts';
import { MANDATE_MODALITIES, MANDATE_TASKS } from '../../vocabulary/codes.ts';
import { label } from '../../vocabulary/index.ts';
import { answer, type CommonOptions, common, operatorIn, withInstallation } from '../context.ts';

interface AskOptions extends CommonOptions {
  task?: Question['task'];
  how?: Question['modality'];
  place?: string;
  date?: string;
  mission?: string;
  asOf?: string;
}

export const askCommand = (): Command =>
  common(new Command('ask').description('May we, and in whose words: provisions for, what limits them, or silence'))
    .argument('[sentence]', 'in English, French or Arabic: "May we escort aid convoys with the army?"')
    .addOption(new Option('--task <code>', 'instead of a sentence').choices(MANDATE_TASKS))
    .addOption(new Option('--how <modality>', 'with --task').choices(MANDATE_MODALITIES))
    .option('--place <name>', 'with --task: part of a place’s name')
    .option('--date <day>', 'the day asked about')
    .option('--mission <slug>', 'the mission, where there are several')
    .option('--as-of <time>', 'as known on a date or at a ledger line')
    .action((sentence: string | undefined, options: AskOptions, command: Command) => {
      if ((sentence === undefined) === (options.task === undefined))
        command.error('Ask in a sentence or by --task: one of the two.');
      return withInstallation(options, (installation) => askOf(installation, sentence, options));
    });

async function askOf(installation: Installation, sentence: string | undefined, options: AskOptions): Promise<void> {
  const who = await operatorIn(installation, options.mission);
  const { task, how, place, date } = options;
  const { questions, answer: given } = await installation.db.read(who, async (tx) => {
    const line = await resolveAsOf(tx, options.asOf);
    if (task === undefined) return ask(tx, line, sentence ?? '', date);
    const question = { task, ...(how ? { modality: how } : {}), ...(place ? { place } : {}) };
    return { questions: [question], answer: await authority(tx, line, question, date) };
  });
  const others = questions
    .slice(1)
    .map((other) => `  --task ${other.task}: ${label('mandate-tasks', other.task, 'en')}`);
  answer(options, { questions, answer: given }, [
    ...(given ? answerInWords(given) : ['No task is recognised in this. Ask by --task, or in other words.']),
    ...(others.length > 0 ? ['', 'It may also be meant as:', ...others] : []),
  ]);
}

/** Never a bare yes or no: words, where they stand, what limits them, and who vouches for how they are read. */
export function answerInWords(given: Answered): string[] {
  const task = label('mandate-tasks', given.question.task, 'en');
  const under = given.inForce.map(({ symbol }) => symbol).join(', ');
  return [
    `${task}, on ${given.day}${under ? ` (${under}${given.until ? `, until ${given.until}` : ''})` : ''}`,
    ...(given.inForce.length === 0 ? ['No mandate is in force on that day, so far as is kept here.'] : []),
    ...(given.silence && given.inForce.length > 0 ? ['Silence: nothing in force speaks of it.'] : []),
    ...given.for.flatMap((item) => ['', `FOR    ${whereOf(item)}`, `       ${item.text}`]),
    ...given.limits.flatMap((item) => ['', `LIMIT  ${whereOf(item)}: ${whyOf(item)}`, `       “${item.words}”`]),
    '',
    `As read by rules ${given.rules}, known at ${given.asOf.at} (line ${given.asOf.seq})${given.for.length > 0 ? `; ${given.unconfirmed} of ${given.for.length} provisions for it confirmed by nobody` : ''}.`,
  ];
}

type Item = Answered['for'][number];
const whereOf = ({ symbol, number, confirmedBy }: Item): string =>
  `${symbol}, paragraph ${number} (${confirmedBy ? `confirmed by ${confirmedBy.name}, ${confirmedBy.at.slice(0, 10)}` : 'confirmed by nobody'})`;
const whyOf = ({ why }: Item): string =>
  why === 'other_place'
    ? 'another place'
    : why === 'task' || why === 'means'
      ? why
      : label('mandate-qualifiers', why, 'en').toLowerCase();
