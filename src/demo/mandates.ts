/** What Tamrin's mission may do: the Council's two resolutions, each added on the afternoon of its adoption, the first looked through. */
import { readFile } from 'node:fs/promises';
import { addMandate, provisionsOf, reviewMany, reviewProvision } from '../mandates/index.ts';
import type { Database } from '../platform/database/database.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import type { Principal } from '../platform/principal.ts';
import type { PersonKey } from './tamrin/index.ts';

/** Something that a person does at a moment of the simulated clock, beside the writes of records. */
export interface Act {
  at: Date;
  by: PersonKey;
  run(db: Database, who: Principal): Promise<void>;
}

const FIRST = '9401a000-0000-4000-8000-000020260528';
const RENEWAL = '9467a000-0000-4000-8000-000020301126';

/** What the human rights officer had not yet come to when the first weeks were over. */
const NOT_YET: Record<string, readonly string[]> = {
  [FIRST]: ['2', '3', '7 (c)', '8', '17', '23', '27', '29', '30', '33'],
  [RENEWAL]: ['5 (a) (iv)', '7', '21', '22', '25'],
};

/** What she says better than the rules: they take the conduct of the mission's own people for a task. */
const NO_TASK: Record<string, readonly string[]> = { [FIRST]: ['22'] };

/** In the order of the clock. */
export const MANDATE_ACTS: readonly Act[] = [
  {
    at: new Date('2026-05-28T16:00:00Z'),
    by: 'head_of_mission',
    run: (db, who) => add(db, who, FIRST, 'S_RES_9401_2026.txt', { symbol: 'S/RES/9401 (2026)', date: '2026-05-28' }),
  },
  { at: new Date('2026-06-02T09:30:00Z'), by: 'human_rights_officer', run: (db, who) => review(db, who, FIRST) },
  {
    at: new Date('2030-11-26T16:00:00Z'),
    by: 'head_of_mission',
    run: (db, who) => add(db, who, RENEWAL, 'S_RES_9467_2030.txt', { symbol: 'S/RES/9467 (2030)', date: '2030-11-26' }),
  },
  { at: new Date('2030-12-03T10:00:00Z'), by: 'human_rights_officer', run: (db, who) => review(db, who, RENEWAL) },
];

async function add(
  db: Database,
  who: Principal,
  id: string,
  file: string,
  about: { symbol: string; date: string },
): Promise<void> {
  const text = await readFile(new URL(`tamrin/mandates/${file}`, import.meta.url), 'utf8');
  await addMandate(db, who, {
    ...{ id, text, ...about, kind: 'resolution', title: null, missionName: 'UNPMIT', own: true, note: null },
    ...{ level: 'public', compartments: [], areas: null },
  });
}

async function review(db: Database, who: Principal, mandate: string): Promise<void> {
  const provisions = await db.read(who, async (tx) => provisionsOf(tx, mandate, { asOf: await resolveAsOf(tx) }));
  const read = provisions.filter(({ kind, number }) => kind === 'OP' && !NOT_YET[mandate]?.includes(number));
  const none = read.filter(({ number }) => NO_TASK[mandate]?.includes(number));
  const right = read.filter((one) => !none.includes(one)).map(({ id, version }) => ({ id, version }));
  await reviewMany(db, who, mandate, { provisions: right });
  const note = 'Conduct of our own people: no task.';
  for (const { id, version, qualifiers } of none)
    await reviewProvision(db, who, { mandate, id, basedOn: version }, { act: 'correct', codes: [], qualifiers, note });
}
