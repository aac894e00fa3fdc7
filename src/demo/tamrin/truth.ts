/**
 * The truth beside the records, as tables: what happened and what set it off, who speaks of it, who was silent and why,
 * what became of each call. No room of the product reads it; it is there to score what the product finds out.
 */
import { ACTORS } from './actors.ts';
import { PROFILES } from './catalogue.ts';
import { DAYS, isoDay } from './clock.ts';
import { toLonLat } from './land/plane.ts';
import type { Pressure } from './life/pressures.ts';
import { pressuresOf } from './life/process.ts';
import { type Day, tellDays } from './life/tell.ts';
import { heardChance } from './life/witness.ts';
import type { World } from './life/world.ts';
import { LANGUAGE_WEIGHTS } from './presence/network.ts';
import { at } from './rng.ts';
import { story } from './story/story.ts';
import type { Plan } from './stream.ts';
import type { Table } from './tables.ts';

const iso = (instant: number) => new Date(instant).toISOString();
/** The day after the last is not over yet: empty. */
const until = (day: number) => (day >= DAYS ? null : isoDay(day));
const actorKey = (actor: number) => (actor < 0 ? null : at(ACTORS, actor).key);
const yes = (is: boolean) => (is ? 1 : 0);

export function truthTables(world: World, plan: Plan): Table[] {
  const { island, network, careers, bases, partners } = world;
  const place = (village: number) => at(island.settlements, village).names.en;
  const areaOf = (village: number) => at(island.adm2, at(island.settlements, village).adm2).code;
  const codes = (areas: readonly number[]) => areas.map((a) => at(island.adm2, a).code).join(' ');
  const days = (): Iterable<Day> => tellDays(world, plan.size, plan.routine);
  const told = story(world);

  return [
    {
      name: 'events',
      about: 'What truly happened, heard of or not.',
      columns: {
        event: 'its number, or story-… for those told by hand',
        at: 'moment, UTC',
        lon: 'degrees, WGS 84',
        lat: 'degrees, WGS 84',
        place: 'nearest settlement',
        adm2: 'code of the second-level area',
        type: 'code of the event type',
        actor: 'who did it (first party of a clash)',
        other: 'second party of a clash',
        commander: 'number of the commander in charge there on that day (commanders.csv)',
        cause: 'background, operation, wave, campaign: came by itself; follows, reprisal: set off by another event',
        parent: 'the event that set it off',
        pressure: 'number of the operation, wave or campaign that it comes from, by itself or through its parents',
        killed: 'dead, all',
        civilians: 'of them civilians',
        injured: 'people',
        abducted: 'people',
        displaced: 'people',
        arrested: 'people',
        night: '1 between 20:00 and 05:00',
        market: '1 on the market day of its area',
        heard_chance: 'the chance that the mission had of hearing of it',
      },
      rows: function* () {
        for (const { events } of days())
          for (const e of events) {
            const [lon, lat] = toLonLat(...e.point);
            yield [
              e.number,
              iso(e.instant),
              lon,
              lat,
              place(e.village),
              areaOf(e.village),
              at(PROFILES, e.profile).type,
              actorKey(e.actor),
              actorKey(e.other),
              e.commander < 0 ? null : e.commander,
              e.cause,
              e.parent < 0 ? null : e.parent,
              e.pressure < 0 ? null : e.pressure,
              e.killed,
              e.civilians,
              e.injured,
              e.abducted,
              e.displaced,
              e.arrested,
              yes(e.night),
              yes(e.market),
              Number(heardChance(world, e).toFixed(3)),
            ];
          }
        yield* told.events;
      },
    },
    {
      name: 'mentions',
      about:
        'Which record or row speaks of which event. A record without an event is false, routine or an empty alert.',
      columns: {
        record: 'id of the record in Kinga',
        event: 'the event it speaks of, empty when there is none',
        role: 'first, double (the same event again), false, alert, response, consequence, routine, row',
        data_set: 'own, or the slug of the outside data set',
        external_id: 'its id in the outside data set',
        first_known: 'when its first version became known, UTC',
        versions: 'how many versions it has today',
      },
      rows: function* () {
        for (const day of days())
          for (const { facts, stages, set } of day.told)
            yield [
              facts.id,
              facts.event < 0 ? null : facts.event,
              facts.role,
              set?.slug ?? 'own',
              set ? `${set.prefix}-${String(facts.ordinal).padStart(7, '0')}` : null,
              iso(at(stages, 0).at),
              stages.length,
            ];
        yield* told.mentions;
      },
    },
    {
      name: 'alerts',
      about: 'Calls about what was coming, what was done about them and what came of it.',
      columns: {
        record: 'id of the observation that holds the call',
        event: 'the event that came, empty when none did',
        place: 'where it was said to come',
        adm2: 'code of the second-level area',
        raised: 'when the call came, UTC',
        called_back: 'when the assistant called back, empty when nobody got through',
        base: 'where the patrol came from, empty when none set out',
        departed: 'UTC',
        arrived: 'when it arrived or would have, UTC',
        outcome:
          'deterred, stopped, late, left_before (came and left before it happened), turned_back, none, false (nothing was coming)',
        reason:
          'why nobody came: road, distance, night, asset, not_believed, host_refusal, other_priority, communications',
        activity: 'id of the patrol’s record',
      },
      rows: function* () {
        const moment = (t: number | null) => (t === null ? null : iso(t));
        for (const day of days())
          for (const a of day.alerts)
            yield [
              a.record,
              a.event < 0 ? null : a.event,
              place(a.village),
              areaOf(a.village),
              iso(a.raised),
              moment(a.calledBack),
              a.base === null ? null : place(at(bases, a.base).village),
              moment(a.departed),
              moment(a.arrived),
              a.outcome,
              a.reason,
              a.activity,
            ];
        yield* told.alerts;
      },
    },
    {
      name: 'pressures',
      about: 'Operations of the army, waves of the groups, and the campaign in the valley.',
      columns: {
        pressure: 'number',
        cause: 'operation, wave, campaign',
        actor: 'who',
        areas: 'codes of second-level areas',
        from: 'first day',
        to: 'day after the last, empty when it goes on',
      },
      rows: () =>
        pressuresOf(world).map((p: Pressure) => [
          p.number,
          p.cause,
          actorKey(p.actor),
          codes(p.areas),
          isoDay(p.from),
          until(p.to),
        ]),
    },
    {
      name: 'silences',
      about: 'When somebody who calls could not or did not, and why.',
      columns: {
        place: 'settlement',
        adm2: 'code of the second-level area',
        from: 'first silent day',
        to: 'day on which the line is open again, empty when it is not',
        cause: 'mast_down, no_power, phone_lost, moved_away, threatened, held',
        valley: '1 where it belongs to the silence before the campaign',
      },
      rows: function* () {
        for (const { village, silences } of network.values())
          for (const { from, to, cause, ofCampaign } of silences)
            yield [place(village), areaOf(village), isoDay(from), until(to), cause, yes(ofCampaign)];
      },
    },
    {
      name: 'focal_points',
      about: 'The alert network. All names are invented.',
      columns: {
        place: 'settlement',
        adm2: 'code',
        name: 'invented',
        language: 'of the calls',
        handler: 'number of the liaison assistant',
        joined: 'day',
      },
      rows: () =>
        [...network.values()].map((p) => [
          place(p.village),
          areaOf(p.village),
          p.name.en,
          p.language,
          p.handler,
          isoDay(p.joined),
        ]),
    },
    {
      name: 'commanders',
      about: 'Posts held by commanders. All names are invented.',
      columns: {
        commander: 'number',
        name: 'invented',
        actor: 'whose',
        sector: 'number within the actor',
        areas: 'codes of second-level areas',
        from: 'day',
        to: 'day after the last, empty for who holds it today',
        end: 'killed, moved, removed, changed_side',
      },
      rows: () =>
        careers.posts.map((p) => [
          p.commander,
          at(careers.commanders, p.commander).name.en,
          actorKey(p.actor),
          p.sector,
          codes(p.areas),
          isoDay(p.from),
          until(p.to),
          p.end,
        ]),
    },
    {
      name: 'bases',
      about: 'Where the mission stands.',
      columns: {
        place: 'settlement',
        lon: 'degrees',
        lat: 'degrees',
        from: 'day',
        to: 'day after the last, empty when it stands today',
        troops_before: 'before the renewal',
        troops_after: 'after it',
      },
      rows: () =>
        bases.map((b) => [
          place(b.village),
          ...toLonLat(...at(island.settlements, b.village).point),
          isoDay(b.from),
          until(b.to),
          ...b.troops,
        ]),
    },
    {
      name: 'partners',
      about: 'Who else protects. All invented.',
      columns: {
        name: 'English',
        kind: 'what it is',
        does: 'what it does',
        areas: 'codes of second-level areas',
        from: 'day',
        to: 'day after the last, empty when it is there today',
      },
      rows: () => partners.map((p) => [p.names.en, p.kind, p.does, codes(p.areas), isoDay(p.from), until(p.to)]),
    },
    {
      name: 'languages',
      about: 'What callers of each first-level area speak, in tenths.',
      columns: { adm1: 'code', name: 'English', en: 'tenths', fr: 'tenths', ar: 'tenths' },
      rows: () => island.adm1.map((a, i) => [a.code, a.names.en, ...at(LANGUAGE_WEIGHTS, i % LANGUAGE_WEIGHTS.length)]),
    },
  ];
}
