import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditIncidents } from '../../src/incidents/audit.ts';
import { editIncident } from '../../src/incidents/commands/edit-incident.ts';
import type { IncidentInput } from '../../src/incidents/contract.ts';
import { recordIncident, writeMany } from '../../src/incidents/index.ts';
import { listIncidents, summarise } from '../../src/incidents/store/list.ts';
import { readIncident, readVersions } from '../../src/incidents/store/read.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { verifyLedger } from '../../src/platform/ledger/verify.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { asWritten, incidentInput } from '../support/incidents.ts';
import { bothSources } from '../support/sources.ts';
import { LEVELS, type LevelName } from './watchers.ts';

let house: TestHouse;
let keeper: Principal;
let readers: Principal[];
const ALL = ['military', 'police', 'human_rights', 'womens_protection'];

beforeAll(async () => {
  house = await testHouse();
  keeper = await house.member(['analyst', 'duty_officer'], { level: 'strictly_confidential', compartments: ALL });
  const view = (level: LevelName, compartments: string[]) =>
    house.member(['protection_officer'], { level, compartments });
  readers = await Promise.all([
    ...LEVELS.map((level) => view(level, [])),
    view('confidential', ['military']),
    view('strictly_confidential', ['human_rights']),
    view('strictly_confidential', ['military', 'human_rights']),
  ]);
});
afterAll(() => house.close());

interface Scope {
  level: LevelName;
  compartments: string[];
}
const scope = fc.record({
  level: fc.constantFrom(...LEVELS),
  compartments: fc.subarray(['military', 'human_rights', 'police']),
});
const opens = ({ level, compartments }: Scope, who: Principal) =>
  LEVELS.indexOf(level) <= LEVELS.indexOf(who.level) &&
  (compartments.length === 0 || compartments.some((code) => who.compartments.includes(code)));

/** A record that goes through these scopes. @returns its id, and the line of each version */
async function through(scopes: readonly Scope[]): Promise<{ id: string; lines: number[] }> {
  const { id } = incidentInput();
  for (const [n, { level, compartments }] of scopes.entries()) {
    const levels = { core: level, account: level, protected: level };
    const input = incidentInput({
      id,
      levels,
      compartments,
      killed: n,
      account: { narrative: `Words ${n}.` },
      person: 'Name',
    });
    await house.db.write(keeper, (tx) => writeMany(tx, [{ verb: 'incident.edit', input }]));
  }
  const versions = await house.db.read(keeper, (tx) => readVersions(tx, id, Number.MAX_SAFE_INTEGER));
  return { id, lines: versions.map((version) => version.knownFrom.seq) };
}

const at = (who: Principal, id: string, seq: number) => house.db.read(who, (tx) => readIncident(tx, id, seq));

describe('an older version', () => {
  it('is read by whoever may read it as it was written and the record as it stands now, and by nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scope, { minLength: 1, maxLength: 4 }), async (scopes) => {
        const { id, lines } = await through(scopes);
        const now = scopes.at(-1) as Scope;
        for (const who of readers)
          await house.db.read(who, async (tx) => {
            const seen = await readVersions(tx, id, Number.MAX_SAFE_INTEGER);
            const expected = scopes.flatMap((then, n) => (opens(then, who) && opens(now, who) ? [n + 1] : []));
            expect(seen.map(({ version }) => version)).toEqual(expected);
            for (const [n, seq] of lines.entries()) {
              const incident = await readIncident(tx, id, seq);
              expect(incident?.version ?? null).toBe(expected.includes(n + 1) ? n + 1 : null);
              for (const source of await bothSources(house, tx, { q: 'Kaga' }, { seq, latest: false })) {
                const { items } = await listIncidents(tx, source, { sort: 'newest', limit: 200 });
                expect(items.some((row) => row.id === id)).toBe(expected.includes(n + 1));
              }
              if (!incident) continue;
              const level = scopes[n]?.level;
              expect(incident.levels).toEqual({ core: level, account: level, protected: level });
              const words = [incident.account?.narrative, incident.protected?.people[0]?.name];
              expect(words).toEqual([`Words ${n}.`, 'Name']);
            }
          });
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('is not counted either, and the ledger verifies', async () => {
    const { id, lines } = await through([
      { level: 'internal', compartments: [] },
      { level: 'confidential', compartments: ['human_rights'] },
    ]);
    const [open = 0] = lines;
    const [, internal] = readers as [Principal, Principal];
    const counted = (who: Principal) =>
      house.db.read(who, async (tx) => {
        const [database, memory] = await Promise.all(
          (await bothSources(house, tx, {}, { seq: open, latest: false })).map(summarise),
        );
        expect(memory).toEqual(database);
        return database?.reduce((n, row) => n + row.incidents, 0);
      });
    const [mine, all] = [await counted(internal), await counted(keeper)];
    await through([{ level: 'internal', compartments: [] }]);
    expect([await counted(internal), await counted(keeper)]).toEqual([mine, all]);
    expect(await at(internal, id, open)).toBeNull();
    const result = await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditIncidents] });
    expect(result.findings).toEqual([]);
  });

  it('that somebody opened behind our back is found', async () => {
    const { id } = await through([
      { level: 'internal', compartments: [] },
      { level: 'strictly_confidential', compartments: [] },
    ]);
    const set = (level: number) =>
      withOwner(house.ownerUrl, (owner) =>
        owner.query('update incidents.core set now_level = $2 where id = $1 and version = 1', [id, level]),
      );
    await set(1);
    const { findings } = await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditIncidents] });
    expect(findings).toEqual([`incidents ${id} version 1: it is not as closed as the record is now.`]);
    await set(3);
  });

  it('of a survivor’s record, from before it was known to be one, is with specialists', async () => {
    const duty = await house.member(['duty_officer'], { level: 'confidential' });
    const adviser = await house.member(['womens_protection_adviser'], {
      ...{ level: 'strictly_confidential', compartments: ['womens_protection'] },
    });
    const input = incidentInput({ place: 'House by the well', account: { narrative: 'Her words.' } });
    const first = asWritten((await recordIncident(house.db, duty, input)).incident);
    const then = first.knownFrom.seq;
    await editIncident(
      house.db,
      duty,
      { ...input, account: null, core: { ...input.core, type: 'sexual_violence' } },
      1,
    );
    expect(await at(duty, input.id, then)).toBeNull();
    expect((await at(adviser, input.id, then))?.core).toEqual(first.core);
    expect((await at(adviser, input.id, then))?.account?.narrative).toBe('Her words.');
    // What stands there now they see, and its later past too.
    const { core } = asWritten(
      await editIncident(
        house.db,
        duty,
        { ...input, account: null, core: { ...input.core, ...coarse, tags: ['x'] } },
        2,
      ),
    );
    expect(core.specialists).toBe(true);
    const seen = await house.db.read(duty, (tx) => readVersions(tx, input.id, Number.MAX_SAFE_INTEGER));
    expect(seen.map(({ version }) => version)).toEqual([2, 3]);
  });

  it('of words keeps up with their level, also where they were not written anew', async () => {
    const input = incidentInput({ account: { narrative: 'Kept.' } });
    await recordIncident(house.db, keeper, input);
    const officer = await house.member(['protection_officer'], { level: 'confidential' });
    expect((await at(officer, input.id, Number.MAX_SAFE_INTEGER))?.account?.narrative).toBe('Kept.');
    const raised: IncidentInput = {
      ...input,
      account: null,
      levels: { ...input.levels, account: 'strictly_confidential' },
    };
    await editIncident(house.db, keeper, raised, 1);
    expect(await at(officer, input.id, Number.MAX_SAFE_INTEGER)).not.toHaveProperty('account');
    expect((await at(keeper, input.id, Number.MAX_SAFE_INTEGER))?.account?.narrative).toBe('Kept.');
  });
});

const coarse = {
  type: 'sexual_violence' as const,
  where: { ...incidentInput().core.where, point: null, name: null, precision: 'adm2' as const },
};
