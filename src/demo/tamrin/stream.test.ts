import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import inside from 'point-in-polygon-hao';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Core, type Figure, IncidentInput } from '../../incidents/contract.ts';
import { HUMAN_RIGHTS_LIFE, OPERATIONAL_LIFE } from '../../incidents/life/contract.ts';
import { mayFollow } from '../../incidents/rules.ts';
import { needsSpecialists, separate } from '../../incidents/specialists.ts';
import { SEX_AGE } from '../../vocabulary/codes.ts';
import { ACTORS } from './actors.ts';
import { SHIELDED } from './catalogue.ts';
import { HOUR } from './clock.ts';
import { SIMULATED_NOW, STORY_NIGHT, type Tamrin, tamrin, type Write } from './index.ts';
import { PEOPLE } from './people.ts';
import { STORY_TAG } from './story/records.ts';

const digest = (t: Tamrin): string => {
  const hash = createHash('sha256').update(
    JSON.stringify([t.boundaries, t.places, t.rivers, t.roads, t.actors, t.mission]),
  );
  for (const write of t.writes()) hash.update(JSON.stringify(write));
  return hash.digest('hex');
};

let country: Tamrin;
let writes: Write[];
let versions: Map<string, Write[]>;
/** The last version of each record. */
let latest: Write[];
const own = (w: Write) => w.input.core.origin.dataset === 'own';
const asOf = (id: string, at: Date) => versions.get(id)?.findLast((w) => w.at <= at)?.input;

beforeAll(() => {
  country = tamrin();
  writes = [...country.writes()];
  versions = Map.groupBy(writes, (w) => w.input.id);
  latest = [...versions.values()].flatMap((v) => v.at(-1) ?? []);
}, 120_000);

describe('one seed', () => {
  test('gives the same bytes each time, another seed gives others', () => {
    const first = digest(tamrin({ seed: 3, incidents: 400 }));
    expect(digest(tamrin({ seed: 3, incidents: 400 }))).toBe(first);
    expect(digest(tamrin({ seed: 4, incidents: 400 }))).not.toBe(first);
  }, 120_000);

  test.each([100, 401, 3000])('gives exactly %i records', (incidents) => {
    const ids = new Set(
      tamrin({ seed: 5, incidents })
        .writes()
        .map((w) => w.input.id),
    );
    expect(ids.size).toBe(incidents);
  });

  test.each([99, 1.5, Number.NaN, -1])('%d records are refused with a sentence', (incidents) => {
    expect(() => tamrin({ incidents })).toThrow('at least 100');
  });
});

describe('the default mission', () => {
  test('holds the kinds it promises, most of them our own, and rows of two outside data sets', () => {
    const count = (keep: (w: Write) => boolean) => latest.filter(keep).length;
    expect(latest).toHaveLength(6000);
    expect(count((w) => own(w) && w.input.core.kind === 'incident')).toBeGreaterThan(2000);
    expect(count((w) => w.input.core.kind === 'observation')).toBeGreaterThan(500);
    expect(count((w) => w.input.core.kind === 'activity')).toBeGreaterThan(500);
    for (const set of country.mission.outside)
      expect(count((w) => w.input.core.origin.dataset === set.slug)).toBeGreaterThan(400);
  });

  test('every version is valid and already in the form that the contract would give it', () => {
    const odd = writes.filter(({ input }) => !isDeepStrictEqual(IncidentInput.parse(input), input));
    expect(odd).toEqual([]);
  });

  test('writes come by time of knowledge, after the event and before now, by people who exist', () => {
    const people = new Set(PEOPLE.map((p) => p.key));
    writes.forEach((w, i) => {
      expect(w.at.getTime()).toBeGreaterThanOrEqual(writes[i - 1]?.at.getTime() ?? 0);
      expect(w.at < SIMULATED_NOW).toBe(true);
      expect(people.has(w.by)).toBe(true);
      const { when } = w.input.core;
      expect(w.at.getTime()).toBeGreaterThanOrEqual(Date.parse(when.at ?? when.from));
      expect(w.at.getTime()).toBeGreaterThanOrEqual(Date.parse(when.to));
      if (when.at) expect(when.at.slice(0, 10) >= when.from && when.at.slice(0, 10) <= when.to).toBe(true);
    });
    const lags = [...versions.values()].flatMap(([w]) =>
      w && own(w) ? [(w.at.getTime() - Date.parse(w.input.core.when.from)) / HOUR] : [],
    );
    expect(lags.filter((h) => h > 7 * 24).length).toBeGreaterThan(20);
  });

  test('every point lies on the island and in the areas that the record names', () => {
    const polygons = (level: 'adm1' | 'adm2') =>
      new Map(
        country.boundaries[level].features.map((f) => [
          f.properties[level === 'adm1' ? 'ADM1_PCODE' : 'ADM2_PCODE'],
          f,
        ]),
      );
    const shapes = { adm1: polygons('adm1'), adm2: polygons('adm2') };
    const holds = (level: 'adm1' | 'adm2', code: string, point: [number, number]) =>
      shapes[level].get(code)?.geometry.coordinates.some(
        (p) =>
          inside(
            point,
            p.map((r) => r.map(([x = 0, y = 0]) => [x, y] as [number, number])),
          ) === true,
      );
    let placed = 0;
    for (const { input } of latest) {
      const { where } = input.core;
      if (!where.point) continue;
      placed++;
      expect(where.adm1Code && holds('adm1', where.adm1Code, where.point)).toBe(true);
      if (where.precision !== 'adm1') expect(where.adm2Code && holds('adm2', where.adm2Code, where.point)).toBe(true);
      expect(where.name !== null).toBe(where.precision === 'exact' || where.precision === 'near');
    }
    expect(placed).toBeGreaterThan(2000);
  });

  test('survivors and recruited children: no words, no name, no fine place, only a pointer; the server finds nothing to take out', () => {
    const shielded = writes.filter((w) => own(w) && (SHIELDED.has(w.input.core.type) || needsSpecialists(w.input)));
    expect(new Set(shielded.map((w) => w.input.core.type))).toEqual(SHIELDED);
    for (const { input } of shielded) {
      const { core, account } = input;
      expect([core.title, core.where.name, core.where.description, core.statusNote]).toEqual([null, null, null, null]);
      expect(core.where.precision).toBe('adm2');
      expect(core.tags.length + core.links.length + (account?.evidence.length ?? 0)).toBe(0);
      expect([account?.narrative, account?.notes, account?.sources.map((s) => s.name).join('')]).toEqual([
        null,
        null,
        '',
      ]);
      expect(input.protected?.people).toEqual([]);
      expect([input.protected?.exactPoint, input.protected?.exactPlace, input.protected?.narrative]).toEqual([
        null,
        null,
        null,
      ]);
      expect(input.protected?.caseReference).toMatch(/^(GBVIMS|MRM)-TM-\d{7}$/);
      expect(input.levels.account).toBe('strictly_confidential');
      expect(input.compartments).toContain('human_rights');
      const { core: left } = separate(input);
      const { parties } = left;
      expect(left).toEqual({ ...core, parties, ...(needsSpecialists(input) ? { specialists: true } : {}) });
    }
  });

  test('statuses climb their ladders, and a step changes the status and its note alone', () => {
    const bare = ({ operational: _o, humanRights: _h, statusNote: _n, ...core }: Core) => core;
    const verbs = new Set<string>();
    for (const chain of versions.values()) {
      chain.forEach((w, i) => {
        verbs.add(w.verb);
        const before = chain[i - 1]?.input;
        expect(w.verb === 'incident.record').toBe(i === 0 && own(w));
        if (!before) return;
        const [was, is] = [before.core, w.input.core];
        expect(mayFollow(OPERATIONAL_LIFE, was.operational, is.operational)).toBe(true);
        expect(mayFollow(HUMAN_RIGHTS_LIFE, was.humanRights, is.humanRights)).toBe(true);
        const step = w.verb === 'incident.confirm' || w.verb === 'incident.verify';
        const moved = was.operational !== is.operational || was.humanRights !== is.humanRights;
        expect(moved).toBe(step);
        if (step) expect({ ...w.input, core: bare(is) }).toEqual({ ...before, core: bare(was) });
        else expect(w.input).not.toEqual(before);
      });
    }
    expect([...verbs].sort()).toEqual([
      'incident.confirm',
      'incident.edit',
      'incident.import',
      'incident.record',
      'incident.verify',
    ]);
  });

  test('figures add up: parts within the total, civilians within all', () => {
    const best = (figures: Figure[], group: string) =>
      figures.find((f) => f.harm === 'killed' && f.group === group)?.total.best ?? 0;
    let split = 0;
    for (const { input } of writes) {
      const { figures } = input.core;
      expect(best(figures, 'civilians')).toBeLessThanOrEqual(best(figures, 'all'));
      expect(new Set(figures.map((f) => f.harm + f.group)).size).toBe(figures.length);
      for (const { total, bySexAge } of figures) {
        const parts = SEX_AGE.reduce((sum, s) => sum + (bySexAge[s]?.best ?? 0), 0);
        if (parts > 0) split++;
        expect(parts).toBeLessThanOrEqual(total.best ?? 0);
        expect((total.low ?? 0) <= (total.best ?? total.low ?? 0)).toBe(true);
      }
    }
    expect(split).toBeGreaterThan(20);
  });

  test('links point to records that exist, reprisals to acts of a foe; more links than the story has', () => {
    const known = new Map([...versions].map(([id, v]) => [id, v[0]?.at ?? SIMULATED_NOW]));
    const linked = latest.filter((w) => own(w) && w.input.core.links.length > 0);
    expect(linked.length).toBeGreaterThan(100);
    for (const w of linked) {
      for (const link of w.input.core.links) expect(known.get(link.id)?.getTime() ?? 0).toBeGreaterThan(0);
    }
    const reprisals = linked.filter(
      (w) => w.input.core.tags.includes('reprisal') && !w.input.core.tags.includes('Orlumi valley'),
    );
    expect(reprisals.length).toBeGreaterThan(40);
    for (const w of reprisals) {
      const cause = asOf(w.input.core.links[0]?.id ?? '', SIMULATED_NOW);
      const foes = cause?.core.parties.flatMap((p) => ACTORS.find((a) => a.names.en === p.name)?.foes ?? []);
      const doers = w.input.core.parties.flatMap((p) => ACTORS.find((a) => a.names.en === p.name)?.key ?? []);
      expect(doers.length === 0 || foes?.some((f) => doers.includes(f))).toBe(true);
    }
  });

  test('grey-zone records hold two or three hypotheses, each with evidence of its own', () => {
    const grey = latest.filter((w) => w.input.core.hypotheses.length > 0);
    expect(grey.length).toBeGreaterThan(60);
    for (const { input } of grey) {
      expect([2, 3]).toContain(input.core.hypotheses.length);
      if (SHIELDED.has(input.core.type)) continue;
      for (const h of input.core.hypotheses)
        expect(input.account?.evidence.some((e) => e.hypothesis === h.id)).toBe(true);
      const texts = input.account?.evidence.map((e) => e.text) ?? [];
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('reports are in three languages, about a third each, in the script of the language, with no place left open', () => {
    const told = latest.filter((w) => own(w) && w.input.account?.narrative);
    const by = Object.groupBy(told, (w) => w.input.account?.narrativeLanguage ?? '');
    for (const language of ['en', 'fr', 'ar']) {
      const share = (by[language]?.length ?? 0) / told.length;
      expect(share).toBeGreaterThan(0.25);
      expect(share).toBeLessThan(0.42);
      for (const w of by[language] ?? []) {
        const text = w.input.account?.narrative ?? '';
        expect(/\p{Script=Arabic}/u.test(text)).toBe(language === 'ar');
        expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
      }
    }
    const sentences = new Set(
      told.map((w) => (w.input.account?.narrative ?? '').replace(/[\d\p{Lu}][\p{L}\d’-]*/gu, '')),
    );
    expect(sentences.size).toBeGreaterThan(told.length * 0.6);
  });

  test('repeats of one origin count once', () => {
    const repeated = writes.filter((w) => w.input.core.independentSources < w.input.core.sourceCount);
    expect(repeated.length).toBeGreaterThan(100);
    for (const { input } of writes) {
      expect(input.core.sourceCount).toBe(input.account?.sources.length);
      expect(input.core.independentSources).toBe(new Set(input.account?.sources.map((s) => s.originKey)).size);
    }
  });
});

describe('the night of the story', () => {
  const findAttack = () =>
    latest.find(
      (w) =>
        w.input.core.links.length > 0 && w.input.core.damage.some((d) => d.note === 'Granaries of the whole village'),
    );
  const at = (time: string) => new Date(`2031-05-20T${time}:00Z`);
  const killedAt = (when: Date) =>
    asOf(findAttack()?.input.id ?? '', when)?.core.figures.find((f) => f.harm === 'killed' && f.group === 'civilians')
      ?.total;

  test('at 03:00 there is an alert of three voices and two origins, and no attack', () => {
    const alerts = [...versions.keys()]
      .flatMap((id) => asOf(id, at('03:00')) ?? [])
      .filter((i) => i.core.tags.includes('alert') && i.core.when.from === '2031-05-20');
    expect(alerts).toHaveLength(1);
    expect([alerts[0]?.core.sourceCount, alerts[0]?.core.independentSources]).toEqual([4, 2]);
    expect(versions.get(alerts[0]?.id ?? '')?.[0]?.at).toEqual(STORY_NIGHT);
    expect(asOf(findAttack()?.input.id ?? '', at('03:00'))).toBeUndefined();
  });

  test('deaths go from 5 to 25 to 40, and the record ends at reasonable grounds', () => {
    expect(killedAt(at('06:00'))).toEqual({ low: 5, best: null, high: null });
    expect(killedAt(at('07:30'))?.best).toBe(25);
    expect(killedAt(SIMULATED_NOW)?.best).toBe(40);
    const now = findAttack()?.input.core;
    expect([now?.operational, now?.humanRights, now?.when.precision]).toEqual([
      'confirmed',
      'reasonable_grounds',
      'minute',
    ]);
    expect(now?.hypotheses.map((h) => h.likelihood)).toEqual(['likely', 'open', 'unlikely']);
  });

  test('a newcomer finds all of it by its tag, and nothing else', () => {
    const tagged = latest.filter((w) => w.input.core.tags.includes(STORY_TAG));
    expect(tagged).toContain(findAttack());
    expect(tagged.length).toBeGreaterThan(14);
    for (const { input } of tagged) expect(input.compartments).toEqual([]);
    for (const link of tagged.flatMap((w) => w.input.core.links))
      expect(tagged.some((w) => w.input.id === link.id)).toBe(true);
  });

  test('the outside data set tells it otherwise', () => {
    const theirs = latest.find((w) => w.input.core.origin.externalId === 'TOE-STORY-1')?.input.core;
    expect(theirs?.figures[0]?.total.best).toBe(31);
    expect(theirs?.when.from).toBe('2031-05-21');
  });
});
