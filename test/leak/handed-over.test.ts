import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editIncident } from '../../src/incidents/commands/edit-incident.ts';
import { erasePeople } from '../../src/incidents/commands/erase-people.ts';
import { confirmIncident, verifyIncident } from '../../src/incidents/commands/set-status.ts';
import type { Account, Incident, IncidentInput, Receipt } from '../../src/incidents/contract.ts';
import { recordIncident } from '../../src/incidents/index.ts';
import { readHeld } from '../../src/incidents/store/held.ts';
import { listIncidents, summarise } from '../../src/incidents/store/list.ts';
import { readIncident, readVersions } from '../../src/incidents/store/read.ts';
import { tile } from '../../src/incidents/store/tiles.ts';
import { timeline } from '../../src/incidents/store/timeline.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { resolveAsOf } from '../../src/platform/ledger/store.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { asWritten, incidentInput } from '../support/incidents.ts';
import { bothSources } from '../support/sources.ts';
import { everythingStored, tablesWith } from '../support/stored.ts';

let house: TestHouse;
let assistant: Principal;
let duty: Principal;
let adviser: Principal;
let conduct: Principal;

beforeAll(async () => {
  house = await testHouse();
  const strict = { level: 'strictly_confidential' } as const;
  assistant = await house.member(['liaison_assistant'], { level: 'internal', compartments: ['civilian'] });
  duty = await house.member(['duty_officer'], { level: 'confidential', compartments: ['civilian'] });
  adviser = await house.member(['womens_protection_adviser'], { ...strict, compartments: ['womens_protection'] });
  conduct = await house.member(['conduct_discipline_officer'], { ...strict, compartments: ['conduct_discipline'] });
});
afterAll(() => house.close());

const seen = (who: Principal, id: string) => house.db.read(who, (tx) => readIncident(tx, id, Number.MAX_SAFE_INTEGER));
const seenAt = (who: Principal, id: string, seq: number) => house.db.read(who, (tx) => readIncident(tx, id, seq));
const said = async (who: Principal, id: string) => JSON.stringify(await seen(who, id));
const survivor = (more: object = {}) =>
  incidentInput({ type: 'sexual_violence', account: { narrative: 'Her words.' }, person: 'Her name', ...more });

describe('who hears first hands over', () => {
  it('words and names above their own level: written, and not read again', async () => {
    const input = incidentInput({ account: { narrative: 'What he saw.' }, person: 'His name' });
    const { incident } = await recordIncident(house.db, assistant, input);
    expect(JSON.stringify(incident)).not.toMatch(/What he saw|His name/);
    expect(await said(assistant, input.id)).not.toMatch(/What he saw|His name/);
    expect((await seen(duty, input.id))?.account?.narrative).toBe('What he saw.');
    expect((await seen(adviser, input.id))?.protected?.people[0]?.name).toBe('His name');
  });

  it('a survivor’s case to specialists, out of everybody else’s sight', async () => {
    const input = survivor();
    expect(JSON.stringify((await recordIncident(house.db, duty, input)).incident)).not.toMatch(/Her /);
    for (const who of [duty, assistant, conduct]) expect(await said(who, input.id)).not.toMatch(/Her |"account"/);
    expect((await seen(adviser, input.id))?.protected).toMatchObject({ narrative: 'Her words.' });
  });

  it('a named child’s case too, whatever kind of incident it is', async () => {
    const person = { name: 'Her name', role: 'victim', note: null, sexAge: 'girls' as const };
    const input = incidentInput({ account: { narrative: 'What she said.' }, place: 'House by the well' });
    const names = { people: [person], exactPoint: null, exactPlace: null, narrative: null, caseReference: null };
    await recordIncident(house.db, duty, { ...input, protected: { ...names, setApart: null } });
    for (const who of [duty, assistant, conduct])
      expect(await said(who, input.id)).not.toMatch(/Her name|What she said|House by the well|"account"|21\.2/);
    expect((await seen(adviser, input.id))?.protected).toMatchObject({
      ...{ people: [person], narrative: 'What she said.', exactPlace: 'House by the well', exactPoint: [21.2, 6.5] },
    });
  });

  it('a child who is named by an edit: all that was open leaves the common desk', async () => {
    const input = incidentInput({ account: { narrative: 'What she said.' }, place: 'House by the well' });
    await recordIncident(house.db, duty, input);
    const people = [{ name: 'Her name', role: 'victim', note: null, sexAge: 'girls' as const }];
    const names = { people, exactPoint: null, exactPlace: null, narrative: null, caseReference: null, setApart: null };
    await editIncident(house.db, duty, { ...input, account: null, protected: names }, 1);
    expect(await said(duty, input.id)).not.toMatch(/Her name|What she said|House by the well/);
    // Whoever edits it next at the common desk knows nothing of the child, and opens nothing.
    const { core } = (await seen(duty, input.id)) as Incident;
    const { specialists: _unsaid, ...unsaid } = core;
    await editIncident(house.db, duty, { ...input, core: { ...unsaid, tags: ['later'] }, account: null }, 2);
    expect((await seen(duty, input.id))?.core).toMatchObject({ specialists: true, tags: ['later'] });
    expect((await seen(adviser, input.id))?.protected).toMatchObject({ people, narrative: 'What she said.' });
  });

  it('nothing is lost on the way, and specialists edit it', async () => {
    const input = survivor({ place: 'House by the well' });
    const account = { ...(input.account as NonNullable<IncidentInput['account']>), notes: 'Her notes.' };
    await recordIncident(house.db, duty, { ...input, account, core: { ...input.core, title: 'Her title' } });
    const first = (await seen(adviser, input.id)) as Incident;
    expect(first.protected?.setApart).toMatchObject({ title: 'Her title', account: { notes: 'Her notes.' } });
    const { core, account: words = null, levels } = first;
    const edit = { id: input.id, account: words, levels: input.levels, compartments: [] };
    const later = { ...core, tags: ['seen'] };
    await editIncident(house.db, adviser, { ...edit, core: later, protected: first.protected ?? null }, 1);
    await editIncident(house.db, adviser, { ...edit, core: { ...later, title: 'A better title' }, protected: null }, 2);
    const last = (await seen(adviser, input.id)) as Incident;
    expect(last.levels).toEqual(levels);
    expect(last.protected).toEqual({
      ...first.protected,
      setApart: { ...first.protected?.setApart, title: 'A better title' },
    });
  });

  it('sent twice is one, also of what the sender does not see', async () => {
    const input = survivor();
    await recordIncident(house.db, duty, input);
    expect(await recordIncident(house.db, duty, input)).toMatchObject({ made: false, incident: { version: 1 } });
  });

  it('a report against own people to conduct and discipline: its sender gets a receipt, the same one as often as they send it', async () => {
    const input = incidentInput({ perpetrator: 'own_partner_force', account: { narrative: 'What they did.' } });
    const [first, ...more] = await Promise.all(Array.from({ length: 8 }, () => recordIncident(house.db, duty, input)));
    const again = await recordIncident(house.db, duty, input);
    expect([first, ...more].filter((answer) => answer?.made)).toHaveLength(1);
    for (const { incident } of [...more, again]) expect(incident).toEqual(first?.incident);
    const { receipt } = (first as { incident: Receipt }).incident;
    expect(Object.keys(receipt).sort()).toEqual(['digest', 'id', 'seq', 'version']);
    const { rows } = await withOwner(house.ownerUrl, (owner) =>
      owner.query(
        `select encode(digest, 'hex') as digest, version from platform.ledger where seq = $1 and record = $2`,
        [receipt.seq, input.id],
      ),
    );
    expect(rows).toEqual([{ digest: receipt.digest, version: 1 }]);
    expect((await seen(conduct, input.id))?.account?.narrative).toBe('What they did.');
  });

  it('and then finds it nowhere: in no list, count, tile, version, event or held submission', async () => {
    const title = `zelkova ${randomUUID()}`;
    const input = incidentInput({ perpetrator: 'own_partner_force', killed: 7, account: { narrative: 'Yes.' } });
    await recordIncident(house.db, duty, { ...input, core: { ...input.core, title } });
    const found = (who: Principal) =>
      house.db.read(who, async (tx) => {
        const filter = { q: title };
        const [counted, said] = [[] as number[], [] as number[]];
        for (const source of await bothSources(house, tx, filter, await resolveAsOf(tx))) {
          const { items } = await listIncidents(tx, source, { sort: 'newest', limit: 50 });
          counted.push(items.length, (await summarise(source)).length, (await timeline(source, 'auto')).bins.length);
          counted.push((await tile(source, 0, 0, 0)).length > 60 ? 1 : 0);
        }
        const events = await tx.client.query('select from platform.event where record = $1', [input.id]);
        said.push((await readVersions(tx, input.id, Number.MAX_SAFE_INTEGER)).length, events.rows.length);
        return [...new Set([...counted, ...said])];
      });
    expect(await found(duty)).toEqual([0]);
    expect(await found(adviser)).toEqual([0]);
    expect(await found(conduct)).toEqual([1]);
    const edited = editIncident(house.db, duty, input, 1);
    await expect(edited).rejects.toMatchObject({ code: 'not_found' });
  });

  it('other content under its id is a conflict, told without a word of it', async () => {
    const input = incidentInput({ perpetrator: 'own_partner_force' });
    await recordIncident(house.db, duty, input);
    const other = recordIncident(house.db, duty, incidentInput({ id: input.id }));
    await expect(other).rejects.toMatchObject({ code: 'id_conflict', details: {} });
    // The same content from somebody else is no repetition of theirs.
    await expect(recordIncident(house.db, assistant, input)).rejects.toMatchObject({ code: 'id_conflict' });
  });

  it('an edit that makes a record an accusation is answered with a receipt, and closes its past', async () => {
    const input = incidentInput({ account: { narrative: 'Men in uniform.' } });
    const first = asWritten((await recordIncident(house.db, duty, input)).incident);
    const { core } = incidentInput({ perpetrator: 'own_partner_force' });
    const edit = { ...input, core, account: { ...(input.account as Account), narrative: 'Our own men.' } };
    const { receipt } = (await editIncident(house.db, duty, edit, 1)) as Receipt;
    expect(receipt).toMatchObject({ id: input.id, version: 2 });
    expect(await editIncident(house.db, duty, edit, 1)).toEqual({ receipt });
    for (const who of [duty, assistant, adviser]) {
      expect(await seen(who, input.id)).toBeNull();
      expect(await seenAt(who, input.id, first.knownFrom.seq)).toBeNull();
    }
    expect((await seenAt(conduct, input.id, first.knownFrom.seq))?.account?.narrative).toBe('Men in uniform.');
    expect((await seen(conduct, input.id))?.account?.narrative).toBe('Our own men.');
  });

  it('people of the component accused see it at no level', async () => {
    const input = incidentInput({ perpetrator: 'own_partner_force', compartments: ['military'] });
    const strict = { level: 'strictly_confidential' } as const;
    const military = await house.member(['duty_officer'], { ...strict, compartments: ['military', 'police'] });
    expect(Object.keys((await recordIncident(house.db, military, input)).incident)).toEqual(['receipt']);
    expect(await seen(military, input.id)).toBeNull();
    expect((await seen(conduct, input.id))?.compartments).toEqual(['conduct_discipline']);
  });

  it('never a whole record that they would not see: that is said in words', async () => {
    const levels = {
      core: 'strictly_confidential',
      account: 'strictly_confidential',
      protected: 'strictly_confidential',
    };
    const refused = recordIncident(house.db, duty, incidentInput({ levels }));
    await expect(refused).rejects.toMatchObject({ code: 'above_own_level' });
  });
});

describe('what one does not see', () => {
  it('is not replaced by an edit', async () => {
    const input = incidentInput({ account: { narrative: 'Kept.' } });
    await recordIncident(house.db, duty, input);
    const narrow = await house.member(['protection_officer'], { level: 'internal' });
    const over = {
      ...input,
      account: { ...(input.account as NonNullable<IncidentInput['account']>), narrative: 'Over.' },
    };
    const refused = editIncident(house.db, narrow, over, 1);
    await expect(refused).rejects.toMatchObject({ code: 'above_own_level' });
    await editIncident(house.db, narrow, { ...input, account: null }, 1);
    expect((await seen(duty, input.id))?.account?.narrative).toBe('Kept.');
  });

  it('survives a step of status by somebody else, a survivor’s name too', async () => {
    const input = survivor();
    await recordIncident(house.db, adviser, input);
    await confirmIncident(house.db, duty, { id: input.id, basedOn: 1, status: 'confirmed', note: null });
    await verifyIncident(house.db, adviser, { id: input.id, basedOn: 2, status: 'allegation', note: null });
    expect((await seen(adviser, input.id))?.protected).toMatchObject({
      people: [{ name: 'Her name' }],
      narrative: 'Her words.',
    });
  });

  it('of a record that turns out to be about a survivor leaves the common desk with the edit', async () => {
    const input = incidentInput({ account: { narrative: 'Her words.' } });
    await recordIncident(house.db, duty, input);
    const core = { ...input.core, type: 'sexual_violence' } as const;
    await editIncident(house.db, duty, { ...input, core, account: null }, 1);
    expect(await said(duty, input.id)).not.toMatch(/Her words|Kaga"/);
    expect((await seen(adviser, input.id))?.protected?.narrative).toBe('Her words.');
  });

  it('is told to nobody by sending something else under its id, and both are kept', async () => {
    const hidden = incidentInput({ levels: { core: 'strictly_confidential', account: 'public', protected: 'public' } });
    await recordIncident(house.db, adviser, hidden);
    const other = incidentInput({
      id: hidden.id,
      place: 'Somewhere else',
      levels: { core: 'public', account: 'public', protected: 'public' },
    });
    await expect(recordIncident(house.db, assistant, other)).rejects.toMatchObject({
      code: 'id_conflict',
      details: {},
    });
    const held = (await house.db.read(adviser, (tx) => readHeld(tx, { limit: 50 }))).items;
    expect(held.filter(({ id }) => id === hidden.id).map(({ input }) => input.core.where.name)).toEqual([
      'Somewhere else',
    ]);
  });
});

describe('a submission that is held', () => {
  const conflicting = async (sender: Principal, input: IncidentInput) => {
    const first = incidentInput({ id: input.id });
    await recordIncident(house.db, adviser, first);
    await expect(recordIncident(house.db, sender, input)).rejects.toMatchObject({ code: 'id_conflict' });
    return async (who: Principal) =>
      (await house.db.read(who, (tx) => readHeld(tx, { limit: 50 }))).items.some(({ id }) => id === input.id);
  };

  it('is seen by those who may see all of it, not by the sender’s equals', async () => {
    const isHeldFor = await conflicting(duty, incidentInput({ person: 'A witness' }));
    expect([await isHeldFor(duty), await isHeldFor(adviser)]).toEqual([false, true]);
  });

  it('is for specialists where it is about a survivor, for conduct and discipline where it accuses own people', async () => {
    const ofSurvivor = await conflicting(duty, survivor());
    expect([await ofSurvivor(conduct), await ofSurvivor(adviser)]).toEqual([false, true]);
    const accusing = await conflicting(duty, incidentInput({ perpetrator: 'own_partner_force' }));
    expect([await accusing(conduct), await accusing(adviser), await accusing(duty)]).toEqual([true, false, false]);
  });

  it('loses its names with those of the record', async () => {
    const input = incidentInput({ person: 'Zelmira Canary' });
    await recordIncident(house.db, adviser, input);
    const other = { ...input, core: { ...input.core, title: 'Another title' } };
    await recordIncident(house.db, adviser, other).catch(() => undefined);
    await erasePeople(house.db, adviser, input.id, 'asked by the person');
    expect(tablesWith(await everythingStored(house.ownerUrl), 'Zelmira Canary')).toEqual([]);
  });
});

describe('live events', () => {
  it('of a record outside one’s area are not told', async () => {
    const officer = await house.member(['protection_officer'], { areas: ['South'] });
    const input = incidentInput();
    await recordIncident(house.db, duty, input);
    expect(await seen(officer, input.id)).toBeNull();
    const { rows } = await house.db.read(officer, ({ client }) =>
      client.query('select from platform.event where record = $1', [input.id]),
    );
    expect(rows).toHaveLength(0);
    const north = await house.member(['protection_officer'], { areas: ['North'] });
    const told = await house.db.read(north, ({ client }) =>
      client.query('select from platform.event where record = $1', [input.id]),
    );
    expect(told.rows).toHaveLength(1);
  });
});
