/**
 * What of a version's content stands in columns, so that lists, maps and counts need not read the whole.
 * Pure, and derived from the content alone: `kinga verify` derives it again and compares.
 */
import { foldName, tileKey } from '../places/index.ts';
import type { Account, Core, Estimate } from './contract.ts';

/** The columns of `incidents.core` that follow from `Core`. */
export type CoreColumns = {
  kind: string;
  type: string;
  dataset: string;
  day_from: string;
  day_to: string;
  time_precision: string;
  place_precision: string;
  lon: number | null;
  lat: number | null;
  tile_key: number | null;
  country: string | null;
  adm1: string | null;
  adm2: string | null;
  killed_low: number | null;
  killed_best: number | null;
  killed_high: number | null;
  civilians_low: number | null;
  civilians_best: number | null;
  civilians_high: number | null;
  injured: number | null;
  abducted: number | null;
  displaced: number | null;
  operational: string;
  human_rights: string;
  actors: string[];
  tags: string[];
};

const NOTHING: Estimate = { low: null, best: null, high: null };

export function columnsOf(core: Core): CoreColumns {
  const [lon, lat] = core.where.point ?? [null, null];
  const killed = total(core, 'killed', 'all');
  const civilians = total(core, 'killed', 'civilians');
  return {
    kind: core.kind,
    type: core.type,
    dataset: core.origin.dataset,
    day_from: core.when.from,
    day_to: core.when.to,
    time_precision: core.when.precision,
    place_precision: core.where.precision,
    lon,
    lat,
    tile_key: lon === null || lat === null ? null : tileKey(lon, lat),
    country: core.where.country,
    adm1: core.where.adm1Code ?? core.where.adm1,
    adm2: core.where.adm2Code ?? core.where.adm2,
    killed_low: killed.low,
    killed_best: killed.best,
    killed_high: killed.high,
    civilians_low: civilians.low,
    civilians_best: civilians.best,
    civilians_high: civilians.high,
    injured: total(core, 'injured', 'all').best,
    abducted: total(core, 'abducted', 'all').best,
    displaced: total(core, 'displaced', 'all').best,
    operational: core.operational,
    human_rights: core.humanRights,
    actors: [...new Set([...core.parties.map((p) => p.name), ...core.hypotheses.map((h) => h.actor)].map(foldName))],
    tags: core.tags,
  };
}

/** Codes of the areas that hold the record, for whoever is limited to some; none where nobody knows. */
export const areasOf = ({ adm1, adm2 }: Pick<CoreColumns, 'adm1' | 'adm2'>): string[] =>
  [adm1, adm2].filter((code) => code !== null);

/** The total of one row of the harm table; for `all`, the civilians where only they are counted. */
export function total(core: Core, harm: string, group: 'all' | 'civilians'): Estimate {
  const row = core.figures.find((f) => f.harm === harm && f.group === group);
  if (row) return row.total;
  return group === 'all' ? total(core, harm, 'civilians') : NOTHING;
}

/** The words of the core that full-text search reads. */
export function wordsOfCore(core: Core): string {
  const { where } = core;
  return [
    core.title,
    where.name,
    where.description,
    where.adm2,
    where.adm1,
    where.countryName,
    ...core.parties.map((p) => p.name),
    ...core.hypotheses.map((h) => h.actor),
    ...core.tags,
    ...core.damage.map((d) => d.note),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The words of the account that full-text search reads. */
export function wordsOfAccount(account: Account): string {
  return [
    account.narrative,
    account.notes,
    ...account.sources.flatMap((s) => [s.name, s.title]),
    ...account.evidence.map((e) => e.text),
  ]
    .filter(Boolean)
    .join('\n');
}
