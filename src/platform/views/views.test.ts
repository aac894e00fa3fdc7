import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import type { Principal } from '../principal.ts';
import { SavedViewInput } from './contract.ts';
import { dropView, keepView, viewsOf } from './keep-views.ts';

let house: TestHouse;
let ana: Principal;
let ben: Principal;
beforeAll(async () => {
  house = await testHouse();
  ana = await house.member(['analyst']);
  ben = await house.member(['reader']);
});
afterAll(() => house.close());

const view = (change: Partial<SavedViewInput> = {}): SavedViewInput =>
  SavedViewInput.parse({ name: 'North, unconfirmed', address: '?adm1=TM01&operational=unconfirmed', ...change });
const namesOf = async (who: Principal) => (await viewsOf(house.db, who)).map(({ name, isOwn }) => [name, isOwn]);

describe('a saved view', () => {
  it('is one’s own until it is shared, and again when it is not', async () => {
    const id = randomUUID();
    const kept = await keepView(house.db, ana, id, view(), 0);
    expect(await keepView(house.db, ana, id, view(), 0)).toEqual(kept);
    expect([await namesOf(ana), await namesOf(ben)]).toEqual([[['North, unconfirmed', true]], []]);
    await keepView(house.db, ana, id, view({ shared: true, name: 'North' }), 1);
    expect(await namesOf(ben)).toEqual([['North', false]]);
    await expect(keepView(house.db, ben, id, view(), 2)).rejects.toMatchObject({ code: 'not_found' });
    await expect(dropView(house.db, ben, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(keepView(house.db, ana, id, view({ name: 'East' }), 1)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await keepView(house.db, ana, id, view({ shared: false }), 2);
    expect(await namesOf(ben)).toEqual([]);
    await dropView(house.db, ana, id);
    await dropView(house.db, ana, id);
    expect(await namesOf(ana)).toEqual([]);
  });

  it('under an id that is somebody else’s is not kept', async () => {
    const id = randomUUID();
    await keepView(house.db, ana, id, view(), 0);
    await expect(keepView(house.db, ben, id, view(), 0)).rejects.toMatchObject({ code: 'id_conflict' });
    await dropView(house.db, ana, id);
  });

  it('sent 8 times at once is one', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => keepView(house.db, ana, id, view(), 0)));
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([1]));
    expect(await namesOf(ana)).toHaveLength(1);
  });

  it.each(['//evil.example', 'https://evil.example', '?a#b', 'javascript:alert(1)'])(
    'is no other address: %s',
    (address) => {
      expect(SavedViewInput.safeParse({ name: 'x', address }).success).toBe(false);
    },
  );
});
