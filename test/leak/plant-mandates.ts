/** Mandates of every level, component and area, with a canary in all that is said of them and in their words. */
import { randomUUID } from 'node:crypto';
import { editMandate } from '../../src/mandates/commands/change-mandate.ts';
import { reviewProvision } from '../../src/mandates/commands/review-provisions.ts';
import { EditMandate } from '../../src/mandates/contract.ts';
import { addMandate } from '../../src/mandates/index.ts';
import { resolveAsOf } from '../../src/platform/ledger/store.ts';
import type { Principal } from '../../src/platform/principal.ts';
import type { TestHouse } from '../support/house.ts';
import type { Canaries } from './canaries.ts';
import { inView, type Marks } from './oracle.ts';
import { LEVELS, type LevelName, may, PARTNER, type Watcher } from './watchers.ts';

export interface PlantedMandate {
  id: string;
  in: Marks['in'];
  /** One of its provisions. */
  provision: string;
  /** The ledger's line when its first version was the last. */
  line: number;
}

const SCOPES: readonly Omit<Marks, 'in'>[] = LEVELS.flatMap((level) => [
  { level, compartments: [], areas: null },
  { level, compartments: ['military', PARTNER], areas: null },
  { level, compartments: [], areas: ['TM01'] },
]);
/** From one level to another: what was said before is for those who may read both. */
const MOVED: readonly [LevelName, LevelName][] = [
  ['internal', 'strictly_confidential'],
  ['strictly_confidential', 'internal'],
];

export async function plantMandates(
  house: TestHouse,
  planter: Record<Marks['in'], Principal>,
  canaries: Canaries,
): Promise<PlantedMandate[]> {
  const planted: PlantedMandate[] = [];
  for (const scope of SCOPES)
    planted.push(await plantMandate(house, planter.here, canaries, [{ in: 'here', ...scope }]));
  for (const levels of MOVED)
    planted.push(
      await plantMandate(
        house,
        planter.here,
        canaries,
        levels.map((level) => ({ in: 'here', level, compartments: [], areas: null })),
      ),
    );
  const there: Marks = { in: 'there', level: 'public', compartments: [], areas: null };
  return [...planted, await plantMandate(house, planter.there, canaries, [there])];
}

/** @param scopes of each of its versions, one after another */
async function plantMandate(
  { db }: TestHouse,
  who: Principal,
  canaries: Canaries,
  scopes: readonly Marks[],
): Promise<PlantedMandate> {
  const [first, ...later] = scopes;
  const now = scopes.at(-1);
  if (!first || !now) throw new Error('A mandate has a scope.');
  const name = `a mandate ${first.in}, ${scopes.map(({ level }) => level).join(' then ')}, for ${first.compartments.join() || 'all'} in ${first.areas ?? 'all areas'}`;
  const sees = (marks: Marks) => (watcher: Watcher) =>
    may(watcher, 'mandate.read') && inView(watcher, marks) && inView(watcher, now);
  const said = (marks: Marks) => {
    const word = (what: string) => canaries.plant(`${what} of ${name}`, sees(marks));
    const { level, compartments, areas } = marks;
    const words = { symbol: word('the symbol'), title: word('the title'), missionName: word('the mission') };
    const about = { kind: 'other_text', date: '2030-01-01', own: true, note: word('the note') };
    return EditMandate.parse({ ...about, ...words, level, compartments, areas });
  };
  // The words do not change: they are for whoever may read it now.
  const word = (what: string) => canaries.plant(`${what} of ${name}`, sees(now));
  const text = `The Security Council,

Recalling its concern at ${word('the preamble')},

1. Requests the mission to protect civilians in ${word('a paragraph')};

2. Decides to remain seized of the matter.

Annex

${word('the annex')}
`;
  const id = randomUUID();
  const { provisions } = await addMandate(db, who, { id, text, ...said(first) });
  const line = await db.read(who, async (tx) => (await resolveAsOf(tx)).seq);
  for (const [n, marks] of later.entries()) await editMandate(db, who, id, said(marks), n + 1);
  const provision = provisions.find(({ number }) => number === '1');
  if (!provision) throw new Error('A planted mandate is not read.');
  const at = { mandate: id, id: provision.id, basedOn: provision.version + later.length };
  await reviewProvision(db, who, at, { act: 'confirm', note: word('a review') });
  return { id, in: first.in, provision: provision.id, line };
}
