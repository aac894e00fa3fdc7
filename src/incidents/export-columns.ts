/**
 * The columns of our own export, in order. Their names are an agreement: people build on them, and `import/kinga.ts`
 * makes the same record out of them again.
 *
 * Three kinds stand side by side. *Exact* columns hold the record; what is a list there is JSON text here. *Shown*
 * columns say the same for people (`killed_best`); on import they are only compared. *Stamps* say which version it was.
 * A group of fields that its reader may not see leaves its cells empty and its name out of `kinga_groups`.
 */
import type { Cell } from '../platform/files/index.ts';
import type { HarmedGroup, HarmKind, PartyRole } from '../vocabulary/codes.ts';
import type { Estimate, Incident } from './contract.ts';

export type ExportGroup = 'core' | 'account' | 'protected';

export interface ExportColumn {
  name: string;
  use: 'exact' | 'shown' | 'stamp';
  /** The group of fields that it belongs to: without it, the column has nothing to say. */
  group: ExportGroup;
  hxl: string | null;
  of(incident: Incident): Cell;
}

type Of = ExportColumn['of'];
const column = (use: ExportColumn['use'], group: ExportGroup) => (name: string, hxl: string | null, of: Of) =>
  ({ name, use, group, hxl, of }) satisfies ExportColumn;
const core = column('exact', 'core');
const shown = column('shown', 'core');
const stamp = column('stamp', 'core');
const account = column('exact', 'account');
const sealed = column('exact', 'protected');

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
const names = (incident: Incident, role: PartyRole): string =>
  incident.core.parties
    .filter((party) => party.role === role)
    .map((party) => party.name)
    .join('; ');

/** Estimates for people: the civilians first, then everybody. */
const HARMS_SHOWN: readonly [prefix: string, harm: HarmKind, group: HarmedGroup, hxl: string][] = [
  ['killed_civilians', 'killed', 'civilians', '#affected+killed+civilians'],
  ['killed', 'killed', 'all', '#affected+killed'],
  ['injured_civilians', 'injured', 'civilians', '#affected+injured+civilians'],
  ['injured', 'injured', 'all', '#affected+injured'],
  ['abducted', 'abducted', 'all', '#affected+abducted'],
  ['displaced', 'displaced', 'all', '#affected+displaced'],
  ['arrested', 'arrested', 'all', '#affected+arrested'],
  ['sexual_violence', 'sexual_violence', 'all', '#affected+sgbv'],
];
const BOUNDS: readonly [bound: keyof Estimate, hxl: string][] = [
  ['low', '+min'],
  ['best', ''],
  ['high', '+max'],
];

const estimates = HARMS_SHOWN.flatMap(([prefix, harm, group, hxl]) =>
  BOUNDS.map(([bound, attribute]) =>
    shown(`${prefix}_${bound}`, `${hxl}${attribute}`, ({ core: { figures } }) => {
      const figure = figures.find((candidate) => candidate.harm === harm && candidate.group === group);
      return figure?.total[bound] ?? null;
    }),
  ),
);

export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  core('kinga_id', '#event+id', (i) => i.id),
  core('kind', null, (i) => i.core.kind),
  core('type', '#event+type', (i) => i.core.type),
  core('title', '#event+title', (i) => i.core.title),
  core('date_from', '#date+start', (i) => i.core.when.from),
  core('date_to', '#date+end', (i) => i.core.when.to),
  core('time_at', '#date+time', (i) => i.core.when.at),
  core('time_precision', '#date+precision', (i) => i.core.when.precision),
  core('latitude', '#geo+lat', (i) => i.core.where.point?.[1] ?? null),
  core('longitude', '#geo+lon', (i) => i.core.where.point?.[0] ?? null),
  core('place_precision', '#geo+precision', (i) => i.core.where.precision),
  core('place', '#loc+name', (i) => i.core.where.name),
  core('place_description', '#loc+description', (i) => i.core.where.description),
  core('country', '#country+code', (i) => i.core.where.country),
  core('country_name', '#country+name', (i) => i.core.where.countryName),
  core('adm1', '#adm1+name', (i) => i.core.where.adm1),
  core('adm1_code', '#adm1+code', (i) => i.core.where.adm1Code),
  core('adm2', '#adm2+name', (i) => i.core.where.adm2),
  core('adm2_code', '#adm2+code', (i) => i.core.where.adm2Code),
  shown('alleged_perpetrators', '#actor+perpetrator', (i) => names(i, 'alleged_perpetrator')),
  shown('targets', '#actor+target', (i) => names(i, 'target')),
  shown('parties', '#actor', (i) => names(i, 'party')),
  ...estimates,
  shown('tags', '#meta+tags', (i) => i.core.tags.join('; ')),
  core('operational_status', '#status+operational', (i) => i.core.operational),
  core('human_rights_status', '#status+humanrights', (i) => i.core.humanRights),
  core('status_note', '#status+note', (i) => i.core.statusNote),
  core('source_count', '#indicator+sources+num', (i) => i.core.sourceCount),
  core('independent_sources', '#indicator+sources+independent+num', (i) => i.core.independentSources),
  core('dataset', '#meta+dataset', (i) => i.core.origin.dataset),
  core('external_id', '#meta+id', (i) => i.core.origin.externalId),
  core('source_type', '#event+type+source', (i) => i.core.origin.sourceType),
  account('narrative', '#event+description', (i) => i.account?.narrative ?? null),
  account('narrative_language', '#event+description+lang', (i) => i.account?.narrativeLanguage ?? null),
  account('notes', '#meta+notes', (i) => i.account?.notes ?? null),
  core('kinga_parties', null, (i) => json(i.core.parties)),
  core('kinga_hypotheses', null, (i) => json(i.core.hypotheses)),
  core('kinga_figures', null, (i) => json(i.core.figures)),
  core('kinga_means', null, (i) => json(i.core.means)),
  core('kinga_damage', null, (i) => json(i.core.damage)),
  core('kinga_tags', null, (i) => json(i.core.tags)),
  core('kinga_links', null, (i) => json(i.core.links)),
  account('kinga_sources', null, (i) => json(i.account?.sources)),
  account('kinga_evidence', null, (i) => json(i.account?.evidence)),
  account('kinga_extra', null, (i) => json(i.account?.extra)),
  sealed('kinga_people', null, (i) => json(i.protected?.people)),
  sealed('kinga_exact_point', null, (i) => json(i.protected?.exactPoint ?? undefined)),
  sealed('kinga_exact_place', null, (i) => i.protected?.exactPlace ?? null),
  sealed('kinga_protected_narrative', null, (i) => i.protected?.narrative ?? null),
  sealed('kinga_case_reference', null, (i) => i.protected?.caseReference ?? null),
  sealed('kinga_set_apart', null, (i) => json(i.protected?.setApart ?? undefined)),
  core('kinga_specialists', null, (i) => json(i.core.specialists)),
  core('kinga_level_core', null, (i) => i.levels.core),
  core('kinga_level_account', null, (i) => i.levels.account ?? null),
  core('kinga_level_protected', null, (i) => i.levels.protected ?? null),
  core('kinga_compartments', null, (i) => json(i.compartments)),
  core('kinga_groups', null, (i) =>
    ['core', i.account && 'account', i.protected && 'protected'].filter(Boolean).join(' '),
  ),
  core('kinga_blank', null, (i) => blankColumns(i).join(' ') || null),
  stamp('kinga_version', '#meta+version', (i) => i.version),
  stamp('kinga_known_from', '#date+recorded', (i) => i.knownFrom.at),
  stamp('kinga_known_to', null, (i) => i.knownTo?.at ?? null),
  stamp('kinga_known_from_seq', null, (i) => i.knownFrom.seq),
  stamp('kinga_recorded_by', null, (i) => i.byName ?? i.by),
  stamp('kinga_erased', null, (i) => (i.erased ? 'erased' : null)),
];

export const EXPORT_HEADERS: readonly string[] = EXPORT_COLUMNS.map((c) => c.name);

/** For the writers' row of hashtags: columns without one are left out. */
export const EXPORT_HXL_TAGS: Readonly<Record<string, string>> = Object.fromEntries(
  EXPORT_COLUMNS.flatMap((c) => (c.hxl === null ? [] : [[c.name, c.hxl]])),
);

/** Stands beside the others where a mission is invented, as on its pages: a file travels further than its name. */
export const INVENTED = {
  name: 'kinga_invented',
  hxl: '#meta+invented',
  cell: 'invented for a demonstration: nobody in it exists',
} as const;

/** One row of the export; only what the reader of `incident` was given is in it. */
export function toRow(incident: Incident): Record<string, Cell> {
  return Object.fromEntries(EXPORT_COLUMNS.map((c) => [c.name, c.of(incident)]));
}

/** A table cannot tell empty text from none: these columns hold empty text. */
function blankColumns(incident: Incident): string[] {
  return EXPORT_COLUMNS.filter((c) => c.use === 'exact' && c.name !== 'kinga_blank' && c.of(incident) === '').map(
    (c) => c.name,
  );
}
