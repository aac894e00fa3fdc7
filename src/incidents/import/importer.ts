/** Rows of a file into drafts of records: recognise, adapt, check. */
import type { FileRow } from '../../platform/files/index.ts';
import { acledAdapter } from './acled.ts';
import { checkCore } from './checks.ts';
import { genericAdapter } from './generic.ts';
import { guessMapping } from './guess-mapping.ts';
import { columnsFromTags } from './hxl.ts';
import { insecurityInsightAdapter } from './insecurity-insight.ts';
import { kingaAdapter } from './kinga.ts';
import type { Schema } from './schemas.ts';
import type { Adapted, Adapter, ImportContext } from './types.ts';
import { ucdpAdapter } from './ucdp.ts';

/** Data sets whose makers check their places and figures: what looks odd is said and left to them. */
const CURATED: ReadonlySet<Schema> = new Set(['kinga', 'ucdp', 'acled', 'insecurity-insight']);

/**
 * An importer for one file. It keeps count of rows without ids, so a file that is read again needs a new one.
 * A draft that comes out has been checked but not parsed with the contract: the command does that, once.
 * @param samples some rows, to settle what the mapping leaves open; only for `hxl`, and `generic` without a mapping.
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
    notes: adapter.notes,
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
    case 'hxl': {
      if (context.mapping) return genericAdapter(context, context.mapping);
      const { mapping } = guessMapping(context.headers, samples, context.hxlTags);
      return genericAdapter(context, { ...mapping, columns: columnsFromTags(context.headers, context.hxlTags ?? {}) });
    }
    case 'generic':
      return genericAdapter(
        context,
        context.mapping ?? guessMapping(context.headers, samples, context.hxlTags).mapping,
      );
  }
}
