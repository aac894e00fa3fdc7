/** What a page needs to know about who is signed in, and the mission they look at. */
import type { Database } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { type MissionRow, missionRef, readMissions } from '../missions/store.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { keyedDigest } from '../vault/keys.ts';
import { type MissionInSession, MissionSettings, type Session } from './contract.ts';
import { verbsOf } from './rules.ts';
import { membership, personById } from './store.ts';

const house = systemPrincipal('session');
const NOWHERE = { roles: [], level: 'public' as const, compartments: [], areas: null };

/**
 * @param session the hash of the session's secret
 * @param slug the mission the page shows; without one, the person's first
 */
export async function sessionAnswer(db: Database, who: Principal, session: Buffer, slug?: string): Promise<Session> {
  const [row, missions] = await db.read(
    who,
    async (tx) => [await personById(tx, who.person ?? ''), await readMissions(tx)] as const,
  );
  if (!row) throw new KingaError('not_signed_in');
  const shown = slug ? missions.find((m) => m.slug === slug) : missions[0];
  const scope = shown
    ? await db.read(house, async (tx) => {
        const ref = await missionRef(tx, shown.slug);
        return ref && membership(tx, ref, row.id);
      })
    : null;
  return {
    person: {
      id: row.id,
      name: row.name,
      email: row.email,
      language: row.language,
      totp: row.totp_secret !== null,
      passphrase: row.passphrase_hash !== null,
      verbs: scope ? verbsOf(scope.roles) : [],
      ...(scope ?? NOWHERE),
    },
    mission: shown ? missionInSession(shown, db.clock.now()) : null,
    missions: missions.map(({ slug: s, names, simulated }) => ({ slug: s, names, simulated })),
    desk: {
      drafts: deskKey(db, 'desk drafts', Buffer.from(row.id)),
      seen: deskKey(db, 'desk seen', session),
    },
  };
}

export function missionInSession(row: MissionRow, now: Date): MissionInSession {
  return {
    id: row.id,
    slug: row.slug,
    names: row.names,
    framework: { code: row.framework.code, names: row.framework.name },
    timeZone: row.time_zone,
    simulated: row.simulated,
    bounds: row.bounds,
    levels: row.framework.levels,
    settings: MissionSettings.parse(row.settings),
    now: now.toISOString(),
  };
}

/** 32 bytes that a seized browser cannot be opened with: only the house makes them, and only for who is signed in. */
const deskKey = ({ keys }: Database, purpose: string, whose: Buffer): string =>
  keyedDigest(keys, purpose, whose).subarray(0, 32).toString('base64');
