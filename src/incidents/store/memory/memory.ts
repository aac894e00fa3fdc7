/**
 * What filters compare, held in this process's memory: sums, time bars, tiles and the order of lists over a million records
 * take it a fraction of what the database needs (docs/decisions/0016). It is a copy that the server may lose: it follows the
 * ledger line by line, row-level security says whose rows are counted, and records themselves are read from the database.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RawBuilder } from 'kysely';
import { type Columnar, openColumnar } from '../../../platform/database/columnar.ts';
import { type Database, openDatabase, type Tx } from '../../../platform/database/database.ts';
import { resolveAsOf } from '../../../platform/ledger/store.ts';
import { missionOf } from '../../../platform/principal.ts';
import type { IncidentFilter } from '../../contract.ts';
import type { Line } from '../filter.ts';
import { fromDatabase, type Source } from '../source.ts';
import { inMemory, isHeld } from './conditions.ts';
import { follow, TABLES, versionsUpTo } from './follow.ts';
import { emptyOf, type Held } from './held.ts';
import { visibleScopes } from './scopes.ts';
import { linesWithWords } from './words.ts';

export interface Memory {
  /** Where a question is answered from at this moment. What is not yet read is begun, and the database answers. */
  source(tx: Tx, filter: IncidentFilter, line: Line): Promise<Source>;
  /** Resolves when nothing is being read in. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface MemoryOptions {
  /** Missions with at least so many versions are held; smaller ones are as quick without. */
  from?: number;
  /** So many lines are caught up with while somebody waits, in a fraction of a second; more of them in the background. */
  atOnce?: number;
  /** Hears why a mission's versions could not be read in: its memory did not suffice, the database went away. */
  failed?(error: unknown): void;
  /** Hears that a mission is held from now on, up to which ledger line, and how long reading it took. */
  held?(what: { mission: number; line: number; ms: number }): void;
  open?: typeof openColumnar;
}

interface Mission {
  held: Held | null;
  /** The ledger line below which it cannot have become large. */
  smallBelow: number;
  /** What is being read, one after the other. */
  reading: Promise<void> | null;
  /** After a failure: not tried again before this moment, and how long that was. */
  pause: { until: number; ms: number };
}

/** Milliseconds without a question, and how long reading waits for them at most. */
const QUIET = 300;
const PATIENCE = 2_000;

const NO_PAUSE = { until: 0, ms: 0 };
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 3_600_000;

export function openMemory(
  db: Database,
  {
    from = 20_000,
    atOnce = 5_000,
    failed = () => undefined,
    held: hears = () => undefined,
    open = openColumnar,
  }: MemoryOptions = {},
): Memory {
  // Connections of its own: whoever asks holds one while the columns catch up, and all could wait for one more.
  const own = openDatabase({ url: db.url, clock: db.clock, keys: db.keys, max: 5 });
  const missions = new Map<number, Mission>();
  let closed = false;
  let askedAt = 0;

  /** What nobody waits for is read while nobody asks, or a little of it now and then. */
  async function quiet(): Promise<boolean> {
    const since = performance.now();
    const isBusy = () => performance.now() < Math.min(askedAt + QUIET, since + PATIENCE);
    while (!closed && isBusy()) await sleep(QUIET / 3);
    return !closed;
  }

  async function read(id: number, mission: Mission, last: number, awaited: boolean): Promise<void> {
    let opened: Columnar | null = null;
    const begun = performance.now();
    try {
      if (!mission.held) {
        const missing = from - (await versionsUpTo(own, id, from));
        mission.smallBelow = last + missing;
        if (missing > 0) return;
        opened = await open('incidents');
        for (const sql of TABLES) await opened.rows({ sql, parameters: [] });
      }
      const held = mission.held ?? emptyOf(opened as Columnar);
      await follow(own, id, held, awaited ? async () => !closed : quiet);
      if (closed) opened?.close();
      else mission.held = held;
      if (opened) hears({ mission: id, line: held.line, ms: Math.round(performance.now() - begun) });
      mission.pause = NO_PAUSE;
    } catch (error) {
      // What was held is whole up to its line, and is read on later; what was half is no use. Till then the database answers.
      opened?.close();
      const ms = Math.min(2 * mission.pause.ms || FIRST_PAUSE, LONGEST_PAUSE);
      mission.pause = { until: performance.now() + ms, ms };
      if (!closed) failed(error);
    }
  }

  const begin = (id: number, mission: Mission, last: number, awaited: boolean): Promise<void> => {
    mission.reading ??= read(id, mission, last, awaited).finally(() => {
      mission.reading = null;
    });
    return mission.reading;
  };

  /** The mission's columns when they are at the last line; `null` while they are not, or are not worth it. */
  async function upTo(id: number, last: number): Promise<Held | null> {
    const mission: Mission = missions.get(id) ?? { held: null, smallBelow: from, reading: null, pause: NO_PAUSE };
    missions.set(id, mission);
    if (!mission.held && last < mission.smallBelow) return null;
    // What is being read began before this question and may end short of its line: then it is read on.
    for (let turn = 0; turn < 2 && (mission.held?.line ?? -1) < last; turn++) {
      if (closed || performance.now() < mission.pause.until) return null;
      const far = !mission.held || last - mission.held.line > atOnce;
      const reading = begin(id, mission, last, !far);
      if (far) return null;
      await reading;
    }
    return mission.held && mission.held.line >= last ? mission.held : null;
  }

  return {
    async source(tx, filter, line) {
      askedAt = performance.now();
      const database = () => fromDatabase(tx, filter, line);
      if (!isHeld(filter)) return database();
      const { seq: last } = line.latest ? line : await resolveAsOf(tx);
      const mission = missionOf(tx.who).id;
      const held = await upTo(mission, last);
      if (!held) return database();
      const scopes = await visibleScopes(own, tx.who, held);
      const words = filter.q?.trim() ? await linesWithWords(own, mission, held, filter.q.trim(), last) : null;
      return {
        ask: <R>(question: RawBuilder<R>) => held.columnar.rows<R>(question.compile(tx.db)),
        matching: inMemory(filter, line, scopes, words),
        get database() {
          return database();
        },
      };
    },
    async settled() {
      for (const { reading } of missions.values()) await reading;
    },
    async close() {
      closed = true;
      await this.settled();
      for (const { held } of missions.values()) held?.columnar.close();
      await own.close();
    },
  };
}
