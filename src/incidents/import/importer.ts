/** Rows of a file into drafts of records: recognise, adapt, check. */
import type { FileRow } from '../../platform/files/index.ts';
import { acledAdapter } from './acled.ts';
import { checkCore } from './checks.ts';
import type { Mapping, Schema } from './contract.ts';
import { genericAdapter } from './generic.ts';
import { guessMapping } from './guess-mapping.ts';
import { columnsFromTags } from './hxl.ts';
import { insecurityInsightAdapter } from './insecurity-insight.ts';
import { kingaAdapter } from './kinga.ts';
import type { Adapted, Adapter, ImportContext } from './types.ts';
import { ucdpAdapter } from './ucdp.ts';

/** Data sets whose makers check their places and figures: what looks odd is said and left to them. */
const CURATED: ReadonlySet<Schema> = new Set(['kinga', 'ucdp', 'acled', 'insecurity-insight']);

/**
 * The importer of one file. It keeps count of rows without ids, so a file that is read again needs a new one.
 * What comes out fits the contract (the tests hold it to that), so it need not be parsed again for every row.
 * @param samples cells of some rows (100 are plenty), to settle what is left open where there is no mapping
 */
export function makeImporter(
  schema: Schema,
  context: ImportContext,
  samples: readonly Record<string, string>[] = [],
): Adapter {
  const adapter = adapterFor(schema, context, samples);
  const checks = {
    today: context.today,
    mend: !CURATED.has(schema),
    ...(context.locator && { locator: context.locator }),
  };
  return {
    get notes() {
      return adapter.notes;
    },
    adapt(row: FileRow): Adapted {
      const adapted = adapter.adapt(row);
      if (adapted.refused !== undefined) return adapted;
      const checked = checkCore(adapted.input.core, checks);
      if (checked.refused !== undefined) return checked;
      return {
        ...adapted,
        input: { ...adapted.input, core: checked.core },
        warnings: [...adapted.warnings, ...checked.warnings],
      };
    },
  };
}

function adapterFor(schema: Schema, context: ImportContext, samples: readonly Record<string, string>[]): Adapter {
  switch (schema) {
    case 'kinga':
      return kingaAdapter(context);
    case 'ucdp':
      return ucdpAdapter(context);
    case 'acled':
      return acledAdapter(context);
    case 'insecurity-insight':
      return insecurityInsightAdapter(context);
    case 'hxl':
    case 'generic':
      return context.mapping ? genericAdapter(context, context.mapping) : guessedAdapter(schema, context, samples);
  }
}

/** Nobody said what the columns mean: what they were taken for is told. */
function guessedAdapter(schema: Schema, context: ImportContext, samples: readonly Record<string, string>[]): Adapter {
  const mapping = guessed(schema, context, samples);
  const adapter = genericAdapter(context, mapping);
  const taken = Object.entries(mapping.columns).map(([header, field]) => `“${header}” as ${field}`);
  const note = `No mapping was given. Read were ${taken.join(', ') || 'no columns'}; every other column is kept as it stands.`;
  return {
    get notes() {
      return [note, ...adapter.notes];
    },
    adapt: adapter.adapt,
  };
}

/** Hashtags say what a column means; without them, or a mapping that a person made, its name and values have to do. */
function guessed(
  schema: Schema,
  { headers, hxlTags, known }: ImportContext,
  samples: readonly Record<string, string>[],
): Mapping {
  const { proposal } = guessMapping(headers, samples, hxlTags, known);
  return schema === 'hxl' ? { ...proposal, columns: columnsFromTags(headers, hxlTags ?? {}) } : proposal;
}
