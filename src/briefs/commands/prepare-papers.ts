/** The daily is ready in the morning, and the weekly on Mondays: prepared by a job that runs as a named person of the mission. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { verbsOf } from '../../platform/accounts/rules.ts';
import { membership, personById } from '../../platform/accounts/store.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import type { JobContext, Jobs } from '../../platform/jobs/runner.ts';
import { missionRef, readMissions } from '../../platform/missions/store.ts';
import { type MissionRef, type Principal, systemPrincipal } from '../../platform/principal.ts';
import type { SavePaper, Template } from '../contract.ts';
import { addDays, instantIn, wallClock, weekName, weekOf } from '../rules/period.ts';
import { isPrepared } from '../store/papers.ts';
import { readTemplate } from '../store/templates.ts';
import { savePaper } from './save-paper.ts';

export const PREPARE_JOB = 'briefs.prepare';
const house = systemPrincipal('papers');

export type Due = Pick<SavePaper, 'kind' | 'at' | 'language'> & { asOf: string };
const nameOf = ({ kind, at, language }: Due): string => `${kind} ${at} ${language}`;

/** What should be ready at an instant. Pure. */
export function dueAt(template: Template, timeZone: string, now: string): Due[] {
  const { day, time } = wallClock(timeZone, now);
  if (time < template.dailyAt) return [];
  const ready = instantIn(timeZone, day, template.dailyAt);
  const monday = new Date(day).getUTCDay() === 1;
  const { year, week } = weekOf(addDays(day, -7));
  return template.prepare.flatMap((language): Due[] => [
    { kind: 'daily', at: day, language, asOf: ready },
    ...(monday ? [{ kind: 'weekly' as const, at: weekName(year, week), language, asOf: ready }] : []),
  ]);
}

/** Makes one that is due, unless it is there. Safe to run twice. */
export async function preparePaper({ db, who, params }: JobContext): Promise<Record<string, unknown>> {
  const due = params as Due;
  const name = nameOf(due);
  if (await db.read(who, (tx) => isPrepared(tx, name))) return { paper: null };
  try {
    return { paper: (await savePaper(db, who, { ...due, id: randomUUID(), words: {} }, name)).id };
  } catch (error) {
    // Somebody else's run was faster: it is there.
    if (isUniqueViolation(error) || (await db.read(who, (tx) => isPrepared(tx, name)))) return { paper: null };
    throw error;
  }
}

/** Looks once a minute whether something is due, and starts a job for it. */
export function prepareOnTime(db: Database, jobs: Pick<Jobs, 'start'>, log: Logger): { stop(): void } {
  const look = lookForDue(db, jobs);
  const quietly = () => {
    look().catch(() => log.warn('papers that were due could not be prepared'));
  };
  quietly();
  const timer = setInterval(quietly, 60_000);
  return { stop: () => clearInterval(timer) };
}

/** One look over all missions. It remembers what it started: the next look comes before the paper is there. */
export function lookForDue(db: Database, jobs: Pick<Jobs, 'start'>): () => Promise<void> {
  const started = new Set<string>();
  return async () => {
    for (const { slug, time_zone } of await db.read(house, (tx) => readMissions(tx))) {
      const who = await preparer(db, slug);
      if (!who) continue;
      for (const due of dueAt(who.template, time_zone, db.clock.now().toISOString())) {
        const name = `${slug} ${nameOf(due)}`;
        if (started.has(name) || (await db.read(who.principal, (tx) => isPrepared(tx, nameOf(due))))) continue;
        await jobs.start(who.principal, PREPARE_JOB, due);
        started.add(name);
      }
    }
  };
}

/** The person papers are prepared as, with what they may do and see today; `null` when nobody is, or no longer may. */
async function preparer(db: Database, slug: string): Promise<{ principal: Principal; template: Template } | null> {
  return db.read(house, async (tx) => {
    const mission = await missionRef(tx, slug);
    const found = mission && (await readTemplate({ ...tx, who: { ...house, mission } }));
    if (!mission || !found?.preparedAs) return null;
    const principal = await asMember(db, mission, found.preparedAs.person);
    return principal && { principal, template: found.template };
  });
}

async function asMember(db: Database, mission: MissionRef, id: string): Promise<Principal | null> {
  return db.read(house, async (tx) => {
    const person = await personById(tx, id);
    const scope = await membership(tx, mission, id);
    if (!person || person.disabled_at || !scope) return null;
    const verbs = new Set<string>(verbsOf(scope.roles));
    if (!verbs.has('brief.edit') || !verbs.has('brief.compose')) return null;
    return { ...scope, kind: 'job', by: `person:${id}`, person: id, name: person.name, mission, verbs };
  });
}
