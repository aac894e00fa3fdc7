import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { asWritten, incidentInput } from '../../../test/support/incidents.ts';
import { resolveAsOf } from '../../platform/ledger/store.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import type { Principal } from '../../platform/principal.ts';
import { auditIncidents } from '../audit.ts';
import { readHeld } from '../store/held.ts';
import { readIncident, readVersions } from '../store/read.ts';
import { editIncident } from './edit-incident.ts';
import { erasePeople } from './erase-people.ts';
import { recordIncident } from './record-incident.ts';
import { confirmIncident, verifyIncident } from './set-status.ts';

let house: TestHouse;
let duty: Principal;
let officer: Principal;
let reader: Principal;

beforeAll(async () => {
  house = await testHouse();
  duty = await house.member(['duty_officer'], { level: 'confidential' });
  officer = await house.member(['human_rights_officer'], {
    level: 'strictly_confidential',
    compartments: ['human_rights'],
  });
  reader = await house.member(['reader'], { level: 'internal' });
});
afterAll(() => house.close());

const now = Number.MAX_SAFE_INTEGER;

describe('a record', () => {
  it('is there when it is acknowledged, with its groups', async () => {
    const input = incidentInput({ account: { narrative: 'Men on motorbikes came at dawn.' } });
    const { incident, made } = await recordIncident(house.db, duty, input);
    expect(made).toBe(true);
    expect(incident).toMatchObject({ id: input.id, version: 1, by: duty.by, byName: 'duty_officer' });
    expect(asWritten(incident).account?.narrative).toBe('Men on motorbikes came at dawn.');
  });

  it('sent again is a success and no second version', async () => {
    const input = incidentInput();
    await recordIncident(house.db, duty, input);
    const again = await recordIncident(house.db, duty, input);
    expect(again).toMatchObject({ made: false, incident: { version: 1 } });
    const versions = await house.db.read(duty, (tx) => readVersions(tx, input.id, now));
    expect(versions).toHaveLength(1);
  });

  it('sent 16 times at once becomes one, and all senders are told success', async () => {
    const input = incidentInput();
    const answers = await Promise.all(Array.from({ length: 16 }, () => recordIncident(house.db, duty, input)));
    expect(answers.filter((a) => a.made)).toHaveLength(1);
    expect(new Set(answers.map((a) => asWritten(a.incident).knownFrom.seq)).size).toBe(1);
  });

  it('under an id that was used for other content is refused, and kept for a person', async () => {
    const input = incidentInput();
    await recordIncident(house.db, duty, input);
    const other = { ...input, core: { ...input.core, title: 'Something else' } };
    await expect(recordIncident(house.db, duty, other)).rejects.toMatchObject({ code: 'id_conflict' });
    const held = (await house.db.read(duty, (tx) => readHeld(tx, { limit: 50 }))).items;
    expect(held.filter((h) => h.id === input.id).map((h) => h.input.core.title)).toEqual(['Something else']);
  });

  it('needs the verb', async () => {
    await expect(recordIncident(house.db, reader, incidentInput())).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('what was known when', () => {
  it('is answered as of any moment, and the same for ever', async () => {
    const input = incidentInput({ killed: 25 });
    house.clock.set(new Date('2031-03-02T02:10:00Z'));
    const first = await recordIncident(house.db, duty, input);
    const at = await house.db.read(duty, (tx) => resolveAsOf(tx, '2031-03-02T03:00:00Z'));
    house.clock.set(new Date('2031-03-02T16:40:00Z'));
    await editIncident(house.db, duty, incidentInput({ id: input.id, killed: 40 }), 1);
    const then = await house.db.read(duty, (tx) => readIncident(tx, input.id, at.seq));
    const today = await house.db.read(duty, (tx) => readIncident(tx, input.id, now));
    expect(then?.core.figures[0]?.total.best).toBe(25);
    expect(then?.knownTo).toBeNull();
    expect(today?.core.figures[0]?.total.best).toBe(40);
    const before = await house.db.read(duty, (tx) =>
      resolveAsOf(tx, String(asWritten(first.incident).knownFrom.seq - 1)),
    );
    expect(await house.db.read(duty, (tx) => readIncident(tx, input.id, before.seq))).toBeNull();
  });

  it('refuses an edit based on an old version, and takes one sent twice once', async () => {
    const input = incidentInput();
    await recordIncident(house.db, duty, input);
    const edited = incidentInput({ id: input.id, killed: 3 });
    await editIncident(house.db, duty, edited, 1);
    expect(asWritten(await editIncident(house.db, duty, edited, 1)).version).toBe(2);
    await expect(editIncident(house.db, duty, incidentInput({ id: input.id, killed: 9 }), 1)).rejects.toMatchObject({
      code: 'version_conflict',
    });
  });

  it('keeps two statuses for two owners', async () => {
    const input = incidentInput();
    await recordIncident(house.db, duty, input);
    const confirmed = await confirmIncident(house.db, duty, {
      id: input.id,
      basedOn: 1,
      status: 'confirmed',
      note: 'Patrol saw it.',
    });
    expect(confirmed.core).toMatchObject({
      operational: 'confirmed',
      humanRights: 'not_examined',
      statusNote: 'Patrol saw it.',
    });
    await expect(
      verifyIncident(house.db, duty, { id: input.id, basedOn: 2, status: 'allegation', note: null }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const verified = await verifyIncident(house.db, officer, {
      id: input.id,
      basedOn: 2,
      status: 'allegation',
      note: null,
    });
    expect(verified.core.humanRights).toBe('allegation');
    await expect(
      verifyIncident(house.db, officer, { id: input.id, basedOn: 3, status: 'reasonable_grounds', note: null }),
    ).rejects.toMatchObject({ code: 'state_conflict' });
  });
});

describe('who sees what', () => {
  it('hides groups above the reader’s level and keeps them through a status change', async () => {
    const input = incidentInput({ account: { narrative: 'Only for some.' } });
    await recordIncident(house.db, duty, input);
    const seen = await house.db.read(reader, (tx) => readIncident(tx, input.id, now));
    expect(seen).not.toBeNull();
    expect(seen).not.toHaveProperty('account');
    await confirmIncident(house.db, duty, { id: input.id, basedOn: 1, status: 'confirmed', note: null });
    const after = await house.db.read(duty, (tx) => readIncident(tx, input.id, now));
    expect(after?.account?.narrative).toBe('Only for some.');
  });

  it('sends survivors of sexual violence to specialists at once', async () => {
    const input = incidentInput({
      type: 'sexual_violence',
      account: { narrative: 'Her words.' },
      place: 'House by the well',
    });
    const { incident } = await recordIncident(house.db, officer, input);
    expect(asWritten(incident).core.where.point).toBeNull();
    const common = await house.db.read(duty, (tx) => readIncident(tx, input.id, now));
    expect(JSON.stringify(common)).not.toMatch(/Her words|House by the well/);
    expect(asWritten(incident).protected).toMatchObject({ narrative: 'Her words.', exactPlace: 'House by the well' });
  });

  it('keeps reports against own people from the component accused', async () => {
    const input = incidentInput({ perpetrator: 'own_partner_force' });
    const conduct = await house.member(['conduct_discipline_officer'], {
      level: 'confidential',
      compartments: ['conduct_discipline'],
    });
    const { incident } = await recordIncident(house.db, duty, input);
    expect(Object.keys(incident)).toEqual(['receipt']);
    await house.db.read(duty, async (tx) => expect(await readIncident(tx, input.id, now)).toBeNull());
    const seen = await house.db.read(conduct, (tx) => readIncident(tx, input.id, now));
    expect(seen?.compartments).toEqual(['conduct_discipline']);
  });
});

describe('erasure and the ledger', () => {
  it('destroys names in every version, keeps the proof, and verification finds nothing', async () => {
    const head = await house.member(['head_of_office'], {
      level: 'strictly_confidential',
      compartments: ['human_rights'],
    });
    const input = incidentInput({ id: randomUUID(), person: 'Canary Person' });
    const { incident } = await recordIncident(house.db, officer, input);
    expect(asWritten(incident).protected?.people[0]?.name).toBe('Canary Person');
    const eraser = head.verbs.has('incident.erase') ? head : officer;
    await erasePeople(house.db, eraser, input.id, 'asked by the person');
    const after = await house.db.read(officer, (tx) => readIncident(tx, input.id, now));
    expect(after?.erased).toBe(true);
    expect(after).not.toHaveProperty('protected');
    const result = await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditIncidents] });
    expect(result.findings).toEqual([]);
    expect(result.lines).toBeGreaterThan(20);
  });
});
