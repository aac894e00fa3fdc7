/** What drafts of outside data have in common. */
import type { Account, Core, Source } from '../contract.ts';
import { within } from './cells.ts';
import type { Draft, ImportContext } from './types.ts';

type Given = Pick<Core, 'kind' | 'type' | 'when' | 'where' | 'origin'> & Partial<Core>;

/**
 * A whole draft from what a row says. Outside data state parties, never our hypotheses; nobody of ours has confirmed
 * or examined them.
 */
export function draftOf(
  context: ImportContext,
  levels: Draft['levels'],
  core: Given,
  account: Partial<Account>,
): Draft {
  return {
    core: {
      title: null,
      parties: [],
      hypotheses: [],
      figures: [],
      means: [],
      damage: [],
      tags: [],
      links: [],
      sourceCount: account.sources?.length ?? 0,
      independentSources: new Set(account.sources?.map((source) => source.originKey)).size,
      operational: 'unconfirmed',
      humanRights: 'not_examined',
      statusNote: null,
      ...core,
    },
    account: {
      narrative: null,
      narrativeLanguage: null,
      sources: [],
      evidence: [],
      notes: null,
      extra: {},
      ...account,
    },
    protected: null,
    levels: context.levels ?? levels,
    compartments: [...(context.compartments ?? [])],
  };
}

/** A place with only what the row gives. */
export function placeOf(where: Pick<Core['where'], 'point' | 'precision'> & Partial<Core['where']>): Core['where'] {
  return {
    name: null,
    description: null,
    country: null,
    countryName: null,
    adm1: null,
    adm2: null,
    adm1Code: null,
    adm2Code: null,
    ...where,
  };
}

/** The source that stands `index`-th (from 0) in its row; `originKey` is shared by those that repeat one another. */
export function sourceOf(index: number, name: string, originKey: string, more: Partial<Source> = {}): Source {
  return {
    id: `s${index + 1}`,
    kind: 'media',
    name: within(name, 500),
    title: null,
    date: null,
    reference: null,
    sourceGrade: null,
    informationGrade: null,
    originKey: originKey.slice(0, 200),
    civilianStatus: 'not_stated',
    supports: [],
    ...more,
  };
}

/**
 * Columns kept verbatim, because no field of ours says all that they say. An empty cell leaves no trace: it is the same
 * as a column that is not there.
 */
export function extraOf(cells: Record<string, string>, headers: readonly string[]) {
  const extra: Record<string, string> = {};
  const keep = (header: string | undefined): void => {
    const text = header === undefined ? undefined : cells[header];
    if (header !== undefined && text) extra[header.slice(0, 200)] = text;
  };
  for (const header of headers) keep(header);
  return { extra, keep };
}

/** The codes that a data set numbers from 1 on, in order. */
export function numberedFrom<T extends string>(count: number, read: (code: number) => { code: T } | null): T[] {
  return Array.from({ length: count }, (_, index) => {
    const mapped = read(index + 1);
    if (!mapped) throw new RangeError(`The vocabulary gives the number ${index + 1} no code.`);
    return mapped.code;
  });
}

/** A code that the file writes as a number from 1 on; what is none is said in `warnings`. */
export function numberedCode<T extends string>(
  codes: readonly T[],
  text: string,
  otherwise: T,
  header: string,
  warnings: string[],
): T {
  const code = codes[Number(text) - 1];
  if (code !== undefined) return code;
  if (text !== '') warnings.push(`${header}: “${within(text, 60)}” is no code that we know; recorded as ${otherwise}.`);
  return otherwise;
}
