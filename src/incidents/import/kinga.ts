/** Our own export back into the records it was made of (columns: `export-columns.ts`). */
import type { FileRow } from '../../platform/files/index.ts';
import { type Incident, IncidentInput } from '../contract.ts';
import { EXPORT_COLUMNS, INVENTED } from '../export-columns.ts';
import { CellRefused, columnFinder, orRefused, quoted } from './cells.ts';
import { keyFromId } from './identity.ts';
import type { Adapted, Adapter, ImportContext } from './types.ts';

const SHOWN = EXPORT_COLUMNS.filter((column) => column.use === 'shown');

export function kingaAdapter(context: ImportContext): Adapter {
  const find = columnFinder(context.headers);
  const headers = new Map(EXPORT_COLUMNS.map(({ name }) => [name, find(name)]));
  const others = context.headers.filter(
    (header) => header !== find(INVENTED.name) && ![...headers.values()].includes(header),
  );
  const notes =
    others.length === 0 ? [] : [`These columns are not of Kinga's export and are left out: ${others.join(', ')}.`];

  function adapt({ cells }: FileRow): Adapted {
    const cell = (name: string): string => {
      const header = headers.get(name);
      return header === undefined ? '' : (cells[header] ?? '');
    };
    if (cell('kinga_erased') !== '') {
      throw new CellRefused('kinga_erased: content of this record was erased; a file must not write it anew.');
    }
    const groups = new Set(cell('kinga_groups').split(' '));
    const read = IncidentInput.safeParse(inputFrom(cell, groups));
    if (!read.success) throw new CellRefused(whatIsWrong(read.error.issues[0]));
    const { id, ...input } = read.data;
    return { externalKey: keyFromId(id), id, parsed: true, input, warnings: warningsOn(cell, read.data, groups) };
  }
  return { notes, adapt: (row) => orRefused(() => adapt(row)) };
}

/** The record that the cells spell; the contract tells whether it is one. */
function inputFrom(cell: (name: string) => string, groups: ReadonlySet<string>): unknown {
  const blank = new Set(cell('kinga_blank').split(' '));
  const text = (name: string) => (cell(name) === '' && !blank.has(name) ? null : cell(name));
  const list = (name: string) => (cell(name) === '' ? undefined : parseJson(name, cell(name)));
  const number = (name: string) => (cell(name) === '' ? undefined : Number(cell(name)));
  const [lat, lon] = [number('latitude'), number('longitude')];
  return {
    id: cell('kinga_id'),
    core: {
      kind: cell('kind'),
      type: cell('type'),
      title: text('title'),
      when: {
        from: cell('date_from'),
        to: cell('date_to'),
        at: text('time_at'),
        precision: cell('time_precision'),
      },
      where: {
        point: lat === undefined && lon === undefined ? null : [lon, lat],
        precision: cell('place_precision'),
        name: text('place'),
        description: text('place_description'),
        country: text('country'),
        countryName: text('country_name'),
        adm1: text('adm1'),
        adm2: text('adm2'),
        adm1Code: text('adm1_code'),
        adm2Code: text('adm2_code'),
      },
      parties: list('kinga_parties'),
      hypotheses: list('kinga_hypotheses'),
      figures: list('kinga_figures'),
      means: list('kinga_means'),
      damage: list('kinga_damage'),
      tags: list('kinga_tags'),
      links: list('kinga_links'),
      sourceCount: number('source_count'),
      independentSources: number('independent_sources'),
      origin: { dataset: cell('dataset'), externalId: text('external_id'), sourceType: text('source_type') },
      operational: cell('operational_status'),
      humanRights: cell('human_rights_status'),
      statusNote: text('status_note'),
      specialists: list('kinga_specialists'),
    },
    account: groups.has('account')
      ? {
          narrative: text('narrative'),
          narrativeLanguage: text('narrative_language'),
          sources: list('kinga_sources'),
          evidence: list('kinga_evidence'),
          notes: text('notes'),
          extra: list('kinga_extra'),
        }
      : null,
    protected: groups.has('protected')
      ? {
          people: list('kinga_people'),
          exactPoint: list('kinga_exact_point') ?? null,
          exactPlace: text('kinga_exact_place'),
          narrative: text('kinga_protected_narrative'),
          caseReference: text('kinga_case_reference'),
          setApart: list('kinga_set_apart') ?? null,
        }
      : null,
    // The level of a group that the export did not hold is unknown: the highest cannot open what was closed.
    levels: {
      core: cell('kinga_level_core'),
      account: cell('kinga_level_account') || 'strictly_confidential',
      protected: cell('kinga_level_protected') || 'strictly_confidential',
    },
    compartments: list('kinga_compartments'),
  };
}

/** Changes in columns that are only for people would be lost: say so. */
function warningsOn(cell: (name: string) => string, input: IncidentInput, groups: ReadonlySet<string>): string[] {
  const warnings: string[] = [];
  const incident: Incident = { ...UNSTAMPED, id: input.id, core: input.core, levels: input.levels, compartments: [] };
  for (const { name, of } of SHOWN) {
    const said = cell(name);
    const held = String(of(incident) ?? '');
    if (said !== held) {
      warnings.push(
        `${name}: ${quoted(said)} differs from the record's ${quoted(held)}; the record's columns were taken.`,
      );
    }
  }
  for (const group of ['account', 'protected'] as const) {
    const said = EXPORT_COLUMNS.some((column) => column.group === group && cell(column.name) !== '');
    if (!groups.has(group) && said)
      warnings.push(`kinga_groups does not name the group “${group}”: what its columns hold was left out.`);
  }
  return warnings;
}

/** Shown columns say nothing of the version. */
const UNSTAMPED = {
  version: 1,
  knownFrom: { seq: 0, at: '' },
  knownTo: null,
  by: '',
  byName: null,
  verb: '',
  erased: false,
};

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CellRefused(`${name}: ${quoted(text)} is not the JSON that the export wrote.`);
  }
}

function whatIsWrong(issue: { path: PropertyKey[]; message: string } | undefined): string {
  return issue ? `${issue.path.join('.')}: ${issue.message}.` : 'The row is not a record.';
}
