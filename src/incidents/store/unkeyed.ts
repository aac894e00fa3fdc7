/** Finds digests without a key (they are shorter) and exchanges them. For the owner, at a start. */
import { withOwner } from '../../platform/database/server-probe.ts';

type Key = (digest: Uint8Array) => Buffer;

const STEP = 2000;

/** Of versions; a partial index finds them, or that there are none. */
export const keyVersions = (ownerUrl: string, key: Key): Promise<number> =>
  exchange(ownerUrl, key, 'incidents.core', 'version');

/** Of submissions that wait for a person. */
export const keyHeld = (ownerUrl: string, key: Key): Promise<number> => exchange(ownerUrl, key, 'incidents.held', '0');

/** @param distinct an integer that tells rows of one record apart, besides what was sent */
async function exchange(ownerUrl: string, key: Key, table: string, distinct: string): Promise<number> {
  return withOwner(ownerUrl, async (owner) => {
    for (let done = 0; ; ) {
      const { rows } = await owner.query<{ mission: number; id: string; n: number; sent: Buffer }>(
        `select mission, id, ${distinct} as n, sent from ${table} where octet_length(sent) = 32 limit ${STEP}`,
      );
      if (rows.length === 0) return done;
      await owner.query(
        `update ${table} t set sent = k.keyed
         from unnest($1::int[], $2::uuid[], $3::int[], $4::bytea[], $5::bytea[]) as k (mission, id, n, sent, keyed)
         where t.mission = k.mission and t.id = k.id and ${distinct} = k.n and t.sent = k.sent`,
        [
          rows.map((row) => row.mission),
          rows.map((row) => row.id),
          rows.map((row) => row.n),
          rows.map((row) => row.sent),
          rows.map((row) => key(row.sent)),
        ],
      );
      done += rows.length;
    }
  });
}
