/** API tokens: for programs, in one mission, with no more verbs than their maker has. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { KingaError } from '../../errors.ts';
import { recordAct } from '../../ledger/store.ts';
import { missionOf, must, type Principal } from '../../principal.ts';
import type { MakeToken } from '../contract.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { insertToken, revokeToken } from '../store.ts';

/** @returns the token, told once and never again */
export async function makeToken(db: Database, who: Principal, input: z.infer<typeof MakeToken>) {
  must(who, 'token.make');
  const beyond = input.scopes.find((verb) => !who.verbs.has(verb));
  if (beyond) throw new KingaError('above_own_level', { what: beyond });
  const person = who.person ?? '';
  const [id, token] = [randomUUID(), newSecret('kinga_')];
  return db.write(who, async (tx) => {
    const expiresAt = new Date(tx.clock.now().getTime() + input.days * 86_400_000);
    await insertToken(tx, {
      id,
      hash: secretHash(token),
      mission: missionOf(who),
      person,
      name: input.name,
      scopes: input.scopes,
      expiresAt,
    });
    await recordAct(tx, {
      verb: 'token.make',
      room: 'platform.api_token',
      record: id,
      content: { scopes: input.scopes },
    });
    return { id, token, expiresAt: expiresAt.toISOString() };
  });
}

/** One's own, or (with `people.manage`) anybody's in the mission; row-level security tells which. */
export async function endToken(db: Database, who: Principal, id: string): Promise<void> {
  await db.write(who, async (tx) => {
    if (!(await revokeToken(tx, id))) throw new KingaError('not_found');
    await recordAct(tx, { verb: 'token.end', room: 'platform.api_token', record: id, content: {} });
  });
}
