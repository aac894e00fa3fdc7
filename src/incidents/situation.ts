/** The questions of papers, each asked by somebody who may read incidents; row-level security says what of them. */
import { foldName } from '../places/index.ts';
import type { Tx } from '../platform/database/database.ts';
import { must } from '../platform/principal.ts';
import type { Incident, IncidentFilter } from './contract.ts';
import { type Correction, corrections } from './store/corrections.ts';
import { readIncident, readVersions } from './store/read.ts';
import * as store from './store/situation.ts';
import { fromDatabase } from './store/source.ts';

export type {
  Coverage,
  HeldDataset,
  NamedActor,
  Spot,
  Stream,
  Sum,
  Told,
  Victims,
} from './store/situation.ts';
export { VAGUE_DAYS, VAGUE_PLACES } from './store/situation.ts';
export type { Correction };

/** Bound to one transaction and one ledger line, so that no two answers speak of different moments. */
export interface Situation {
  sums(filter: IncidentFilter, by?: store.Division): Promise<store.Sum[]>;
  victims(filter: IncidentFilter): Promise<store.Victims[]>;
  namedActors(filter: IncidentFilter): Promise<store.NamedActor[]>;
  /** When each of these names was last in a record that begins before the day; `null` where in none. */
  lastNamed(names: readonly string[], day: string): Promise<{ name: string; last: string | null }[]>;
  coverage(since: string, until: string): Promise<store.Coverage[]>;
  datasetsHeld(): Promise<store.HeldDataset[]>;
  gravest(filter: IncidentFilter, most: number): Promise<store.Told[]>;
  acrossEdges(from: string, to: string, most: number): Promise<store.Told[]>;
  spots(filter: IncidentFilter, most: number): Promise<store.Spot[]>;
  corrections(time: { from: string; to: string; before: string }): Promise<Correction[]>;
  incident(id: string): Promise<Incident | null>;
  /** When its first version became known; `null` where there is none. */
  recordedAt(id: string): Promise<string | null>;
}

/** @throws `forbidden` */
export function situation(tx: Tx, seq: number): Situation {
  must(tx.who, 'incident.read');
  return {
    sums: (filter, by = 'none') => store.sums(tx, filter, seq, by),
    victims: (filter) => store.victims(tx, filter, seq),
    namedActors: (filter) => store.namedActors(tx, filter, seq),
    lastNamed: async (names, day) => {
      const last = await store.lastNamed(tx, names.map(foldName), day, seq);
      return names.map((name) => ({ name, last: last.get(foldName(name)) ?? null }));
    },
    coverage: (since, until) => store.coverage(fromDatabase(tx, { to: until }, store.asOf(seq)), { since, until }),
    datasetsHeld: () => store.datasetsHeld(tx, seq),
    gravest: (filter, most) => store.gravest(tx, filter, seq, most),
    acrossEdges: (from, to, most) => store.acrossEdges(tx, from, to, seq, most),
    spots: (filter, most) => store.spots(tx, filter, seq, most),
    corrections: (time) => corrections(tx, { ...time, seq }),
    incident: (id) => readIncident(tx, id, seq),
    recordedAt: async (id) => (await readVersions(tx, id, seq))[0]?.knownFrom.at ?? null,
  };
}
