import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSPHRASE, type TestHouse, testHouse } from '../../../test/support/house.ts';
import { VERBS } from '../../vocabulary/index.ts';
import type { Principal } from '../principal.ts';
import { makePerson, setAccountOpen } from './commands/operate.ts';
import { passphraseFits } from './secrets.ts';
import { personByEmail } from './store.ts';

let house: TestHouse;
let operator: Principal;

beforeAll(async () => {
  house = await testHouse();
  const { mission } = house;
  const all = { verbs: new Set<string>(VERBS), level: 'strictly_confidential', compartments: [], areas: null } as const;
  operator = { kind: 'channel', by: 'operator:test', person: null, name: 'test', mission, ...all, compartments: [] };
});
afterAll(() => house.close());

const email = 'first@example.org';
const scope = { roles: ['administrator'], level: 'internal', compartments: [], areas: null } as const;
const make = () =>
  makePerson(
    house.db,
    operator,
    { name: 'First', email, language: 'fr', passphrase: PASSPHRASE },
    {
      ...scope,
      roles: [...scope.roles],
      compartments: [],
    },
  );
const person = () => house.db.read(operator, (tx) => personByEmail(tx, email));

it('a person is made once; made again they keep their passphrase', async () => {
  expect((await make()).isNew).toBe(true);
  expect((await make()).isNew).toBe(false);
  expect(await passphraseFits((await person())?.passphrase_hash ?? null, PASSPHRASE)).toBe(true);
});

it('an account is shut and opened again, but never the last administrator’s', async () => {
  await expect(setAccountOpen(house.db, operator, email, false)).rejects.toMatchObject({ code: 'last_administrator' });
  await house.member(['administrator']);
  await setAccountOpen(house.db, operator, email, false);
  expect((await person())?.disabled_at).not.toBeNull();
  await setAccountOpen(house.db, operator, email, true);
  expect((await person())?.disabled_at).toBeNull();
});
