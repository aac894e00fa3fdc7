import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { incidentInput } from '../../../test/support/incidents.ts';
import { withOwner } from '../../platform/database/server-probe.ts';
import { canonical } from '../../platform/ledger/line.ts';
import { throwAwayKeys } from '../../platform/vault/keys.ts';
import { sentDigest } from '../prepare.ts';
import { keyDigests } from './key-digests.ts';
import { recordIncident } from './record-incident.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

/** As it was once kept: anybody who has the content has it too. */
const unkeyed = (by: string, input: unknown) =>
  createHash('sha256').update(by).update('\0').update(canonical(input)).digest();

describe('the digest of what was sent', () => {
  it('is nothing that somebody can make who has the content and no key', async () => {
    const duty = await house.member(['duty_officer'], { level: 'confidential' });
    const input = incidentInput();
    await recordIncident(house.db, duty, input);
    const stored = await withOwner(house.ownerUrl, (owner) =>
      owner.query<{ sent: Buffer }>('select sent from incidents.core where id = $1', [input.id]),
    );
    const [sent] = stored.rows.map((row) => row.sent);
    expect(sent).toEqual(sentDigest(house.keys, duty.by, input));
    expect(sent).not.toEqual(sentDigest(throwAwayKeys(), duty.by, input));
    expect(sent?.includes(unkeyed(duty.by, input))).toBe(false);
  });

  it('from before is brought under the key once, and what was sent then is still a repetition', async () => {
    const duty = await house.member(['duty_officer'], { level: 'confidential' });
    const [input, other] = [incidentInput(), incidentInput()];
    await recordIncident(house.db, duty, input);
    await recordIncident(house.db, duty, other);
    const conflict = { ...other, core: { ...other.core, title: 'Another' } };
    await expect(recordIncident(house.db, duty, conflict)).rejects.toMatchObject({ code: 'id_conflict' });
    await withOwner(house.ownerUrl, async (owner) => {
      await owner.query('update incidents.core set sent = $2 where id = $1', [input.id, unkeyed(duty.by, input)]);
      await owner.query('update incidents.held set sent = $2 where id = $1', [other.id, unkeyed(duty.by, conflict)]);
    });
    expect(await keyDigests(house.ownerUrl, house.keys)).toBe(2);
    expect(await keyDigests(house.ownerUrl, house.keys)).toBe(0);
    expect(await recordIncident(house.db, duty, input)).toMatchObject({ made: false });
    // Held once still, however often it comes.
    await expect(recordIncident(house.db, duty, conflict)).rejects.toMatchObject({ code: 'id_conflict' });
    const held = await withOwner(house.ownerUrl, (owner) =>
      owner.query('select from incidents.held where id = $1', [other.id]),
    );
    expect(held.rowCount).toBe(1);
  });
});
