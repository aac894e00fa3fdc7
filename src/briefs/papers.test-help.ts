/** Invented weeks for papers, and a naive reader that adds up what a number's filter opens. */
import fc from 'fast-check';
import { IncidentInput } from '../incidents/contract.ts';
import type { Incident } from '../incidents/index.ts';
import { foldName } from '../places/index.ts';
import {
  HUMAN_RIGHTS_STATUSES,
  OPERATIONAL_STATUSES,
  PLACE_PRECISIONS,
  SEX_AGE,
  TIME_PRECISIONS,
} from '../vocabulary/codes.ts';
import type { Paper, Quantity, RecordFilter } from './contract.ts';
import { addDays } from './rules/period.ts';
import { textOf } from './rules/say.ts';

const day = fc.integer({ min: -120, max: 2 }).map((n) => addDays('2031-03-02', n));
const number = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
const figure = (harm: string, group: string) =>
  fc
    .record({
      best: number,
      parts: fc.dictionary(fc.constantFrom(...SEX_AGE), fc.integer({ min: 0, max: 3 }), { maxKeys: 3 }),
    })
    .map(({ best, parts }) => {
      const stated = Object.values(parts).reduce((a, b) => a + b, 0);
      const bySexAge = Object.fromEntries(
        Object.entries(parts).map(([k, n]) => [k, { low: null, best: n, high: null }]),
      );
      return {
        harm,
        group,
        total: { low: null, best: best === null ? null : best + stated, high: null },
        bySexAge: best === null ? {} : bySexAge,
      };
    });

/** Whole records of every kind of doubt: vague days and places, several sources, statuses, duplicates, other kinds. */
export const record: fc.Arbitrary<IncidentInput> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    kind: fc.constantFrom('incident', 'incident', 'incident', 'observation'),
    from: day,
    lasts: fc.constantFrom(0, 0, 0, 1, 5),
    time: fc.constantFrom(...TIME_PRECISIONS),
    place: fc.constantFrom(...PLACE_PRECISIONS),
    area: fc.constantFrom('North', 'South', null),
    dataset: fc.constantFrom('own', 'own', 'ucdp-ged'),
    operational: fc.constantFrom(...OPERATIONAL_STATUSES),
    humanRights: fc.constantFrom(...HUMAN_RIGHTS_STATUSES),
    actor: fc.constantFrom('Red Column', 'River League', 'Ligue de la Rivière', 'Newcomers'),
    figures: fc.tuple(figure('killed', 'civilians'), figure('killed', 'all'), figure('injured', 'all')),
    shown: fc.subarray([0, 1, 2]),
    tag: fc.constantFrom([], [], [], ['withdrawn-by-source']),
    duplicate: fc.constantFrom(false, false, false, true),
  })
  .map((r) =>
    IncidentInput.parse({
      id: r.id,
      core: {
        kind: r.kind,
        type: r.kind === 'incident' ? 'attack_on_civilians' : 'rumour',
        when: { from: r.from, to: addDays(r.from, r.lasts), precision: r.time },
        where: {
          point: r.area ? [20 + (r.from.charCodeAt(9) % 5) / 10, 6] : null,
          precision: r.place,
          name: 'A village',
          adm1: r.area,
        },
        parties: [{ name: r.actor, type: 'non_state_armed_group', role: 'alleged_perpetrator' }],
        figures: r.shown.map((i) => r.figures[i as 0 | 1 | 2]),
        ...{ operational: r.operational, humanRights: r.humanRights, tags: r.tag },
        links: r.duplicate ? [{ relation: 'duplicate_of', id: r.id }] : [],
        origin: { dataset: r.dataset, externalId: null, sourceType: null },
      },
      levels: { core: 'internal', account: 'internal', protected: 'strictly_confidential' },
    }),
  );

export interface Known {
  incident: Incident;
  recordedAt: string;
}

function opens({ incident: { id, core }, recordedAt }: Known, f: RecordFilter): boolean {
  const { when, where } = core;
  const counted =
    core.kind === 'incident' &&
    core.operational !== 'disproved' &&
    !core.tags.includes('withdrawn-by-source') &&
    !core.links.some((l) => l.relation === 'duplicate_of');
  const names = [...core.parties.map((p) => p.name), ...core.hypotheses.map((h) => h.actor)].map(foldName);
  const area = where.adm1Code ?? where.adm1;
  return (
    (!f.counted || counted) &&
    (!f.from || (f.counted ? when.from : when.to) >= f.from) &&
    (!f.to || when.from <= f.to) &&
    (!f.datasets || f.datasets.includes(core.origin.dataset)) &&
    (!f.operational || f.operational.includes(core.operational)) &&
    (!f.kinds || f.kinds.includes(core.kind)) &&
    (!f.adm1 || area === f.adm1) &&
    (!f.unplaced || area === null) &&
    (!f.party || names.includes(foldName(f.party))) &&
    (!f.ids || f.ids.includes(id)) &&
    (!f.recordedFrom || recordedAt >= f.recordedFrom) &&
    (!f.recordedTo || recordedAt < f.recordedTo) &&
    (!f.timePrecisions || f.timePrecisions.includes(when.precision)) &&
    (!f.placePrecisions || f.placePrecisions.includes(where.precision)) &&
    (!f.deathsNotStated || figureOf(core, 'killed', 'all') === null)
  );
}

type Core = Incident['core'];
const rowOf = (core: Core, harm: string, group: string) =>
  core.figures.find((f) => f.harm === harm && f.group === group);
const figureOf = (core: Core, harm: string, group: 'all' | 'civilians'): number | null =>
  (rowOf(core, harm, group) ?? (group === 'all' ? rowOf(core, harm, 'civilians') : undefined))?.total.best ?? null;

function measured(core: Core, measure: string): number {
  const [what = '', part] = measure.split('.');
  if (what === 'incidents') return 1;
  const [harm, group] = what === 'killedCivilians' ? (['killed', 'civilians'] as const) : ([what, 'all'] as const);
  const total = figureOf(core, harm, group) ?? 0;
  if (!part) return total;
  const civilians = rowOf(core, harm, 'civilians');
  const all = rowOf(core, harm, 'all');
  const parts =
    (group === 'all' ? (all && Object.keys(all.bySexAge).length > 0 ? all : civilians) : civilians)?.bySexAge ?? {};
  const known = SEX_AGE.filter((s) => s !== 'unknown').reduce((n, s) => n + (parts[s]?.best ?? 0), 0);
  return part === 'unknown' ? total - known : (parts[part as 'women']?.best ?? 0);
}

/** What the number should be. */
export function recount(known: readonly Known[], { measure, filter, per }: Quantity): number {
  const sum = known.filter((k) => opens(k, filter)).reduce((n, k) => n + measured(k.incident.core, measure), 0);
  return per ? Math.round((sum / per) * 10) / 10 : sum;
}

/** Every number that a paper prints. */
export function numbersIn(paper: Paper): Quantity[] {
  const numbers: Quantity[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (value && typeof value === 'object') {
      if ('measure' in value && 'filter' in value) numbers.push(value as Quantity);
      else for (const item of Object.values(value)) walk(item);
    }
  };
  walk(paper.blocks);
  return numbers;
}

/** What a reader of each block reads. */
export const spoken = (blocks: Paper['blocks']): Record<string, string | string[]> =>
  Object.fromEntries(blocks.map((block) => [block.id, wordsOf(block)]));

function wordsOf(block: Paper['blocks'][number]): string | string[] {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'note':
      return textOf(block.parts);
    case 'figures':
      return block.items.map((i) => `${i.label} ${i.number.text} (${textOf(i.beside)})`);
    case 'table':
      return [
        block.columns.map((c) => c.label).join(' | '),
        ...block.rows.map((r) => r.cells.map((c) => (c === null ? '–' : textOf([c]))).join(' | ')),
      ];
    case 'map':
      return [block.legend.title, ...block.legend.symbols.map((s) => s.text), block.description, block.disclaimer];
    case 'chart':
      return [block.title, ...block.bins.map((b) => `${b.label}: ${b.killedCivilians.text} / ${b.killed.text}`)];
    case 'incidents':
      return block.items.map((i) => `${i.where} · ${i.when} · ${textOf(i.what)} · ${i.standing}`);
  }
}
