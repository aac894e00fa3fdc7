import { beforeAll, describe, expect, test } from 'vitest';
import { DAY, HOUR } from './clock.ts';
import { SIMULATED_NOW, STORY_NIGHT, type Table, type Tamrin, tamrin, type Write } from './index.ts';
import { knoxRatio } from './knox.test-help.ts';
import { toPlane } from './land/plane.ts';

type Row = Record<string, string | number | null>;

/** A table as objects, under the names of its columns. */
function rowsOf(tables: readonly Table[], name: string): Row[] {
  const table = tables.find((t) => t.name === name);
  const columns = Object.keys(table?.columns ?? {});
  const rows = [...(table?.rows() ?? [])];
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
  return rows.map((row) => Object.fromEntries(columns.map((c, i) => [c, row[i] ?? null])));
}

let country: Tamrin;
let versions: Map<string, Write[]>;
let events: Row[];
let mentions: Row[];
let alerts: Row[];
let silences: Row[];
let byEvent: Map<string | number | null | undefined, Row[]>;
const last = (id: unknown) => versions.get(String(id))?.at(-1)?.input.core;
const best = (id: unknown) => last(id)?.figures.find((f) => f.harm === 'killed' && f.group === 'all')?.total.best ?? 0;
const share = <T>(all: readonly T[], keep: (one: T) => boolean) => all.filter(keep).length / all.length;
const time = (cell: unknown) => Date.parse(String(cell));

beforeAll(() => {
  country = tamrin();
  versions = Map.groupBy(country.writes(), (w) => w.input.id);
  const tables = country.truth();
  events = rowsOf(tables, 'events');
  mentions = rowsOf(tables, 'mentions');
  alerts = rowsOf(tables, 'alerts');
  silences = rowsOf(tables, 'silences');
  byEvent = Map.groupBy(mentions, (m) => m.event);
}, 120_000);

describe('the truth and the records', () => {
  test('every record is in the truth once, and every link of the truth resolves', () => {
    expect(new Set(mentions.map((m) => m.record))).toEqual(new Set(versions.keys()));
    expect(mentions).toHaveLength(versions.size);
    const known = new Map(events.map((e) => [e.event, e]));
    expect(known.size).toBe(events.length);
    for (const m of mentions) {
      expect(m.event === null || known.has(m.event)).toBe(true);
      expect(versions.get(String(m.record))?.[0]?.at.toISOString()).toBe(m.first_known);
      expect(versions.get(String(m.record))).toHaveLength(Number(m.versions));
    }
    for (const a of alerts) {
      expect(last(a.record)?.tags).toContain('alert');
      expect(a.event === null || known.has(a.event)).toBe(true);
      expect(a.activity === null || last(a.activity)?.kind === 'activity').toBe(true);
    }
  });

  test('nothing is known before it happened, but for calls that warn of it and who was sent out on them', () => {
    const sentOut = new Set(alerts.map((a) => a.activity));
    const at = new Map(events.map((e) => [e.event, time(e.at)]));
    for (const m of mentions)
      if (m.event !== null && m.role !== 'alert' && !sentOut.has(m.record))
        expect(time(m.first_known)).toBeGreaterThanOrEqual(at.get(m.event) ?? 0);
    const warned = alerts.filter((a) => a.event !== null && time(a.raised) < (at.get(a.event) ?? 0));
    expect(warned.length).toBeGreaterThan(50);
  });

  test('an event knows what set it off: earlier, near, and in the same wave', () => {
    const known = new Map(events.map((e) => [e.event, e]));
    let children = 0;
    for (const e of events) {
      if (e.parent === null || String(e.event).startsWith('story')) continue;
      children++;
      const parent = known.get(e.parent);
      expect(time(e.at) - time(parent?.at)).toBeGreaterThan(-DAY);
      expect(e.pressure).toBe(parent?.pressure);
      const [a, b] = [e, parent].map((x) => toPlane(Number(x?.lon), Number(x?.lat)));
      expect(Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0))).toBeLessThan(32);
      expect(['follows', 'reprisal']).toContain(e.cause);
    }
    expect(children / events.length).toBeGreaterThan(0.5);
    expect(children / events.length).toBeLessThan(0.9);
  });
});

describe('violence', () => {
  const points = (rows: readonly Row[]) =>
    rows.map((e) => {
      const [x, y] = toPlane(Number(e.lon), Number(e.lat));
      return { x, y, at: time(e.at) };
    });

  test('clusters 3.5 to 5.6 times above chance within 14 days and 20 km; far apart it does not', () => {
    const near = knoxRatio(points(events), 20, 14 * DAY);
    expect(near).toBeGreaterThan(3.5);
    expect(near).toBeLessThan(5.6);
    const shuffled = points(events).map((p, i, all) => ({ ...p, at: all[(i * 7919) % all.length]?.at ?? 0 }));
    expect(knoxRatio(shuffled, 20, 14 * DAY)).toBeLessThan(1.2);
  });

  test('has its season, its market days and its nights', () => {
    const month = (e: Row) => new Date(time(e.at)).getUTCMonth() + 1;
    const dry = share(events, (e) => month(e) >= 5 && month(e) <= 10);
    expect(dry).toBeGreaterThan(0.55);
    expect(dry).toBeLessThan(0.85);
    expect(share(events, (e) => e.market === 1)).toBeGreaterThan(0.12);
    const night = (actor: string) =>
      share(
        events.filter((e) => e.actor === actor),
        (e) => e.night === 1,
      );
    expect(night('lanterns')).toBeGreaterThan(night('army') + 0.2);
  });

  test('after operations of the army foes take revenge more often than otherwise', () => {
    const set = new Map(events.map((e) => [e.event, e]));
    const followed = events.filter(
      (e) => e.parent !== null && set.has(e.parent) && !String(e.event).startsWith('story'),
    );
    const afterOperation = followed.filter((e) => set.get(e.parent ?? '')?.cause === 'operation');
    const otherwise = followed.filter((e) => set.get(e.parent ?? '')?.cause !== 'operation');
    const revenge = (e: Row) => e.cause === 'reprisal';
    expect(afterOperation.length).toBeGreaterThan(20);
    expect(share(afterOperation, revenge)).toBeGreaterThan(1.6 * share(otherwise, revenge));
  });

  test('crime goes on beside it, in and around the capital', () => {
    expect(events.filter((e) => e.actor === 'ropewalk').length).toBeGreaterThan(30);
  });

  test('commanders are named for most armed acts, and each was in post on that day', () => {
    const posts = rowsOf(country.truth(), 'commanders');
    const led = events.filter((e) => e.commander !== null);
    expect(led.length / events.length).toBeGreaterThan(0.5);
    for (const e of led.slice(0, 400)) {
      const day = String(e.at).slice(0, 10);
      const held = posts.some(
        (p) =>
          p.commander === e.commander &&
          p.actor === e.actor &&
          String(p.from) <= day &&
          (p.to === null || day < String(p.to)) &&
          String(p.areas).split(' ').includes(String(e.adm2)),
      );
      expect(held).toBe(true);
    }
  });
});

describe('what is seen of it', () => {
  const tellers = (e: Row, roles: readonly string[]) =>
    (byEvent.get(e.event) ?? []).filter((m) => roles.includes(String(m.role)));

  test('the mission hears of part of it, outside data sets of another part', () => {
    const heard = share(events, (e) => tellers(e, ['first']).length > 0);
    const outside = share(events, (e) => tellers(e, ['row']).length > 0);
    const onlyOutside = share(events, (e) => tellers(e, ['row']).length > 0 && tellers(e, ['first']).length === 0);
    expect(heard).toBeGreaterThan(0.45);
    expect(heard).toBeLessThan(0.75);
    expect(outside).toBeGreaterThan(0.25);
    expect(onlyOutside).toBeGreaterThan(0.08);
  });

  test('coverage differs by area, as the chances say', () => {
    const chances = events
      .flatMap((e) => (e.heard_chance === null ? [] : [Number(e.heard_chance)]))
      .sort((a, b) => a - b);
    const third = chances[Math.floor(chances.length / 3)] ?? 0;
    const twoThirds = chances[Math.floor((chances.length * 2) / 3)] ?? 0;
    const heard = (from: number, to: number) =>
      share(
        events.filter((e) => e.heard_chance !== null && Number(e.heard_chance) >= from && Number(e.heard_chance) < to),
        (e) => tellers(e, ['first']).length > 0,
      );
    expect(heard(twoThirds, 2)).toBeGreaterThan(heard(0, third) + 0.2);
  });

  test('some of it late, doubled, contradicted or false', () => {
    const at = new Map(events.map((e) => [e.event, time(e.at)]));
    const firsts = mentions.filter((m) => m.role === 'first');
    const late = share(firsts, (m) => time(m.first_known) - (at.get(m.event) ?? 0) > 7 * DAY);
    expect(late).toBeGreaterThan(0.06);
    expect(late).toBeLessThan(0.25);
    const doubles = mentions.filter((m) => m.role === 'double');
    expect(doubles.length / firsts.length).toBeGreaterThan(0.05);
    expect(doubles.length / firsts.length).toBeLessThan(0.15);
    const contradicting = doubles.filter((d) => {
      const first = byEvent.get(d.event)?.find((m) => m.role === 'first');
      const [a, b] = [last(d.record), last(first?.record)];
      return best(d.record) !== best(first?.record) || a?.parties[0]?.name !== b?.parties[0]?.name;
    });
    expect(contradicting.length / doubles.length).toBeGreaterThan(0.4);
    const found = share(doubles, (d) => last(d.record)?.links.some((l) => l.relation === 'duplicate_of') ?? false);
    expect(found).toBeGreaterThan(0.35);
    expect(found).toBeLessThan(0.85);
    const falsehoods = mentions.filter((m) => m.role === 'false');
    expect(share(falsehoods, (m) => last(m.record)?.operational === 'disproved')).toBeGreaterThan(0.4);
    const disproved = mentions.filter((m) => m.event !== null && last(m.record)?.operational === 'disproved');
    expect(disproved).toHaveLength(0);
  });

  test('dates and places are as precise as sources are', () => {
    const firsts = mentions.filter((m) => m.role === 'first').flatMap((m) => last(m.record) ?? []);
    for (const precision of ['minute', 'hour', 'day', 'days_2_6', 'week', 'month'] as const)
      expect(share(firsts, (c) => c.when.precision === precision)).toBeGreaterThan(0.01);
    for (const precision of ['exact', 'near', 'adm2', 'adm1', 'unknown'] as const)
      expect(share(firsts, (c) => c.where.precision === precision)).toBeGreaterThan(0.01);
    expect(share(firsts, (c) => c.where.precision === 'exact' || c.where.precision === 'near')).toBeGreaterThan(0.6);
  });

  test('outside data sets come in releases, late, and revise some rows', () => {
    for (const { slug } of country.mission.outside) {
      const rows = mentions.filter((m) => m.data_set === slug && !String(m.external_id).includes('STORY'));
      expect(share(rows, (r) => Number(r.versions) > 1)).toBeGreaterThan(0.05);
      const at = new Map(events.map((e) => [e.event, time(e.at)]));
      for (const r of rows)
        if (r.event !== null) expect(time(r.first_known) - (at.get(r.event) ?? 0)).toBeGreaterThan(6 * HOUR);
      const releases = new Set(rows.map((r) => r.first_known));
      expect(releases.size).toBeLessThan(rows.length / 3);
    }
  });

  test('calls are answered by road, later at night and from fewer bases since the renewal', () => {
    const outcomes = new Set(alerts.map((a) => a.outcome));
    for (const outcome of ['deterred', 'late', 'none', 'false']) expect(outcomes).toContain(outcome);
    for (const a of alerts) if (a.departed !== null) expect(time(a.departed)).toBeGreaterThan(time(a.raised));
    const open = (day: string) =>
      rowsOf(country.truth(), 'bases').filter((b) => String(b.from) <= day && (b.to === null || String(b.to) > day))
        .length;
    expect([open('2030-06-01'), open('2031-06-01')]).toEqual([9, 5]);
  });
});

describe('the valley', () => {
  const daysBefore = (cell: unknown) => (STORY_NIGHT.getTime() - time(cell)) / DAY;
  const inValley = (e: Row) => country.valley.adm2Codes.includes(String(e.adm2));

  test('its villages fall silent one after the other before the campaign begins', () => {
    const ofCampaign = silences.filter((s) => s.valley === 1);
    expect(ofCampaign.length).toBeGreaterThan(5);
    const begin = ofCampaign.map((s) => daysBefore(s.from));
    expect(Math.max(...begin)).toBeGreaterThan(120);
    expect(Math.min(...begin)).toBeGreaterThan(70);
    for (const s of ofCampaign) expect(country.valley.adm2Codes).toContain(s.adm2);
    expect(silences.length - ofCampaign.length).toBeGreaterThan(200);
  });

  test('the campaign builds up to the night, and of what comes before it little is heard', () => {
    const between = (from: number, to: number) =>
      events.filter((e) => inValley(e) && daysBefore(e.at) <= from && daysBefore(e.at) > to);
    expect(between(35, 0).length).toBeGreaterThan(between(70, 35).length);
    expect(between(70, 0).length).toBeGreaterThan(2 * between(140, 70).length);
    const heard = (rows: readonly Row[]) =>
      share(rows, (e) => (byEvent.get(e.event) ?? []).some((m) => m.role === 'first'));
    const before = events.filter((e) => inValley(e) && daysBefore(e.at) > 150);
    expect(heard(between(100, 30))).toBeLessThan(heard(before));
  });
});

test('the story is at the end, and now is three weeks after it', () => {
  expect((SIMULATED_NOW.getTime() - STORY_NIGHT.getTime()) / DAY).toBeLessThan(30);
  expect(events.find((e) => e.event === 'story-attack')?.killed).toBe(40);
  expect(best(mentions.find((m) => m.event === 'story-attack' && m.role === 'first')?.record)).toBe(40);
});
