/** Whatever people and newer rules do to a provision, in whatever order: nobody's word is lost, and the past stays. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import { verifyLedger } from '../platform/ledger/verify.ts';
import type { Principal } from '../platform/principal.ts';
import { MANDATE_TASKS, type MandateTask } from '../vocabulary/codes.ts';
import { readAgain } from './commands/read-again.ts';
import { reviewProvision } from './commands/review-provisions.ts';
import { AddMandate, type Mandate, type ReviewProvision } from './contract.ts';
import { addMandate, auditMandates, reviewMany } from './index.ts';
import { provisionVersions, wholeMandate } from './queries.ts';
import { readMandate } from './reading/read.ts';

const text = `The Security Council,

Recalling its resolution 9401 (2026),

1. Decides that the mission shall protect civilians under threat of physical violence;

2. Requests the mission to monitor and report on human rights;

3. Calls upon all parties to allow humanitarian access;
`;

let house: TestHouse;
let head: Principal;
beforeAll(async () => {
  house = await testHouse();
  head = await house.member(['head_of_office']);
});
afterAll(() => house.close());

const step = fc.oneof(
  fc.record({ act: fc.constant('confirm' as const), which: fc.nat(3) }),
  fc.record({ act: fc.constant('correct' as const), which: fc.nat(3), task: fc.constantFrom(...MANDATE_TASKS) }),
  fc.record({ act: fc.constant('many' as const) }),
  fc.record({ act: fc.constant('again' as const), lost: fc.nat(3) }),
);

const look = (id: string, asked?: string): Promise<Mandate> =>
  house.db.read(head, async (tx) => wholeMandate(tx, id, await resolveAsOf(tx, asked)));

function correction({ span }: Mandate['provisions'][number], task: MandateTask): ReviewProvision {
  const code = { code: task, modality: 'assist' as const, tier: null, span, strength: null, addressees: [] };
  return { act: 'correct', codes: [code], qualifiers: [], note: null };
}

it('keeps what a person vouches for, and every version without a gap', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const id = randomUUID();
      const about = { kind: 'resolution', symbol: 'S/RES/1', date: '2030-01-01', own: true } as const;
      await addMandate(house.db, head, AddMandate.parse({ id, text, ...about }));
      const past: [string, Mandate][] = [];
      let rules = 1;
      for (const next of steps) {
        const before = await look(id);
        past.push([await house.db.read(head, async (tx) => String((await resolveAsOf(tx)).seq)), before]);
        if (next.act === 'again') {
          rules += 1;
          await readAgain(house.db, head, id, (source) => {
            const { paragraphs, ...reading } = readMandate(source);
            const kept = paragraphs.filter((_, i) => i !== next.lost).map((p) => ({ ...p, heading: `${rules}` }));
            return { ...reading, paragraphs: kept, rules: `${rules}` };
          });
          const after = new Map((await look(id)).provisions.map((provision) => [provision.id, provision]));
          for (const provision of before.provisions)
            if (provision.review !== 'read') expect(after.get(provision.id)).toEqual(provision);
            else expect(after.get(provision.id)?.heading ?? `${rules}`).toBe(`${rules}`);
        } else if (next.act === 'many') {
          const provisions = before.provisions.map(({ id: one, version }) => ({ id: one, version }));
          await reviewMany(house.db, head, id, { provisions });
          expect((await look(id)).provisions.every(({ review }) => review !== 'read')).toBe(true);
        } else {
          const one = before.provisions[next.which % before.provisions.length];
          if (!one) continue;
          const review = next.act === 'confirm' ? { act: next.act, note: null } : correction(one, next.task);
          const at = { mandate: id, id: one.id, basedOn: one.version };
          const done = reviewProvision(house.db, head, at, review);
          if (next.act === 'confirm' && one.review !== 'read')
            await expect(done).rejects.toMatchObject({ code: 'state_conflict' });
          else expect((await done).version).toBe(one.version + 1);
        }
      }
      for (const [seq, mandate] of past) expect(await look(id, seq)).toEqual(mandate);
      for (const { id: provision, version } of (await look(id)).provisions) {
        const versions = await provisionVersions(house.db, head, { id, provision });
        expect(versions.map((one) => one.version)).toEqual(Array.from({ length: version }, (_, n) => n + 1));
      }
    }),
    { numRuns: 25 },
  );
  const { findings } = await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditMandates] });
  expect(findings).toEqual([]);
}, 120_000);
