/**
 * Who asks: a person, a job that acts for one, a channel, or the house itself.
 * Commands ask it for verbs; row-level security receives the same facts as transaction settings.
 */
import { type Compartment, LEVELS, type Level } from '../vocabulary/codes.ts';
import { KingaError } from './errors.ts';

export interface Principal {
  kind: 'person' | 'job' | 'channel' | 'system';
  /** What the ledger's `by` says: `person:<uuid>`, `job:<kind>`, `channel:<name>`, `system:<part>`. */
  by: string;
  person: string | null;
  name: string;
  mission: MissionRef | null;
  verbs: ReadonlySet<string>;
  level: Level;
  compartments: readonly string[];
  /** Area codes; `null` is the whole mission. */
  areas: readonly string[] | null;
}

export interface MissionRef {
  id: number;
  slug: string;
  /** Bit of each compartment's code in the masks that rows carry. */
  compartmentBits: ReadonlyMap<string, number>;
}

/** The house itself, for sign-in, first run and migrations of data. It sees accounts, never a room's records. */
export function systemPrincipal(part: string, mission: MissionRef | null = null): Principal {
  return {
    kind: 'system',
    by: `system:${part}`,
    person: null,
    name: `Kinga (${part})`,
    mission,
    verbs: new Set(),
    level: 'public',
    compartments: [],
    areas: null,
  };
}

/** @throws `forbidden` naming the verb, never the record */
export function must(principal: Principal, verb: string): void {
  if (!principal.verbs.has(verb)) throw new KingaError('forbidden', { verb });
}

/** @throws `no_mission` when the principal stands in none */
export function missionOf(principal: Principal): MissionRef {
  if (!principal.mission) throw new KingaError('no_mission');
  return principal.mission;
}

export const levelNumber = (level: Level): number => LEVELS.indexOf(level);
export const levelName = (n: number): Level => LEVELS[n] ?? 'strictly_confidential';

/** The mask that rows carry for these compartments; 0 is "the whole mission". */
export function compartmentMask(mission: MissionRef, codes: readonly (Compartment | string)[]): bigint {
  let mask = 0n;
  for (const code of codes) {
    const bit = mission.compartmentBits.get(code);
    if (bit === undefined) throw new KingaError('unknown_compartment', { code });
    mask |= 1n << BigInt(bit);
  }
  return mask;
}

/** The codes in a row's mask, in the mission's order. */
export function compartmentCodes(mission: MissionRef, mask: bigint): string[] {
  return [...mission.compartmentBits].filter(([, bit]) => (mask >> BigInt(bit)) & 1n).map(([code]) => code);
}
