/** Who asks, from a session cookie or a bearer token; and what they are in a mission. */
import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import type { Gatekeeper, Identity } from '../http/server.ts';
import { missionRef } from '../missions/store.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { sessionIsOver, verbsOf } from './rules.ts';
import { secretHash } from './secrets.ts';
import { membership, personById, sessionByHash, tokenByHash, touchSession, touchToken } from './store.ts';

export const COOKIE = 'kinga_session';
/** Over TLS the browser itself refuses this name to whoever is not this very host, by TLS. */
export const cookieName = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? `__Host-${COOKIE}` : COOKIE;
const house = systemPrincipal('gatekeeper');
/** A session's last sign of life is written at most this often. */
const TOUCH_EVERY = 60_000;

const nobody: Principal = { ...systemPrincipal('nobody'), kind: 'person', by: 'nobody', name: '' };

export function gatekeeper(db: Database): Gatekeeper {
  return {
    nobody,
    async identify(request) {
      const bearer = /^Bearer (kinga_[\w-]+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (bearer) return byToken(db, bearer);
      const cookie = request.cookies[cookieName(request)];
      return cookie ? bySession(db, cookie, idleOf(request)) : null;
    },
    async enter(identity, slug) {
      if (identity.token && identity.token.mission !== slug) throw new KingaError('no_mission');
      return db.read(house, async (tx) => {
        const mission = await missionRef(tx, slug);
        const scope = mission && (await membership(tx, mission, identity.person));
        if (!mission || !scope) throw new KingaError('no_mission');
        const verbs = verbsOf(scope.roles);
        const carried = identity.token ? verbs.filter((v) => identity.token?.scopes.includes(v)) : verbs;
        return { ...person(identity), ...scope, mission, verbs: new Set<string>(carried) };
      });
    },
    outside: person,
  };
}

/** The session behind a request, for "which of these is this one". */
export const sessionOf = (request: FastifyRequest): Buffer | null => {
  const cookie = request.cookies[cookieName(request)];
  return cookie ? secretHash(cookie) : null;
};

const person = (identity: Identity): Principal => ({
  kind: 'person',
  by: `person:${identity.person}`,
  person: identity.person,
  name: identity.name,
  mission: null,
  verbs: new Set(),
  level: 'public',
  compartments: [],
  areas: null,
});

/**
 * How long ago the person was last at their page, in milliseconds: a page that asks by itself (live events, progress) says
 * so in `Kinga-Idle`, in seconds, and must not keep a session open that nobody sits at. `null`: the request says nothing
 * about anybody.
 */
function idleOf(request: FastifyRequest): number | null {
  if ((request.routeOptions.config as { quiet?: boolean }).quiet) return null;
  const said = Number(request.headers['kinga-idle'] ?? 0);
  return Number.isFinite(said) && said >= 0 ? said * 1000 : 0;
}

async function bySession(db: Database, cookie: string, idle: number | null): Promise<Identity | null> {
  const found = await db.read(house, async (tx) => {
    const session = await sessionByHash(tx, secretHash(cookie));
    if (!session || sessionIsOver(session, tx.clock.now())) return null;
    const row = await personById(tx, session.person);
    return row && !row.disabled_at ? { session, row } : null;
  });
  if (!found) return null;
  const { session, row } = found;
  const seen = db.clock.now().getTime() - (idle ?? Number.POSITIVE_INFINITY);
  if (seen - session.lastSeenAt.getTime() > TOUCH_EVERY)
    await db.write(house, (tx) => touchSession(tx, session.id, new Date(seen)));
  return { person: row.id, name: row.name, language: row.language, session: session.id };
}

async function byToken(db: Database, secret: string): Promise<Identity | null> {
  return db.write(house, async (tx) => {
    const token = await tokenByHash(tx, secretHash(secret));
    if (!token || token.revoked_at || token.expires_at <= tx.clock.now()) return null;
    const row = await personById(tx, token.person);
    if (!row || row.disabled_at) return null;
    if (!token.last_used_at || tx.clock.now().getTime() - token.last_used_at.getTime() > TOUCH_EVERY)
      await touchToken(tx, token.id);
    return {
      person: row.id,
      name: row.name,
      language: row.language,
      session: null,
      token: { id: token.id, mission: token.mission_slug, scopes: token.scopes },
    };
  });
}
