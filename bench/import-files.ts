/** Files to bring in, made from Tamrin as streams: in Kinga's own columns, and in those of UCDP. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { tamrin } from '../src/demo/tamrin/index.ts';
import type { IncidentInput } from '../src/incidents/contract.ts';
import { EXPORT_HEADERS, toRow } from '../src/incidents/export-columns.ts';
import { type OutRow, writeRows } from '../src/platform/files/index.ts';

export type Form = 'own' | 'ucdp';

/** Writes a file with the first version of every record. */
export async function writeImportFile(file: string, form: Form, records: number, seed: number): Promise<void> {
  const rows = form === 'own' ? ownRows(records, seed) : ucdpRows(records, seed);
  const headers = form === 'own' ? EXPORT_HEADERS : Object.keys(ucdpCells(firstOf(seed), 0));
  await pipeline(Readable.from(writeRows('csv', rows, { headers })), createWriteStream(file));
}

/** The smallest Tamrin: the mission that files are brought into. */
export const FEWEST = 100;
const FIRST = new Set(['incident.record', 'incident.import']);

/** Of records that a mission of a hundred does not hold already: its story is the same at every size. */
function* firstVersions(records: number, seed: number): Generator<IncidentInput> {
  const story = [...tamrin({ seed, incidents: FEWEST }).writes()];
  const seen = new Set(story.map(({ input }) => input.id));
  const others = seen.size;
  for (const { verb, input } of tamrin({ seed, incidents: records + others }).writes()) {
    if (!FIRST.has(verb) || seen.has(input.id)) continue;
    seen.add(input.id);
    yield input;
    if (seen.size === records + others) return;
  }
}

const firstOf = (seed: number): IncidentInput => {
  for (const input of firstVersions(1, seed)) return input;
  throw new Error('Tamrin is empty.');
};

function* ownRows(records: number, seed: number): Generator<OutRow> {
  for (const { id, core, account, protected: hidden, levels, compartments } of firstVersions(records, seed)) {
    const groups = { ...(account ? { account } : {}), ...(hidden ? { protected: hidden } : {}) };
    yield { cells: toRow({ ...STAMP, id, core, ...groups, levels, compartments: [...compartments] }) };
  }
}

/** Of which nothing is read on the way in. */
const STAMP = {
  version: 1,
  knownFrom: { seq: 1, at: '2031-01-01T00:00:00.000Z' },
  knownTo: null,
  by: 'bench',
  byName: null,
  verb: 'incident.record',
  erased: false,
};

function* ucdpRows(records: number, seed: number): Generator<OutRow> {
  let number = 0;
  for (const input of firstVersions(records, seed)) yield { cells: ucdpCells(input, ++number) };
}

/** A row as UCDP's Georeferenced Event Dataset has it, as far as an invented country can fill it. */
function ucdpCells({ core, account }: IncidentInput, number: number): OutRow['cells'] {
  const { when, where, parties } = core;
  const killed = (group: string) => core.figures.find((f) => f.harm === 'killed' && f.group === group)?.total;
  const all = killed('all') ?? killed('civilians');
  const [sideA, sideB] = [parties[0]?.name ?? 'Unidentified group', parties[1]?.name ?? 'Civilians'];
  return {
    id: number,
    relid: `TAM-${when.from.slice(0, 4)}-3-${number}`,
    year: when.from.slice(0, 4),
    active_year: 1,
    code_status: 'Clear',
    type_of_violence: core.type === 'armed_clash' ? 1 : 3,
    conflict_name: `${sideA} - ${sideB}`,
    dyad_name: `${sideA} - ${sideB}`,
    side_a: sideA,
    side_b: sideB,
    number_of_sources: core.sourceCount ?? -1,
    source_article: account?.narrative ?? '',
    source_original: 'residents',
    where_prec: 1,
    where_coordinates: where.name,
    where_description: where.description,
    adm_1: where.adm1,
    adm_2: where.adm2,
    latitude: where.point?.[1] ?? null,
    longitude: where.point?.[0] ?? null,
    priogrid_gid: 100_000 + (number % 2_000),
    country: where.countryName ?? 'Tamrin',
    region: 'Africa',
    event_clarity: 1,
    date_prec: 1,
    date_start: when.from,
    date_end: when.to,
    deaths_a: 0,
    deaths_b: 0,
    deaths_civilians: killed('civilians')?.best ?? 0,
    deaths_unknown: 0,
    best: all?.best ?? 0,
    high: all?.high ?? 0,
    low: all?.low ?? 0,
  };
}
